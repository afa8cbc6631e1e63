"""Whether two questions ask the same thing in nearly the same words."""

from __future__ import annotations

from core.interview.text import content_stems

MOSTLY_THE_SAME = 0.6


def are_alike(one: str, other: str) -> bool:
    """True when they share most of their content words, whatever the little words around them."""
    left, right = content_stems(one), content_stems(other)
    if not left or not right:
        return one.strip().lower() == other.strip().lower()
    return len(left & right) >= MOSTLY_THE_SAME * len(left | right)
