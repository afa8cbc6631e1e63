"""What a CV claims, each thing with its verbatim line."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from core.interview.reading.claims import Claim, claims_of
from core.interview.reading.competencies import competency_stems
from core.interview.skills import Mention, implied, skill_names
from core.interview.words.text import content_stems, sentences
from core.models import Competency

LONGEST_QUOTE = 200
MOST_LINES = 4_000
_MARKS = " \t\r-*•·▪◦●\u2013"


@dataclass(frozen=True, slots=True)
class CvReading:
    """`skills` maps each claimed skill to the line that it stands in; `lines` have their stems.

    `implied` does the same for what a claimed skill takes: SQL Server takes SQL. `years` is how
    long the dated jobs last together, or None when no job has both its dates.
    """

    lines: dict[str, frozenset[str]]
    skills: dict[str, str]
    stems: frozenset[str]
    claims: tuple[Claim, ...] = ()
    years: float | None = None
    implied: dict[str, str] = field(default_factory=dict)

    def line_with(self, skill: str) -> str:
        """The line that names the skill, or one that takes it; empty where there is none."""
        return self.skills.get(skill) or self.implied.get(skill, "")


@lru_cache(maxsize=4)  # a plan and a feedback ask for it many times
def read_cv(text: str) -> CvReading:
    bare = (line.strip(_MARKS) for line in text.splitlines())
    lines = list(dict.fromkeys(filter(None, bare)))[:MOST_LINES]
    skills = _lines_of(text, skill_names(text, "cv").values())
    claims, years = claims_of(text, skills)
    stems = {line: content_stems(line) for line in lines}
    taken = {parent: line for name, line in skills.items() for parent in implied(name)}
    whole = frozenset().union(*stems.values())
    return CvReading(stems, skills, whole, claims, years, taken)


def shows(cv: CvReading, competency: Competency) -> bool:
    """Whether anything in the CV speaks for a history in this competency."""
    return not cv.stems.isdisjoint(competency_stems(competency))


def _lines_of(text: str, mentions: Iterable[Mention]) -> dict[str, str]:
    """The line around each mention, or its sentence where the line is very long.

    Of an endless sentence only the name itself is left, since no piece of it can stand alone.
    """
    lines: dict[str, str] = {}
    pieces: dict[int, tuple[str, ...]] = {}
    for mention in mentions:
        start = text.rfind("\n", 0, mention.start) + 1
        if start not in pieces:
            pieces[start] = _quotable(text, start)
        name = text[mention.start : mention.end]
        lines[mention.skill.name] = next((p for p in pieces[start] if name in p), name)
    return lines


def _quotable(text: str, start: int) -> tuple[str, ...]:
    """The line that begins here, or its short sentences where it is very long."""
    end = text.find("\n", start)
    line = text[start : end if end >= 0 else len(text)].strip(_MARKS)
    if len(line) <= LONGEST_QUOTE:
        return (line,)
    return tuple(sentence for sentence in sentences(line) if len(sentence) <= LONGEST_QUOTE)
