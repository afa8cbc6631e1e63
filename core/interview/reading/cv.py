"""What a CV claims, each thing with its verbatim line."""

from __future__ import annotations

from dataclasses import dataclass

from core.interview.reading.claims import Claim, claims_of
from core.interview.reading.competencies import competency_stems
from core.interview.skills import Mention, skill_names
from core.interview.text import content_stems, sentences
from core.models import Competency

LONGEST_QUOTE = 200
MOST_LINES = 4_000
_MARKS = " \t\r-*•·▪◦●\u2013"


@dataclass(frozen=True, slots=True)
class CvReading:
    """`skills` maps each claimed skill to the line that it stands in; `lines` have their stems.

    `years` is how long the dated jobs last together, or None when no job has both its dates.
    """

    lines: dict[str, frozenset[str]]
    skills: dict[str, str]
    stems: frozenset[str]
    claims: tuple[Claim, ...] = ()
    years: float | None = None


def read_cv(text: str) -> CvReading:
    bare = (line.strip(_MARKS) for line in text.splitlines())
    lines = list(dict.fromkeys(filter(None, bare)))[:MOST_LINES]
    skills = {name: _line_of(text, mention) for name, mention in skill_names(text).items()}
    claims, years = claims_of(text, skills)
    stems = {line: content_stems(line) for line in lines}
    return CvReading(stems, skills, frozenset().union(*stems.values()), claims, years)


def shows(cv: CvReading, competency: Competency) -> bool:
    """Whether anything in the CV speaks for a history in this competency."""
    return not cv.stems.isdisjoint(competency_stems(competency))


def _line_of(text: str, mention: Mention) -> str:
    """The line around a mention, or its sentence where the line is very long.

    Of an endless sentence only the name itself is left, since no piece of it can stand alone.
    """
    start = text.rfind("\n", 0, mention.start) + 1
    end = text.find("\n", mention.end)
    line = text[start : end if end >= 0 else len(text)].strip(_MARKS)
    if len(line) <= LONGEST_QUOTE:
        return line
    name = text[mention.start : mention.end]
    around = (s for s in sentences(line) if name in s and len(s) <= LONGEST_QUOTE)
    return next(around, name)
