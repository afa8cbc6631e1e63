"""Which lines of a CV or an advert are headings, and how soon their sections may be left out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum
from functools import cache
from importlib.resources import files

LONGEST_HEADING = 60
LONGEST_HEADING_WORDS = 7
LEAST_LETTERS = 4
MORE_WORDS = 3  # "Experience in health care" opens what "Experience" does
LONGEST_NAME = 40
_LIST_MARK = re.compile(r"[-*•·▪◦●○■□➤►✓✔\u2013\u2014]\s")
_NOT_IN_A_NAME = re.compile(r"[^\w\s&/+,.'\u2019-]|_")
_WORDS = re.compile(r"(?:[^\W\d_]|[\s&'\u2019-])+")
_ENDS = (".", ",", ";", "!", "?", "\u3002", "\uff0c")


class Rank(IntEnum):
    """The order in which sections are kept."""

    FIRST = 0
    MIDDLE = 1
    LAST = 2


@dataclass(frozen=True, slots=True)
class Heading:
    """`name` is fit to be shown: one line of letters, digits and plain punctuation."""

    name: str
    rank: Rank


def heading_in(line: str, before: Heading) -> Heading | None:
    """What the line opens after the section `before`; None when it is no heading.

    A heading that no list knows is of the first rank only where it comes after one that is.
    """
    title, colon, rest = line.strip().replace("\uff1a", ":").partition(":")
    bare = title.strip(" \t#*=|~_-\u2013\u2014")
    if not bare or len(bare) > LONGEST_HEADING or len(bare.split()) > LONGEST_HEADING_WORDS:
        return None
    if _LIST_MARK.match(title) or (not colon and bare.endswith(_ENDS)):
        return None
    known = _known(bare)
    if rest.strip():
        is_heading = known in {Rank.FIRST, Rank.LAST}  # "Languages: Python" belongs to the skills
    else:
        is_heading = known is not None or _stands_out(title, bare)
    goes_on = bool(before.name) and before.rank is Rank.FIRST
    unknown = Rank.FIRST if goes_on else Rank.MIDDLE
    return Heading(_named(bare), unknown if known is None else known) if is_heading else None


def _known(bare: str) -> Rank | None:
    title = bare.casefold().replace("\u2019", "'")
    for start, rank in _starts():
        if title.startswith(start) and not title[len(start) : len(start) + 1].isalnum():
            is_short = len(title.split()) <= len(start.split()) + MORE_WORDS
            return rank if is_short else None
    return None


def _stands_out(title: str, bare: str) -> bool:
    """Capitals or a mark of Markdown, and nothing but words: no address, no "PAGE 2"."""
    if not _WORDS.fullmatch(bare) or sum(map(str.isalpha, bare)) < LEAST_LETTERS:
        return False
    return bare.isupper() or title.startswith("#")


def _named(bare: str) -> str:
    return " ".join(_NOT_IN_A_NAME.sub(" ", bare).split())[:LONGEST_NAME].strip()


@cache
def _starts() -> tuple[tuple[str, Rank], ...]:
    """The longest first, so that "about you" is not read as "about"."""
    import tomllib

    table = tomllib.loads(files(__package__).joinpath("headings.toml").read_text(encoding="utf-8"))
    starts = [
        (start, Rank[rank.upper()])
        for rank, languages in table.items()
        for names in languages.values()
        for start in names
    ]
    return tuple(sorted(starts, key=lambda start: -len(start[0])))
