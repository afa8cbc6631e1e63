"""Reading a job description piece by piece: in which section each stands and which cues it has."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache
from itertools import pairwise

from core.interview.reading.phrases import phrases_of
from core.interview.reading.pieces import Piece, cut, raw_lines, sentences_of, spoken_headings
from core.interview.tables import table
from core.interview.text import content_stems, words

LONGEST_HEADING_WORDS = 7
MORE_WORDS = 3  # behind a listed heading
LONGEST_NAME_WORDS = 4  # of a heading that is known by its last word
LONGEST_TITLE_WORDS = 14
FEWEST_ITEMS = 3
LONGEST_ITEM_WORDS = 9
SHORT_SENTENCE_WORDS = 9
LATE = 3  # a demand that begins with one of so many words is no talk of the employer
_ASKS = {"must", "person", "nice", "softener", "trailer"}
_US = frozenset(("we", "our", "us"))
_CONTACT = re.compile(r"<(?:CONTACT|NAME)>|https?:|www\.|\S@\S|\+?\d[\d ()/-]{8,}\d")
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
    ABOUT = "about"
    PROSE = "prose"


_LISTED = (Section.MUST, Section.NICE)


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
        self._before = ""
        self._after_fact = Section.PROSE

    def read(self, piece: Piece, *, is_list_ahead: bool) -> Iterator[Line]:
        section, rest = self._place(piece, is_list_ahead=is_list_ahead)
        self._is_first, self._before = False, _form(rest)
        for part in _parts(rest, is_list=rest.text != piece.text):
            announced, told = _announced(part, section)
            if announced is not section:
                section = self._section = announced
            if told.text:
                line = _line(told, section)
                if section is Section.MUST and not line.is_item and speaks_of_itself(line):
                    section = self._section = Section.PROSE
                    line = replace(line, section=section)
                yield line
        if self._section is Section.FACT and rest.text:
            self._section = self._after_fact

    def _place(self, piece: Piece, *, is_list_ahead: bool) -> tuple[Section, Piece]:
        """The section of the piece, and what of it is no heading."""
        if piece.opens:
            self._open(Section(piece.opens), is_local=False)
            return self._section, piece
        heading, rest = _heading(piece)
        is_again = self._section is heading and not rest.text and not piece.text.endswith(":")
        if heading and not (is_again and (piece.is_item or heading is Section.MUST)):
            local = piece.is_item and bool(rest.text) and heading is not Section.DUTY
            section = heading if local else self._open(heading, is_local=heading is Section.FACT)
            return section, rest
        if _only_heads(piece, has_list=is_list_ahead):
            self._open(_section_by_cues(piece.text, self._section), is_local=False)
            return self._section, piece._replace(text="")
        if self._section is Section.MUST and self._stands_out(piece):
            self._open(_section_by_cues(piece.text, Section.PROSE), is_local=False)
            return self._section, piece._replace(text="")
        if not piece.is_item and _names_the_job(piece.text, self._title, is_first=self._is_first):
            return self._section, piece._replace(text="")
        return self._section, piece

    def _stands_out(self, piece: Piece) -> bool:
        """A short line without a stop, behind bullets or sentences, is an unlisted heading."""
        is_short = len(piece.text.split()) <= LONGEST_HEADING_WORDS and not piece.is_item
        is_other = self._before == "item" or self._before == "sentence"
        return is_short and is_other and _form(piece) == "line" and piece.text[0].isupper()

    def _open(self, section: Section, *, is_local: bool) -> Section:
        if is_local and self._section is not Section.FACT:
            self._after_fact = self._section
        self._section = section
        return section


def _form(piece: Piece) -> str:
    if piece.is_item:
        return "item"
    return "sentence" if _ENDED.search(piece.text) else "line"


def is_must(line: Line) -> bool:
    """A demand by its section or by its own words; a wish where the line says so."""
    if not _can_be_a_need(line) or is_nice(line) or _is_denied(line):
        return False
    if line.section is Section.MUST and line.cues.get("future") != 0:
        return line.is_item or (_could_be_listed(line) and not speaks_of_itself(line))
    if (line.section is Section.DUTY or line.cues.get("future") == 0) and "must" not in line.cues:
        return False
    if speaks_of_itself(line) or not {"must", "person"} & line.cues.keys():
        return False
    begins = line.cues.get("must", LATE) < LATE
    return line.is_item or begins or not _is_about_us(line)


def _is_about_us(line: Line) -> bool:
    return "candidate" not in line.cues and not _US.isdisjoint(line.words)


def is_nice(line: Line) -> bool:
    """A wish by its section or its words. Behind a demand, "ideally" tells more of the demand."""
    if not _can_be_a_need(line):
        return False
    if "nice" in line.cues:
        return line.section in _LISTED or not _is_about_us(line)
    if _is_denied(line) or "strict" in line.cues:
        return False
    if line.section is Section.NICE and (line.is_item or _could_be_listed(line)):
        return not speaks_of_itself(line) and not (_is_sentence(line) and "person" in line.cues)
    if line.cues.get("trailer", 0) >= max(len(line.words) - 2, 1):
        return True
    said = line.cues.get("softener")
    is_demand = "must" in line.cues or line.section is Section.MUST
    return said == 0 or (said is not None and not is_demand)


def is_boilerplate(line: Line) -> bool:
    """Where the employer speaks of itself, only what is said to the candidate counts."""
    if line.section in (Section.OTHER, Section.FACT) or "ignore" in line.cues:
        return True
    if _CONTACT.search(line.text):
        return True
    said = line.cues.keys()
    if line.section is Section.ABOUT:
        return "candidate" not in said or not {"must", "person", "duty"} & said
    return "perk" in said and not {"must", "person"} & said


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
    if not _LETTERS.search(plain) or (len(line.words) == 1 and line.words[0] in _noise()):
        return False
    return line.is_item or len(line.words) >= FEWEST_ITEMS


def _is_sentence(line: Line) -> bool:
    return not line.is_item and line.text.endswith((".", "!"))


def _could_be_listed(line: Line) -> bool:
    """Whether a line without a mark, among demands or wishes, may be one of them."""
    if line.text[0].islower():
        return bool({"must", "person"} & line.cues.keys())
    is_short = not _is_sentence(line) or len(line.words) <= SHORT_SENTENCE_WORDS
    return is_short or bool(_ASKS & line.cues.keys())


def speaks_of_itself(line: Line) -> bool:
    """Whether the employer is the subject, and nothing says what the candidate should be."""
    begins = line.cues.get("ourselves") == 0 or line.text.startswith("<")
    return (begins or "ours" in line.cues) and "candidate" not in line.cues


def _line(piece: Piece, section: Section) -> Line:
    spoken = tuple(words(piece.text))
    cues: dict[str, int] = {}
    for found in phrases_of("cues", "cues").find(spoken):
        if found.kind != "must" or cues.get("void") != found.at:
            cues.setdefault(found.kind, found.at)
    return Line(piece.text, piece.start, section, piece.is_item, spoken, cues)


def _parts(piece: Piece, *, is_list: bool) -> Iterator[Piece]:
    """Sentences; behind a heading's colon also the parts of a list with commas."""
    for part in sentences_of(piece):
        items = part.text.split(";") if ";" in part.text else part.text.split(",")
        is_run = len(items) >= FEWEST_ITEMS and all(_could_be_an_item(item) for item in items)
        if not (is_list or ";" in part.text) or not is_run:
            is_first = part.start == piece.start
            yield part._replace(is_item=part.is_item or (is_list and is_first))
            continue
        place = part.start
        for item in items:
            bare = item.strip()
            if bare:
                yield part._replace(text=bare, start=place + item.index(bare), is_item=True)
            place += len(item) + 1


