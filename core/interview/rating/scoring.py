"""The arithmetic from levels to scores, the same for both assessors."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from statistics import fmean

from core.models import Rating, Score

LOWEST, HIGHEST = 1.0, 10.0
LEVELS = 4  # steps between level 1 and level 5
NON_ANSWER, TOO_SHORT = 2.0, 3.0
A_LINE, A_WORD, ENOUGH_WORDS = 5, 0.2, 15
RELEVANCE_FLOOR, DEVELOPMENT_FLOOR = 0.65, 0.6
RELEVANT_ENOUGH = 3.0
ONE_ANSWER = 1.8
WIDEST_BAND = 1.6
FEW = 3
NO_ANSWER = "No answer could be rated, so there is no score."


@dataclass(frozen=True, slots=True)
class Gates:
    """What the points above 1 are multiplied with, softly, so that nothing falls off a cliff.

    `relevance` is a level 1 to 5 and leaves 0.65 to 1, `development` a share 0 to 1 that leaves 0.6
    to 1. `kept` is the share that an answer to another question keeps of its points, `doing` the
    one that talk keeps in which hardly anything is done.
    """

    relevance: float = RELEVANT_ENOUGH
    development: float = 1.0
    kept: float = 1.0
    doing: float = 1.0

    @property
    def share(self) -> float:
        near = relevance_gate(self.relevance)
        return near * development_gate(self.development) * self.kept * self.doing


def answer_score(
    ratings: Sequence[Rating],
    gates: Gates,
    *,
    cap: float = HIGHEST,
    weights: Sequence[float] = (),
) -> float:
    """One answer on the scale 1 to 10: `1 + 9 (q - 1) / 4` with q the mean level (1 to 5).

    What lies above 1 is multiplied with the `gates`. `cap` is the most that this kind of answer can
    get (see `cap_of`). After the reference rubric of structured interviewing: equal weights, as the
    US Office of Personnel Management advises.
    """
    mean = fmean((rating.level for rating in ratings), weights or None)
    above = (HIGHEST - LOWEST) * (mean - 1) / LEVELS
    return round(max(LOWEST, min(cap, LOWEST + above * gates.share)), 1)


def relevance_gate(level: float) -> float:
    """0.65 at level 1, rising evenly to 1 at level 3 and above."""
    share = min(1.0, max(0.0, (level - 1) / (RELEVANT_ENOUGH - 1)))
    return RELEVANCE_FLOOR + (1 - RELEVANCE_FLOOR) * share


def development_gate(share: float) -> float:
    """0.6 for nothing developed, rising evenly to 1 for a developed answer."""
    return DEVELOPMENT_FLOOR + (1 - DEVELOPMENT_FLOOR) * min(1.0, max(0.0, share))


def cap_of(*, empty: bool, is_non_answer: bool, words: int = ENOUGH_WORDS) -> float:
    """The most an answer can get: 1 when empty, 2 for a non-answer, 3 to 4.8 under 15 words."""
    if empty:
        return LOWEST
    if is_non_answer:
        return NON_ANSWER
    if words >= ENOUGH_WORDS:
        return HIGHEST
    return round(TOO_SHORT + A_WORD * max(0, words - A_LINE), 1)


def overall_score(scores: Sequence[float | None]) -> Score:
    """The mean of the rated answers with a band of one standard error.

    The scores of one person's answers spread with a standard deviation of about 1.8 around their
    mean, so the band is 1.8 / sqrt(n): 0.8 with five answers, 0.6 with eight. Below three answers
    it is 1.6, since so few say little about the spread.
    """
    rated = [score for score in scores if score is not None]
    if not rated:
        return Score(value=None, reason=NO_ANSWER)
    mean = fmean(rated)
    half = band(len(rated))
    return Score(
        value=round(mean, 1),
        low=round(max(LOWEST, mean - half), 1),
        high=round(min(HIGHEST, mean + half), 1),
        rated=len(rated),
    )


def band(count: int) -> float:
    return WIDEST_BAND if count < FEW else ONE_ANSWER / sqrt(count)
