"""Counting what a call took. Nothing about the shape of a number is taken for granted."""

from __future__ import annotations

import math

MOST_TOKENS = 1_000_000_000
MOST_DOLLARS = 1_000_000


def tokens(value: object) -> int | None:
    """A count of tokens, or None for what cannot be one."""
    is_count = isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= MOST_TOKENS
    return value if isinstance(value, int) and is_count else None


def dollars(value: object) -> float | None:
    if not isinstance(value, int | float) or isinstance(value, bool) or not math.isfinite(value):
        return None
    return float(value) if 0 <= value <= MOST_DOLLARS else None
