"""Dates, scores, languages and lists as people say them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from core.models import Score

LANGUAGES = {
    "English": "en",
    "Chinese": "zh",
    "Dutch": "nl",
    "French": "fr",
    "German": "de",
    "Italian": "it",
    "Japanese": "ja",
    "Polish": "pl",
    "Portuguese": "pt",
    "Spanish": "es",
    "Turkish": "tr",
    "Ukrainian": "uk",
}


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
    """The name of a language by its ISO 639-1 code."""
    return next((name for name, known in LANGUAGES.items() if known == code), code)


def listed(items: Sequence[str]) -> str:
    """One, two and three."""
    return " and ".join(filter(None, (", ".join(items[:-1]), *items[-1:])))
