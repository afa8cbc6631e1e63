"""Finding skills: one pass with all spellings, then a look at what stands around each."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Literal

import ahocorasick

from core.interview.skills import context
from core.interview.skills.context import Link
from core.interview.skills.entries import Skill, Spelling, all_spellings
from core.interview.skills.forms import Reading, key, keys, read
from core.interview.skills.zones import Stretch, Zone, stretches
from core.interview.words.remembering import remembered
from core.interview.words.tables import table

Kind = Literal["text", "cv", "job"]


@dataclass(frozen=True, slots=True)
class Mention:
    """A skill at `text[start:end]`."""

    skill: Skill
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A spelling found at the words `first` to `last`, in the stretch of that number."""

    spelling: Spelling
    first: int
    last: int
    start: int
    end: int
    stretch: Stretch


def find_skills(text: str, kind: Kind = "text") -> list[Mention]:
    """Every mention, in the order of the text; the longest name wins ("SQL Server" over "SQL").

    A CV or a job is read by sections: wide terms count in lists of skills and requirements, and
    nothing counts in what a company says about itself. Any other text, such as an answer, is read
    as one piece, and ways of working ("teamwork") are left out.
    """
    return list(_in_one_piece(text) if kind == "text" else _found(text, kind))


@remembered
def _in_one_piece(text: str) -> tuple[Mention, ...]:
    return _found(text, "text")


def _found(text: str, kind: Kind) -> tuple[Mention, ...]:
    reading = read(text)
    found = [
        candidate
        for candidate in _candidates(reading, stretches(text, kind))
        if kind != "text" or candidate.spelling.skill.family != "soft"
    ]
    kept = _kept(reading, found, kind)
    return tuple(Mention(c.spelling.skill, c.start, c.end) for c in kept)


def skill_names(text: str, kind: Kind = "text") -> dict[str, Mention]:
    """The first mention of each skill by name."""
    first: dict[str, Mention] = {}
    for mention in find_skills(text, kind):
        first.setdefault(mention.skill.name, mention)
    return first


def _candidates(reading: Reading, around: list[Stretch]) -> Iterator[_Candidate]:
    """The longest spellings that could be skills, none within another."""
    begins = [stretch.start for stretch in around]
    free_from = 0
    for first, last, spelling in _matches(reading):
        start, end = reading.spans[first][0], reading.spans[last][1]
        stretch = around[bisect_right(begins, start) - 1]
        if first < free_from or stretch.zone is Zone.SILENT:
            continue
        if spelling is None:
            free_from = last + 1
            continue
        if context.is_address(reading.text, start, end):
            continue
        if spelling.exact and not context.can_be_a_name(reading, first, last, spelling):
            continue
        free_from = last + 1
        yield _Candidate(spelling, first, last, start, end, stretch)


def _matches(reading: Reading) -> list[tuple[int, int, Spelling | None]]:
    """All spellings by their words, from left to right, the longest first.

    None stands for a phrase that is no skill though it holds one: "senior leadership".
    """
    matches = [
        (reading.first[end - size + 1], reading.last[end], spelling)
        for end, (size, spelling) in _automaton().iter(reading.form)
    ]
    return sorted(matches, key=lambda match: (match[0], -match[1]))


def _kept(reading: Reading, found: list[_Candidate], kind: Kind) -> list[_Candidate]:
    """Those that are sure by themselves, by their sentence, or by a kept neighbour in a list."""
    sure = [_is_sure(reading, candidate, kind) for candidate in found]
    links = [context.link(reading.text, a.end, b.start) for a, b in pairwise(found)]
    for at, link in enumerate(links):
        sure[at + 1] = sure[at + 1] or (sure[at] and _joins(reading, found[at + 1], link))
    for at in range(len(links) - 1, -1, -1):
        sure[at] = sure[at] or (sure[at + 1] and _joins(reading, found[at], links[at]))
    for at in range(1, len(links)):
        if sure[at - 1] and sure[at + 1] and Link.NONE not in links[at - 1 : at + 1]:
            sure[at] = sure[at] or context.is_free(reading, found[at].first, found[at].last)
    return [candidate for candidate, is_sure in zip(found, sure, strict=True) if is_sure]


def _joins(reading: Reading, candidate: _Candidate, link: Link) -> bool:
    """Whether a skill beside it makes this one too."""
    if link is Link.NONE:
        return False
    if not candidate.spelling.exact:
        return True
    surface = reading.text[candidate.start : candidate.end]
    if surface == candidate.spelling.text:
        return True
    return link is Link.LIST and context.is_free(reading, candidate.first, candidate.last)


def _is_sure(reading: Reading, candidate: _Candidate, kind: Kind) -> bool:
    spelling = candidate.spelling
    if spelling.exact and not context.is_name(
        reading, candidate.first, candidate.last, spelling.text
    ):
        return False
    is_job = kind == "job"
    in_doubt = is_job and (spelling.wide or candidate.stretch.is_endless)
    is_wide = spelling.general or in_doubt
    if (is_job or is_wide) and context.names_a_person(reading, candidate.last):
        return False
    return not is_wide or candidate.stretch.speaks_of_skills(candidate.start)


@cache
def _automaton() -> ahocorasick.Automaton:
    automaton = ahocorasick.Automaton()
    for spelling in all_spellings():
        for number, form in enumerate(keys(spelling.text)):
            if number == 0 or form not in automaton:
                automaton.add_word(form, (len(form), spelling))
    for phrase in table("skill_context")["no_skills"]:
        form = key(phrase)
        automaton.add_word(form, (len(form), None))
    automaton.make_automaton()
    return automaton
