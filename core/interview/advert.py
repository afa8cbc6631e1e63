"""Reading a job description line by line: what it demands, wishes for and merely advertises."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from itertools import pairwise

from core.interview.tables import cues, table
from core.interview.text import clip, content_stems, sentences

LONGEST_LINE = 240
LONGEST_HEADING_WORDS = 7
LONGEST_TITLE_WORDS = 14
SHORTEST_LINE_WORDS = 3
_MARK = r"^(?:[-*•·▪◦●○■□➤►✓✔\u2013—o]\s+|\d{1,2}[.)]\s+|\([a-z0-9]\)\s+)+"
_ENDED = r"[.!?;,…][\"'”\u2019)]*$"
_OPENS_A_TOPIC = r"(?i)(?:what|who|how|why|where|your|our|about)\b"
_DEMANDS = r"(?i)(?:\w+ly\s+)?(?:proven|experience|knowledge|ability|able|proficien\w+|fluent)\b"
_SPEAKS = (
    r"(?i)\b(?:you|we|they|must|will|would|shall|should|can|has|have|is|are|be|needs?|seeks?|wants?"
    r"|requires?|required|essential|expects?|looking)\b"
)
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


def read_lines(description: str, title: frozenset[str] = frozenset()) -> Iterator[Line]:
    """The sentences and bullets of the description; headings only set the section.

    `title` holds the stems of the job's title and company: a line that only names them is no
    sentence of the description.
    """
    section, is_first = Section.PROSE, True
    raws = [text for raw in description.splitlines() if (text := raw.strip())]
    for text, following in pairwise((*raws, "")):
        bare = re.sub(_MARK, "", text).strip()
        is_bullet = bare != text
        heading = _heading(bare)
        if heading is not None and not (is_bullet and section is heading):
            section = heading
            _, _, bare = bare.partition(":")
        elif _only_heads(bare, is_bullet=is_bullet, has_list=bool(re.match(_MARK, following))):
            section, bare = _section_by_cues(bare, section), ""
        elif not is_bullet and _names_the_job(bare, title, is_first=is_first):
            bare = ""
        is_first = False
        for sentence in sentences(bare):
            yield Line(clip(sentence, LONGEST_LINE), section, is_bullet=is_bullet)


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


def _only_heads(line: str, *, is_bullet: bool, has_list: bool) -> bool:
    """A short line that announces what stands below it, and says nothing itself."""
    if line.endswith(":"):
        return len(line.split()) <= LONGEST_TITLE_WORDS
    if is_bullet or len(line.split()) > LONGEST_HEADING_WORDS or re.search(_ENDED, line):
        return False
    return line[:1].isupper() and (has_list or re.match(_OPENS_A_TOPIC, line) is not None)


def _section_by_cues(heading: str, section: Section) -> Section:
    """What an unlisted heading opens by its own words; without any the section goes on."""
    if cues("nice").search(heading):
        return Section.NICE
    return Section.MUST if cues("must").search(heading) else section


def _names_the_job(line: str, title: frozenset[str], *, is_first: bool) -> bool:
    """The line with the job's title, the company or the place, above or between the text."""
    if len(line.split()) > LONGEST_TITLE_WORDS or re.search(_ENDED, line):
        return False
    stems = content_stems(line)
    if is_first and not re.search(_SPEAKS, line) and not re.match(_DEMANDS, line):
        return True
    return bool(stems) and 2 * len(stems & title) >= len(stems)


@cache
def _headings() -> tuple[tuple[str, Section], ...]:
    listed = table("cues")["sections"]
    pairs = [(word, Section(kind)) for kind, names in listed.items() for word in names]
    return tuple(sorted(pairs, key=lambda pair: -len(pair[0])))
