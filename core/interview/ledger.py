"""A score as a sum: from the lowest score through levels, gates and cap to what it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import floor, fsum

from core.interview.scoring import HIGHEST, LEVELS, LOWEST
from core.models import Rating, Step

Line = tuple[str, float]


def ledger(
    rated: Sequence[Rating],
    weights: Sequence[float],
    gates: Sequence[Line],
    cap: float,
    score: float,
) -> tuple[Step, ...]:
    """The lines that change the score; their points, in tenths, add up to `score` exactly.

    `gates` are what the points above the lowest score are multiplied with, each with its label;
    `cap` is the most that such an answer can get. See `scoring.answer_score`.
    """
    lines = [("Every answer starts at", LOWEST), *_earned(rated, weights)]
    total = fsum(points for _, points in lines)
    for label, share in gates:
        gated = LOWEST + (total - LOWEST) * share
        lines.append((label, gated - total))
        total = gated
    lines.append(("The most that such an answer can get", min(0.0, cap - total)))
    return tuple(
        Step(label=label, points=points) for label, points in _in_tenths(lines, score) if points
    )


def _earned(rated: Sequence[Rating], weights: Sequence[float]) -> Iterator[Line]:
    whole = fsum(weights)
    for rating, weight in zip(rated, weights, strict=True):
        share = (HIGHEST - LOWEST) * weight / whole
        label = f"{rating.item.label}: level {rating.level:g}, counts {weight:g} of {whole:g}"
        yield label, share * (rating.level - 1) / LEVELS


def _in_tenths(lines: Sequence[Line], total: float) -> Iterator[Line]:
    """The lines in tenths that add up to `total`: those with the largest rest are rounded up."""
    whole = [floor(10 * points + 1e-9) for _, points in lines]
    rests = [10 * points - base for (_, points), base in zip(lines, whole, strict=True)]
    up = round(10 * total) - sum(whole)
    order = sorted(range(len(lines)), key=lambda place: (-rests[place], place))
    for place in order[: max(0, up)]:
        whole[place] += 1
    return ((label, tenths / 10) for (label, _), tenths in zip(lines, whole, strict=True))
