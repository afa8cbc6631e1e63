"""Everything that differs between two installations, read once into one frozen object."""

from __future__ import annotations

import os
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

from dotenv import dotenv_values
from pydantic import AliasChoices, BeforeValidator, Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from core.exceptions import ConfigurationError

ROOT = Path(__file__).resolve().parent.parent
MEGABYTE = 1024 * 1024
PLACEHOLDERS = ("your", "changeme", "change-me", "xxx", "<", "todo", "...")


class Environment(StrEnum):
    DEVELOPMENT = "development"
    PRODUCTION = "production"
    TEST = "test"


class DataCollection(StrEnum):
    """Whether OpenRouter may ask vendors that keep what they are sent."""

    DENY = "deny"
    ALLOW = "allow"


class Access(StrEnum):
    """Who may use the installation. Unset, each request decides (see `ui/identity.py`)."""

    LOCAL = "local"
    LINK = "link"


def _names(value: object) -> object:
    """Comma-separated text as a tuple of lower-case names."""
    if isinstance(value, str):
        return tuple(name.strip().lower() for name in value.split(",") if name.strip())
    return value


def bare(value: object) -> object:
    """A key without the spaces and quotes that copying brings along; empty means none."""
    return value.strip().strip("\"'").strip() or None if isinstance(value, str) else value


Names = Annotated[tuple[str, ...], NoDecode, BeforeValidator(_names)]
Key = Annotated[SecretStr | None, BeforeValidator(bare)]
Text = Annotated[str | None, BeforeValidator(bare)]
Tokens = Annotated[int, Field(ge=1024)]


class Settings(BaseSettings):
    """Settings by their environment names. The environment wins over the `.env` file."""

    model_config = SettingsConfigDict(
        env_file=ROOT / ".env",
        env_ignore_empty=True,
        frozen=True,
        extra="ignore",
        hide_input_in_errors=True,
        defer_build=True,
    )

    app_env: Environment = Environment.PRODUCTION
    access: Access | None = None
    secret_key: Key = None

    data_folder: Path | None = None
    database_url: Key = None
    upload_folder: Path | None = None
    max_content_length: int = Field(default=16 * MEGABYTE, gt=0)
    job_links: bool = False
    storage_vanishes: bool = ROOT.is_relative_to("/mount/src")

    active_providers: Names = ("openrouter", "gemini")
    openrouter_api_key: Key = None
    openrouter_model: str = "google/gemini-3.5-flash-lite"
    openrouter_base_url: str = "https://openrouter.ai/api/v1"
    openrouter_data_collection: DataCollection = DataCollection.DENY
    gemini_api_key: Key = Field(
        default=None, validation_alias=AliasChoices("gemini_api_key", "google_api_key")
    )
    gemini_model: str = "gemini-3.5-flash-lite"
    gemini_base_url: str = "https://generativelanguage.googleapis.com"
    openai_api_key: Key = None
    openai_model: str = "gpt-6-luna"
    openai_base_url: str = "https://api.openai.com/v1"
    local_api_key: Key = None
    local_model: Text = None
    local_base_url: Text = None

    openrouter_context: Tokens = 32_000
    gemini_context: Tokens = 32_000
    openai_context: Tokens = 32_000
    local_context: Tokens = 4_096  # Ollama silently cuts what is longer, unless told otherwise

    ai_connect_seconds: float = Field(default=3.0, gt=0)
    ai_first_token_seconds: float = Field(default=20.0, gt=0)
    local_first_token_seconds: float = Field(default=90.0, gt=0)
    ai_idle_seconds: float = Field(default=15.0, gt=0)
    ai_question_seconds: float = Field(default=60.0, gt=0)
    ai_feedback_seconds: float = Field(default=90.0, gt=0)
    feedback_samples: int = Field(default=1, ge=1, le=5)
    ai_attempts: int = Field(default=3, ge=1, le=5)
    ai_backoff_seconds: float = Field(default=0.4, ge=0)
    ai_prices: Text = None

    turn_workers: int = Field(default=8, ge=0)  # 0, for tests: each turn runs in its caller
    log_level: str = "INFO"


class DevelopmentSettings(Settings):
    app_env: Environment = Environment.DEVELOPMENT
    log_level: str = "DEBUG"


class ProductionSettings(Settings):
    app_env: Environment = Environment.PRODUCTION


class TestSettings(Settings):
    """No `.env`, no waiting between retries, and each turn runs in the thread that asks for it."""

    __test__ = False  # not a test class, whatever its name

    model_config = SettingsConfigDict(env_file=None)

    app_env: Environment = Environment.TEST
    access: Access | None = Access.LOCAL
    secret_key: Key = SecretStr("test-only")
    ai_backoff_seconds: float = 0.0
    turn_workers: int = 0


def load_settings(**overrides: Any) -> Settings:
    """The settings of the environment that APP_ENV names (default: production).

    They are read from the environment and then from `.env`, or from the file that ENV_FILE names.
    Raises `ConfigurationError` naming the settings that cannot be used, never their values.
    """
    kinds: dict[str, type[Settings]] = {
        Environment.DEVELOPMENT: DevelopmentSettings,
        Environment.TEST: TestSettings,
    }
    file = os.environ.get("ENV_FILE") or ROOT / ".env"
    written = {**dotenv_values(file), **os.environ}
    kind = kinds.get((written.get("APP_ENV") or "").strip().lower(), ProductionSettings)
    source = {} if kind is TestSettings else {"_env_file": file}
    try:
        return kind(**{**source, **overrides})
    except ValidationError as error:
        faults = (f"{str(fault['loc'][0]).upper()}: {fault['msg']}" for fault in error.errors())
        raise ConfigurationError(f"Please check these settings. {'; '.join(faults)}") from None


def is_placeholder(key: str) -> bool:
    """True for a key that was copied from an example and never filled in."""
    lowered = key.lower()
    return any(lowered.startswith(mark) for mark in PLACEHOLDERS) or "your-" in lowered
