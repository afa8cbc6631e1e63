"""A score as a sum: from the lowest score through levels, gates and cap to what it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import fsum

from core.interview.rating.scoring import HIGHEST, LEVELS, LOWEST
from core.models import Rating, Step

Line = tuple[str, float]
ROUNDED = "Rounded to one decimal"
HUNDRED = 100
MOST_UP, MOST_DOWN = 5, 4  # hundredths that rounding half up adds or takes


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
    its own label alone, so that the same input shows the same points in every answer; only where
    their sum would not round to `score`, the line nearest to the next hundredth is moved there.
    """
    lines = [("Every answer starts at", LOWEST), *_earned(rated, weights)]
    total = fsum(points for _, points in lines)
    for label, share in gates:
        gated = LOWEST + (total - LOWEST) * share
        lines.append((label, gated - total))
        total = gated
    label, most = limit
    lines.append((label, min(0.0, most - total)))
    told = _rounding_to(score, lines)
    rest = round(score - fsum(points for _, points in told), 2)
    return tuple(
        Step(label=label, points=points) for label, points in (*told, (ROUNDED, rest)) if points
    )


def _rounding_to(score: float, lines: Sequence[Line]) -> list[Line]:
    """The lines in hundredths whose sum, rounded half up to one decimal, is `score`."""
    cents = [round(HUNDRED * points) for _, points in lines]
    over = round(HUNDRED * score) - sum(cents)
    off = max(0, over - MOST_UP) + min(0, over + MOST_DOWN)
    step = 1 if off > 0 else -1
    lost = [
        step * (HUNDRED * points - cent) for (_, points), cent in zip(lines, cents, strict=True)
    ]
    by_loss = sorted(range(1, len(lines)), key=lambda at: -lost[at])
    for at in by_loss[: abs(off)]:
        cents[at] += step
    return [(label, cent / HUNDRED) for (label, _), cent in zip(lines, cents, strict=True)]


def _earned(rated: Sequence[Rating], weights: Sequence[float]) -> Iterator[Line]:
    whole = fsum(weights)
    for rating, weight in zip(rated, weights, strict=True):
        share = (HIGHEST - LOWEST) * weight / whole
        label = f"{rating.item.label}: level {rating.level:g}, counts {weight:g} of {whole:g}"
        yield label, share * (rating.level - 1) / LEVELS
