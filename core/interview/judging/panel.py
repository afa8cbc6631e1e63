"""Several runs of a model over the same interview, as one opinion."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from statistics import fmean, median

from core.interview.judging.judged import JudgedAnswer, Judgement
from core.interview.rating.scoring import HIGHEST, LEVELS, LOWEST
from core.models import Score

ITEMS = ("relevance", "evidence", "structure", "clarity", "competency")
DISAGREEMENT = 1.5  # levels between the highest and the lowest run


@dataclass(frozen=True, slots=True)
class Opinion:
    """What the runs make of one story: the median level of each item, half levels allowed.

    `answer` is the run that is nearest to the medians; its points are the ones that count.
    `spread` is the widest disagreement over an item, in levels, or 0 where it is below 1.5; `reach`
    is then the mean one over all items, in points.
    """

    answer: JudgedAnswer
    levels: Mapping[str, float]
    spread: float
    reach: float = 0.0


def opinion_of(answers: Sequence[JudgedAnswer]) -> Opinion:
    """Of at least one run. A competency counts where at least half of the runs rated it."""
    given = {item: [*_levels(answers, item)] for item in ITEMS}
    levels = {
        item: _median(found) for item, found in given.items() if 2 * len(found) >= len(answers)
    }
    ranges = [max(found) - min(found) for found in given.values() if found]
    is_torn = max(ranges) >= DISAGREEMENT
    return Opinion(
        min(answers, key=lambda answer: _distance(answer, levels)),
        levels,
        spread=float(max(ranges)) if is_torn else 0.0,
        reach=fmean(ranges) * (HIGHEST - LOWEST) / LEVELS if is_torn else 0.0,
    )


def nearest(runs: Sequence[Judgement], opinions: Iterable[Opinion]) -> Judgement:
    """The run that most of the points come from; of several, the first."""
    chosen = [opinion.answer for opinion in opinions]
    return max(runs, key=lambda run: sum(answer in chosen for answer in run.answers))


def widened(score: Score, reaches: Sequence[float]) -> Score:
    """The score with its band wider by half of how far the runs are apart, mean over answers."""
    if score.value is None or score.low is None or score.high is None or not any(reaches):
        return score
    more = fmean(reaches) / 2
    low, high = max(LOWEST, score.low - more), min(HIGHEST, score.high + more)
    return replace(score, low=round(low, 1), high=round(high, 1))


def _levels(answers: Iterable[JudgedAnswer], item: str) -> Iterable[int]:
    found = (getattr(answer, item) for answer in answers)
    return (level for level in found if level is not None)


def _median(levels: Sequence[int]) -> float:
    """In half levels, which a median of whole ones always has."""
    return float(median(levels))


def _distance(answer: JudgedAnswer, levels: Mapping[str, float]) -> float:
    given: dict[str, int | None] = {item: getattr(answer, item) for item in levels}
    return sum(abs(level - levels[item]) for item, level in given.items() if level is not None)
