"""Clauses of an answer that read like instructions to whoever rates it, left out before rating."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from core.interview.words.offsets import Edit, Edited
from core.interview.words.patterns import regex
from core.interview.words.remembering import remembered
from core.interview.words.tables import table

_SENTENCE = regex(
    r"[^.!?\n。\uff01\uff1f।]*(?:[.!?。\uff01\uff1f।]+(?=\s|$|[^\x00-\x7f])|[.!?]+(?=\S)|\n|$)"
)
_JOINT = regex(r"[,;:()—\u2013]\s+|\s[-\u2013—]\s|\s(?:and|but|so|then|because|while)\s")
_MARKUP = frozenset("*_`~\u201c\u201d\u2018\u2019")
_STRAIGHT = {"\u201c": '"', "\u201d": '"', "\u2018": "'", "\u2019": "'"}
_TO_BE_READ = regex(r"[*_`~\x00-\x1f\x7f]|  ")  # what is left out or joined
_UNSEEN = frozenset({"Cf", "Cc", "Cs", "Mn"})
_BLOCK = regex(
    r"(?is)\{[^{}]{0,2000}\}|```[^`]{0,4000}```"
    r"|<(system|assistant|instructions?)\b[^<>]{0,80}>[^<>]{0,2000}</\1>"
)
FLAG = "Left out before rating: “{}”, because it reads like an instruction to the assessor."
LONGEST_SHOWN = 160
ABOUT = "about"  # patterns about the rating itself, which somebody may have had to do with
LONGEST_WHOLE = 40  # words of a sentence that is cut as a whole; speech without stops runs on
MANY = 8  # clauses of one sentence; from there on nothing in it is a story


@dataclass(frozen=True, slots=True)
class Cut:
    """What is rated of an answer, and the clauses that are not, as they stood there."""

    text: str
    removed: tuple[str, ...]
    edited: Edited

    @property
    def flags(self) -> tuple[str, ...]:
        """A sentence for the candidate on each clause that was left out."""
        return tuple(FLAG.format(_short(clause)) for clause in self.removed)

    def own(self, start: int, end: int) -> str:
        """What stands in the answer behind this piece of `text`."""
        return self.edited.own(start, end)


@lru_cache(maxsize=64)
def cut(text: str) -> Cut:
    """The answer without clauses that address the rater, in time proportional to its length.

    What others said, or what somebody decided to ignore, is a part of the story and stays.
    """
    spans = _merged(sorted(_spans(text)), text)
    edited = Edited.of(text, (Edit(start, end) for start, end in spans))
    removed = tuple(text[edit.start : edit.end].strip(" \t\n,;:") for edit in edited.edits)
    return Cut(edited.text, tuple(filter(None, removed)), edited)


def _spans(text: str) -> Iterator[tuple[int, int]]:
    for block in _BLOCK.finditer(text):
        if any(pattern.search(_plain(block[0])[0]) for pattern in _patterns()["markup"]):
            yield block.span()
    for sentence in _SENTENCE.finditer(text):
        if sentence[0].strip():
            for start, end in _in_sentence(sentence[0]):
                yield sentence.start() + start, sentence.start() + end


@remembered
def _in_sentence(sentence: str) -> tuple[tuple[int, int], ...]:
    return tuple(_addressed(sentence))


def _addressed(sentence: str) -> Iterator[tuple[int, int]]:
    plain, places = _plain(sentence)
    hits = 0
    whole = len(sentence) - len(sentence.lstrip()), len(sentence)
    for group, patterns in _patterns().items():
        for found in (hit for pattern in patterns for hit in pattern.finditer(plain)):
            if _is_told(group, plain, found):
                continue
            if group in table("instructions")["sentences"] and len(plain.split()) <= LONGEST_WHOLE:
                yield whole
                return
            if (hits := hits + 1) > MANY:
                yield whole
                return
            yield _clause(sentence, plain, places, found)


def _clause(sentence: str, plain: str, places: list[int], found: re.Match[str]) -> tuple[int, int]:
    """From the joint before what was found to the next one behind it."""
    begin = found.start() + re.match(r"[\s,;:.!?()—\u2013>\]\-\"]*", found[0]).end()  # type: ignore[union-attr]
    if joined := _JOINT.match(plain, max(0, begin - 1)):
        begin = joined.end()
    joints = [joint.span() for joint in _JOINT.finditer(plain)]
    first = max((start for start, end in joints if end <= begin), default=0)
    last = min((start for start, _ in joints if start >= found.end()), default=len(plain))
    end = places[last] if last < len(places) else len(sentence)
    return (places[first] if first < len(places) else 0), end


def _is_told(group: str, plain: str, found: re.Match[str]) -> bool:
    honest = table("instructions")["honest"]
    if group == ABOUT:
        return re.search(honest["own"], plain) is not None
    if group not in honest["groups"]:
        return False
    before, behind = plain[: found.end()], plain[found.end() :]
    return bool(re.search(honest["before"], before) or re.search(honest["after"], behind))


def _plain(text: str) -> tuple[str, list[int]]:
    """Small letters, plain quotes, no signs of Markdown and none unseen, and each sign's place."""
    bare = text.lstrip(" ")
    if bare.isascii() and not _TO_BE_READ.search(bare):
        return bare.lower(), list(range(len(text) - len(bare), len(text)))
    signs: list[str] = []
    places: list[int] = []
    for place, sign in enumerate(text):
        straight = _STRAIGHT.get(sign, sign)
        for plain in unicodedata.normalize("NFKC", straight).casefold():
            is_blank = plain.isspace() and (not signs or signs[-1] == " ")
            if not is_blank and plain not in _MARKUP and unicodedata.category(plain) not in _UNSEEN:
                signs.append(" " if plain.isspace() else plain)
                places.append(place)
    return "".join(signs), places


def _merged(spans: list[tuple[int, int]], text: str) -> Iterator[tuple[int, int]]:
    """Spans that overlap or touch, as one."""
    current: tuple[int, int] | None = None
    for start, end in spans:
        if current and not text[current[1] : start].strip(" \t,;:.\"'"):
            current = current[0], max(current[1], end)
        else:
            if current:
                yield current
            current = start, end
    if current:
        yield current


@cache
def _patterns() -> dict[str, tuple[re.Pattern[str], ...]]:
    content = table("instructions")
    words: dict[str, str] = content["words"]
    groups = {**content["clauses"], **content["sentences"]}
    return {
        name: tuple(re.compile(_written_out(pattern, words)) for pattern in patterns)
        for name, patterns in groups.items()
    }


def _written_out(pattern: str, words: dict[str, str]) -> str:
    while (written := _once(pattern, words)) != pattern:
        pattern = written
    return pattern


def _once(pattern: str, words: dict[str, str]) -> str:
    for name, word in words.items():
        pattern = pattern.replace(f"{{{name}}}", word)
    return pattern


def _short(clause: str) -> str:
    flat = " ".join(clause.split()).strip(" ,;:")
    return flat if len(flat) <= LONGEST_SHOWN else f"{flat[:LONGEST_SHOWN].rsplit(' ', 1)[0]} …"
