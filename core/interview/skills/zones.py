"""The parts of a CV or an advert, and what counts as a skill in each."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from core.interview.words.patterns import regex
from core.interview.words.tables import table

LONGEST_HEADING_WORDS = 7
LONGEST_SENTENCE = 300  # beyond it a line is a whole text without breaks
REACH = 60
CUE_REACH = 250
_TITLE = regex(r"\(\s?(?:[mfdwx]\s?/+\s?){1,2}[mfdwx]\s?\)|(?:^\W*job title)")
_FIRST_WORD = regex(r"[\W\d_]*(\w+)")
_OURSELVES = regex(
    r"\b(?:we|our|us)\b|^\W*(?:there (?:is|are|has|have)\b"
    r"|(?:the|this|about) (?:university|company|department|hospital|cent(?:re|er)|faculty|school"
    r"|group|institute|organi[sz]ation|unit|office|clinic|section|division|bank|firm|agency"
    r"|charity|trust|project|position)\b)"
    r"|\bis (?:an?|the|one of the) (?:[\w-]+ ){0,2}(?:leader|leading|specialist|provider|company"
    r"|organi[sz]ation|pioneer|global|largest)\b"
)
_OTHERS = regex(r"\b(?:you|your|you'll|candidates?|applicants?|must|responsible)\b")
_BREAK = regex(r"[\r\n]+|(?<=[.!?])(?<!e\.g\.)(?<!i\.e\.)(?<!etc\.)\s")
_PUNCTUATION = ".,;:!?&/()"
_TRIM = " \t*#_=>:\u2022\u00b7\u25cf\u25aa\u2013\u2014-"


class Zone(StrEnum):
    """`LIST`: wide terms count too. `PROSE`: they need a cue. `SILENT`: nothing counts."""

    LIST = "list"
    PROSE = "prose"
    SILENT = "silent"


@dataclass(frozen=True, slots=True)
class Stretch:
    """A sentence or line from `start`. `cues`: where it begins to speak of skills."""

    start: int
    end: int
    zone: Zone
    cues: tuple[int, ...]

    @property
    def is_endless(self) -> bool:
        """A whole text without breaks, of which nobody knows what any part of it is about."""
        return self.end - self.start > LONGEST_SENTENCE

    def speaks_of_skills(self, at: int) -> bool:
        """Whether a wide term at this place is meant as a skill."""
        nearest = bisect_right(self.cues, at) - 1
        return self.zone is Zone.LIST or (nearest >= 0 and at - self.cues[nearest] <= CUE_REACH)


def stretches(text: str, kind: str) -> list[Stretch]:
    """The sentences and lines of a text; together they are all of it."""
    found: list[Stretch] = []
    section = Zone.PROSE
    lowered = _lowered(text)
    for start, end in pieces(text):
        piece = lowered[start:end]
        if kind != "text":
            section = _heading(piece, kind) or section
        whole = Stretch(start, end, section, _spoken(piece, start))
        if kind == "job":
            found += _advertising(piece, whole)
        else:
            found.append(whole)
    return found


def _lowered(text: str) -> str:
    """The text in lower case, every character in its place."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(low if len(low := sign.lower()) == 1 else sign for sign in text)


def _spoken(piece: str, start: int) -> tuple[int, ...]:
    """Where the piece begins to speak of skills; a duty does from its first word."""
    ends = [start + found.end() for found in _cues("skill").finditer(piece)]
    opening = _FIRST_WORD.match(piece)
    is_duty = opening is not None and opening.group(1) in _duty_verbs()
    if is_duty or (len(piece) <= LONGEST_SENTENCE and _cues("trailing").search(piece)):
        ends.insert(0, start)
    return tuple(ends)


def _speaks_of_itself(piece: str) -> bool:
    """Whether the company speaks of itself, and of nobody whom it looks for."""
    return (
        len(piece) <= LONGEST_SENTENCE
        and _OURSELVES.search(piece) is not None
        and _OTHERS.search(piece) is None
        and _cues("asking").search(piece) is None
    )


def _advertising(piece: str, whole: Stretch) -> Iterator[Stretch]:
    """The piece with what is said of the offer silenced: all of it, or a part of a long one."""
    at = whole.start
    if _speaks_of_itself(piece) or (len(piece) <= LONGEST_SENTENCE and _TITLE.search(piece)):
        yield Stretch(whole.start, whole.end, Zone.SILENT, ())
        return
    is_demand = len(piece) <= LONGEST_SENTENCE and _cues("demanding").search(piece)
    for found in () if is_demand else _cues("silent").finditer(piece):
        start, end = whole.start, whole.end
        if len(piece) > LONGEST_SENTENCE:
            start = max(at, whole.start + found.start() - REACH)
            end = min(whole.end, whole.start + found.end() + REACH)
        if end <= at:
            continue
        if start > at:
            yield Stretch(at, start, whole.zone, whole.cues)
        yield Stretch(start, end, Zone.SILENT, ())
        at = end
    if at < whole.end or at == whole.start:
        yield Stretch(at, whole.end, whole.zone, whole.cues)


def pieces(text: str) -> Iterator[tuple[int, int]]:
    """Where the sentences and lines begin and end, with what separates them."""
    start = 0
    for found in _BREAK.finditer(text):
        if found.end() > start:
            yield start, found.end()
        start = found.end()
    yield start, len(text)


def _heading(piece: str, kind: str) -> Zone | None:
    """The zone that a heading opens: a short line, or the words before a colon."""
    head, colon, rest = piece.partition(":")
    if len(rest) > LONGEST_SENTENCE:
        return None
    title = head.strip().strip(_TRIM).replace("\u2019", "'")
    if not title or len(title.split()) > LONGEST_HEADING_WORDS:
        return None
    if not colon and piece.rstrip().endswith((".", ",", ";", "!", "?")):
        return None
    for words, zone in _headings(kind).get(title.split()[0].rstrip(_PUNCTUATION), ()):
        is_start = title.startswith(words) and not title[len(words) : len(words) + 1].isalnum()
        if is_start and (colon or len(title.split()) <= len(words.split()) + 3):
            return zone
    return None


@cache
def _headings(kind: str) -> dict[str, list[tuple[str, Zone]]]:
    """The openings of headings by their first word, the longest first."""
    sections = table("skill_context")[kind]
    pairs = [(words, Zone(zone)) for zone, group in sections.items() for words in group]
    found: dict[str, list[tuple[str, Zone]]] = {}
    for words, zone in sorted(pairs, key=lambda pair: -len(pair[0])):
        found.setdefault(words.split()[0], []).append((words, zone))
    return found


@cache
def _cues(name: str) -> re.Pattern[str]:
    """The cues as whole words of a text in lower case, which is read much faster than any case."""
    words = sorted(table("skill_context")[f"{name}_cues"], key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})(?!\w)")


@cache
def _duty_verbs() -> frozenset[str]:
    return frozenset(table("skill_context")["duty_verbs"])
