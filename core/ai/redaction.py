"""Keeps keys and passwords out of logs, screens and stored text."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable, Iterator
from threading import Lock
from typing import TextIO
from urllib.parse import unquote
from weakref import WeakValueDictionary

from pydantic import SecretStr

from core.ai.providers.veil import MASK, Veil
from core.config import Settings

SHORTEST_SECRET = 6
_SHAPES = re.compile(
    r"""
      \bsk-[\w-]{8,}                             # OpenAI, OpenRouter
    | \bAIza[\w-]{10,}                           # Google
    | \bAQ\.[\w.-]{8,}                           # Google, newer
    | (?<=bearer\s)[^\s"',]+
    | (?<=key=)[^\s"'&,;)]+
    | (?<=x-goog-api-key:\s)[^\s"',]+
    | (?<=://)[^\s/@:"']*:[^\s/@"']+(?=@)        # user and password of an address
    """,
    re.VERBOSE | re.IGNORECASE,
)
_PASSWORD = re.compile(r"://[^\s/@:]*:(?P<password>[^\s@]+)@")

# Keys come and go with their visitors. Held weakly, so that being masked keeps no key in memory.
_in_use: WeakValueDictionary[int, SecretStr] = WeakValueDictionary()
_lock = Lock()


def hide(key: SecretStr) -> None:
    """Mask this key, and pieces of it, for as long as anybody holds this very object."""
    with _lock:
        _in_use[id(key)] = key


def secrets_of(settings: Settings) -> tuple[str, ...]:
    """Every secret value of the settings, whatever its name, and the database's password."""
    values = (getattr(settings, name) for name in type(settings).model_fields)
    secrets = [value.get_secret_value() for value in values if isinstance(value, SecretStr)]
    return (*secrets, *_passwords(secrets))


def redact(text: str, secrets: Iterable[str] = ()) -> str:
    """`text` without these secrets, the keys in use, and whatever is shaped like a key."""
    for secret in sorted(secrets, key=len, reverse=True):
        if len(secret) >= SHORTEST_SECRET:
            text = text.replace(secret, MASK)
    masked = _SHAPES.sub(MASK, Veil(_keys_in_use()).over_all(text))
    return masked.replace(MASK + MASK, MASK)


def is_like_a_key(text: str) -> bool:
    return _SHAPES.search(text) is not None


class RedactingFilter(logging.Filter):
    """Put on a handler, it masks secrets in messages and in the tracebacks under them."""

    def __init__(self, secrets: Iterable[str] = ()) -> None:
        super().__init__()
        self._secrets = tuple(secrets)

    def filter(self, record: logging.LogRecord) -> bool:
        record.msg, record.args = redact(_message(record), self._secrets), None
        if record.exc_info and not record.exc_text:
            record.exc_text = logging.Formatter().formatException(record.exc_info)
        if record.exc_text:
            record.exc_text = redact(record.exc_text, self._secrets)
            record.exc_info = None
        if record.stack_info:
            record.stack_info = redact(record.stack_info, self._secrets)
        return True


class MaskedConsole(logging.StreamHandler[TextIO]):
    """The console, behind a filter."""

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - the name is given
        """Say nothing: what cannot be written would come out unmasked, with whatever led to it."""


def _message(record: logging.LogRecord) -> str:
    """A library's message may not fit its arguments; `logging` would then print them unmasked."""
    try:
        return record.getMessage()
    except (TypeError, ValueError, KeyError):
        return f"{record.msg} {record.args}"


def _passwords(secrets: Iterable[str]) -> Iterator[str]:
    for secret in secrets:
        if found := _PASSWORD.search(secret):
            yield from {found["password"], unquote(found["password"])}


def _keys_in_use() -> list[str]:
    with _lock:
        return [key.get_secret_value() for key in _in_use.values()]
