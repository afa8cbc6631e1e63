from __future__ import annotations

from typing import Any

import pytest

from core.ai.gemini import GeminiProvider
from core.ai.openai_compatible import LocalProvider, OpenRouterProvider
from core.ai.roster import build_providers
from core.config import TestSettings
from core.exceptions import ConfigurationError

KEY = "k-0123456789"


def names(**settings: Any) -> list[str]:
    providers, _ = build_providers(TestSettings(**settings))
    return [provider.name for provider in providers]


def reasons(**settings: Any) -> dict[str, str]:
    _, statuses = build_providers(TestSettings(**settings))
    return {status.name: status.reason for status in statuses}


def test_a_name_that_is_not_known_is_a_mistake_in_the_settings():
    with pytest.raises(ConfigurationError) as caught:
        build_providers(TestSettings(active_providers="openrouter,claude"))

    assert "claude" in str(caught.value)
    assert "openrouter, gemini, openai, local" in str(caught.value)


@pytest.mark.parametrize(
    ("key", "reason"),
    [
        (None, "no key: set OPENROUTER_API_KEY"),
        ("", "no key: set OPENROUTER_API_KEY"),
        ("your-key-here", "the key is a placeholder"),
        ("<paste it>", "the key is a placeholder"),
        ("sk-or with space", "the key holds a character that no key has"),
        ("sk-or-v1-clé", "the key holds a character that no key has"),
        ("sk-or\nv1", "the key holds a character that no key has"),
    ],
)
def test_a_key_that_cannot_be_used_leaves_its_provider_out(key, reason):
    assert names(openrouter_api_key=key) == ["built-in"]
    assert reasons(openrouter_api_key=key)["openrouter"] == reason


def test_without_any_key_the_built_in_interviewer_is_there():
    providers, statuses = build_providers(TestSettings())

    assert [provider.name for provider in providers] == ["built-in"]
    assert [status.name for status in statuses] == [
        *("openrouter", "gemini", "openai", "local"),
        "built-in",
    ]
    assert [status.active for status in statuses] == [False, False, False, False, True]
    assert reasons()["local"] == "no address: set LOCAL_BASE_URL"
    assert reasons()["built-in"] == ""


def test_the_usual_order_is_openrouter_then_gemini():
    assert names(gemini_api_key=KEY, openrouter_api_key=KEY) == ["openrouter", "gemini", "built-in"]


def test_the_order_is_the_one_of_the_settings():
    keys = {"gemini_api_key": KEY, "openrouter_api_key": KEY}

    order = names(active_providers="Gemini, openrouter,gemini", **keys)

    assert order == ["gemini", "openrouter", "built-in"]


def test_what_else_has_a_key_or_an_address_comes_after_the_named_ones():
    order = names(
        active_providers="gemini",
        gemini_api_key=KEY,
        openai_api_key=KEY,
        local_base_url="127.0.0.1:11434",
    )

    assert order == ["gemini", "openai", "local", "built-in"]


def test_a_local_server_is_reached_where_it_is_without_a_key():
    providers, statuses = build_providers(TestSettings(local_base_url="http://127.0.0.1:11434"))

    [local, _] = providers
    assert isinstance(local, LocalProvider)
    assert local._address.base_url == "http://127.0.0.1:11434/v1"
    assert [status.model for status in statuses if status.name == "local"] == ["default"]


def test_a_provider_is_built_from_its_settings():
    settings = TestSettings(
        openrouter_api_key=KEY,
        openrouter_model="some/model",
        openrouter_base_url="http://127.0.0.1:1/v1",
        ai_connect_seconds=1.5,
        ai_idle_seconds=7,
    )

    providers, statuses = build_providers(settings)

    provider = providers[0]
    assert isinstance(provider, OpenRouterProvider)
    assert provider.model == "some/model"
    assert provider._address.key.get_secret_value() == KEY
    assert provider._address.base_url == "http://127.0.0.1:1/v1"
    assert (provider._address.connect_seconds, provider._address.idle_seconds) == (1.5, 7)
    assert (statuses[0].label, statuses[0].model, statuses[0].active) == (
        *("OpenRouter", "some/model"),
        True,
    )


def test_no_status_shows_a_key():
    _, statuses = build_providers(TestSettings(gemini_api_key=KEY, openrouter_api_key="your-key"))

    assert KEY not in repr(statuses)
    assert "your-key" not in repr(statuses)


def test_gemini_gets_its_own_adapter():
    providers, _ = build_providers(TestSettings(gemini_api_key=KEY))

    assert isinstance(providers[0], GeminiProvider)
