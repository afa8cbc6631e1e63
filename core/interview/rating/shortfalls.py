"""What keeps a level below the good ones where no part of the answer is missing.

Each is the share of the level's own arithmetic (see `levels`) that is furthest from full.
"""

from __future__ import annotations

from core.interview.rating.found import Found
from core.models import Part

_STORY = {
    Part.SITUATION: ("situation", 0.15),
    Part.ACTION: ("action", 0.2),
    Part.OWN_PART: ("own_part", 0.15),
    Part.RESULT: ("result", 0.35),
    Part.MEASURE: ("measure", 0.15),
}
_OF_EVIDENCE = (0.65, 0.25)  # for what is developed and for what is precise
_OF_A_STORY = (0.35, 0.65)  # for what is developed and for the parts of the story
_OF_AN_ANSWER = (0.7, 0.15)  # for what is developed and for each of reasons and an end
_OF_CLARITY = (0.35, 0.25)
_MOST_REASONS = 2


def of_evidence(found: Found, *, tells_deeds: bool) -> str:
    """The name of a sentence in [shortfall] of `content/grounds.toml`, as from all of these."""
    return _developed_or_precise(found, _OF_EVIDENCE, "detail" if tells_deeds else "more")


def of_clarity(found: Found) -> str:
    return _developed_or_precise(found, _OF_CLARITY, "guess")


def of_story(found: Found, told: frozenset[Part]) -> str:
    """`told` are the parts of which nothing is said."""
    developed, story = _OF_A_STORY
    short = {"brief": developed * (1 - found.developed)}
    for part, (name, worth) in _STORY.items():
        if part not in told:
            short[name] = story * worth * (1 - found.parts[part])
    return _largest(short)


def of_other(found: Found, end: str, *, is_path: bool) -> str:
    """`end` names what is called the end in such an answer; empty where nobody expects one.

    Nobody expects reasons of a path.
    """
    developed, each = _OF_AN_ANSWER
    short = {"short": developed * (1 - found.developed)}
    if not is_path:
        reasons = min(found.reasons, _MOST_REASONS) / _MOST_REASONS
        short["reasons"] = each * (1 - reasons)
    if end:
        short[end] = each * (1 - found.parts[Part.RESULT])
    return _largest(short)


def _developed_or_precise(found: Found, shares: tuple[float, float], brief: str) -> str:
    developed, precise = shares
    return _largest(
        {brief: developed * (1 - found.developed), "precise": precise * (1 - found.precise)}
    )


def _largest(short: dict[str, float]) -> str:
    return max(short, key=lambda name: short[name])
