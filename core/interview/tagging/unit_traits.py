"""What can be seen in one sentence of a story, and in its neighbours: input of the tagger.

A trait is a short string. The trained weights name traits, so a change here, in `unit_clauses.py`
or in `content/tagger_words.toml` asks for a new training (`python -m evals.train_tagger`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from core.interview.tagging.unit_clauses import clauses, main_clause, tenses, unfolded
from core.interview.tagging.unit_duties import duties
from core.interview.words.patterns import regex
from core.interview.words.tables import table
from core.interview.words.text import plain_stem

LONGEST = 80  # words of a unit that are looked at
_TOKEN = regex(r"[^\W\d_]+(?:['-][^\W\d_]+)*|[£$€]?\d[\d.,:]*(?:%|k\b|m\b)?|[%?]")
_NUMBER_WORDS = frozenset(
    {"two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
     "fifteen", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
     "hundred", "thousand", "million", "half", "third", "quarter", "dozen"}
)  # fmt: skip
_PERCENT = frozenset({"%", "percent", "cent", "percentage"})
_BEHIND, _AHEAD = AROUND = "<>"  # with what the traits of the neighbours begin
_SHORT_UNIT, _MIDDLING_UNIT, _LONG_UNIT = 6, 12, 20
_THIRDS = 3


@dataclass(frozen=True)
class Unit:
    """The traits of one unit by itself; `cues` are those that its neighbours look at."""

    own: frozenset[str]
    cues: frozenset[str]


def story_traits(sentences: Sequence[str]) -> list[list[str]]:
    """The sorted traits of each unit, its place and its neighbours included."""
    units = [read_unit(sentence) for sentence in sentences]
    return [
        sorted({*unit.own, *_place(number, len(units)), *_around(number, units)})
        for number, unit in enumerate(units)
    ]


def read_unit(sentence: str) -> Unit:
    tokens = _tokens(sentence)
    kept = _without_fillers(tokens)
    spread = unfolded(kept)
    cues = {*_classes(tokens), *clauses(spread), *tenses(spread), *_figures(tokens)}
    own = {*cues, *_words(kept), *_phrases(kept), *_verb(spread), *_size(len(tokens))}
    own.update(duties(spread, [_timed(token) for token in kept]))
    if tokens:
        own.add(f"opens:{tokens[0]}")
    if tokens and tokens[-1] == "?":
        own.add("asks")
    return Unit(frozenset(own), frozenset(cues))


def _tokens(sentence: str) -> list[str]:
    plain = sentence.lower().replace("\u2019", "'")
    return [match.group() for _, match in zip(range(LONGEST), _TOKEN.finditer(plain), strict=False)]


def _without_fillers(tokens: list[str]) -> list[str]:
    single, double = _fillers()
    kept: list[str] = []
    for token in tokens:
        if kept and f"{kept[-1]} {token}" in double:
            kept.pop()
        elif token not in single:
            kept.append(token)
    return kept


@cache
def _fillers() -> tuple[frozenset[str], frozenset[str]]:
    entries = table("tagger_words")["fillers"]
    return (
        frozenset(e for e in entries if " " not in e),
        frozenset(e for e in entries if " " in e),
    )


@cache
def _kinds() -> dict[str, str]:
    """The kind of each word that has one: "monday" is a <date>."""
    kinds = table("tagger_words")["kinds"]
    return {word: f"<{name}>" for name, words in kinds.items() for word in words}


@cache
def _entries() -> tuple[dict[str, tuple[str, ...]], dict[str, tuple[str, ...]], int]:
    """The classes of each whole phrase and of each beginning of a word; the longest phrase."""
    whole: dict[str, tuple[str, ...]] = {}
    begun: dict[str, tuple[str, ...]] = {}
    longest = 1
    for part in ("acts", "scene", "duty", "outcome", "other"):
        for name, entries in table("tagger_words")[part].items():
            for entry in entries:
                held, key = (begun, entry[:-1]) if entry.endswith("*") else (whole, entry)
                held[key] = (*held.get(key, ()), f"{part}.{name}")
                longest = max(longest, entry.count(" ") + 1)
    return whole, begun, longest


def _classes(tokens: list[str]) -> Iterator[str]:
    whole, begun, longest = _entries()
    for start, token in enumerate(tokens):
        for end in range(start + 1, min(start + longest, len(tokens)) + 1):
            yield from whole.get(" ".join(tokens[start:end]), ())
        for length in range(2, len(token) + 1):
            yield from begun.get(token[:length], ())


def _words(tokens: list[str]) -> Iterator[str]:
    shown = [_shown(token) for token in tokens]
    yield from (f"w:{plain_stem(word)}" for word in shown)
    yield from (f"b:{a}_{b}" for a, b in pairwise(shown))
    if shown:
        yield f"first:{shown[0]}"
        yield "first2:" + "_".join(shown[:2])


def _shown(token: str) -> str:
    return "#" if token[-1].isdigit() or token[0].isdigit() or token[0] in "£$€" else token


def _phrases(tokens: list[str]) -> Iterator[str]:
    """Two and three words in a row, each of them by its kind where it has one."""
    kinds = [_kind(token) for token in tokens]
    yield from (f"k:{kind}" for kind in kinds if kind[0] == "<")
    yield from (f"n:{a}_{b}" for a, b in pairwise(kinds))
    yield from (f"n:{a}_{b}_{c}" for a, b, c in zip(kinds, kinds[1:], kinds[2:], strict=False))
    yield "n1:" + "_".join(kinds[:3])


def _kind(token: str) -> str:
    return "#" if token in _NUMBER_WORDS else _kinds().get(token, _shown(token))


def _timed(token: str) -> str:
    """Its kind, where a share is no time: "by 8%" sets no limit."""
    return "%" if token[-1] == "%" or token in _PERCENT else _kind(token)


def _verb(spread: list[str]) -> Iterator[str]:
    """The first finite verb with its form, and who or what stands before it."""
    who, form, before, verb = main_clause(spread)
    yield from (f"main:{who}>{form}", f"who:{who}", f"form:{form}", f"verb:{plain_stem(verb)}")
    for kind in {_kinds()[word] for word in before if word in _kinds()}:
        yield f"who:{kind}"
        yield f"main:{kind}>{form}"


def _figures(tokens: list[str]) -> Iterator[str]:
    digits = sum(_shown(token) == "#" for token in tokens)
    spelt = sum(token in _NUMBER_WORDS for token in tokens)
    if digits:
        yield "digits"
    if digits + spelt:
        yield "number"
    if digits + spelt > 1:
        yield "numbers"
    if _PERCENT & set(tokens) or any(token.endswith("%") for token in tokens):
        yield "percent"
    if any(token[0] in "£$€" for token in tokens):
        yield "money"


def _size(count: int) -> Iterator[str]:
    yield (
        "tiny" if count < _SHORT_UNIT
        else "short" if count < _MIDDLING_UNIT
        else "middling" if count < _LONG_UNIT
        else "long"
    )  # fmt: skip


def _place(number: int, count: int) -> Iterator[str]:
    """Coarse: people tell the parts in many orders."""
    if count == 1:
        yield "at:alone"
        return
    if not number:
        yield "at:first"
    if number == count - 1:
        yield "at:last"
    yield f"third:{_THIRDS * number // count}"


def _around(number: int, units: Sequence[Unit]) -> Iterator[str]:
    if number:
        yield from (f"{_BEHIND}{cue}" for cue in units[number - 1].cues)
    if number + 1 < len(units):
        yield from (f"{_AHEAD}{cue}" for cue in units[number + 1].cues)
