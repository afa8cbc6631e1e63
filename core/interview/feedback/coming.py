"""What "Next time" says of events: that none was told, that they came late, and which are there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from core.interview.feedback.elsewhere import Elsewhere
from core.interview.feedback.remarks import SOUND
from core.interview.feedback.whole import Reviewed
from core.interview.words.tables import table
from core.models.telling import listed

MOMENTS = 3
MOST_READY = 2  # events of other answers that are pointed to
FEW = 3  # up to which a count is written as a word
NOT_AT_FIRST = "asked_none"  # begins the kinds of a story to which no example came to mind at first


def without_events(
    eventless: Sequence[Reviewed], in_vain: Sequence[Reviewed], rated: Sequence[Reviewed]
) -> str:
    """`in_vain` are the answers of which more was asked for, without effect."""
    told = "you do not say what happened" if all(i.hints for i in eventless) else "none was told"
    asked = f"{_questions(eventless)} asked for an event, and {told}."
    advice: str = table("remarks")["events"]["advice"]
    again = ""
    if in_vain:
        where = _questions(in_vain)
        again = f" Where somebody asks for more ({where.lower()}), that is the moment to tell it."
    return f"{asked} {advice.replace('{about}', moments(eventless, rated))}{again}"


def late(items: Sequence[Reviewed], rated: Sequence[Reviewed]) -> str:
    """What each first try cost, and the cure: a first sentence, or cases written down before."""
    none = [item for item in items if item.late.startswith(NOT_AT_FIRST)]
    slow = [item for item in items if item not in none]
    return " ".join((*_slow(slow), *_none(none, rated)))


def ready(rated: Sequence[Reviewed]) -> Iterator[str]:
    """The events that there are already for questions to which none was told."""
    found = [(item, item.elsewhere) for item in rated if item.elsewhere]
    for item, other in found[:MOST_READY]:
        yield f"For question {item.review.number} {_there(other)}."


def moments(items: Sequence[Reviewed], rated: Sequence[Reviewed]) -> str:
    """Moments to have ready: those that were missing, and then what is often asked.

    None of them was told well in this interview.
    """
    missing = [*dict.fromkeys((*items, *(one for one in rated if one.case)))]
    well = [one for one in rated if (one.review.score or 0) >= SOUND]
    open_ = (_moment(one) for one in missing if one not in well and not one.elsewhere)
    asked = " ".join(one.review.question for one in well)
    often = (
        one["case"]
        for one in table("remarks")["moments"]["often"]
        if not re.search(f"(?i){one['told']}", asked)
    )
    return listed(tuple(dict.fromkeys((*filter(None, open_), *often)))[:MOMENTS])


def _moment(item: Reviewed) -> str:
    """What its question asked for, in its own words where they are known."""
    told: dict[str, str] = table("remarks")["moments"]
    return item.case or (told[item.competency.value] if item.competency else "")


def _there(other: Elsewhere) -> str:
    if not other.number:
        return "your CV holds a line that you can tell more of"
    if other.about:
        return f"there is one already: answer {other.number} tells of {other.about}"
    return f"there is something already in answer {other.number}"


def _slow(items: Sequence[Reviewed]) -> Iterator[str]:
    if not items:
        return
    count = ("One", "Two", "Three")[len(items) - 1] if len(items) <= FEW else str(len(items))
    several = len(items) > 1
    yield f"{count} of your stories came only when you were asked again ({_scores(items)})."
    yield "Next time, begin with what happened."
    name = "stories" if several else "story"
    yield f"Have the {name} of {_questions(items).lower()} ready from the first sentence on."


def _none(items: Sequence[Reviewed], rated: Sequence[Reviewed]) -> Iterator[str]:
    if not items:
        return
    where = _questions(items).lower()
    scores = _scores(items) if len(items) > 1 else _from_to(items[0])
    yield f"To {where} no example came to mind at first ({scores})."
    yield (
        "Before the next interview write down six cases in a line each, among them "
        f"{moments(items, rated)}."
    )


def _scores(items: Sequence[Reviewed]) -> str:
    return "; ".join(f"question {item.review.number}: {_from_to(item)}" for item in items)


def _from_to(item: Reviewed) -> str:
    return f"{item.review.unaided:g} → {item.review.score:g}"


def _questions(items: Sequence[Reviewed]) -> str:
    numbers = [str(item.review.number) for item in items]
    return f"{'Questions' if len(numbers) > 1 else 'Question'} {listed(tuple(numbers))}"
