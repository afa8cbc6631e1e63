"""What keeps a level below the good ones where no part of the answer is missing.

They are the shares of the level's own arithmetic (see `levels`), the one furthest from full first.
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


def of_evidence(found: Found, *, tells_deeds: bool) -> tuple[str, ...]:
    """The names of sentences in [shortfall] of `content/grounds.toml`, as from all of these."""
    return _developed_or_precise(found, _OF_EVIDENCE, "detail" if tells_deeds else "more")


def of_clarity(found: Found) -> tuple[str, ...]:
    return _developed_or_precise(found, _OF_CLARITY, "guess")


def of_story(found: Found, told: frozenset[Part]) -> tuple[str, ...]:
    """`told` are the parts of which nothing is said."""
    developed, story = _OF_A_STORY
    short = {"brief": developed * (1 - found.developed)}
    for part, (name, worth) in _STORY.items():
        if part not in told:
            short[name] = story * worth * (1 - found.parts[part])
    return _by_size(short)


def of_other(found: Found, end: str, *, is_path: bool) -> tuple[str, ...]:
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
    return _by_size(short)


def _developed_or_precise(found: Found, shares: tuple[float, float], brief: str) -> tuple[str, ...]:
    developed, precise = shares
    return _by_size(
        {brief: developed * (1 - found.developed), "precise": precise * (1 - found.precise)}
    )


def _by_size(short: dict[str, float]) -> tuple[str, ...]:
    return tuple(sorted(short, key=lambda name: -short[name]))
