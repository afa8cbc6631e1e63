"""What tells who somebody is, replaced before an answer is rated, with a way back to the words.

Names of people, words of gender, schools, ages and origins give way to placeholders such as
"[name 1]". Employers, products, skills, places of work and the facts of a story stay. The same name
gets the same number in all texts; 1 is the candidate. In another language than English only names
are masked.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from core.interview.masking.identity import edits_of, spoken
from core.interview.masking.name_lists import WORD, frame, key, names
from core.interview.masking.naming import named_in
from core.interview.words.language import is_english
from core.interview.words.offsets import Edit, Edited
from core.interview.words.patterns import regex
from core.interview.words.tables import lexicon

_BETWEEN = regex(r"[ \t]{1,2}|\. |-")
_PLACEHOLDER = regex(r"\[(?:name(?: (\d+))?|[a-z][a-z ]{2,24})\]")
OWN = 1
SHORTEST_GIVEN = 3  # of a name that counts wherever it stands in small letters
_HEAD_LINES = 6
_HEAD_WORDS = range(2, 5)


@dataclass(frozen=True, slots=True)
class Masked:
    """A text as it is rated. Its pieces lead back to the candidate's own words."""

    text: str
    edited: Edited

    def own(self, start: int, end: int) -> str:
        """What the candidate wrote where this piece of `text` stands, verbatim.

        A piece that cuts into a placeholder is widened to the whole of what it stands for.
        """
        return self.edited.own(start, end)


@dataclass(frozen=True, slots=True)
class Cast:
    """The people who are named in some texts, by the words of their names."""

    numbers: Mapping[str, int] = field(default_factory=dict)
    given: frozenset[str] = frozenset()  # what a name begins with, so it counts in small letters
    spoken: Mapping[int, str] = field(default_factory=dict)

    def number(self, words: Iterable[str]) -> int:
        """The number of whoever has one of these words as their name, or 0."""
        return next((self.numbers[word] for word in words if word in self.numbers), 0)

    def back(self, text: str) -> str:
        """A text with placeholders as it is told to the candidate: names, and plain words."""
        return _PLACEHOLDER.sub(self._told, text)

    def _told(self, found: re.Match[str]) -> str:
        if found[0].startswith("[name"):
            return self.spoken.get(int(found[1] or OWN), "your name")
        return spoken(found[0])


def mask(*texts: str, cv: str = "", numbered: bool = True) -> tuple[Masked, ...]:
    """Each text masked, with the people of all of them and of the CV known.

    Without numbers each name is "[name]", so that who is who takes no part in a score. Takes time
    in proportion to the length of the texts.
    """
    cast = cast_of(*texts, cv=cv)
    return tuple(masked(text, cast, numbered=numbered) for text in texts)


def cast_of(*texts: str, cv: str = "") -> Cast:
    """Everybody who is named: the candidate by the CV's head, the others as they come up."""
    people = _People()
    if head := name_in_head(cv):
        people.add(head, is_own=True)
    for text in (cv, *texts):
        for named in sorted(named_in(text), key=lambda named: (named.start, -named.end)):
            people.add(text[named.start : named.end], is_own=named.is_own)
    return Cast(people.numbers, frozenset(people.given), people.spoken)


class _People:
    """A cast while it is put together."""

    def __init__(self) -> None:
        self.numbers: dict[str, int] = {}
        self.spoken: dict[int, str] = {}
        self.given: set[str] = set()
        self._last = OWN

    def add(self, name: str, *, is_own: bool) -> None:
        words = _keys(name)
        known = (self.numbers[word] for word in words if word in self.numbers)
        number = OWN if is_own else next(known, 0)
        if not number:
            self._last += 1
            number = self._last
        for word in words:
            self.numbers.setdefault(word, number)
        self.spoken.setdefault(number, name)
        no_word = set(words[:1]) - names("ambiguous") - lexicon("stop")
        self.given |= {word for word in no_word if len(word) >= SHORTEST_GIVEN}


def masked(text: str, cast: Cast, *, numbered: bool = True) -> Masked:
    spans = _people(text, cast)
    edits = [Edit(s, e, f"[name {n}]" if numbered else "[name]") for s, e, n in spans]
    if is_english(text):
        edits += edits_of(text)
    edited = Edited.of(text, edits)
    return Masked(edited.text, edited)


def name_in_head(cv: str) -> str:
    """The candidate's name as it stands among the first lines of a CV, or an empty string."""
    lines = [line.strip() for line in cv.splitlines() if line.strip()][:_HEAD_LINES]
    for line in lines:
        given = re.match(r"(?i)(?:full )?name\s*[:\u2013-]\s*(.+)", line)
        start = re.split(r"\s*[,|•·(\u2013—]|\s-\s|\s{3,}", given[1] if given else line)[0].strip()
        if _is_head(start):
            return start
    return ""


def _is_head(line: str) -> bool:
    words = line.split()
    return len(words) in _HEAD_WORDS and all(
        re.fullmatch(rf"{WORD}|[^\W\d_]\.", word)
        and (word[0].isupper() or not word.isascii() or word in frame("particles"))
        and word.lower() not in frame("headings")
        for word in words
    )


def _keys(name: str) -> list[str]:
    """The words of a name by which it is known; titles, initials and particles are none."""
    found = [key(word) for word in re.findall(WORD, name)]
    return [
        word for word in found if len(word) > 1 and word not in frame("particles") | frame("titles")
    ]


def _people(text: str, cast: Cast) -> Iterator[tuple[int, int, int]]:
    """Where people are named, with their numbers: at each place that says so, and known words."""
    found = {named.start: named.end for named in reversed(named_in(text))}
    before = 0
    for word in re.finditer(WORD, text):
        number = cast.numbers.get(key(word[0]), 0)
        goes_on = number == before and text[word.start() - 1 : word.start()] == " "
        if number and (goes_on or _is_name(word, text, cast)):
            found[word.start()] = max(word.end(), found.get(word.start(), 0))
        before = number if word.start() in found else 0
    joined: list[tuple[int, int, int]] = []
    for start, end in sorted(found.items()):
        number = cast.number(_keys(text[start:end]))
        if number and joined and _is_one(text, joined[-1], start, number):
            first, last, of = joined.pop()
            joined.append((first, max(last, end), of))
        elif number:
            joined.append((start, end, number))
    yield from joined


def _is_one(text: str, before: tuple[int, int, int], start: int, number: int) -> bool:
    """Whether a name goes on from the piece before it: they overlap, or only a gap is between."""
    _, end, of = before
    between = text[end:start]
    is_initial = "." not in between or not text[end - 2 : end - 1].isalpha()
    return start < end or (of == number and is_initial and bool(_BETWEEN.fullmatch(between)))


def _is_name(word: re.Match[str], text: str, cast: Cast) -> bool:
    """Whether a word that is a name elsewhere is one here too."""
    if key(word[0]) in cast.given:
        return True
    begins = re.search(r"(?:^|[.!?:\n])\s*\Z", text[max(0, word.start() - 4) : word.start()])
    return word[0][0].isupper() and not (begins and word.start())
