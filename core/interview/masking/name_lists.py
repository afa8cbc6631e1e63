"""The lists of names, and the words that stand around names."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache

from core.interview.words.tables import table

# With few joints, so that a chain of them cannot take time with the square of its length.
WORD = r"[^\W\d_]+(?:['\u2019-](?!s\b)[^\W\d_]+){0,3}"


@dataclass(frozen=True, slots=True)
class Named:
    """A name from `start` to `end`; `is_own` where somebody gives it as their own."""

    start: int
    end: int
    is_own: bool = False


def key(word: str) -> str:
    """A word without accents and in small letters, by which a name is recognised."""
    letters = unicodedata.normalize("NFKD", word.casefold())
    return "".join(sign for sign in letters if not unicodedata.combining(sign) and sign.isalpha())


@cache
def names(group: str) -> frozenset[str]:
    return frozenset(map(key, table("names")[group].split()))


@cache
def frame(group: str) -> frozenset[str]:
    return frozenset(table("identity")["frames"][group].split())


def is_everyday(word: str) -> bool:
    """A person's name that is an everyday word too, as "grace" is."""
    return key(word) in names("people") and key(word) not in frame("no_names")
