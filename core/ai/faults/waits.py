"""How long a server asks us to wait, in all the forms in which servers say so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime

from core.ai.faults.bodies import errors_in

LONGEST = 86_400.0  # seconds; a server that says more than a day is not believed
_DELAY = re.compile(r"(\d{1,9}(?:\.\d{1,9})?)s", re.ASCII)
_NUMBER = re.compile(r"\d{1,9}(?:\.\d{1,9})?", re.ASCII)
_EPOCH_MS = re.compile(r"\d{13}", re.ASCII)


def seconds_asked(headers: Mapping[str, str], body: object) -> float | None:
    """Seconds to wait; None where nothing is said, or nothing that makes sense.

    A moment in time only counts next to the server's own clock, the `Date` header: nobody knows by
    how much ours differs.
    """
    said = {name.lower(): value for name, value in headers.items()}
    waits = (wait for wait in _waits(said, body) if wait is not None)
    return next((wait for wait in waits if wait <= LONGEST), None)


def _waits(said: Mapping[str, str], body: object) -> Iterator[float | None]:
    now = _moment(said.get("date"))
    milliseconds = _number(said.get("retry-after-ms"))
    yield None if milliseconds is None else milliseconds / 1000
    yield _number(said.get("retry-after"))
    yield _until(_moment(said.get("retry-after")), now)
    yield from _in_body(body)
    for headers in (said, _upstream_headers(body)):
        yield _until(_epoch(headers.get("x-ratelimit-reset")), now)


def _number(value: object) -> float | None:
    is_one = isinstance(value, str) and _NUMBER.fullmatch(value.strip())
    return float(str(value)) if is_one else None


def _moment(value: str | None) -> datetime | None:
    from email.utils import parsedate_to_datetime  # noqa: PLC0415 - loads much, seldom needed

    try:
        moment = parsedate_to_datetime(value or "")
    except (TypeError, ValueError):
        return None
    return moment if moment.tzinfo else None


def _epoch(value: object) -> datetime | None:
    """OpenRouter counts milliseconds; what other servers mean by this header is unclear."""
    is_one = isinstance(value, str | int) and _EPOCH_MS.fullmatch(str(value))
    return datetime.fromtimestamp(int(str(value)) / 1000, UTC) if is_one else None


def _until(moment: datetime | None, now: datetime | None) -> float | None:
    return max(0.0, (moment - now).total_seconds()) if moment and now else None


def _in_body(body: object) -> Iterator[float]:
    """Google's RetryInfo."""
    for error in errors_in(body):
        details = error.get("details")
        for detail in details if isinstance(details, list) else []:
            delay = detail.get("retryDelay") if isinstance(detail, Mapping) else None
            if isinstance(delay, str) and (found := _DELAY.fullmatch(delay)):
                yield float(found[1])


def _upstream_headers(body: object) -> Mapping[str, object]:
    """What OpenRouter quotes of a vendor's answer."""
    for error in errors_in(body):
        metadata = error.get("metadata")
        headers = metadata.get("headers") if isinstance(metadata, Mapping) else None
        if isinstance(headers, Mapping):
            return {str(name).lower(): value for name, value in headers.items()}
    return {}
