"""What "Next time" says of events: that none was told, that they came late, and which are there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from core.interview.feedback.asked_again import OPEN, OTHER
from core.interview.feedback.elsewhere import Elsewhere
from core.interview.feedback.remarks import SOUND
from core.interview.feedback.whole import Reviewed
from core.interview.words.patterns import stands_in
from core.interview.words.tables import table
from core.models.telling import listed

MOMENTS = 3
MOST_READY = 2  # events of other answers that are pointed to
FEW = 3  # up to which a count is written as a word
MOST_DUTIES = 2  # lines of the advert for which a case is asked
_CAN, _MAY = "that you can tell more of", "whose story may go there"
_LEFT_OPEN = "it leaves open what was asked about."
NOT_AT_FIRST = "asked_none"  # begins the kinds of a story to which no example came to mind at first


def without_events(
    eventless: Sequence[Reviewed],
    in_vain: Sequence[Reviewed],
    rated: Sequence[Reviewed],
    duties: Sequence[str] = (),
) -> str:
    """`in_vain` are the answers of which more was asked for, without effect.

    `duties` are the lines of the advert for which nothing was told.
    """
    told = "you do not say what happened" if all(i.hints for i in eventless) else "none was told"
    asked = f"{_questions(eventless)} asked for an event, and {told}."
    again = ""
    if in_vain:
        where = _questions(in_vain)
        again = f" Where somebody asks for more ({where.lower()}), that is the moment to tell it."
    return f"{asked} {written_down(eventless, rated, duties)}{again}"


def written_down(
    eventless: Sequence[Reviewed], rated: Sequence[Reviewed], duties: Sequence[str] = ()
) -> str:
    """Which moments to write down before the next interview; who never worked has none at work."""
    is_new = any(item.is_new for item in rated)
    advice: str = table("remarks")["events"]["advice_new" if is_new else "advice"]
    about = moments(eventless, rated, () if is_new else duties, MOMENTS)
    return advice.replace("{about}", about)


def late(items: Sequence[Reviewed], rated: Sequence[Reviewed], duties: Sequence[str] = ()) -> str:
    """Which stories came late, and the cure: a first sentence, or cases written down before."""
    none = [item for item in items if item.late.startswith(NOT_AT_FIRST)]
    other = [item for item in items if item.late in (OTHER, OPEN)]
    slow = [item for item in items if item not in none and item not in other]
    return " ".join((*_slow(slow), *_other(other), *_none(none, rated, duties)))


def ready(rated: Sequence[Reviewed]) -> Iterator[str]:
    """The events that there are already for questions to which none was told."""
    found = [(item, item.elsewhere) for item in rated if item.elsewhere]
    for item, other in found[:MOST_READY]:
        yield f"For question {item.review.number}{_there(other)}."


def moments(
    items: Sequence[Reviewed],
    rated: Sequence[Reviewed],
    duties: Sequence[str] = (),
    fewest: int = 1,
) -> str:
    """Moments to have ready: those that were missing, then for lines of the advert left open.

    Only up to `fewest` what is often asked. None of them was told well in this interview.
    """
    missing = [*dict.fromkeys((*items, *(one for one in rated if one.case)))]
    well = [one for one in rated if (one.review.score or 0) >= SOUND]
    open_ = (_moment(one) for one in missing if one not in well and not one.elsewhere)
    asked = " ".join(one.review.question for one in well)
    often = (
        one["case"]
        for one in table("remarks")["moments"]["often"]
        if not stands_in(one["told"], asked)
    )
    weak = tuple(dict.fromkeys(filter(None, open_)))
    unasked = tuple(f"a case for “{line}”" for line in duties[:MOST_DUTIES])
    found = (*(weak[: MOMENTS - 1] if unasked else weak), *unasked)
    return listed(tuple(dict.fromkeys((*found, *often)))[: min(MOMENTS, max(fewest, len(found)))])


def _moment(item: Reviewed) -> str:
    """What its question asked for, in its own words where they are known."""
    told: dict[str, str] = table("remarks")["moments"]
    return item.case or (told[item.competency.value] if item.competency else "")


def _there(other: Elsewhere) -> str:
    if not other.number:
        return f" your CV holds a line {_MAY if other.may_fit else _CAN}"
    if other.about:
        return f" there is one already: answer {other.number} tells of {other.about}"
    if other.is_hint:
        return f", answer {other.number} mentions such times already: choose one and tell it whole"
    return f" there is something already in answer {other.number}"


def _slow(items: Sequence[Reviewed]) -> Iterator[str]:
    if not items:
        return
    count = ("One", "Two", "Three")[len(items) - 1] if len(items) <= FEW else str(len(items))
    several = len(items) > 1
    yield f"{count} of your stories came only when you were asked again."
    name = "stories" if several else "story"
    where = _questions(items).lower()
    yield f"Next time, have the {name} of {where} ready from the first sentence on."


def _other(items: Sequence[Reviewed]) -> Iterator[str]:
    for item in items:
        number = item.review.number
        yield f"To question {number} you told a story only when you were asked again, and"
        yield _LEFT_OPEN if item.late == OPEN else "it is not the one that was asked for."
        yield "Before you choose, look for what the question turns on."


def _none(
    items: Sequence[Reviewed], rated: Sequence[Reviewed], duties: Sequence[str]
) -> Iterator[str]:
    if not items:
        return
    yield f"To {_questions(items).lower()} no example came to mind at first."
    yield (
        "Before the next interview write down six cases in a line each, among them "
        f"{moments(items, rated, duties)}."
    )


def _questions(items: Sequence[Reviewed]) -> str:
    numbers = [str(item.review.number) for item in items]
    return f"{'Questions' if len(numbers) > 1 else 'Question'} {listed(tuple(numbers))}"
