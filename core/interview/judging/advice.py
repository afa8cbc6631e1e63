"""CV advice by code and by a model as one list: by code all of it, by a model what is new."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from core.interview.checking.evidence import find_span
from core.models import Advice, Suggestion

MOST = 6  # of a model's


def merged(own: Sequence[Suggestion], given: Iterable[Suggestion]) -> tuple[Suggestion, ...]:
    """`own` is the built-in advice, which stays whole; `given` has its quotes verified.

    What a model says of a line that code has something to say of goes with that. That the CV lacks
    something is not taken from a model where code finds it there.
    """
    kept, new = list(own), list[Suggestion]()
    for suggestion in list(given)[:MOST]:
        place = next((at for at, one in enumerate(kept) if _same_line(one, suggestion)), None)
        if place is not None:
            kept[place] = replace(kept[place], text=f"{kept[place].text} {suggestion.text}")
        elif not any(_same_demand(one, suggestion) for one in own):
            new.append(replace(suggestion, kind=_kind(suggestion)))
    return (*kept, *new)


def _kind(suggestion: Suggestion) -> Advice:
    if suggestion.cv_quote and suggestion.job_quote:
        return Advice.OTHER
    return Advice.LINE if suggestion.cv_quote else Advice.NOT_FOUND


def _same_line(own: Suggestion, given: Suggestion) -> bool:
    return own.kind is Advice.LINE and _overlap(own.cv_quote, given.cv_quote)


def _same_demand(own: Suggestion, given: Suggestion) -> bool:
    """Code has looked for this demand in the CV, and said what it found."""
    has_judged = own.kind in (Advice.FOUND, Advice.NOT_FOUND, Advice.SAID)
    return has_judged and not given.cv_quote and _overlap(own.job_quote, given.job_quote)


def _overlap(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return bool(short) and find_span(short, long) is not None
