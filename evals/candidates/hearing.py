"""What a question wants, by its own words, as a person hears it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
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
    """`part` names what a follow-up asks for; `themes` weighs the kinds of story asked for.

    `group` is where most of that weight lies; empty where no theme is heard. `is_same_scene`: the
    imagined case is the one that was spoken of before.
    """

    wish: Wish
    part: str
    themes: dict[str, int]
    group: str
    is_same_scene: bool


def hear(question: str, own_words: Sequence[str] = ()) -> Heard:
    """What is wanted of somebody who has said `own_words` so far."""
    plain = re.sub(_asks()["leads_over"], "", question.lower())
    return _heard(plain, tuple(own_words[-2:]))


@lru_cache(maxsize=10_000)
def _heard(plain: str, own_words: tuple[str, ...]) -> Heard:
    themes = {group: _themes(plain, words) for group, words in _asks()["theme"].items()}
    weight = {group: sum(heard.values()) for group, heard in themes.items()}
    best = max(weight, key=lambda group: weight[group])
    every = {theme: letters for heard in themes.values() for theme, letters in heard.items()}
    return Heard(
        wish=_wish(plain, own_words),
        part=_part(plain),
        themes=every,
        group=best if weight[best] else "",
        is_same_scene=re.search("|".join(_asks()["same_scene"]), plain) is not None,
    )


def letters_met(question: str, words: Sequence[str]) -> int:
    """How much of the question these words of it are; more of it is a closer fit."""
    found = (_pattern(word).search(question) for word in words)
    return sum(len(one[0]) for one in found if one)


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


@cache
def _pattern(word: str) -> re.Pattern[str]:
    """There are more of them than Python keeps by itself."""
    return re.compile(rf"\b(?:{word})")


def _themes(question: str, words: dict[str, list[str]]) -> dict[str, int]:
    met = {theme: letters_met(question, some) for theme, some in words.items()}
    return {theme: letters for theme, letters in met.items() if letters}


@cache
def _asks() -> dict[str, Any]:
    return table("asks")
