"""How well ratings agree with people's: pairs, ranks and curves, with bootstrap intervals.

An interval holds the middle 95 per cent of what comes out when questions are drawn anew, with
replacement; answers to one question stay together.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from statistics import mean
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

SEED, DRAWS, RANK_DRAWS = 20_240_601, 2_000, 400
ALIKE = 0.1  # of two lengths, against the longer
FEWEST_FOR_RANKS = 3
Scores = Sequence[float]
T = TypeVar("T")
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Judged:
    """An answer that people judged: `label` 0 is the lowest; `words` is its length."""

    question: str
    label: int
    words: int


@dataclass(frozen=True, slots=True)
class Pair:
    """Places of two answers to one question, of which people found one better."""

    better: int
    worse: int


@dataclass(frozen=True, slots=True)
class Estimate:
    """A figure, where it lies in 95 of 100 draws, and of how many it was made."""

    value: float
    low: float
    high: float
    count: int

    def __str__(self) -> str:
        return f"{self.value:.3f} ({self.low:.3f} to {self.high:.3f}, n {self.count})"


def pairs_of(judged: Sequence[Judged]) -> list[Pair]:
    """Every two answers to one question with different labels."""
    groups: dict[str, list[int]] = defaultdict(list)
    for place, answer in enumerate(judged):
        groups[answer.question].append(place)
    found = (two for group in groups.values() for two in combinations(group, 2))
    return [
        Pair(one, two) if judged[one].label > judged[two].label else Pair(two, one)
        for one, two in found
        if judged[one].label != judged[two].label
    ]


def length_matched(judged: Sequence[Judged], pairs: Sequence[Pair]) -> list[Pair]:
    """Pairs whose lengths differ by at most a tenth of the longer."""
    lengths = ((pair, judged[pair.better].words, judged[pair.worse].words) for pair in pairs)
    return [pair for pair, one, two in lengths if abs(one - two) <= ALIKE * max(one, two)]


def worse_longer(judged: Sequence[Judged], pairs: Sequence[Pair]) -> list[Pair]:
    return [pair for pair in pairs if judged[pair.worse].words > judged[pair.better].words]


def accuracy(judged: Sequence[Judged], pairs: Sequence[Pair], scores: Scores) -> Estimate:
    """The share of pairs in which the better answer has the higher score; a tie counts half."""
    gaps = (scores[pair.better] - scores[pair.worse] for pair in pairs)
    right = [(float(np.sign(gap)) + 1) / 2 for gap in gaps]
    return mean_within(right, [judged[pair.better].question for pair in pairs])


def mean_within(values: Sequence[float], groups: Sequence[str]) -> Estimate:
    """The mean, with its interval when whole groups are drawn anew."""
    together: dict[str, list[float]] = defaultdict(list)
    for value, group in zip(values, groups, strict=True):
        together[group].append(value)
    return _ratio(list(together.values()))


def _ratio(groups: Sequence[Sequence[float]]) -> Estimate:
    if not groups:
        return Estimate(float("nan"), float("nan"), float("nan"), 0)
    sums = np.array([sum(group) for group in groups])
    counts = np.array([len(group) for group in groups])
    drawn = np.random.default_rng(SEED).multinomial(
        len(groups), np.full(len(groups), 1 / len(groups)), DRAWS
    )
    low, high = np.quantile((drawn @ sums) / (drawn @ counts), (0.025, 0.975))
    return Estimate(float(sums.sum() / counts.sum()), float(low), float(high), int(counts.sum()))


def rank_correlation(judged: Sequence[Judged], scores: Scores) -> Estimate:
    """Spearman's rho of labels and scores over all answers."""
    groups: dict[str, list[int]] = defaultdict(list)
    for place, answer in enumerate(judged):
        groups[answer.question].append(place)
    labels, values = np.array([a.label for a in judged], float), np.array(scores, float)
    places = [np.array(group) for group in groups.values()]

    def figure(chosen: Sequence[NDArray[np.int64]]) -> float:
        drawn = np.concatenate(chosen)
        return spearman(labels[drawn], values[drawn])

    return replace(_drawn(places, figure), count=len(judged))


def _drawn(groups: Sequence[T], figure: Callable[[Sequence[T]], float]) -> Estimate:
    """The figure of all groups, with its interval over draws for which there is one."""
    random = np.random.default_rng(SEED)
    draws = (random.integers(0, len(groups), len(groups)) for _ in range(RANK_DRAWS))
    drawn = [figure([groups[place] for place in draw]) for draw in draws]
    kept = [value for value in drawn if not np.isnan(value)] or [float("nan")]
    low, high = np.quantile(kept, (0.025, 0.975))
    return Estimate(figure(groups), float(low), float(high), len(groups))


def within_questions(judged: Sequence[Judged], scores: Scores) -> Estimate:
    """The mean of Spearman's rho over questions with three answers or more and unlike labels."""
    groups: dict[str, list[int]] = defaultdict(list)
    for place, answer in enumerate(judged):
        groups[answer.question].append(place)
    kept = [
        group
        for group in groups.values()
        if len(group) >= FEWEST_FOR_RANKS and len({judged[place].label for place in group}) > 1
    ]
    rhos = (
        spearman(
            np.array([judged[place].label for place in group], float),
            np.array([scores[place] for place in group], float),
        )
        for group in kept
    )
    return _ratio([[rho] for rho in rhos])


def spearman(one: Floats, two: Floats) -> float:
    """Rank correlation with mean ranks for ties; 0 where one side never varies."""
    first, second = ranks(one), ranks(two)
    first, second = first - first.mean(), second - second.mean()
    spread = float(np.sqrt((first**2).sum() * (second**2).sum()))
    return float((first * second).sum()) / spread if spread else 0.0


def ranks(values: Floats) -> Floats:
    """Places in ascending order, counted from 1; equal values share the mean of theirs."""
    _, which, counts = np.unique(values, return_inverse=True, return_counts=True)
    last = np.cumsum(counts)
    shared: Floats = (last - (counts - 1) / 2)[which]
    return shared


def area(positive: Scores, negative: Scores) -> float:
    """AUC: how often one of the first is above one of the second; a tie counts half."""
    if not positive or not negative:
        return float("nan")
    placed = ranks(np.array([*positive, *negative], float))[: len(positive)]
    below = placed.sum() - len(positive) * (len(positive) + 1) / 2
    return float(below) / (len(positive) * len(negative))


def area_within(groups: Sequence[tuple[Scores, Scores]]) -> Estimate:
    """The area over all groups of positives and negatives, with its interval over the groups."""

    def figure(chosen: Sequence[tuple[Scores, Scores]]) -> float:
        return area(
            [value for yes, _ in chosen for value in yes],
            [value for _, no in chosen for value in no],
        )

    return _drawn(groups, figure)


def mean_of(values: Sequence[float]) -> float:
    return mean(values) if values else float("nan")
