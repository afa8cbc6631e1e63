"""The question bank, read from files in `content` that a person without programming can edit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from core.interview.words.patterns import regex
from core.interview.words.tables import table
from core.interview.words.text import content_stems, stem, words
from core.models import Competency, Level, PlannedQuestion

ANY = "any"
SERVED = "{served}"
# Says how often, and nothing of how.
_HEDGE = regex(r"(?i)\b(?:as\s+)?(?:usual(?:ly)?|normal(?:ly)?|of\s+course|in\s+the\s+end)\b")
SLOTS = ("{skill}", "{need}", "{company}", SERVED)


@dataclass(frozen=True, slots=True)
class KeyPoint:
    """Something that a full answer to a role question mentions; any of the stems shows it.

    `ask` is how a person would ask for it; empty for points that came with a question. A stem that
    is also `broad` shows it only beside another one, and each of the `phrases` by itself.
    """

    name: str
    stems: frozenset[str]
    ask: str = ""
    broad: frozenset[str] = frozenset()
    phrases: tuple[str, ...] = ()

    def weight_in(self, sentence: str) -> int:
        """How much of it a sentence says; 0 where it does not show it."""
        told = _HEDGE.sub(" ", sentence)
        said = content_stems(told) & self.stems
        in_a_row = f" {_stemmed(told)} " if self.phrases else ""
        held = sum(f" {phrase} " in in_a_row for phrase in self.phrases)
        is_shown = bool(said - self.broad) or held > 0 or len(said) > 1
        return len(said) + len(said - self.broad) + 2 * held if is_shown else 0


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


def behavioural(competency: Competency, level: Level, family: str = "") -> tuple[str, ...]:
    """Questions about a past event: the level's own first, then what suits everybody.

    Those that nobody would ask in a job of this family are left out.
    """
    return _suited(table("questions_behavioural")[competency.value], level, family)


def situational(competency: Competency, level: Level, family: str = "") -> tuple[str, ...]:
    """Questions about an imagined case, ordered and left out as those about a past event."""
    return _suited(table("questions_situational")[competency.value], level, family)


def about_claimed_skill(level: Level | None = None) -> tuple[str, ...]:
    """Questions with a slot {skill}; without a level, those that suit everybody."""
    return _suited(table("questions_skill")["claimed"], level)


def about_a_demand(shape: str, level: Level | None = None) -> tuple[str, ...]:
    """Questions with a slot {need} for a demand of this `shapes.Shape`."""
    return _suited(table("questions_skill")[shape], level)


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


def points_of(question: PlannedQuestion) -> tuple[KeyPoint, ...]:
    """What a full answer mentions, by the bank or else by the question itself.

    A point given as a phrase is shown by any of its words that the question does not hold itself;
    "name: words that show it" is read as in the bank.
    """
    return key_points(question.text) or _given_points(question.points, question.text)


def probe_wordings(rung: str, *, quoting: bool) -> tuple[str, ...]:
    """The wordings of one rung of the probe ladder; `quoting` ones have a slot {words}.

    Those of a rung `clarify_...` have a slot {question} instead.
    """
    return tuple(table("probes")[rung].get("quoting" if quoting else "plain", ()))


@cache
def every_question() -> dict[str, tuple[str, ...]]:
    """All questions of the bank by group, for counting and checking."""
    return {group: tuple(entry["text"] for entry in entries) for group, entries in _entries()}


@lru_cache(maxsize=2_000)
def template_of(text: str) -> str:
    """The bank's question that `text` is made from: slots are empty again.

    A text that the bank does not know comes back as it is.
    """
    return next((template for template, _ in _made_as(text)), text)


def plain_of(text: str) -> str:
    """The same question in other and easier words; empty where the bank does not know it."""
    wordings = _plain_wordings()
    if text in wordings:
        return wordings[text]
    return next((_filled(wordings[template], names) for template, names in _made_as(text)), "")


def _suited(
    lists: dict[str, list[dict[str, Any]]], level: Level | None, family: str = ""
) -> tuple[str, ...]:
    entries = (*lists.get(level.value if level else "", ()), *lists[ANY])
    fitting = (entry for entry in entries if family not in entry.get("not_for", ()))
    return tuple(entry["text"].replace(SERVED, served_by(family)) for entry in fitting)


def served_by(family: str) -> str:
    """Whom the people of this job family serve, in the singular: "patient", "customer"."""
    people: dict[str, str] = table("people")["served"]
    return people.get(family, people[ANY])


def _entries() -> Iterator[tuple[str, list[dict[str, Any]]]]:
    for part in ("start_and_end", "skill", "behavioural", "situational"):
        for group, lists in table(f"questions_{part}").items():
            for name, entries in lists.items():
                yield f"{part} {group} {name}", entries
    for family in families():
        yield f"technical {family}", table(f"technical/{family}")["question"]


def _role_question(entry: dict[str, Any]) -> RoleQuestion:
    levels = tuple(Level(level) for level in entry.get("levels", tuple(Level)))
    return RoleQuestion(entry["text"], tuple(map(_bank_point, entry["points"])), levels)


def _bank_point(entry: dict[str, str]) -> KeyPoint:
    shown_by = [one.strip() for one in entry["words"].split(",")]
    stems = frozenset(stem(words(one)[0]) for one in shown_by if " " not in one)
    phrases = tuple(_stemmed(one) for one in shown_by if " " in one)
    return KeyPoint(entry["name"], stems, entry["ask"], stems & _broad(), phrases)


@cache
def _broad() -> frozenset[str]:
    return frozenset(map(stem, table("points")["broad"]))


def _stemmed(text: str) -> str:
    return " ".join(map(stem, words(text)))


def _given_line(line: str) -> KeyPoint:
    name, _, shown_by = line.partition(":")
    return KeyPoint(name.strip(), frozenset(map(stem, words(shown_by))))


@lru_cache(maxsize=500)
def _given_points(lines: tuple[str, ...], question: str) -> tuple[KeyPoint, ...]:
    return tuple(_given_point(line, content_stems(question)) for line in lines)


def _given_point(line: str, asked: frozenset[str]) -> KeyPoint:
    if ":" in line.strip().rstrip(":"):
        return _given_line(line)
    said = content_stems(line)
    return KeyPoint(line.strip(), said - asked or said)


@cache
def _points_by_text() -> dict[str, tuple[KeyPoint, ...]]:
    return {q.text: q.points for family in families() for q in role_questions(family)}


@cache
def _plain_wordings() -> dict[str, str]:
    return {e["text"]: e.get("plain", "") for _, entries in _entries() for e in entries}


def _made_as(text: str) -> Iterator[tuple[str, dict[str, str]]]:
    """The templates that give `text`, each with what fills its slots."""
    for template, pattern in _templates():
        if match := pattern.fullmatch(text):
            yield template, match.groupdict()


@cache
def _templates() -> tuple[tuple[str, re.Pattern[str]], ...]:
    every = (text for texts in every_question().values() for text in texts)
    return tuple((text, _made_from(text)) for text in every if any(map(text.count, SLOTS)))


def _made_from(template: str) -> re.Pattern[str]:
    pattern = re.escape(template)
    for slot in SLOTS:
        name = slot.strip("{}")
        pattern = pattern.replace(re.escape(slot), f"(?P<{name}>.+)")
    return re.compile(pattern, re.DOTALL)


def _filled(template: str, names: dict[str, str]) -> str:
    for name, filling in names.items():
        template = template.replace(f"{{{name}}}", filling)
    return template
