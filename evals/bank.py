"""Figures of the question bank: how many, how readable, how different from each other and others'.

Questions of others are read from `questions_open.csv` in the folder that EVAL_DATA names, or in
`shared/data` beside the checkout; without it that figure is left out.
"""

from __future__ import annotations

import csv
import os
from collections.abc import Iterator
from itertools import combinations, product
from pathlib import Path
from statistics import mean

from core.interview import bank
from core.interview.alike import are_alike
from evals.figures import Figure
from evals.readability import grade

_BESIDE = Path(__file__).resolve().parents[2] / "shared" / "data"


def measure() -> Iterator[Figure]:
    texts = tuple(text for group in bank.every_question().values() for text in group)
    grades = tuple(map(grade, texts))
    alike = tuple(f"{one} / {two}" for one, two in combinations(texts, 2) if are_alike(one, two))
    yield Figure("Questions", len(texts), 400)
    yield Figure("Questions that are alike", len(alike), 0, at_most=True, files=alike)
    yield Figure("Reading grade, mean", mean(grades), 9, at_most=True)
    yield Figure("Reading grade, hardest", max(grades), 12, at_most=True)
    if others := questions_of_others():
        near = near_copies(texts, others)
        yield Figure("Near copies of questions of others", len(near), 0, at_most=True, files=near)


def questions_of_others() -> tuple[str, ...]:
    """The questions that ours must not be near copies of; none where the data is not there."""
    file = Path(os.environ.get("EVAL_DATA") or _BESIDE) / "questions_open.csv"
    if not file.is_file():
        return ()
    with file.open(encoding="utf-8", newline="") as lines:
        return tuple(row["question"] for row in csv.DictReader(lines))


def near_copies(ours: tuple[str, ...], others: tuple[str, ...]) -> tuple[str, ...]:
    pairs = product(ours, others)
    return tuple(f"{one} / {other}" for one, other in pairs if are_alike(one, other))
