"""Reading a job description piece by piece: in which section each stands and which cues it has."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from itertools import pairwise

from core.interview.reading.phrases import phrases_of
from core.interview.reading.pieces import Piece, cut, raw_lines, sentences_of
from core.interview.tables import table
from core.interview.text import content_stems, words

LONGEST_HEADING_WORDS = 7
LONGEST_TITLE_WORDS = 14
FEWEST_ITEMS = 3
LONGEST_ITEM_WORDS = 9
_ENDED = re.compile(r"[.!?;,…][\"'”\u2019)]*$")
_OPENS_A_TOPIC = re.compile(r"(?i)(?:what|who|how|why|where|your|our|about|are you|is this)\b")
_DEMANDS = re.compile(
    r"(?i)(?:\w+ly\s+)?(?:proven|experience|knowledge|ability|able|proficien\w+|fluent)\b"
)
_SPEAKS = re.compile(
    r"(?i)\b(?:you|we|they|must|will|would|shall|should|can|has|have|is|are|be|needs?|seeks?|wants?"
    r"|requires?|required|essential|expects?|looking)\b"
)
_PLACEHOLDER = re.compile(r"<[A-Z_]+>|\[[^\]]{1,40}\]")
_LETTERS = re.compile(r"[^\W\d_]{2}")


class Section(StrEnum):
    MUST = "must"
    NICE = "nice"
    DUTY = "duty"
    OTHER = "other"
    FACT = "fact"
    PROSE = "prose"


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence or item, verbatim without its mark, at `start` of the advert.

    `words` are in lower case; `cues` has the lists of `content/cues.toml` with a phrase in the
    line, each with the place of its first word.
    """

    text: str
    start: int
    section: Section
    is_item: bool
    words: tuple[str, ...]
    cues: dict[str, int]


def read_lines(description: str, title: frozenset[str] = frozenset()) -> Iterator[Line]:
    """The sentences and items of the description; headings only set the section.

    `title` holds the stems of the job's title and company: a line that only names them is no
    sentence of the description.
    """
    reader = _Reader(title)
    raws = list(raw_lines(description))
    for (text, start, is_item), following in pairwise((*raws, ("", 0, False))):
        for piece in cut(text, start, is_item=is_item):
            yield from reader.read(piece, is_list_ahead=following[2])


class _Reader:
    """Knows the section that the next line stands in."""

    def __init__(self, title: frozenset[str]) -> None:
        self._title = title
        self._section, self._is_first = Section.PROSE, True
        self._after_fact = Section.PROSE

    def read(self, piece: Piece, *, is_list_ahead: bool) -> Iterator[Line]:
        section, rest = self._place(piece, is_list_ahead=is_list_ahead)
        self._is_first = False
        for part in _parts(rest, is_list=rest.text != piece.text):
            line = _line(part, section)
            if section is Section.MUST and not line.is_item and speaks_of_itself(line):
                section = self._section = Section.PROSE
                line = _line(part, section)
            yield line
        if self._section is Section.FACT and rest.text:
            self._section = self._after_fact

    def _place(self, piece: Piece, *, is_list_ahead: bool) -> tuple[Section, Piece]:
        """The section of the piece, and what of it is no heading."""
        if piece.opens:
            self._open(Section(piece.opens), is_local=False)
            return self._section, piece
        heading, rest = _heading(piece)
        if heading and not (piece.is_item and self._section is heading and not rest.text):
            local = piece.is_item and bool(rest.text) and heading is not Section.DUTY
            section = heading if local else self._open(heading, is_local=heading is Section.FACT)
            return section, rest
        if _only_heads(piece, has_list=is_list_ahead):
            self._open(_section_by_cues(piece.text, self._section), is_local=False)
            return self._section, piece._replace(text="")
        if not piece.is_item and _names_the_job(piece.text, self._title, is_first=self._is_first):
            return self._section, piece._replace(text="")
        return self._section, piece

    def _open(self, section: Section, *, is_local: bool) -> Section:
        if is_local and self._section is not Section.FACT:
            self._after_fact = self._section
        self._section = section
        return section


def is_must(line: Line) -> bool:
    """A demand by its section or by its own words; a wish where the line says so."""
    if not _can_be_a_need(line) or is_nice(line) or _is_denied(line):
        return False
    if line.section is Section.MUST:
        return line.is_item or not speaks_of_itself(line)
    if line.section is Section.DUTY and "must" not in line.cues:
        return False
    return not speaks_of_itself(line) and bool({"must", "person"} & line.cues.keys())


def is_nice(line: Line) -> bool:
    """A wish by its section or its words. Behind a demand, "ideally" tells more of the demand."""
    if not _can_be_a_need(line):
        return False
    if "nice" in line.cues:
        return True
    if _is_denied(line) or "strict" in line.cues:
        return False
    said = line.cues.get("softener")
    demanded = line.cues.get("must")
    if said is not None and line.section is not Section.NICE:
        at_the_end = said >= len(line.words) - 2
        return said == 0 or at_the_end or (demanded is None and line.section is not Section.MUST)
    return line.section is Section.NICE and not speaks_of_itself(line)


