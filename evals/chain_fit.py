"""Fits a linear chain (conditional random field) to labelled sequences: L-BFGS with a penalty.

The same sequences give the same weights.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Numbers = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]
_ENOUGH, _SMALLEST = 1e-4, 1e-10  # of the line search


@dataclass(frozen=True, slots=True)
class Labelled:
    """A sequence: the numbers of the traits and of the label of each step, and its weight."""

    traits: Sequence[Sequence[int]]
    labels: Sequence[int]
    weight: float


@dataclass(frozen=True)
class Batch:
    """All sequences side by side, padded.

    Trait `traits[n]` is seen in row `seen_in[n]`; steps with the same traits share a row. `rows` is
    (sequences, longest) of row numbers, -1 behind the end; `gold` the same of labels.
    """

    traits: Numbers
    seen_in: Numbers
    rows: Numbers
    gold: Numbers
    weight: Floats

    @property
    def height(self) -> int:
        return int(self.rows.max()) + 1


def fitted(
    sequences: Sequence[Labelled], penalties: Sequence[float], size: int, rounds: int
) -> Floats:
    """A row for each trait, one for the start and `size` from each label; a column per label.

    `penalties` has one number for each of these rows: the higher, the smaller its weights.
    """
    batch = _batch(sequences)
    start = np.zeros(len(penalties) * size)
    penalty = np.repeat(np.array(penalties, dtype=np.float64), size)
    return _minimum(lambda held: _loss(held, batch, size, penalty), start, rounds).reshape(-1, size)


def _batch(sequences: Sequence[Labelled]) -> Batch:
    place: dict[tuple[int, ...], int] = {}
    longest = max(len(sequence.labels) for sequence in sequences)
    rows = np.full((len(sequences), longest), -1, dtype=np.int64)
    gold = np.zeros((len(sequences), longest), dtype=np.int64)
    for number, sequence in enumerate(sequences):
        count = len(sequence.labels)
        rows[number, :count] = [
            place.setdefault(tuple(step), len(place)) for step in sequence.traits
        ]
        gold[number, :count] = sequence.labels
    return Batch(
        np.array([trait for step in place for trait in step], dtype=np.int64),
        np.repeat(np.arange(len(place)), [len(step) for step in place]),
        rows,
        gold,
        np.array([sequence.weight for sequence in sequences]),
    )


def _loss(values: Floats, batch: Batch, size: int, penalty: Floats) -> tuple[float, Floats]:
    """The weighted negative log-likelihood with its gradient, by forward and backward sums."""
    held = values.reshape(-1, size)
    weights, start, moves = held[: -size - 1], held[-size - 1], held[-size:]
    scores = _gathered(weights[batch.traits], batch.seen_in, batch.height)
    there = batch.rows >= 0
    seen = np.where(there[..., None], scores[batch.rows], 0.0)
    forward, backward = _forward(seen, start, moves, there), _backward(seen, moves, there)
    total = _log_sum(forward[:, -1], 1)
    one = np.eye(size)[batch.gold] * there[..., None]
    likely = np.exp(forward + backward - total[:, None, None]) * there[..., None]
    wrong = (likely - one) * batch.weight[:, None, None]
    truth = one[:, :-1, :, None] * one[:, 1:, None, :]
    pairs = forward[:, :-1, :, None] + moves + (seen + backward)[:, 1:, None, :]
    pairs = np.exp(pairs - total[:, None, None, None]) - truth
    on = (there[:, 1:] * batch.weight[:, None])[..., None, None]
    spread = _gathered(wrong[there], batch.rows[there], batch.height)[batch.seen_in]
    upward = _gathered(spread, batch.traits, len(weights))
    slope = np.vstack([upward, wrong[:, 0].sum(0), (pairs * on).sum((0, 1))])
    right = (seen * one).sum((1, 2)) + one[:, 0] @ start + (truth * moves).sum((1, 2, 3))
    loss = float((batch.weight * (total - right)).sum() + (penalty * values) @ values / 2)
    return loss, slope.ravel() + penalty * values


def _gathered(values: Floats, places: Numbers, count: int) -> Floats:
    """The sum of all rows that have the same place."""
    columns = [np.bincount(places, column, minlength=count) for column in values.T]
    return np.stack(columns, axis=1)


def _forward(seen: Floats, start: Floats, moves: Floats, there: Flags) -> Floats:
    """Behind its end a sequence keeps its last sums."""
    found = np.zeros_like(seen)
    found[:, 0] = seen[:, 0] + start
    for step in range(1, seen.shape[1]):
        grown = _log_sum(found[:, step - 1, :, None] + moves, 1) + seen[:, step]
        found[:, step] = np.where(there[:, step, None], grown, found[:, step - 1])
    return found


def _backward(seen: Floats, moves: Floats, there: Flags) -> Floats:
    found = np.zeros_like(seen)
    for step in range(seen.shape[1] - 2, -1, -1):
        ahead = moves + (seen[:, step + 1] + found[:, step + 1])[:, None, :]
        found[:, step] = np.where(there[:, step + 1, None], _log_sum(ahead, 2), 0.0)
    return found


def _log_sum(values: Floats, axis: int) -> Floats:
    highest = values.max(axis=axis, keepdims=True)
    summed: Floats = np.log(np.exp(values - highest).sum(axis=axis)) + highest.squeeze(axis)
    return summed


def _minimum(loss: Callable[[Floats], tuple[float, Floats]], values: Floats, rounds: int) -> Floats:
    """L-BFGS with ten pairs in memory and a halving line search."""
    now, slope = loss(values)
    pairs: list[tuple[Floats, Floats]] = []
    for _ in range(rounds):
        way = -_two_loops(slope, pairs)
        fall, step = float(slope @ way), 1.0 if pairs else 1.0 / float(np.abs(slope).sum())
        ahead, rise = loss(values + step * way)
        while ahead > now + _ENOUGH * step * fall and step > _SMALLEST:
            step /= 2
            ahead, rise = loss(values + step * way)
        pairs = [*pairs[-9:], (step * way, rise - slope)]
        values, slope, now = values + step * way, rise, ahead
    return values


def _two_loops(slope: Floats, pairs: Sequence[tuple[Floats, Floats]]) -> Floats:
    way, shares = slope.copy(), []
    for moved, turned in reversed(pairs):
        shares.append(float(moved @ way) / float(moved @ turned))
        way -= shares[-1] * turned
    if pairs:
        moved, turned = pairs[-1]
        way *= float(moved @ turned) / float(turned @ turned)
    for (moved, turned), share in zip(pairs, reversed(shares), strict=True):
        way += moved * (share - float(turned @ way) / float(moved @ turned))
    return way
