"""The lines of a CV that tell of work: bullets, lines that begin with a verb, short sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from core.interview.reading.claims import section_of
from core.interview.reading.dates import periods
from core.interview.reading.families import NAME, best_vote
from core.interview.words.patterns import regex
from core.interview.words.tables import lexicon, table, whole_words
from core.interview.words.text import sentences

MOST_LINES = 4_000
LONGEST_ENTRY = 1_200  # characters
LONGEST_WHOLE = 400  # of a quote that goes over line breaks
LONG_LINE = 60  # one that may go on in the next
LONGEST_ROLE_WORDS, NEAR = 10, 2
_MARK = regex(
    r"^(?:[-*\u2022\u00b7\u25aa\u25e6\u25cf\u25cb\u25a0\u25a1\u27a4\u25ba\u2713\u2714\u2013\u2014\uf0b7]\s*)+"
)
_DANGLES = regex(
    r"(?i)(?:,|&|/|\b(?:a|an|and|as|at|by|for|from|in|including|into|of|on|or|our|the|their|to|via"
    r"|with|within))$"
)
_NO_WORK = regex(
    r"(?i)@|https?:|www\.|\b(?:graduated|educated|degree|diploma|ba|bsc|b\.sc|msc|m\.sc|mba|phd"
    r"|bachelor|master's|masters|university|college|school|dissertation|thesis|gcse|a-levels"
    r"|street|road|avenue|postcode|tel|phone|mobile|date of birth|nationality|marital|married)\b"
)


@dataclass(frozen=True, slots=True)
class Entry:
    """`text` is one line without its mark, or the lines that it is wrapped over, joined.

    It stands in the CV word for word, with spaces where a line breaks.
    """

    text: str


@dataclass(frozen=True, slots=True)
class _Line:
    """`block` counts what stands before it and is no line: headings, and rules such as "---"."""

    text: str
    section: str
    is_item: bool
    block: int


def entries(text: str) -> Iterator[Entry]:
    lines = _lines(text)
    has_work = any(line.section == "work" for line in lines)
    for line, told in _unwrapped(lines):
        in_work = line.section == "work" or (not line.section and not has_work)
        if in_work and len(told) <= LONGEST_ENTRY:
            yield from _told(line, told)


def whole(quote: str, text: str) -> str:
    """A quote from a line of the CV, to the end of its bullet or sentence where the line breaks.

    With a space for the break it stands in the CV word for word. What is not cut stays as it is.
    """
    told = next((told for told in _whole_lines(text) if quote and quote in told), "")
    if len(told) <= LONGEST_WHOLE:
        return told or quote
    return next((s for s in sentences(told) if quote in s and len(s) <= LONGEST_WHOLE), quote)


def undated_roles(text: str) -> Iterator[str]:
    """Short lines under work experience that name a job without dates on them or beside them."""
    lines = _lines(text)
    for place, line in enumerate(lines):
        if line.section != "work" or line.is_item or len(line.text.split()) > LONGEST_ROLE_WORDS:
            continue
        near = lines[max(place - NEAR, 0) : place + NEAR + 1]
        is_named = not line.text.endswith(".") and not _starts(line.text)
        if is_named and not any(map(_is_dated, near)) and best_vote(line.text) >= NAME:
            yield line.text


def begins_with_verb(line: str) -> bool:
    first, *_ = line.removeprefix("I ").split(None, 1) or [""]
    is_verb = first.lower().endswith("ed") or first.lower() in lexicon("past")
    return is_verb and first.lower() not in lexicon("state")


def _told(line: _Line, told: str) -> Iterator[Entry]:
    """A bullet as it is; of running text the sentences that begin with a verb."""
    if line.is_item and not _NO_WORK.search(told):
        yield Entry(told)
        return
    for sentence in sentences(told):
        if _starts(sentence) and not _NO_WORK.search(sentence):
            yield Entry(sentence)


def _starts(text: str) -> bool:
    return begins_with_verb(text) or _weak().match(text) is not None


def _lines(text: str) -> list[_Line]:
    found: list[_Line] = []
    section, block = "", 0
    for raw in text.splitlines()[:MOST_LINES]:
        stripped = raw.strip()
        bare = _MARK.sub("", stripped).strip()
        opened, rest = section_of(bare)
        section = section if rest and opened != "work" else opened or section
        if bare and not opened:
            found.append(_Line(bare, section, _MARK.match(stripped) is not None, block))
        elif stripped:
            block += 1
    return found


@lru_cache(maxsize=8)
def _whole_lines(text: str) -> tuple[str, ...]:
    return tuple(told for _, told in _unwrapped(_lines(text)))


def _unwrapped(lines: Sequence[_Line]) -> Iterator[tuple[_Line, str]]:
    """Each line with those that it is wrapped over, as one."""
    place = 0
    while place < len(lines):
        following = place + 1
        first = lines[place]
        while following < len(lines) and _goes_on(first, lines[following - 1], lines[following]):
            following += 1
        yield first, " ".join(line.text for line in lines[place:following])
        place = following


def _goes_on(first: _Line, line: _Line, following: _Line) -> bool:
    """Whether the next line is the rest of this one; `first` is where it all begins.

    Below a bullet a long line may be followed by a name. Without bullets a capital is a beginning.
    """
    if (
        following.is_item
        or (line.section, line.block) != (following.section, following.block)
        or line.text.endswith((".", "!", ";"))
    ):
        return False
    if _is_dated(following) or _is_dated(line):
        return False
    if following.text[0].islower() or following.text[0] == "(" or _DANGLES.search(line.text):
        return True
    if not following.text[0].isalpha():
        return False
    return first.is_item and len(line.text) >= LONG_LINE and not _starts(following.text)


def _is_dated(line: _Line) -> bool:
    return len(line.text) <= LONGEST_ENTRY and bool(periods(line.text))


@cache
def _weak() -> re.Pattern[str]:
    weak = table("cv_lines")["weak"]
    found = whole_words((*weak["owned"], *weak["shared"]))
    return re.compile(rf"(?:I\s+)?({found.pattern})", re.IGNORECASE)


def weak_start(text: str) -> re.Match[str] | None:
    """The phrase that a line begins with where it does not say what was done."""
    return _weak().match(text)
