"""Reading a job description line by line: what it demands, wishes for and merely advertises."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from core.interview.tables import cues, table
from core.interview.text import clip, sentences

LONGEST_LINE = 240
LONGEST_HEADING_WORDS = 7
SHORTEST_LINE_WORDS = 3
_MARK = r"^(?:[-*•·▪◦●○■□➤►✓✔\u2013—o]\s+|\d{1,2}[.)]\s+|\([a-z0-9]\)\s+)+"
_OURSELVES = r"(?i)(?:we|our|us|at)\b"
_OTHERS = r"(?i)\b(?:you|your|candidate|applicant|someone|somebody|must|required|essential|need)\b"


class Section(StrEnum):
    MUST = "must"
    NICE = "nice"
    DUTY = "duty"
    OTHER = "other"
    PROSE = "prose"


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence or bullet, verbatim without its mark, and the section it stands in."""

    text: str
    section: Section
    is_bullet: bool


def read_lines(description: str) -> Iterator[Line]:
    """The sentences and bullets of the description; headings only set the section."""
    section = Section.PROSE
    for raw in description.splitlines():
        text = raw.strip()
        bare = re.sub(_MARK, "", text).strip()
        heading = _heading(bare)
        if heading is not None and not (bare != text and section is heading):
            section = heading
            _, _, bare = bare.partition(":")
        for sentence in sentences(bare):
            yield Line(clip(sentence, LONGEST_LINE), section, is_bullet=bare != text)


def is_must(line: Line) -> bool:
    """A demand by its section or by its own words; a wish where the line says so."""
    if not _can_be_a_need(line) or is_nice(line):
        return False
    if line.section is Section.MUST:
        return True
    speaks_of_itself = re.match(_OURSELVES, line.text) and not re.search(_OTHERS, line.text)
    return not speaks_of_itself and cues("must").search(line.text) is not None


def is_nice(line: Line) -> bool:
    if not _can_be_a_need(line):
        return False
    return line.section is Section.NICE or cues("nice").search(line.text) is not None


def is_boilerplate(line: Line) -> bool:
    return line.section is Section.OTHER or cues("ignore").search(line.text) is not None


def _can_be_a_need(line: Line) -> bool:
    enough = len(line.text.split()) >= SHORTEST_LINE_WORDS or line.is_bullet
    return enough and not is_boilerplate(line) and not line.text.endswith("?")


def _heading(line: str) -> Section | None:
    """The section that a short heading opens; a text after a colon does not count as heading."""
    head, colon, _ = line.partition(":")
    title = head.strip(" *#_-\u2013—=").lower().replace("\u2019", "'")
    if not title or len(title.split()) > LONGEST_HEADING_WORDS:
        return None
    if not colon and line.rstrip().endswith((".", ",", ";", "!")):
        return None
    for word, section in _headings():
        is_start = title.startswith(word) and not title[len(word) : len(word) + 1].isalnum()
        if is_start and (colon or len(title.split()) <= len(word.split()) + 3):
            return section
    return None


@cache
def _headings() -> tuple[tuple[str, Section], ...]:
    listed = table("cues")["sections"]
    pairs = [(word, Section(kind)) for kind, names in listed.items() for word in names]
    return tuple(sorted(pairs, key=lambda pair: -len(pair[0])))
