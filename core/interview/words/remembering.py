"""What was found in a sentence is remembered, since many ask the same about it."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import TypeVar

Found = TypeVar("Found")

A_SENTENCE = 400  # characters; what is longer is looked at less often
_KEPT = 4096  # sentences


def remembered(find: Callable[[str], Found]) -> Callable[[str], Found]:
    """For a function of its text alone, whose result nobody can change."""
    known = lru_cache(maxsize=_KEPT)(find)

    @wraps(find)
    def remembering(text: str) -> Found:
        return known(text) if len(text) <= A_SENTENCE else find(text)

    return remembering
