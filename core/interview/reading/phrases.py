"""Finding listed phrases in a line word by word: the time does not grow with the lists."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from core.interview.words.tables import table
from core.interview.words.text import words


class Found(NamedTuple):
    """A phrase of the list `kind` at `words[at:end]`."""

    kind: str
    at: int
    end: int


class Phrases:
    """Lists of phrases by kind. `words` below are lower case, as `text.words` gives them."""

    def __init__(self, lists: Mapping[str, Iterable[str]]) -> None:
        self._alone: dict[str, list[str]] = {}
        self._by_two: dict[str, dict[str, list[tuple[tuple[str, ...], str]]]] = {}
        for kind, phrases in lists.items():
            for spelled in map(tuple, map(words, phrases)):
                if len(spelled) == 1:
                    self._alone.setdefault(spelled[0], []).append(kind)
                else:
                    seconds = self._by_two.setdefault(spelled[0], {})
                    seconds.setdefault(spelled[1], []).append((spelled, kind))
        for seconds in self._by_two.values():
            for spellings in seconds.values():
                spellings.sort(key=lambda pair: (-len(pair[0]), pair))
        self._first = frozenset((*self._alone, *self._by_two))

    def begins(self, word: str) -> bool:
        """Whether any phrase begins with this word."""
        return word in self._first

    def at(self, spoken: Sequence[str], place: int) -> Found | None:
        """The longest phrase that begins at this word."""
        found = self.every_at(spoken, place) if spoken[place] in self._first else ()
        return found[0] if found else None

    def find(self, spoken: Sequence[str]) -> list[Found]:
        """Every phrase, those inside of longer ones too; of one place the longest first."""
        known = self._first
        places = [place for place, word in enumerate(spoken) if word in known]
        return [found for place in places for found in self.every_at(spoken, place)]

    def longest(self, spoken: Sequence[str]) -> Iterator[Found]:
        """The phrases from left to right, none inside of another."""
        if self._first.isdisjoint(spoken):
            return
        place = 0
        while place < len(spoken):
            found = self.at(spoken, place)
            if found:
                yield found
            place = found.end if found else place + 1

    def every_at(self, spoken: Sequence[str], place: int) -> list[Found]:
        """The phrases that begin at this word, the longest first."""
        first, found = spoken[place], []
        seconds = self._by_two.get(first)
        if seconds and place + 1 < len(spoken):
            for spelled, kind in seconds.get(spoken[place + 1], ()):
                end = place + len(spelled)
                if tuple(spoken[place:end]) == spelled:
                    found.append(Found(kind, place, end))
        found += [Found(kind, place, place + 1) for kind in self._alone.get(first, ())]
        return found


@cache
def phrases_of(name: str, part: str) -> Phrases:
    """The lists `[part]` of `content/<name>.toml`."""
    return Phrases(table(name)[part])
