"""What can be seen in one sentence of a story, and in its neighbours: input of the tagger.

A trait is a short string. The trained weights name traits, so a change here or in
`content/tagger_words.toml` asks for a new training (`python -m evals.train_tagger`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from core.interview.tables import table
from core.interview.text import stem

LONGEST = 80  # words of a unit that are looked at
_TOKEN = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*|[£$€]?\d[\d.,:]*(?:%|k\b|m\b)?|[%?]")
_SUBJECTS = frozenset(
    {"i", "we", "he", "she", "they", "it", "you", "there", "this", "that", "who", "which", "nobody"}
)
_BE = frozenset({"was", "were", "is", "are", "am", "been", "be", "being"})
_HAVE = frozenset({"had", "have", "has"})
_MODAL = frozenset({"would", "could", "should", "will", "can", "might", "may", "must", "cannot"})
_SHORT = {
    "'m": "am", "'re": "are", "'s": "is", "'ve": "have", "'ll": "will", "'d": "had/would",
}  # fmt: skip
_SKIPPED = frozenset(
    {"also", "then", "first", "immediately", "quickly", "personally", "even", "never", "always",
     "usually", "still", "only", "again", "not", "both", "all", "therefore", "myself", "finally",
     "eventually", "next", "later", "already", "once", "soon", "further"}
)  # fmt: skip
_NUMBER_WORDS = frozenset(
    {"two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
     "fifteen", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
     "hundred", "thousand", "million", "half", "third", "quarter", "dozen"}
)  # fmt: skip
_PERCENT = frozenset({"%", "percent", "cent", "percentage"})
_SHORT_UNIT, _MIDDLING_UNIT, _LONG_UNIT = 6, 12, 20
_THIRD = 3


@dataclass(frozen=True)
class Unit:
    """The traits of one unit by itself; `cues` are those that its neighbours look at."""

    own: frozenset[str]
    cues: frozenset[str]
    acts: bool


def story_traits(sentences: Sequence[str]) -> list[list[str]]:
    """The sorted traits of each unit, its place and its neighbours included."""
    units = [read_unit(sentence) for sentence in sentences]
    acting = [number for number, unit in enumerate(units) if unit.acts]
    return [
        sorted({*unit.own, *_place(number, len(units)), *_around(number, units, acting)})
        for number, unit in enumerate(units)
    ]


def read_unit(sentence: str) -> Unit:
    tokens = _tokens(sentence)
    kept = _without_fillers(tokens)
    cues = {*_classes(tokens), *_clauses(kept), *_figures(tokens)}
    own = {*cues, *_words(kept), *_size(len(tokens))}
    if tokens:
        own.add(f"opens:{tokens[0]}")
    if tokens and tokens[-1] == "?":
        own.add("asks")
    acts = bool({"i+past", "we+past"} & cues) or bool({"i>past", "we>past"} & cues)
    return Unit(frozenset(own), frozenset(cues), acts)


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
def _list(name: str) -> frozenset[str]:
    return frozenset(table("tagger_words")[name])


@cache
def _phrases() -> tuple[dict[str, tuple[str, ...]], dict[str, tuple[str, ...]], int]:
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
    whole, begun, longest = _phrases()
    for start, token in enumerate(tokens):
        for end in range(start + 1, min(start + longest, len(tokens)) + 1):
            yield from whole.get(" ".join(tokens[start:end]), ())
        for length in range(2, len(token) + 1):
            yield from begun.get(token[:length], ())


def _words(tokens: list[str]) -> Iterator[str]:
    shown = [_shown(token) for token in tokens]
    yield from (f"w:{stem(word)}" for word in shown)
    yield from (f"b:{a}_{b}" for a, b in pairwise(shown))
    if shown:
        yield f"first:{shown[0]}"
        yield "first2:" + "_".join(shown[:2])


def _shown(token: str) -> str:
    return "#" if token[-1].isdigit() or token[0].isdigit() or token[0] in "£$€" else token


def _clauses(tokens: list[str]) -> Iterator[str]:
    """Who does what, in which tense: "i+past" for each subject, "i>past" for the first one."""
    spread = [piece for token in tokens for piece in _unfolded(token)]
    first = True
    for place, token in enumerate(spread):
        if token in _SUBJECTS:
            form = _form(spread[place + 1 : place + 6])
            yield f"{token}+{form}"
            if first:
                yield f"{token}>{form}"
            first = False
        elif token in _BE and place + 1 < len(spread) and _is_participle(spread[place + 1]):
            yield "passive"
    if first:
        yield f"nobody>{_any_form(spread)}"


def _unfolded(token: str) -> tuple[str, ...]:
    if token.endswith("n't"):
        return token[:-3], "not"
    head, mark, tail = token.rpartition("'")
    return (head, _SHORT["'" + tail]) if mark and "'" + tail in _SHORT else (token,)


def _form(following: list[str]) -> str:
    verbs = [token for token in following if token not in _SKIPPED]
    if not verbs:
        return "none"
    verb, after = verbs[0], verbs[1] if len(verbs) > 1 else ""
    if verb in _BE:
        return f"{'was' if verb in {'was', 'were'} else 'is'}{_aspect(after)}"
    if verb in _HAVE or verb == "had/would":
        return f"{verb}{_aspect(after)}"
    if verb in _MODAL:
        return "modal"
    if verb in {"did", "do", "does"}:
        return verb
    return _tense(verb)


def _aspect(after: str) -> str:
    if after == "to":
        return "-to"
    if after.endswith("ing"):
        return "-ing"
    return "-done" if _is_participle(after) else ""


def _tense(verb: str) -> str:
    if verb in _list("state"):
        return "felt"
    return "past" if _is_participle(verb) else "other"


def _is_participle(word: str) -> bool:
    return (word.endswith("ed") and len(word) > len("need")) or word in _list("past")


def _any_form(tokens: list[str]) -> str:
    if any(token in {"was", "were"} for token in tokens):
        return "was"
    if any(map(_is_participle, tokens)):
        return "past"
    return "none"


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
    behind = count - 1 - number
    if count == 1:
        yield "at:alone"
        return
    yield f"at:{min(number, _THIRD)}"
    yield f"left:{min(behind, _THIRD)}"
    yield f"fifth:{min(4, 5 * number // count)}"


def _around(number: int, units: Sequence[Unit], acting: Sequence[int]) -> Iterator[str]:
    if number:
        yield from (f"<{cue}" for cue in units[number - 1].cues)
    if number + 1 < len(units):
        yield from (f">{cue}" for cue in units[number + 1].cues)
    if not acting:
        yield "acts:none"
        return
    yield "acts:begun" if acting[0] < number else "acts:ahead" if number < acting[0] else "acts:1st"
    yield "acts:over" if acting[-1] < number else "acts:on"
