"""Which providers are asked, in which order, and why the others are not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from threading import Lock
from weakref import WeakValueDictionary

from pydantic import SecretStr

from core.ai.providers.adapter import Address
from core.ai.providers.discreet import Discreet
from core.ai.providers.gemini import GeminiProvider
from core.ai.providers.offline import BuiltInProvider
from core.ai.providers.openai_compatible import (
    LocalProvider,
    OpenAIProvider,
    OpenRouterProvider,
    api_address,
)
from core.ai.providers.veil import PIECE
from core.ai.typed_keys import TypedKey, why_no_key
from core.ai.types import AIProvider, ProviderStatus
from core.config import Settings
from core.exceptions import ConfigurationError

ANY_MODEL = "default"  # llama.cpp and LM Studio serve the model that is loaded, whatever its name
LONG_KEY, HINT = 12, 4  # a shorter key would give away too much of itself by its last characters
_ADAPTERS: Mapping[
    str, type[OpenRouterProvider | GeminiProvider | OpenAIProvider | LocalProvider]
] = {
    adapter.name: adapter
    for adapter in (OpenRouterProvider, GeminiProvider, OpenAIProvider, LocalProvider)
}
Providers = tuple[AIProvider, ...]
Statuses = tuple[ProviderStatus, ...]


@dataclass(frozen=True, slots=True)
class _Entry:
    """What is known of one provider; `reason` says why it cannot be used, or is empty."""

    name: str
    address: Address
    reason: str
    is_typed: bool


class Roster:
    """Everybody who may be asked. Thread-safe.

    The provider of an address and key is made once for as long as somebody holds it, and forgotten
    with its last holder.
    """

    def __init__(self, settings: Settings) -> None:
        """Raises `ConfigurationError` when ACTIVE_PROVIDERS names one that we do not know."""
        self.settings = settings
        self._order = _order(settings)
        self._made: WeakValueDictionary[tuple[str, Address], Discreet] = WeakValueDictionary()
        self._lock = Lock()

    def providers(self, keys: Sequence[TypedKey] = ()) -> tuple[Providers, Statuses]:
        """Those that can be asked, in their order, and a status for every one that we know.

        `keys` stand in for the configured ones, and their providers go first.
        """
        typed = {key.provider: key for key in keys}
        names = dict.fromkeys((*typed, *self._order))
        entries = [_entry(self.settings, name, typed.get(name)) for name in names]
        models = [self._provider(entry) for entry in entries if not entry.reason]
        built_in = BuiltInProvider()
        last = ProviderStatus(
            built_in.name, built_in.label, "", active=True, identity=built_in.identity
        )
        identities = {model.name: model.identity for model in models}
        return (*models, built_in), (*(_status(entry, identities) for entry in entries), last)

    def _provider(self, entry: _Entry) -> AIProvider:
        name = (entry.name, entry.address)
        with self._lock:
            provider = self._made.get(name)
            if provider is None:
                provider = Discreet(self._adapter(entry), entry.address.key, _piece(entry))
                self._made[name] = provider
        return provider

    def _adapter(self, entry: _Entry) -> AIProvider:
        if entry.name == OpenRouterProvider.name:
            return OpenRouterProvider(entry.address, self.settings.openrouter_data_collection.value)
        return _ADAPTERS[entry.name](entry.address)


def _piece(entry: _Entry) -> int:
    """Characters of the key that are never said. A local key may be made of words: the whole."""
    if entry.name != LocalProvider.name:
        return PIECE
    return max(LONG_KEY, len(entry.address.key.get_secret_value()))


def _order(settings: Settings) -> tuple[str, ...]:
    """First what ACTIVE_PROVIDERS names, then the others, each once."""
    unknown = [name for name in settings.active_providers if name not in _ADAPTERS]
    if unknown:
        raise ConfigurationError(
            f"ACTIVE_PROVIDERS names {', '.join(unknown)}, which is not known here. "
            f"Please choose from: {', '.join(_ADAPTERS)}."
        )
    return tuple(dict.fromkeys((*settings.active_providers, *_ADAPTERS)))


def _entry(settings: Settings, name: str, typed: TypedKey | None) -> _Entry:
    is_local = name == LocalProvider.name
    base_url = getattr(settings, f"{name}_base_url") or ""
    configured = getattr(settings, f"{name}_api_key") or SecretStr("")
    model = getattr(settings, f"{name}_model") or ANY_MODEL
    first_token = (
        settings.local_first_token_seconds if is_local else settings.ai_first_token_seconds
    )
    address = Address(
        base_url=api_address(base_url) if is_local and base_url else base_url,
        model=(typed.model if typed else "") or model,
        key=typed.key if typed else configured,
        connect_seconds=settings.ai_connect_seconds,
        first_token_seconds=first_token,
        idle_seconds=settings.ai_idle_seconds,
        context_tokens=getattr(settings, f"{name}_context"),
    )
    return _Entry(name, address, _why_unusable(name, address), is_typed=typed is not None)


def _why_unusable(name: str, address: Address) -> str:
    key = address.key.get_secret_value()
    if name == LocalProvider.name and not address.base_url:
        return "no address: set LOCAL_BASE_URL"
    if name != LocalProvider.name and not key:
        return f"no key: set {name.upper()}_API_KEY"
    return why_no_key(key)


def _status(entry: _Entry, identities: Mapping[str, str]) -> ProviderStatus:
    return ProviderStatus(
        name=entry.name,
        label=_ADAPTERS[entry.name].label,
        model=entry.address.model,
        active=not entry.reason,
        reason=entry.reason,
        identity=identities.get(entry.name, ""),
        key_hint="" if entry.reason else _key_hint(entry),
    )


def _key_hint(entry: _Entry) -> str:
    """Enough to tell a key from others, and where it comes from."""
    key = entry.address.key.get_secret_value()
    if not key:
        return ""
    where = "typed for this visit" if entry.is_typed else "from the settings"
    return f"ends in {key[-HINT:]}, {where}" if len(key) >= LONG_KEY else where
