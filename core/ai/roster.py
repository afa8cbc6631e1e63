"""Which providers are asked, in which order, and why the others are not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pydantic import SecretStr

from core.ai.adapter import Address
from core.ai.gemini import GeminiProvider
from core.ai.offline import BuiltInProvider
from core.ai.openai_compatible import (
    LocalProvider,
    OpenAIProvider,
    OpenRouterProvider,
    api_address,
)
from core.ai.types import AIProvider, ProviderStatus
from core.config import Settings, is_placeholder
from core.exceptions import ConfigurationError

ANY_MODEL = "default"  # llama.cpp and LM Studio serve the model that is loaded, whatever its name
_ADAPTERS: Mapping[
    str, type[OpenRouterProvider | GeminiProvider | OpenAIProvider | LocalProvider]
] = {
    adapter.name: adapter
    for adapter in (OpenRouterProvider, GeminiProvider, OpenAIProvider, LocalProvider)
}


@dataclass(frozen=True, slots=True)
class _Entry:
    """What the settings say of one provider; `reason` says why it cannot be used, or is empty."""

    name: str
    address: Address
    reason: str


def build_providers(
    settings: Settings,
) -> tuple[tuple[AIProvider, ...], tuple[ProviderStatus, ...]]:
    """The providers that can be used, in their order, and a status for every one that we know.

    Raises `ConfigurationError` when ACTIVE_PROVIDERS names one that we do not know.
    """
    entries = [_entry(settings, name) for name in _order(settings)]
    models = [_ADAPTERS[entry.name](entry.address) for entry in entries if not entry.reason]
    built_in = BuiltInProvider()
    statuses = [
        *map(_status, entries),
        ProviderStatus(built_in.name, built_in.label, "", active=True),
    ]
    return (*models, built_in), tuple(statuses)


def _order(settings: Settings) -> tuple[str, ...]:
    """First what ACTIVE_PROVIDERS names, then the others, each once."""
    unknown = [name for name in settings.active_providers if name not in _ADAPTERS]
    if unknown:
        raise ConfigurationError(
            f"ACTIVE_PROVIDERS names {', '.join(unknown)}, which is not known here. "
            f"Please choose from: {', '.join(_ADAPTERS)}."
        )
    return tuple(dict.fromkeys((*settings.active_providers, *_ADAPTERS)))


def _entry(settings: Settings, name: str) -> _Entry:
    base_url = getattr(settings, f"{name}_base_url") or ""
    key = getattr(settings, f"{name}_api_key") or SecretStr("")
    address = Address(
        base_url=api_address(base_url) if name == LocalProvider.name and base_url else base_url,
        model=getattr(settings, f"{name}_model") or ANY_MODEL,
        key=key,
        connect_seconds=settings.ai_connect_seconds,
        idle_seconds=settings.ai_idle_seconds,
    )
    return _Entry(name, address, _why_unusable(name, address))


def _why_unusable(name: str, address: Address) -> str:
    key = address.key.get_secret_value()
    if name == LocalProvider.name and not address.base_url:
        return "no address: set LOCAL_BASE_URL"
    if name != LocalProvider.name and not key:
        return f"no key: set {name.upper()}_API_KEY"
    if key and is_placeholder(key):
        return "the key is a placeholder"
    if not (key.isascii() and key.isprintable()) or " " in key:
        return "the key holds a character that no key has"
    return ""


def _status(entry: _Entry) -> ProviderStatus:
    label = _ADAPTERS[entry.name].label
    return ProviderStatus(entry.name, label, entry.address.model, not entry.reason, entry.reason)
