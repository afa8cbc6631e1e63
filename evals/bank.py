"""Figures of the question bank: how many, how readable, how different, and what shows a key point.

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
from typing import Any

from core.interview.answers.signals import read_answer
from core.interview.planning import bank
from core.interview.planning.alike import are_alike
from core.models import Competency, PlannedQuestion
from evals.figures import Figure
from evals.readability import grade

_EXPERTS = Path(__file__).with_name("experts.toml")
_LAST_ROUND = 3
_BESIDE = Path(__file__).resolve().parents[2] / "shared" / "data"


def measure() -> Iterator[Figure]:
    texts = tuple(text for group in bank.every_question().values() for text in group)
    grades = tuple(map(grade, texts))
    alike = tuple(f"{one} / {two}" for one, two in combinations(texts, 2) if are_alike(one, two))
    yield Figure("Questions", len(texts), 400)
    yield Figure("Questions that are alike", len(alike), 0, at_most=True, files=alike)
    yield Figure("Reading grade, mean", mean(grades), 9, at_most=True)
    yield Figure("Reading grade, hardest", max(grades), 12, at_most=True)
    answers = [answer for answer in experts() if answer["round"] == _LAST_ROUND]
    yield Figure("Key points that experts show in their own words", shown(answers), 0.7)
    elsewhere = shown(answers, asked=False)
    yield Figure("The same on other questions of their trade", elsewhere, 0.35, at_most=True)
    if others := questions_of_others():
        near = near_copies(texts, others)
        yield Figure("Near copies of questions of others", len(near), 0, at_most=True, files=near)


def experts() -> list[dict[str, Any]]:
    """Answers of our own to technical questions: `family`, `question` (its beginning), `text`."""
    import tomllib

    return tomllib.loads(_EXPERTS.read_text("utf-8"))["answer"]  # type: ignore[no-any-return]


def shown(answers: list[dict[str, Any]], *, asked: bool = True) -> float:
    """The share of key points that the answers show, of the question asked or of all others."""
    pairs = [
        (question, answer["text"])
        for answer in answers
        for question in bank.role_questions(answer["family"])
        if question.text.startswith(answer["question"]) is asked
    ]
    found = sum(len(points_in(text, question.text)) for question, text in pairs)
    return found / sum(len(question.points) for question, _ in pairs)


def points_in(answer: str, question: str) -> frozenset[str]:
    """The names of the key points of a technical question that an answer shows."""
    planned = PlannedQuestion(
        text=question, competency=Competency.ROLE_KNOWLEDGE, reason="Measured.", style="technical"
    )
    return frozenset(name for name, _ in read_answer(answer, planned).points)


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
