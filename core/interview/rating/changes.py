"""What is different between two assessments of the same interview."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from core.interview.rating.scoring import band
from core.models import Assessment, Score

OVERALL = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A score that is another one now. `number` is the question's, or 0 for the overall score.

    `within` says that the difference is no larger than the bands, so that it may mean nothing.
    """

    number: int
    before: float | None
    after: float | None
    within: bool


def changes(before: Assessment, after: Assessment) -> tuple[Change, ...]:
    """The overall score first, then the answers in order; scores that stayed are left out.

    An overall difference is within the bands where each score lies in the other's; that of a single
    answer where it is at most the band of one answer. A score that came or went is not within.
    """
    return tuple(_changes(before, after))


def _changes(before: Assessment, after: Assessment) -> Iterator[Change]:
    if before.score.value != after.score.value:
        within = _lies_in(before.score, after.score) and _lies_in(after.score, before.score)
        yield Change(
            number=OVERALL, before=before.score.value, after=after.score.value, within=within
        )
    earlier = {review.number: review.score for review in before.answers}
    for review in after.answers:
        score = earlier.get(review.number)
        if score != review.score:
            yield Change(
                number=review.number,
                before=score,
                after=review.score,
                within=_is_within(score, review.score),
            )


def _lies_in(score: Score, other: Score) -> bool:
    if score.value is None or other.low is None or other.high is None:
        return False
    return other.low <= score.value <= other.high


def _is_within(before: float | None, after: float | None) -> bool:
    return before is not None and after is not None and abs(after - before) <= band(1)