def _announced(piece: Piece, section: Section) -> tuple[Section, Piece]:
    """What "... the following skills: ..." opens in the middle of a text, and what stands behind."""
    head, colon, rest = piece.text.partition(":")
    spoken = words(head) if colon else []
    if not spoken or not (spoken[-1] in _announcers() or "following" in spoken):
        return section, piece
    opened = _section_by_cues(head, section)
    bare = rest.strip()
    start = piece.start + len(piece.text) - len(rest.lstrip())
    return opened, piece._replace(text=bare, start=start, is_item=piece.is_item or bool(bare))


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
    is_named = phrases_of("cues", "last").at(spoken, len(spoken) - 1) is not None
    for place in range(2 if spoken[0] in ("the", "our", "your", "key", "main", "some") else 1):
        found = listed.at(spoken, place) if place < len(spoken) else None
        if found is None:
            continue
        more = len(spoken) - found.end
        is_spoken = " ".join(spoken[place : found.end]) in spoken_headings()
        if has_colon or not more or (more <= MORE_WORDS and (is_named or not is_spoken)):
            return Section(found.kind)
    if len(spoken) > LONGEST_NAME_WORDS or "you" in spoken:
        return None
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
    if kinds & {"nice", "softener", "trailer"}:
        return Section.NICE
    if kinds & {"must", "person"}:
        return Section.MUST
    if "duty" in kinds:
        return Section.DUTY
    if "candidate" in kinds:
        return Section.MUST
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
def _announcers() -> frozenset[str]:
    return frozenset(table("cues")["announcers"])


@cache
def _noise() -> frozenset[str]:
    return frozenset(table("cues")["noise"])