def is_boilerplate(line: Line) -> bool:
    if line.section in (Section.OTHER, Section.FACT) or "ignore" in line.cues:
        return True
    return "perk" in line.cues and not {"must", "person"} & line.cues.keys()


def is_duty(line: Line) -> bool:
    """What one does in the job, by its section or because the line says "you will"."""
    if is_boilerplate(line) or not _says_something(line):
        return False
    if line.section is Section.DUTY:
        return not line.text.endswith("?") and not speaks_of_itself(line)
    return "duty" in line.cues and not line.text.endswith("?")


def _is_denied(line: Line) -> bool:
    return "denial" in line.cues


def _can_be_a_need(line: Line) -> bool:
    return _says_something(line) and not is_boilerplate(line) and not line.text.endswith("?")


def _says_something(line: Line) -> bool:
    plain = _PLACEHOLDER.sub("", line.text)
    return bool(_LETTERS.search(plain)) and (line.is_item or len(line.words) >= FEWEST_ITEMS)


def speaks_of_itself(line: Line) -> bool:
    """Whether the employer is the subject, and nothing says what the candidate should be."""
    first = line.words[0] if line.words else ""
    is_ours = line.text.startswith("<") or first in _ourselves() or "ours" in line.cues
    return is_ours and "candidate" not in line.cues


def _line(piece: Piece, section: Section) -> Line:
    spoken = tuple(words(piece.text))
    cues: dict[str, int] = {}
    for found in phrases_of("cues", "cues").find(spoken):
        cues.setdefault(found.kind, found.at)
    return Line(piece.text, piece.start, section, piece.is_item, spoken, cues)


def _parts(piece: Piece, *, is_list: bool) -> Iterator[Piece]:
    """Sentences; behind a heading's colon also the parts of a list with commas."""
    for part in sentences_of(piece):
        items = part.text.split(";") if ";" in part.text else part.text.split(",")
        is_run = len(items) >= FEWEST_ITEMS and all(_could_be_an_item(item) for item in items)
        if not (is_list or ";" in part.text) or not is_run:
            yield part._replace(is_item=part.is_item or is_list)
            continue
        place = part.start
        for item in items:
            bare = item.strip()
            if bare:
                yield part._replace(text=bare, start=place + item.index(bare), is_item=True)
            place += len(item) + 1


def _could_be_an_item(text: str) -> bool:
    """Several words: a list of bare names is better quoted whole."""
    return FEWEST_ITEMS <= len(text.split()) <= 3 * LONGEST_ITEM_WORDS


def _heading(piece: Piece) -> tuple[Section | None, Piece]:
    """The section that a short heading opens, and its own text behind the colon."""
    head, colon, rest = piece.text.partition(":")
    nothing = piece._replace(text="")
    spoken = words(head)
    if not spoken or len(spoken) > LONGEST_HEADING_WORDS:
        return None, nothing
    if not colon and _ENDED.search(head) and not head.endswith("?"):
        return None, nothing
    section = _listed(spoken, has_colon=bool(colon))
    bare = rest.lstrip("*_ \t")
    text = bare.strip("*_ \t")
    start = piece.start + len(piece.text) - len(bare)
    return section, piece._replace(text=text, start=start)


def _listed(spoken: list[str], *, has_colon: bool) -> Section | None:
    """By the words that the heading begins with, else by its last one."""
    listed = phrases_of("cues", "sections")
    for place in range(2 if spoken[0] in ("the", "our", "your", "key", "main", "some") else 1):
        found = listed.at(spoken, place) if place < len(spoken) else None
        if found and (has_colon or len(spoken) <= found.end + 3):
            return Section(found.kind)
    last = phrases_of("cues", "last").at(spoken, len(spoken) - 1)
    return Section(last.kind) if last else None


def _only_heads(piece: Piece, *, has_list: bool) -> bool:
    """A short line that announces what stands below it, and says nothing itself."""
    line = piece.text
    if line.endswith(":"):
        return len(line.split()) <= LONGEST_TITLE_WORDS
    if piece.is_item or len(line.split()) > LONGEST_HEADING_WORDS or _ENDED.search(line):
        return False
    return line[:1].isupper() and (has_list or _OPENS_A_TOPIC.match(line) is not None)


def _section_by_cues(heading: str, section: Section) -> Section:
    """What an unlisted heading opens by its own words; without any the section goes on."""
    kinds = {found.kind for found in phrases_of("cues", "cues").find(words(heading))}
    if kinds & {"nice", "softener"}:
        return Section.NICE
    if kinds & {"must", "person", "candidate"}:
        return Section.MUST
    if "duty" in kinds:
        return Section.DUTY
    return Section.OTHER if kinds & {"ignore", "perk"} else section


def _names_the_job(line: str, title: frozenset[str], *, is_first: bool) -> bool:
    """The line with the job's title, the company or the place, above or between the text."""
    if len(line.split()) > LONGEST_TITLE_WORDS or _ENDED.search(line):
        return False
    if is_first and not _SPEAKS.search(line) and not _DEMANDS.match(line):
        return True
    stems = content_stems(line)
    return bool(stems) and 2 * len(stems & title) >= len(stems)


@cache
def _ourselves() -> frozenset[str]:
    return frozenset(table("cues")["ourselves"])
