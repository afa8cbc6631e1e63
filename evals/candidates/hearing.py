"""What a question wants, by its own words, as a person hears it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any

from evals.candidates.life import table

_QUOTED = re.compile(r"[“\"]([^”\"]+)[”\"]")
_SHORT = 12
_LEAST = 3  # words of one's own that are recognised when they are quoted back


class Wish(StrEnum):
    OWN_QUESTIONS = "own_questions"
    FOLLOW_UP = "follow_up"
    OPENING = "opening"
    REQUIREMENT = "requirement"
    MOTIVATION = "motivation"
    HYPOTHETICAL = "hypothetical"
    PAST = "past"
    TECHNICAL = "technical"


_PLAINLY = {"event": Wish.PAST, "scene": Wish.HYPOTHETICAL, "general": Wish.TECHNICAL}


@dataclass(frozen=True, slots=True)
class Heard:
    """`part` names what a follow-up asks for; `themes` the themes of the question and how often."""

    wish: Wish
    part: str
    themes: dict[str, int]


def hear(question: str, own_words: Sequence[str] = ()) -> Heard:
    """What is wanted of somebody who has said `own_words` so far."""
    plain = question.lower()
    return Heard(_wish(plain, own_words), _part(plain), _themes(plain))


def quoted(text: str) -> list[str]:
    """What stands between double quotation marks."""
    return _QUOTED.findall(text)


def _wish(question: str, own_words: Sequence[str]) -> Wish:
    asks = _asks()
    kinds = (kind for kind in asks["kinds"] if _is_of(kind, question))
    kind = _PLAINLY.get(first := next(kinds, Wish.TECHNICAL), first)
    if first in {Wish.OWN_QUESTIONS, *_PLAINLY}:
        return Wish(kind)
    return Wish.FOLLOW_UP if _goes_back(question, own_words) else Wish(kind)


def _is_of(kind: str, question: str) -> bool:
    """An event or a scene may be begun behind a sentence that leads over to it."""
    pattern = "|".join(_asks()[kind])
    if kind in ("event", "scene"):
        return re.search(pattern, question.replace(". ", ".\n"), re.MULTILINE) is not None
    return re.search(pattern, question) is not None


def _goes_back(question: str, own_words: Sequence[str]) -> bool:
    """Whether it quotes what was said, or is too short to be about anything else."""
    asks = _asks()
    fresh = (Wish.OPENING, Wish.MOTIVATION, Wish.REQUIREMENT, "general")
    is_fresh = any(re.search("|".join(asks[kind]), question) for kind in fresh)
    is_short = len(question.split()) <= _SHORT and _part(question) != "more"
    goes_back = is_short and re.search("|".join(asks["short"]), question) is not None
    return _quotes(question, own_words) or (goes_back and not is_fresh)


def _quotes(question: str, own_words: Sequence[str]) -> bool:
    last = " ".join(own_words[-2:]).lower()
    long = (part for part in quoted(question) if len(part.split()) >= _LEAST)
    return any(part.strip(" .…") in last for part in long)


def _part(question: str) -> str:
    found = (
        part["name"] for part in _asks()["part"] if re.search("|".join(part["words"]), question)
    )
    return next(found, "more")


def _themes(question: str) -> dict[str, int]:
    counts = {
        theme: sum(re.search(rf"\b{word}", question) is not None for word in words)
        for theme, words in _asks()["theme"].items()
    }
    return {theme: count for theme, count in counts.items() if count}


@cache
def _asks() -> dict[str, Any]:
    return table("asks")
