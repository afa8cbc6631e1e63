"""A score as a sum: from the lowest score through levels, gates and cap to what it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import fsum

from core.interview.rating.scoring import HIGHEST, LEVELS, LOWEST
from core.models import Rating, Step

Line = tuple[str, float]
ROUNDED = "Rounded to one decimal"


def ledger(
    rated: Sequence[Rating],
    weights: Sequence[float],
    gates: Sequence[Line],
    limit: Line,
    score: float,
) -> tuple[Step, ...]:
    """The lines that change the score; their points, in hundredths, add up to `score` exactly.

    `gates` are what the points above the lowest score are multiplied with, each with its label;
    `limit` is the most that such an answer can get. See `scoring.answer_score`. A line follows from
    its own label alone, so that the same input shows the same points in every answer.
    """
    lines = [("Every answer starts at", LOWEST), *_earned(rated, weights)]
    total = fsum(points for _, points in lines)
    for label, share in gates:
        gated = LOWEST + (total - LOWEST) * share
        lines.append((label, gated - total))
        total = gated
    label, most = limit
    lines.append((label, min(0.0, most - total)))
    told = [(label, round(points, 2)) for label, points in lines]
    rest = round(score - fsum(points for _, points in told), 2)
    return tuple(
        Step(label=label, points=points) for label, points in (*told, (ROUNDED, rest)) if points
    )


def _earned(rated: Sequence[Rating], weights: Sequence[float]) -> Iterator[Line]:
    whole = fsum(weights)
    for rating, weight in zip(rated, weights, strict=True):
        share = (HIGHEST - LOWEST) * weight / whole
        label = f"{rating.item.label}: level {rating.level:g}, counts {weight:g} of {whole:g}"
        yield label, share * (rating.level - 1) / LEVELS
