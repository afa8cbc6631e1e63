from __future__ import annotations

from pathlib import Path

import pytest

from core.config import (
    ROOT,
    Access,
    DataCollection,
    DevelopmentSettings,
    Environment,
    ProductionSettings,
    Settings,
    TestSettings,
    is_placeholder,
    load_settings,
)
from core.exceptions import ConfigurationError


def names_in(path: Path) -> set[str]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return {line.strip("# ").split("=")[0].strip() for line in lines if "=" in line}


@pytest.fixture
def env_file(tmp_path) -> Path:
    return tmp_path / ".env"


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("development", DevelopmentSettings),
        ("production", ProductionSettings),
        ("test", TestSettings),
        ("", ProductionSettings),
    ],
)
def test_the_environment_chooses_the_configuration(monkeypatch, name, kind):
    monkeypatch.setenv("APP_ENV", name)

    assert type(load_settings(_env_file=None)) is kind


def test_production_is_the_default():
    assert load_settings(_env_file=None).app_env is Environment.PRODUCTION


def test_the_file_chooses_the_configuration_too(monkeypatch, env_file):
    env_file.write_text("APP_ENV=development\nOPENAI_MODEL=from-file\n")
    monkeypatch.setenv("ENV_FILE", str(env_file))

    settings = load_settings()

    assert type(settings) is DevelopmentSettings
    assert settings.openai_model == "from-file"


def test_tests_read_no_file(monkeypatch, env_file):
    env_file.write_text("APP_ENV=test\nOPENAI_API_KEY=sk-of-the-developer\n")
    monkeypatch.setenv("ENV_FILE", str(env_file))

    settings = load_settings()

    assert type(settings) is TestSettings
    assert settings.openai_api_key is None


def test_the_environment_wins_over_the_file(monkeypatch, env_file):
    env_file.write_text("OPENAI_MODEL=from-file\nGEMINI_MODEL=from-file\n")
    monkeypatch.setenv("OPENAI_MODEL", "from-environment")

    settings = Settings(_env_file=env_file)

    assert (settings.openai_model, settings.gemini_model) == ("from-environment", "from-file")


def test_an_empty_setting_is_as_good_as_none(env_file):
    env_file.write_text("DATA_FOLDER=\nACCESS=\nOPENROUTER_API_KEY=\nOPENAI_MODEL=\n")

    settings = Settings(_env_file=env_file)

    assert (settings.data_folder, settings.access, settings.openrouter_api_key) == (None,) * 3
    assert settings.openai_model


def test_providers_are_a_list_of_names_in_any_case(monkeypatch):
    monkeypatch.setenv("ACTIVE_PROVIDERS", " Gemini, openrouter ,")

    assert Settings(_env_file=None).active_providers == ("gemini", "openrouter")


@pytest.mark.parametrize("written", ["sk-1234567890", ' "sk-1234567890" ', "'sk-1234567890'\n"])
def test_a_key_is_taken_without_what_copying_added(monkeypatch, written):
    monkeypatch.setenv("OPENAI_API_KEY", written)

    key = Settings(_env_file=None).openai_api_key

    assert key is not None
    assert key.get_secret_value() == "sk-1234567890"


@pytest.mark.parametrize(
    ("written", "taken"),
    [
        ({"GOOGLE_API_KEY": "google-0123"}, "google-0123"),
        ({"GEMINI_API_KEY": "", "GOOGLE_API_KEY": "google-0123"}, "google-0123"),
        ({"GEMINI_API_KEY": "gemini-0123", "GOOGLE_API_KEY": "google-0123"}, "gemini-0123"),
    ],
)
def test_googles_own_name_for_the_key_is_understood(env_file, written, taken):
    env_file.write_text("".join(f"{name}={value}\n" for name, value in written.items()))

    key = Settings(_env_file=env_file).gemini_api_key

    assert key is not None
    assert key.get_secret_value() == taken


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("OPENROUTER_DATA_COLLECTION", "maybe"),
        ("LOCAL_CONTEXT", "512"),
        ("AI_FIRST_TOKEN_SECONDS", "0"),
        ("LOCAL_FIRST_TOKEN_SECONDS", "-1"),
    ],
)
def test_a_limit_that_makes_no_sense_is_named(monkeypatch, name, value):
    monkeypatch.setenv(name, value)

    with pytest.raises(ConfigurationError, match=name):
        load_settings(_env_file=None)


def test_what_is_waited_for_and_read_has_defaults():
    settings = Settings(_env_file=None)

    assert (settings.ai_first_token_seconds, settings.ai_idle_seconds) == (20, 15)
    assert settings.local_first_token_seconds == 90
    assert settings.local_context == 4_096
    assert {settings.openrouter_context, settings.gemini_context, settings.openai_context} == {
        32_000
    }
    assert settings.openrouter_data_collection is DataCollection.DENY


def test_no_secret_shows_when_settings_are_printed():
    settings = Settings(_env_file=None, openai_api_key="sk-very-secret", secret_key="also-secret")

    assert "sk-very" not in repr(settings)
    assert "also-secret" not in repr(settings)


def test_a_setting_that_cannot_be_used_is_named_without_its_value(monkeypatch):
    monkeypatch.setenv("ACCESS", "everybody")

    with pytest.raises(ConfigurationError, match="ACCESS") as refused:
        load_settings(_env_file=None)

    assert "everybody" not in str(refused.value)


def test_settings_cannot_be_changed_later():
    with pytest.raises(ValueError, match="frozen"):
        setattr(TestSettings(), "access", Access.LINK)  # noqa: B010 - mypy would refuse it, too


@pytest.mark.parametrize(
    "key", ["your-api-key-here", "YOUR_KEY", "changeme", "<key>", "xxxx", "..."]
)
def test_a_key_copied_from_an_example_is_no_key(key):
    assert is_placeholder(key)


def test_a_real_key_is_no_placeholder():
    assert not is_placeholder("sk-or-v1-5f3e9c")


OF_COMPOSE = {"BIND", "PORT", "POSTGRES_PASSWORD"}


@pytest.mark.parametrize(
    ("file", "others"), [(".env.example", OF_COMPOSE), (".streamlit/secrets.toml.example", set())]
)
def test_the_examples_name_every_setting_and_nothing_else(file, others):
    settings = {name.upper() for name in Settings.model_fields}

    assert names_in(ROOT / file) == settings | others
