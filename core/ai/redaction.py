"""Keeps keys and passwords out of logs."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable

from pydantic import SecretStr

from core.config import Settings

MASK = "[hidden]"
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


def secrets_of(settings: Settings) -> tuple[str, ...]:
    """Every secret value of the settings, whatever its name."""
    values = (getattr(settings, name) for name in type(settings).model_fields)
    return tuple(value.get_secret_value() for value in values if isinstance(value, SecretStr))


def redact(text: str, secrets: Iterable[str] = ()) -> str:
    """`text` without these secrets and without whatever is shaped like a key."""
    for secret in sorted(secrets, key=len, reverse=True):
        if len(secret) >= SHORTEST_SECRET:
            text = text.replace(secret, MASK)
    return _SHAPES.sub(MASK, text)


class RedactingFilter(logging.Filter):
    """Put on a handler, it masks secrets in messages and in the tracebacks under them."""

    def __init__(self, secrets: Iterable[str] = ()) -> None:
        super().__init__()
        self._secrets = tuple(secrets)

    def filter(self, record: logging.LogRecord) -> bool:
        record.msg, record.args = redact(record.getMessage(), self._secrets), None
        if record.exc_info and not record.exc_text:
            record.exc_text = logging.Formatter().formatException(record.exc_info)
        if record.exc_text:
            record.exc_text = redact(record.exc_text, self._secrets)
            record.exc_info = None
        if record.stack_info:
            record.stack_info = redact(record.stack_info, self._secrets)
        return True
