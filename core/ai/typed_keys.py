"""Keys that a visitor types in. Where they are sent is the installation's choice, never theirs."""

from __future__ import annotations

import re
from dataclasses import dataclass
from hashlib import sha256

from pydantic import SecretStr

from core.ai.providers.gemini import GeminiProvider
from core.ai.providers.openai_compatible import OpenAIProvider, OpenRouterProvider
from core.ai.redaction import is_like_a_key
from core.config import bare, is_placeholder
from core.exceptions import ValidationError

SHORTEST_KEY, LONGEST_KEY, LONGEST_MODEL = 8, 300, 100
OPEN_TO_KEYS = (OpenRouterProvider, GeminiProvider, OpenAIProvider)
_LABELS = {provider.name: provider.label for provider in OPEN_TO_KEYS}
_AROUND_A_KEY = r"^\s*(?:export\s+)?(?:\w*API_KEY\s*[=:]|Bearer\s)\s*"
_OWNERS = {
    "sk-proj-": OpenAIProvider.name,
    "sk-or-": OpenRouterProvider.name,
    "AIza": GeminiProvider.name,
    "AQ.": GeminiProvider.name,
}
_MODEL = re.compile(r"(?!.*(?://|\.\.))[\w.:/@+~-]+", re.ASCII)  # Gemini puts it into its path


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedKey:
    """Without a `model` the installation's own for this provider is asked."""

    provider: str
    key: SecretStr
    model: str = ""

    @property
    def fingerprint(self) -> str:
        """Tells keys apart, and gives none away."""
        text = f"{self.provider}\n{self.model}\n{self.key.get_secret_value()}"
        return sha256(text.encode("utf-8", "replace")).hexdigest()


def typed_key(provider: str, text: str, model: str = "") -> TypedKey:
    """The key in `text`, without what copying brings along.

    Raises `ValidationError` (fields "provider", "key" and "model"); its message quotes nothing.
    """
    if provider not in _LABELS:
        raise ValidationError("provider", "Please choose whose key it is.")
    key, model = str(bare(re.sub(_AROUND_A_KEY, "", text)) or ""), model.strip()
    if fault := _fault_in_key(provider, key):
        raise ValidationError("key", fault)
    if model and (is_like_a_key(model) or model == key):
        raise ValidationError("model", "That looks like a key. Here goes the name of a model.")
    if model and not (_MODEL.fullmatch(model) and len(model) <= LONGEST_MODEL):
        raise ValidationError("model", "The name of a model has no spaces, such as gpt-6-luna.")
    return TypedKey(provider=provider, key=SecretStr(key), model=model)


def why_no_key(key: str) -> str:
    """Why `key` cannot be one, or an empty text."""
    if is_placeholder(key):
        return "the key is a placeholder"
    if not (key.isascii() and key.isprintable()) or " " in key:
        return "the key holds a space" if " " in key else "the key holds a character no key has"
    return ""


def _fault_in_key(provider: str, key: str) -> str:
    if not key:
        return "Please paste a key."
    if fault := why_no_key(key):
        return f"This cannot be used: {fault}. Please copy it once more."
    if not SHORTEST_KEY <= len(key) <= LONGEST_KEY:
        return "No key has this length. Please copy it once more."
    owner = next((name for start, name in _OWNERS.items() if key.startswith(start)), provider)
    if owner != provider:
        return f"This looks like a key of {_LABELS[owner]}. Please choose {_LABELS[owner]} for it."
    return ""
