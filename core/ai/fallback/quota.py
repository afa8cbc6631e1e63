"""When a used-up quota is full again, by what the providers document (November 2026)."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

from core.ai.types import AIProvider

UNKNOWN = 3_600.0  # seconds; nobody says when credit will be bought
_PACIFIC = timezone(timedelta(hours=-8))  # in summer an hour late, rather than early


def seconds_to_reset(provider: AIProvider, now: datetime) -> float:
    """Gemini counts days in Pacific time, OpenRouter's free models in UTC; others: an hour."""
    if provider.name == "gemini":
        return _seconds_to_midnight(now.astimezone(_PACIFIC))
    if provider.name == "openrouter" and provider.model.endswith((":free", "/free")):
        return _seconds_to_midnight(now.astimezone(UTC))
    return UNKNOWN


def _seconds_to_midnight(now: datetime) -> float:
    midnight = now.replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=1)
    return (midnight - now).total_seconds()
