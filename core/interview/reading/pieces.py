"""Cutting an advert into headings, bullets and sentences, also where all stands on one line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from core.interview.reading.phrases import Found, phrases_of
from core.interview.words.patterns import regex
from core.interview.words.tables import table
from core.interview.words.text import WORD, sentences, words

LONGEST_PIECE = 240
SHORT_LINE, LONG_LINE = (
    60,
    200,
)  # in a longer one, headings and bullets may have lost their line breaks
CROWDED_WORDS = 18  # so many words without a stop may be a list that lost its line breaks
FEWEST_MARKS = 2
LONGEST_ABBREVIATION = 9
FAR = 3  # characters between a heading and its text
_RAW = regex(r"[^\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+")
_SIGNS = "*•·▪◦●○■□➤►✓✔✅➢❖☞☛→⇒▶▸‣◆★»\x95\uf0b7\uf0a7\uf0d8"
_MARK = regex(
    rf"(?:(?:[-+{_SIGNS}\u2013—o]|\uf0fc|<li>)(?:\s+|$)|-(?=[A-Z])|[{_SIGNS[1:]}]|\d{{1,2}}[.)]\s+"
    r"|\([a-z0-9]\)\s+)+"
)
_SURE_SIGN = regex(rf"(?:^|\s)[{_SIGNS[1:]}]\s*(?=\S)|\s\*\s+(?=[A-Z])")
_LIKELY_SIGN = regex(r"\s[\u2013-]\s+(?=[A-Z])")
_COLON = regex(r"\s*[:?]+")
_GOES_ON = regex(r"(?i)\b(?:e\.g|i\.e|incl|approx|app|resp|etc\. \)) ?\.$")
_TOKEN = regex(r"\S+")
_WRAPPING = "*_# \t"


class Piece(NamedTuple):
    """`text` stands at `start` of the advert. `opens` is the section that a heading opens.

    `has_text`: the heading's own text follows on the same line.
    """

    text: str
    start: int
    is_item: bool
    opens: str = ""
    has_text: bool = False


def raw_lines(description: str) -> Iterator[tuple[str, int, bool]]:
    """Text, place and whether it has a bullet's mark; a mark alone belongs to the next line."""
    waiting = False
    for match in _RAW.finditer(description):
        line, start = _stripped(match.group(), match.start())
        mark = _MARK.match(line)
        is_item = waiting or mark is not None
        if mark:
            line, start = _stripped(line[mark.end() :], start + mark.end())
        line, start = _unwrapped(line, start)
        if line:
            yield line, start, is_item
        waiting = mark is not None and not line


def cut(line: str, start: int, *, is_item: bool) -> Iterator[Piece]:
    """The line's pieces: headings in its middle, bullets in its middle, what is left."""
    for part, at, has_mark in _at_marks(line):
        for text, place, opens in _at_headings(part):
            bare, offset = _stripped(text, start + at + place)
            if bare or opens:
                yield Piece(bare, offset, is_item or has_mark, opens, has_text=bool(bare))


def sentences_of(piece: Piece) -> Iterator[Piece]:
    """The sentences, and the items of a list that lost its line breaks."""
    for sentence, place in _sentences_at(piece.text):
        for text, at in _crowded(sentence):
            for short, offset in _short(text):
                yield Piece(short, piece.start + place + at + offset, piece.is_item)


def _sentences_at(text: str) -> Iterator[tuple[str, int]]:
    """Behind "e.g ." and the like the sentence goes on."""
    start = end = 0
    for sentence in sentences(text):
        place = text.index(sentence, end)
        if end and not _GOES_ON.search(text, max(end - LONGEST_ABBREVIATION, start), end):
            yield text[start:end], start
            start = place
        end = place + len(sentence)
        start = start if start or text[:place].strip() else place
    if end:
        yield text[start:end], start


def _stripped(text: str, start: int) -> tuple[str, int]:
    bare = text.strip()
    return bare, start + len(text) - len(text.lstrip())


def _unwrapped(line: str, start: int) -> tuple[str, int]:
    """Without the signs of Markdown around it."""
    bare = line.lstrip(_WRAPPING)
    return bare.rstrip("*_ \t"), start + len(line) - len(bare)


def _at_marks(line: str) -> Iterator[tuple[str, int, bool]]:
    if line.isascii() and " * " not in line and " - " not in line:
        yield line, 0, False
        return
    marks = list(_SURE_SIGN.finditer(line))
    if not marks:
        likely = list(_LIKELY_SIGN.finditer(line))
        marks = likely if len(likely) >= FEWEST_MARKS else []
    starts = [0, *(mark.end() for mark in marks)]
    ends = [*(mark.start() for mark in marks), len(line)]
    for number, (start, end) in enumerate(zip(starts, ends, strict=True)):
        if line[start:end].strip():
            yield line[start:end], start, number > 0


