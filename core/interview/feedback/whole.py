"""How the answers of an interview share the words of its feedback.

A kind of strength is named at most twice, and why it matters is told once for each kind.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from core.interview.feedback.elsewhere import Elsewhere
from core.interview.feedback.remarks import (
    AGAINST,
    GOOD,
    LATE,
    MOST,
    NOTHING_MISSING,
    NOTHING_TO_MEND,
    SOUND,
    Remark,
    step_further,
    unlike,
)
from core.models import AnswerReview, Competency

MOST_OF_A_KIND = 2
# A label that says little of its own is given once.
_ONCE = ("checked", "facts")
# What gives way to qualities that are named and not shown.
_SMALL = ("role", "facts", "vague", "reason", "situation", "measure", "moment", "points")


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A review with what it is made of.

    `praise` is everything that was shown, `lacks` the kinds of what is missing, told as a remark or
    not, `further` the steps that could be named where nothing is. `asks_for_event` and `has_event`
    say whether an event was asked for and told, `hints` whether one is at least hinted at. `soft`
    are remarks that could be made where nothing is missing, `late` is the kind of a story that came
    only with a follow-up, and `elsewhere` an event for a question whose answer tells none.
    `case` is what was asked for and is not told, and `claim` says that qualities of one's own are
    named and nothing shows them.
    """

    review: AnswerReview
    praise: tuple[Remark, ...] = ()
    improvements: tuple[Remark, ...] = ()
    lacks: frozenset[str] = frozenset()
    competency: Competency | None = None
    asks_for_event: bool = False
    has_event: bool = True
    strengths: tuple[Remark, ...] = ()
    further: tuple[str, ...] = ()
    soft: tuple[Remark, ...] = ()
    late: str = ""
    hints: bool = False
    elsewhere: Elsewhere | None = None
    case: str = ""
    claim: Remark | None = None


def told_apart(reviewed: Iterable[Reviewed]) -> list[Reviewed]:
    """The reviews with their strengths, none of a kind more than twice, and each `why` once.

    A step further is named once in an interview.
    """
    count: dict[str, int] = {}
    told: set[str] = set()
    stepped: set[str] = set()
    late: set[str] = set()
    once = _claim_once([_late_once(item, late) for item in reviewed])
    return [_told(_noted(_with_strengths(_with_step(item, stepped), count)), told) for item in once]


def _late_once(item: Reviewed, told: set[str]) -> Reviewed:
    """That a story came late is said at the first of its kind; the top says it of all."""
    kept = tuple(one for one in item.improvements if one.sort != LATE or one.kind not in told)
    told.update(one.kind for one in kept)
    if kept or not item.improvements:
        return replace(item, improvements=kept)
    steps = (step_further(kind, item.review.number) for kind in item.further)
    return replace(item, improvements=(*item.soft, *steps)[:1])


def _claim_once(items: Sequence[Reviewed]) -> list[Reviewed]:
    """That qualities are named and not shown is said at one answer, in the place of a small thing.

    It is the first answer that has room for it.
    """
    at = next((at for at, item in enumerate(items) if _takes_claim(item)), None)
    if at is None:
        return list(items)
    kept = items[at].improvements[: MOST - 1]
    claimed = replace(items[at], improvements=(*kept, *filter(None, [items[at].claim])))
    return [*items[:at], claimed, *items[at + 1 :]]


def _takes_claim(item: Reviewed) -> bool:
    rest = item.improvements[MOST - 1 :]
    is_low = (item.review.score or 0) < GOOD
    return item.claim is not None and is_low and all(one.sort in _SMALL for one in rest)


def _with_step(item: Reviewed, stepped: set[str]) -> Reviewed:
    """With the first of its steps further that no answer before was told of, added to `stepped`."""
    if not any(remark.kind in item.further for remark in item.improvements):
        return item
    is_low = (item.review.score or 0) < GOOD
    fresh = next((kind for kind in item.further if kind not in stepped), "")
    kind = fresh or (item.further[0] if is_low else "")
    stepped.add(kind)
    improvements = (step_further(kind, item.review.number),) if kind else ()
    return replace(item, improvements=improvements)


def _noted(item: Reviewed) -> Reviewed:
    """With what is said of a sound answer in which nothing is to be mended."""
    if (item.review.score or 0) < SOUND or item.improvements or item.late:
        return item
    note = NOTHING_TO_MEND if item.asks_for_event else NOTHING_MISSING
    return replace(item, review=replace(item.review, note=note))


def _with_strengths(item: Reviewed, count: dict[str, int]) -> Reviewed:
    """The first two that are open still and unlike each other; counted in `count`."""
    chosen = unlike(_open(item, count))[:MOST]
    for remark in chosen:
        count[remark.kind] = count.get(remark.kind, 0) + 1
    return replace(item, strengths=chosen)


def _open(item: Reviewed, count: dict[str, int]) -> Iterator[Remark]:
    """What may be praised: not told twice yet, and nothing that is called missing as well.

    A good answer is never left without any.
    """
    fair = [one for one in item.praise if not item.lacks.intersection(AGAINST.get(one.kind, ()))]
    fresh = [one for one in fair if count.get(one.kind, 0) < _most(one.kind)]
    is_good = (item.review.score or 0) >= GOOD
    yield from fresh or (fair[:1] if is_good else ())


def _most(kind: str) -> int:
    return 1 if kind in _ONCE else MOST_OF_A_KIND


def _told(item: Reviewed, told: set[str]) -> Reviewed:
    strengths = _why_once(item.strengths, told)
    improvements = _why_once(item.improvements, told)
    review = replace(
        item.review,
        strengths=tuple(remark.point for remark in strengths),
        improvements=tuple(remark.point for remark in improvements),
    )
    return replace(item, review=review, strengths=strengths, improvements=improvements)


def _why_once(remarks: Sequence[Remark], told: set[str]) -> tuple[Remark, ...]:
    """The remarks, without the `why` of a kind and without a version that are in `told` already."""
    kept = []
    for remark in remarks:
        point = replace(remark.point, why="") if remark.sort in told else remark.point
        point = replace(point, stronger="") if point.stronger in told else point
        kept.append(replace(remark, point=point))
        told.update((remark.sort, point.stronger or remark.sort))
    return tuple(kept)
