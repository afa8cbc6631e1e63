"""How the answers of an interview share the words of its feedback.

A kind of strength is named at most twice, and why it matters is told once for each kind.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from core.interview.remarks import AGAINST, LATE, MOST, Remark
from core.models import AnswerReview, Competency

MOST_OF_A_KIND = 2


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A review with what it is made of.

    `praise` is everything that was shown, `lacks` the kinds of what is missing, told as a remark or
    not. `asks_for_event` and `has_event` say whether an event was asked for and told.
    """

    review: AnswerReview
    praise: tuple[Remark, ...] = ()
    improvements: tuple[Remark, ...] = ()
    lacks: frozenset[str] = frozenset()
    competency: Competency | None = None
    asks_for_event: bool = False
    has_event: bool = True
    strengths: tuple[Remark, ...] = ()

    @property
    def came_late(self) -> bool:
        return any(remark.sort == LATE for remark in self.improvements)


def told_apart(reviewed: Iterable[Reviewed]) -> list[Reviewed]:
    """The reviews with their strengths, none of a kind more than twice, and each `why` once."""
    count: dict[str, int] = {}
    told: set[str] = set()
    return [_told(_with_strengths(item, count), told) for item in reviewed]


def _with_strengths(item: Reviewed, count: dict[str, int]) -> Reviewed:
    """The first two that are open still and quote different sentences; counted in `count`."""
    chosen: list[Remark] = []
    for remark in _open(item, count):
        is_new = all(remark.point.quote != other.point.quote for other in chosen)
        if is_new and len(chosen) < MOST:
            chosen.append(remark)
            count[remark.kind] = count.get(remark.kind, 0) + 1
    return replace(item, strengths=tuple(chosen))


def _open(item: Reviewed, count: dict[str, int]) -> Iterator[Remark]:
    """What may be praised: not told twice yet, and nothing that is called missing as well."""
    for remark in item.praise:
        is_missing = item.lacks.intersection(AGAINST.get(remark.kind, ()))
        if count.get(remark.kind, 0) < MOST_OF_A_KIND and not is_missing:
            yield remark


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
    """The remarks, those of a kind in `told` without their `why`; the others are added to it."""
    kept = []
    for remark in remarks:
        point = replace(remark.point, why="") if remark.sort in told else remark.point
        kept.append(replace(remark, point=point))
        told.add(remark.sort)
    return tuple(kept)
