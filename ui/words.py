"""Dates, scores, languages and lists as people say them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from core.models import LANGUAGES, Score, telling


def day(moment: datetime) -> str:
    return f"{moment.day} {moment:%B %Y}"


def out_of_ten(value: float) -> str:
    return f"{value:.1f} / 10"


def overall(score: Score) -> str:
    if score.value is None:
        return "No score"
    provisional = " (provisional)" if score.provisional else ""
    return out_of_ten(score.value) + provisional


def language(code: str) -> str:
    """The English name of a language by its ISO 639-1 code."""
    known = LANGUAGES.get(code)
    return known.name if known else code


def questions(numbers: Sequence[int]) -> str:
    name = "question" if len(numbers) == 1 else "questions"
    return f"{name} {telling.listed([str(number) for number in numbers])}"
