"""Reading a job description piece by piece: headings only set the section of what follows."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from core.interview.reading import headings
from core.interview.reading.line import Line, Section, judged
from core.interview.reading.pieces import Piece, cut, raw_lines, sentences_of

FEWEST_ITEMS = 3
FEWEST_ITEM_WORDS, LONGEST_ITEM_WORDS = 3, 27


def read_lines(description: str, title: frozenset[str] = frozenset()) -> Iterator[Line]:
    """The sentences and items of the description, each judged by its section and its words.

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
            announced, told = headings.announced_by(part, section)
            if announced is not section:
                section = self._section = announced
            if not told.text:
                continue
            line = judged(told, section)
            if line.section is not section:
                section = self._section = line.section
            yield line
        if self._section is Section.FACT and rest.text:
            self._section = self._after_fact

    def _place(self, piece: Piece, *, is_list_ahead: bool) -> tuple[Section, Piece]:
        """The section of the piece, and what of it is no heading."""
        nothing = piece._replace(text="")
        if piece.opens:
            return self._open(Section(piece.opens)), piece
        heading, rest = headings.opened_by(piece)
        if heading and not self._goes_on(piece, heading, rest):
            is_local = piece.is_item and rest.text and heading is not Section.DUTY
            return (heading if is_local else self._open(heading)), rest
        if headings.only_heads(piece, has_list=is_list_ahead):
            return self._open(headings.section_by_cues(piece.text, self._section)), nothing
        if self._section is Section.MUST and self._stands_out(piece):
            return self._open(headings.section_by_cues(piece.text, Section.PROSE)), nothing
        if not piece.is_item and headings.names_the_job(
            piece.text, self._title, is_first=self._is_first
        ):
            return self._section, nothing
        return self._section, piece

    def _goes_on(self, piece: Piece, heading: Section, rest: Piece) -> bool:
        """Whether what looks like a heading is an item of the list that it would open."""
        is_again = self._section is heading and not rest.text and not piece.text.endswith(":")
        return is_again and (piece.is_item or heading is Section.MUST)

    def _stands_out(self, piece: Piece) -> bool:
        """A short line without a stop, behind bullets or sentences, is an unlisted heading."""
        is_short = len(piece.text.split()) <= headings.LONGEST_HEADING_WORDS
        is_other = self._before in ("item", "sentence") and _form(piece) == "line"
        return is_short and is_other and piece.text[0].isupper()

    def _open(self, section: Section) -> Section:
        if section is Section.FACT and self._section is not Section.FACT:
            self._after_fact = self._section
        self._section = section
        return section


def _form(piece: Piece) -> str:
    if piece.is_item:
        return "item"
    return "sentence" if headings.ENDED.search(piece.text[-headings.ENDING :]) else "line"


def _parts(piece: Piece, *, is_list: bool) -> Iterator[Piece]:
    """Sentences; behind a heading's colon also the parts of a list with commas."""
    for part in sentences_of(piece):
        has_semicolon = ";" in part.text
        items = part.text.split(";" if has_semicolon else ",")
        is_run = len(items) >= FEWEST_ITEMS and all(map(_could_be_an_item, items))
        if not (is_list or has_semicolon) or not is_run:
            is_first = part.start == piece.start
            yield part._replace(is_item=part.is_item or (is_list and is_first))
            continue
        place = part.start
        for item in items:
            bare = item.strip()
            yield part._replace(text=bare, start=place + item.index(bare), is_item=True)
            place += len(item) + 1


def _could_be_an_item(text: str) -> bool:
    """Several words: a list of bare names is better quoted whole."""
    return FEWEST_ITEM_WORDS <= len(text.split()) <= LONGEST_ITEM_WORDS
