"""What a server's refusal means: pure rules over its status, body and headers."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime

from core.ai.failures import failure
from core.exceptions import FailureKind, ProviderError

_BY_STATUS = {
    401: FailureKind.AUTH,
    402: FailureKind.QUOTA,
    403: FailureKind.AUTH,
    404: FailureKind.MODEL_GONE,
    408: FailureKind.TRANSIENT,
    409: FailureKind.TRANSIENT,
    410: FailureKind.MODEL_GONE,
    413: FailureKind.CONTEXT,
    425: FailureKind.TRANSIENT,
    429: FailureKind.RATE_LIMITED,
}
# Marks are looked for in the lower-case JSON of the body; the first rule that fits its status wins.
_BY_MARK: tuple[tuple[tuple[int, ...], FailureKind, tuple[str, ...]], ...] = (
    ((402, 429), FailureKind.QUOTA, ("insufficient_quota", "perday", "per-day", "per day")),
    ((400,), FailureKind.AUTH, ("api_key_invalid", "api key not valid", "api key expired")),
    (
        (400, 413, 422, 500),
        FailureKind.CONTEXT,
        ("context_length", "context length", "context window", "exceed_context", "too many tokens"),
    ),
    ((400, 403), FailureKind.BLOCKED, ("moderation", "content_filter", "content_policy")),
    ((400,), FailureKind.MODEL_GONE, ("not a valid model", "model_not_found", "invalid model")),
)
# Errors inside a stream or a 200 may name no status, only one of these.
_STATUS_OF_WORD = {
    "insufficient_quota": 402,
    "rate_limit": 429,
    "resource_exhausted": 429,
    "invalid_api_key": 401,
    "permission_denied": 403,
    "context_length": 400,
    "model_not_found": 404,
    "invalid_request": 400,
    "invalid_argument": 400,
}
_REDIRECTS, _OWN_FAULT = 300, 500
_DELAY = re.compile(r"(\d+(?:\.\d+)?)s")


@dataclass(frozen=True, slots=True)
class Refusal:
    """An answer that is not a reply, in plain values. `body` is what its JSON holds, or text."""

    status: int | None
    body: object = None
    headers: Mapping[str, str] = field(default_factory=dict)


def classify(refusal: Refusal, label: str) -> ProviderError:
    """The error that this refusal by the provider called `label` amounts to."""
    text = json.dumps(refusal.body, default=str).lower()
    status = refusal.status or 0
    if status < _REDIRECTS:
        status = _status_inside(refusal.body, text)
    kind = _kind(status, text)
    words = ""
    if kind is FailureKind.TRANSIENT:
        words = "{label} had a fault of its own"
    wait = _retry_after(refusal)
    return failure(kind, label, words, status=status, retry_after=wait)


def _kind(status: int, text: str) -> FailureKind:
    for statuses, kind, marks in _BY_MARK:
        if status in statuses and any(mark in text for mark in marks):
            return kind
    if status >= _OWN_FAULT:
        return FailureKind.TRANSIENT
    return _BY_STATUS.get(status, FailureKind.BAD_REQUEST)


def _status_inside(body: object, text: str) -> int:
    """The status that a body speaks of; a server that names none has a fault of its own."""
    for error in _errors(body):
        code = str(error.get("code", ""))
        if code.isdecimal() and len(code) == 3:  # noqa: PLR2004 - the length of an HTTP status
            return int(code)
    return next((status for word, status in _STATUS_OF_WORD.items() if word in text), _OWN_FAULT)


def _errors(body: object) -> Iterator[Mapping[str, object]]:
    """The error objects of a body, which may be an object, a list, or wrap one in `error`."""
    for item in body if isinstance(body, list) else [body]:
        if isinstance(item, Mapping):
            inner = item.get("error", item)
            yield inner if isinstance(inner, Mapping) else item


def _retry_after(refusal: Refusal) -> float | None:
    """Seconds to wait, from the headers or from Gemini's RetryInfo; None where nothing is said."""
    headers = {name.lower(): value for name, value in refusal.headers.items()}
    if (milliseconds := _number(headers.get("retry-after-ms"))) is not None:
        return milliseconds / 1000
    value = headers.get("retry-after")
    if (seconds := _number(value)) is not None:
        return seconds
    return _until(value, headers.get("date")) if value else _retry_info(refusal.body)


def _number(value: str | None) -> float | None:
    return float(value) if value and re.fullmatch(r"\d{1,9}(\.\d{1,9})?", value.strip()) else None


def _until(moment: str, now: str | None) -> float | None:
    """Seconds between two HTTP dates. The server's own clock says what time it is."""
    try:
        wait = parsedate_to_datetime(moment) - parsedate_to_datetime(now or "")
    except (TypeError, ValueError):
        return None
    return max(0.0, wait.total_seconds())


def _retry_info(body: object) -> float | None:
    for error in _errors(body):
        details = error.get("details")
        for detail in details if isinstance(details, list) else []:
            delay = detail.get("retryDelay") if isinstance(detail, Mapping) else None
            if isinstance(delay, str) and (found := _DELAY.fullmatch(delay)):
                return float(found[1])
    return None
