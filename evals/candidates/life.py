"""A candidate's life, read from its file: the job, the CV, and what there is to tell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent
FILES = ("nurse", "data_engineer", "sales_lead", "retail_assistant")


@dataclass(frozen=True, slots=True)
class Topic:
    """An answer, and the words of a question that call for it.

    Where it `asks` something, the question has to have one of these as well.
    """

    words: tuple[str, ...]
    text: str
    asks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Story:
    """`details` holds what is added when a part is asked for, by the part's name."""

    themes: tuple[str, ...]
    subject: str
    details: dict[str, str]

    @property
    def whole(self) -> str:
        return " ".join(self.details[part] for part in ("situation", "action", "result"))


@dataclass(frozen=True, slots=True)
class Life:
    name: str
    title: str
    company: str
    place: str
    advert: str
    cv: str
    opening: tuple[Topic, ...]
    own_question: tuple[str, ...]
    motivation: tuple[Topic, ...]
    situational: tuple[Topic, ...]
    technical: tuple[Topic, ...]
    requirement: tuple[Topic, ...]
    outside: dict[str, str]
    stories: tuple[Story, ...]
    german: tuple[str, ...]

    @property
    def number(self) -> int:
        """Lets two lives begin at different places of a list that they share."""
        return FILES.index(self.name)


def lives() -> tuple[Life, ...]:
    return tuple(_life(name) for name in FILES)


@cache
def shared_situations() -> tuple[Topic, ...]:
    """What anybody would say to an imagined case that is not about a trade."""
    return _topics(table("situations")["situation"])


def table(name: str) -> dict[str, Any]:
    """A file of this folder as it stands."""
    import tomllib

    return tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))


@cache
def _life(name: str) -> Life:
    told = table(name)
    return Life(
        name=name,
        title=told["title"],
        company=told["company"],
        place=told["place"],
        advert=told["advert"].strip(),
        cv=told["cv"].strip(),
        opening=_topics(told["opening"]),
        own_question=tuple(told["own_question"]),
        motivation=_topics(told["motivation"]),
        situational=_topics(told["situational"]),
        technical=_topics(told["technical"]),
        requirement=_topics(told["requirement"]),
        outside=told["outside"],
        stories=tuple(_story(one) for one in told["story"]),
        german=tuple(one["text"] for one in told["german"]),
    )


def _topics(told: Sequence[dict[str, Any]]) -> tuple[Topic, ...]:
    return tuple(
        Topic(tuple(one["words"]), one["text"], tuple(one.get("asks", ()))) for one in told
    )


def _story(told: dict[str, Any]) -> Story:
    details = {key: text for key, text in told.items() if key not in {"themes", "subject"}}
    return Story(tuple(told["themes"]), told["subject"], details)
