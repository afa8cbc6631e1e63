"""Flat denials, such as "that has never happened to me"."""

from __future__ import annotations

from core.interview.words.patterns import regex

_HAPPENED = regex(
    r"(?i)\b(?:that|this|it|(?:something|anything)\s+like\s+that|such\s+a\s+(?:thing|case))\s+"
    r"(?:has\s+|have\s+|['\u2019]s\s+)?never\s+(?:really\s+)?happened\b"
    r"|\bnothing\s+(?:like\s+that|of\s+(?:that|the)\s+kind)\s+(?:has\s+)?(?:ever\s+)?happened\b"
    r"|\bI(?:['\u2019]ve|\s+have)\s+never\s+(?:been\s+in\s+(?:that|such\s+a)|had\s+(?:that|such\s+a))"
    r"\s*(?:situation|case|thing)?(?=[.,!]|$)"
)
# What makes the denial a smaller one, or no denial of the past.
_SMALLER = regex(
    r"(?i)\b(?:like\s+th(?:is|at)\s+(?:at|in)|formally|officially|alone|on\s+my\s+own|again|before|until"
    r"|since|except|apart\s+from|but|so\s+(?:badly|much|far)|will|would|want|thought|regretted|forgot"
    r"|forget|stopped|minded|knew|known|felt|liked|mean|meant|only|just|with\s+the\s+title|there|here)\b"
    r"|\bhad\s+never\b"
)


def says_never(sentence: str) -> bool:
    """Whether it says of what was asked about that it has never been."""
    return _HAPPENED.search(sentence) is not None


def is_smaller(sentence: str) -> bool:
    """Whether what is denied is less than all of it, or nothing of the past."""
    return _SMALLER.search(sentence) is not None