def _at_headings(line: str) -> Iterator[tuple[str, int, str]]:
    """The text before the first heading, then each heading's own text with what it opens."""
    if len(line) <= SHORT_LINE and ":" not in line.rstrip(" :"):
        yield line, 0, ""
        return
    place, opens = 0, ""
    for kind, start, end in _inner_headings(line):
        if line[place:start].strip() or opens:
            yield line[place:start], place, opens
        place, opens = end, kind
    yield line[place:], place, opens


def _inner_headings(line: str) -> Iterator[tuple[str, int, int]]:
    """What each heading in the line opens, and where the heading stands."""
    written = WORD.findall(line)
    listed = phrases_of("cues", "sections")
    places = [
        n for n, word in enumerate(written) if word[0].isupper() and listed.begins(word.lower())
    ]
    if not places:
        return
    spoken = words(line)
    headings = [found for place in places for found in listed.every_at(spoken, place)]
    tokens = list(WORD.finditer(line))
    free = 0
    for found in headings:
        if found.at < free or not _is_inner(line, tokens, found):
            continue
        free, end = found.end, tokens[found.end - 1].end()
        colon = _COLON.match(line, end)
        yield found.kind, tokens[found.at].start(), colon.end() if colon else end


def _is_inner(line: str, tokens: list[re.Match[str]], found: Found) -> bool:
    """Whether a listed heading opens a section here and is no part of a sentence."""
    start, end = tokens[found.at].start(), tokens[found.end - 1].end()
    if line[end:].lstrip()[:1] == ":":
        return found.at > 0
    before = tokens[found.at - 1].group().lower() if found.at else ""
    if found.end == len(tokens) or before in _glue() or len(line) <= SHORT_LINE:
        return False
    name, following = line[start:end], tokens[found.end].group()
    is_far = len(line[end : tokens[found.end].start()]) > FAR
    if name.isupper() and found.end - found.at > 1 and not is_far:
        return True
    if is_far or not (following[0].isupper() or following[0].isdigit()):
        return False
    is_spoken = name.lower().replace("\u2019", "'") in spoken_headings()
    if len(line) > LONG_LINE and not is_spoken:
        return True
    begins = following.lower() in _starts() or following.lower() in _pronouns()
    return begins and found.end - found.at > 1


@cache
def _pronouns() -> frozenset[str]:
    return frozenset(table("cues")["pronouns"])


@cache
def spoken_headings() -> frozenset[str]:
    return frozenset(table("cues")["spoken"])


@cache
def _glue() -> frozenset[str]:
    return frozenset(table("cues")["glue"])


@cache
def _starts() -> frozenset[str]:
    return frozenset(table("cues")["starts"])


def _crowded(sentence: str) -> Iterator[tuple[str, int]]:
    places = [0]
    if sentence.count(" ") >= CROWDED_WORDS and _could_be_crowded(sentence):
        tokens = list(_TOKEN.finditer(sentence))
        places += [
            token.start()
            for before, token, after in zip(tokens, tokens[1:], tokens[2:], strict=False)
            if _begins_an_item(before.group(), token.group(), after.group())
        ]
    for start, end in pairwise((*places, len(sentence))):
        text = sentence[start:end].rstrip()
        if text:
            yield text, start


def _could_be_crowded(sentence: str) -> bool:
    marked = (word for word in sentence.split()[1:] if word[0].isupper() or word[0].isdigit())
    return any(word.lower() in _starts() or word[0].isdigit() for word in marked)


def _begins_an_item(previous: str, written: str, following: str) -> bool:
    """In a run of capitals ("Test Driven Development") no word begins anything."""
    word = written.strip("(,.;")
    is_span = word[:1].isdigit() and following.lower().startswith("year")
    if not is_span and (not word[:1].isupper() or word.lower() not in _starts()):
        return False
    if not previous[-1].isalnum() and previous[-1] not in ")+":
        return False
    if previous.lower() in _glue():
        return False
    return not previous[0].isupper() or (
        previous.lower() not in _starts() and not following[0].isupper()
    )


def _short(text: str) -> Iterator[tuple[str, int]]:
    """An endless piece in parts that can be quoted, cut at a comma or between two words."""
    if len(text) <= LONGEST_PIECE:
        yield text, 0
        return
    place = 0
    while place < len(text):
        window = text[place : place + LONGEST_PIECE]
        size = len(window)
        if place + size < len(text):
            stop = max(window.rfind("; "), window.rfind(", "))
            stop = stop if stop >= LONGEST_PIECE // 2 else window.rfind(" ")
            size = stop + 1 if stop > 0 else size
        bare, at = _stripped(window[:size], place)
        if bare:
            yield bare.rstrip(",;") or bare, at
        place += size
