"""How the answers of an interview share the words of its feedback.

A kind of strength is named at most twice, and why it matters is told once for each kind.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from core.interview.answers.deeds import ENDS
from core.interview.feedback.elsewhere import Elsewhere
from core.interview.feedback.length import LONG
from core.interview.feedback.remarks import (
    AGAINST,
    FULL,
    GOOD,
    MOST,
    NOTHING_MISSING,
    NOTHING_TO_MEND,
    SOUND,
    Remark,
    step_further,
    unlike,
)
from core.interview.feedback.talk import AGAIN, LINE
from core.models import AnswerReview, Competency

MOST_OF_A_KIND = 2
AS_BEFORE = "as for question {}."
# A label that says little of its own is given once.
_ONCE = ("checked", "facts", "made")
_TOLD_AGAIN = ("repeat", LINE, AGAIN)
_SAME_LABEL = {"led": "made"}
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
    `case` is what was asked for and is not told, `claim` says that qualities of one's own are
    named and nothing shows them, and `is_new` that somebody has never worked.
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
    is_new: bool = False


def told_apart(reviewed: Iterable[Reviewed]) -> list[Reviewed]:
    """The reviews with their strengths, none of a kind more than twice, and each `why` once.

    A step further is named once in an interview.
    """
    count: dict[str, int] = {}
    told: set[str] = set()
    stepped: set[str] = set()
    once = _claim_once(_long_twice(reviewed))
    before: list[str] = []
    return [
        _told(_noted(_with_strengths(_with_step(item, stepped), count, before)), told)
        for item in _advised_once(once)
    ]


def _advised_once(items: Sequence[Reviewed]) -> Iterator[Reviewed]:
    """What to do is said in full at the first answer; a later one names that."""
    first: dict[str, int] = {}
    for item in items:
        kept = tuple(_as_before(one, first) for one in item.improvements)
        yield replace(item, improvements=kept)


def _as_before(remark: Remark, first: dict[str, int]) -> Remark:
    point = remark.point
    if not point.advice:
        return remark
    number = first.setdefault(point.advice, point.number)
    if number == point.number:
        return remark
    return replace(remark, point=replace(point, advice=AS_BEFORE.format(number)))


def _long_twice(items: Iterable[Reviewed]) -> list[Reviewed]:
    """That an answer is very long is said of two, and further where nothing else is."""
    kept: list[Reviewed] = []
    told = 0
    for item in items:
        rest = tuple(one for one in item.improvements if one.kind.split(" ", 1)[0] != LONG)
        is_dropped = told >= MOST_OF_A_KIND and bool(rest)
        told += len(rest) < len(item.improvements)
        kept.append(replace(item, improvements=rest) if is_dropped else item)
    return kept


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


def _with_strengths(item: Reviewed, count: dict[str, int], before: list[str]) -> Reviewed:
    """The first two that are open still and unlike each other; counted in `count`.

    One of the two is an end where the answer is full, and a story that was told `before` in other
    words is told of one thing that is new in it.
    """
    found = unlike(_open(item, count))
    if item.lacks.intersection(_TOLD_AGAIN):
        is_said = "\n".join(before).__contains__
        new = (one for one in found if not (count.get(_label(one)) or is_said(one.point.quote)))
        chosen = list(islice(new, 1))
    else:
        is_full = (item.review.score or 0) >= FULL
        chosen = _with_an_end(found) if is_full else [*found[:MOST]]
    for remark in chosen:
        count[_label(remark)] = count.get(_label(remark), 0) + 1
    before.append(item.review.answer)
    return replace(item, strengths=tuple(chosen))


def _with_an_end(found: Sequence[Remark]) -> list[Remark]:
    """The first two, the second of which gives way to an end where neither is one."""
    ends = [one for one in found if one.kind in ENDS]
    has_one = any(one in ends for one in found[:MOST])
    return [*found[:MOST]] if has_one or not ends else [*found[: MOST - 1], ends[0]]


def _open(item: Reviewed, count: dict[str, int]) -> Iterator[Remark]:
    """What may be praised: not told twice yet, and nothing that is called missing as well.

    A good answer is never left without any.
    """
    fair = [one for one in item.praise if not item.lacks.intersection(AGAINST.get(one.kind, ()))]
    fresh = [one for one in fair if count.get(_label(one), 0) < _most(_label(one))]
    is_good = (item.review.score or 0) >= GOOD
    again = (one for one in fair if _label(one) not in _ONCE)
    yield from fresh or (islice(again, 1) if is_good else ())


def _label(remark: Remark) -> str:
    """The kind, with one for two that are told in the same words."""
    return _SAME_LABEL.get(remark.kind, remark.kind)


def _most(label: str) -> int:
    return 1 if label in _ONCE else MOST_OF_A_KIND


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
