"""Finds the JSON objects in a text that models write around and, sometimes, within."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass

DEEPEST = 100
LONGEST_NUMBER = 30
MOST_FAILURES = 20  # bounds the time: each beginning that fails may have read all of the text
_TOKEN = re.compile(
    r"""
      "(?:[^"\\]++|\\.)*+"?                # a text, closed or not
    | //[^\n]*+                            # a comment
    | /\*(?:[^*]++|\*(?!/))*+(?:\*/)?      # another one
    | [{}\[\],/]
    | [^"{}\[\],/]++                       # numbers, words, colons, blanks
    """,
    re.DOTALL | re.VERBOSE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """An object, or where there seemed to be one its `fault`, which quotes nothing of the text."""

    length: int
    value: object = None
    fault: str = ""


def objects_in(text: str) -> Iterator[Found]:
    """Every object that stands on its own, and every beginning of one that came to nothing.

    Trailing commas, comments and line breaks within texts are let pass, since they leave no doubt
    of what is meant; NaN, infinities and keys that stand twice in an object do not.
    """
    failures = 0
    start = text.find("{")
    while start >= 0 and failures < MOST_FAILURES:
        found = _object_at(text, start)
        yield found
        failures += bool(found.fault)
        start = text.find("{", start + (1 if found.fault else found.length))


def _object_at(text: str, start: int) -> Found:
    kept: list[str] = []
    depth, comma = 0, -1
    for token in _TOKEN.finditer(text, start):
        piece = token[0]
        if piece.startswith(("//", "/*")):
            piece = " "
        if piece in {"{", "["}:
            depth += 1
        elif piece in {"}", "]"}:
            depth -= 1
            kept[comma] = "" if comma >= 0 else kept[comma]
        if depth > DEEPEST:
            return Found(length=token.end() - start, fault="it is nested too deeply")
        if not piece.isspace():
            comma = len(kept) if piece == "," else -1
        kept.append(piece)
        if depth == 0:
            return _read("".join(kept), token.end() - start)
    return Found(length=len(text) - start, fault="its JSON object has no end")


def _read(written: str, length: int) -> Found:
    try:
        value = json.loads(
            written,
            strict=False,
            parse_int=_whole,
            parse_float=_finite,
            parse_constant=_refused,
            object_pairs_hook=_once,
        )
    except ValueError as error:
        return Found(length=length, fault=str(error))
    return Found(length=length, value=value)


def _whole(written: str) -> int:
    if len(written) > LONGEST_NUMBER:
        raise ValueError("a number in it is too long")
    return int(written)


def _finite(written: str) -> float:
    number = float(written)
    if not math.isfinite(number):
        raise ValueError("a number in it is too large")
    return number


def _refused(_written: str) -> object:
    raise ValueError("it holds something that is no JSON number")


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """Of two levels under one name nobody knows which is meant."""
    made = dict(pairs)
    if len(made) < len(pairs):
        raise ValueError("an object in it has the same key twice")
    return made
