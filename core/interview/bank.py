"""The question bank, read from `content/questions_*.toml`, `technical/*.toml` and `probes.toml`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from core.interview.tables import table
from core.interview.text import stem, words
from core.models import Competency, Level

ANY = "any"
SLOTS = ("{skill}", "{need}", "{company}")


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
    """What an interview can begin with: the level's own first, then what suits everybody."""
    return _suited(table("questions_start_and_end")["opening"], level)


def closings(level: Level) -> tuple[str, ...]:
    """Questions about motivation, some with a slot {company}; the level's own first."""
    return _suited(table("questions_start_and_end")["motivation"], level)


def invitations(level: Level) -> tuple[str, ...]:
    """The last words of an interview: an invitation to the candidate's own questions."""
    return _suited(table("questions_start_and_end")["closing"], level)


def behavioural(competency: Competency, level: Level) -> tuple[str, ...]:
    """Questions about a past event: the level's own first, then what suits everybody."""
    return _suited(table("questions_behavioural")[competency.value], level)


def situational(competency: Competency, level: Level) -> tuple[str, ...]:
    """Questions about an imagined case: the level's own first, then what suits everybody."""
    return _suited(table("questions_situational")[competency.value], level)


def pitched(style: str, competency: Competency, level: Level) -> tuple[str, ...]:
    """The questions made for this level alone, to raise or lower the difficulty of a topic.

    `style` is "behavioural" or "situational".
    """
    return tuple(table(f"questions_{style}")[competency.value][level.value])


def about_claimed_skill(level: Level | None = None) -> tuple[str, ...]:
    """Questions with a slot {skill}; without a level, those that suit everybody."""
    return _suited(table("questions_skill")["claimed"], level)


def about_needed_skill(level: Level | None = None) -> tuple[str, ...]:
    """Questions with a slot {need}; without a level, those that suit everybody."""
    return _suited(table("questions_skill")["needed"], level)


@cache
def families() -> tuple[str, ...]:
    """The job families that have technical questions, by name."""
    folder = files("core.interview").joinpath("content", "technical")
    return tuple(sorted(file.name.removesuffix(".toml") for file in folder.iterdir()))


@cache
def role_questions(family: str) -> tuple[RoleQuestion, ...]:
    """The technical questions of one job family, or none for an unknown one."""
    if family not in families():
        return ()
    return tuple(map(_role_question, table(f"technical/{family}")["question"]))


def key_points(text: str) -> tuple[KeyPoint, ...]:
    """What a full answer to this technical question mentions; empty for any other question."""
    return _points_by_text().get(text, ())


def probe_wordings(rung: str, *, quoting: bool) -> tuple[str, ...]:
    """The wordings of one rung of the probe ladder; `quoting` ones have a slot {words}.

    Those of a rung `clarify_...` have a slot {question} instead.
    """
    return tuple(table("probes")[rung].get("quoting" if quoting else "plain", ()))


@cache
def every_question() -> dict[str, tuple[str, ...]]:
    """All questions of the bank by group, for counting and checking."""
    groups = {
        f"{group} {name}": texts
        for part in ("start_and_end", "skill")
        for group, lists in table(f"questions_{part}").items()
        for name, texts in lists.items()
    }
    for style in ("behavioural", "situational"):
        for competency, lists in table(f"questions_{style}").items():
            groups |= {f"{style} {competency} {name}": texts for name, texts in lists.items()}
    for family in families():
        groups[f"technical {family}"] = [q.text for q in role_questions(family)]
    return {name: tuple(texts) for name, texts in groups.items()}


@lru_cache(maxsize=2_000)
def template_of(text: str) -> str:
    """The bank's question that `text` is made from: slots are empty again.

    A text that the bank does not know comes back as it is.
    """
    matching = (made for made, pattern in _templates() if pattern.fullmatch(text))
    return next(matching, text)


def _suited(lists: dict[str, list[str]], level: Level | None) -> tuple[str, ...]:
    return (*lists.get(level.value if level else "", ()), *lists[ANY])


def _role_question(entry: dict[str, Any]) -> RoleQuestion:
    levels = tuple(Level(level) for level in entry.get("levels", tuple(Level)))
    return RoleQuestion(entry["text"], tuple(map(_key_point, entry["points"])), levels)


def _key_point(line: str) -> KeyPoint:
    name, _, shown_by = line.partition(":")
    return KeyPoint(name.strip(), frozenset(stem(word) for word in words(shown_by)))


@cache
def _points_by_text() -> dict[str, tuple[KeyPoint, ...]]:
    return {q.text: q.points for family in families() for q in role_questions(family)}


@cache
def _templates() -> tuple[tuple[str, re.Pattern[str]], ...]:
    every = (text for texts in every_question().values() for text in texts)
    return tuple((text, _made_from(text)) for text in every if any(map(text.count, SLOTS)))


def _made_from(template: str) -> re.Pattern[str]:
    pattern = re.escape(template)
    for slot in SLOTS:
        pattern = pattern.replace(re.escape(slot), ".+")
    return re.compile(pattern, re.DOTALL)
