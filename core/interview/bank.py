"""The question bank, read from `content/questions.toml`, `technical.toml` and `probes.toml`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from core.interview.tables import table
from core.interview.text import stem, words
from core.models import Competency, Level

_LISTS = {Level.ENTRY: "entry", Level.MID: "any", Level.SENIOR: "senior", Level.LEAD: "senior"}


@dataclass(frozen=True, slots=True)
class KeyPoint:
    """Something that a full answer to a role question mentions; any of the stems shows it."""

    name: str
    stems: frozenset[str]


@dataclass(frozen=True, slots=True)
class RoleQuestion:
    text: str
    points: tuple[KeyPoint, ...]
    levels: tuple[Level, ...] = tuple(Level)


def openings(level: Level) -> tuple[str, ...]:
    return _suited(table("questions")["opening"], level)


def closings(level: Level) -> tuple[str, ...]:
    return _suited(table("questions")["motivation"], level)


def behavioural(competency: Competency, level: Level) -> tuple[str, ...]:
    return _suited(table("questions")["behavioural"][competency.value], level)


def situational(competency: Competency, level: Level) -> tuple[str, ...]:
    return _suited(table("questions")["situational"][competency.value], level)


def about_claimed_skill() -> tuple[str, ...]:
    return tuple(table("questions")["skill"]["claimed"])


def about_needed_skill() -> tuple[str, ...]:
    return tuple(table("questions")["skill"]["needed"])


@cache
def role_questions(family: str) -> tuple[RoleQuestion, ...]:
    """The technical questions of one job family, or none for an unknown one."""
    return tuple(map(_role_question, table("technical").get(family, ())))


def key_points(text: str) -> tuple[KeyPoint, ...]:
    """What a full answer to this technical question mentions; empty for any other question."""
    return _points_by_text().get(text, ())


def probe_wordings(rung: str, *, quoting: bool) -> tuple[str, ...]:
    """The wordings of one rung of the probe ladder; `quoting` ones have a slot {words}."""
    return tuple(table("probes")[rung].get("quoting" if quoting else "plain", ()))


def every_question() -> dict[str, tuple[str, ...]]:
    """All questions of the bank by group, for counting and checking."""
    groups = {
        f"{group} {name}".replace(" any", "").strip(): tuple(texts)
        for group in ("opening", "motivation", "skill")
        for name, texts in table("questions")[group].items()
    }
    for style in ("behavioural", "situational"):
        for name, lists in table("questions")[style].items():
            groups[f"{style} {name}"] = tuple(text for texts in lists.values() for text in texts)
    for family in table("technical"):
        groups[f"technical {family}"] = tuple(q.text for q in role_questions(family))
    return groups


def _suited(lists: dict[str, list[str]], level: Level) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*lists["any"], *lists.get(_LISTS[level], ()))))


def _role_question(entry: dict[str, Any]) -> RoleQuestion:
    levels = tuple(Level(level) for level in entry.get("levels", tuple(Level)))
    return RoleQuestion(entry["text"], tuple(map(_key_point, entry["points"])), levels)


def _key_point(line: str) -> KeyPoint:
    name, _, shown_by = line.partition(":")
    return KeyPoint(name.strip(), frozenset(stem(word) for word in words(shown_by)))


@cache
def _points_by_text() -> dict[str, tuple[KeyPoint, ...]]:
    return {q.text: q.points for family in table("technical") for q in role_questions(family)}
