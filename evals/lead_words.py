"""How the verdicts compare words: stems, near-equal questions, what must never be said."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from functools import cache
from pathlib import Path
from typing import Any

from core.interview.planning import bank

_STEM = 5  # letters; enough to see that "delivered" goes back to "delivery"
_LEAST = 3  # letters of a word that can be recognised
_NEARLY, _SAME_WORDS = 0.9, 0.8
_QUOTED = re.compile(r"[“\"]([^”\"]+)[”\"]")


def words_in(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text.lower())


def stems(text: str) -> frozenset[str]:
    """The words by which one recognises what somebody said."""
    long = (word for word in words_in(text) if len(word) >= _LEAST or word.isdigit())
    common = frozenset(_lists()["common"].split())
    return frozenset(word[:_STEM] for word in long if word not in common)


def quotes_in(text: str) -> list[str]:
    return [quote.strip(" .,…") for quote in _QUOTED.findall(text)]


def stands_in(quote: str, text: str) -> bool:
    """Whether these are the words of the text, whatever their case and spacing."""
    return " ".join(quote.lower().split()) in " ".join(text.lower().split())


def nearly_equal(one: str, other: str) -> bool:
    """Whether somebody would say: you have asked me that."""
    first, second = words_in(one), words_in(other)
    both = set(first) | set(second)
    shared = len(set(first) & set(second)) / len(both) if both else 1.0
    return shared >= _SAME_WORDS or SequenceMatcher(None, first, second).ratio() >= _NEARLY


def asks_the_same(one: str, other: str) -> bool:
    """Whether one shares words with the other, holds it, or is a second wording of its end."""
    parts = re.split(r"(?<=[.:]) ", other)
    ends = (bank.plain_of(" ".join(parts[at:])) for at in range(len(parts)))
    if any(end and stands_in(end, one) for end in ends):
        return True
    return bool(stems(one) & stems(other)) or stands_in(other, one)


def praise_in(text: str) -> str:
    """Praise in the interviewer's own words, or nothing; quotes are the candidate's."""
    return _found("praise", text)


def protected_in(text: str) -> str:
    """The words that touch what must not be asked, or nothing."""
    return _found("protected", text)


def runs_of(text: str, length: int) -> set[str]:
    """Every run of so many words."""
    words = words_in(text)
    return {" ".join(words[at : at + length]) for at in range(len(words) - length + 1)}


def _found(name: str, text: str) -> str:
    found = re.search(_pattern(name), _QUOTED.sub(" ", text.lower()))
    return found[0] if found else ""


@cache
def _pattern(name: str) -> str:
    return rf"(?<!\w)({'|'.join(_lists()[name])})(?!\w)"


@cache
def _lists() -> dict[str, Any]:
    import tomllib

    return tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
