"""The level that an advert speaks of, by its title first and then by its text."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from core.interview.reading.families import is_prose, titles_in
from core.interview.reading.line import Line, Section
from core.interview.reading.phrases import phrases_of
from core.interview.words.patterns import regex
from core.interview.words.text import words
from core.models import Level

MOST_NAMED = 2
SENIOR_YEARS, MID_YEARS = 5, 2
MOST_YEARS = 20
LONGEST_CAREER = 50
_NUMBERS = {
    word: number
    for number, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
        ]
    )
}
_SPAN = regex(
    rf"(?i)\b(\d{{1,2}}|{'|'.join(_NUMBERS)})\s?\+?\s*(?:(?:-|\u2013|to|or)\s*(?:\d{{1,2}}|more|\w+)\s*)?\+?"
    r"\s*(?:or more )?(?:years?|jahren?|ans|ann[ée]es|a[ñn]os|anni|jaar)\b(?!\s*old)"
)
_PLACEHOLDER = regex(r"<[A-Z_]+>")
_EXPERIENCE = frozenset(("experience", "experiences", "experienced", "background", "practice"))
_ORDER = (Level.LEAD, Level.SENIOR, Level.MID, Level.ENTRY)


def years_named(text: str) -> int | None:
    """The most years of something that the text names, the lower end of a range, or None."""
    found = [_number(match.group(1)) for match in _SPAN.finditer(text)]
    return max((years for years in found if years <= LONGEST_CAREER), default=None)


def level_of(title: str, description: str, lines: Sequence[Line]) -> tuple[Level | None, str]:
    """The level and the words that say so, verbatim from the title or the advert.

    None and an empty string when nothing says it.
    """
    names = islice(titles_in(description), MOST_NAMED) if is_prose(title) else (title,)
    for name in names:
        by_title = _by_title(name)
        if by_title:
            return by_title, name
    told = [(level, line.text) for line in lines if (level := _by_cue(line))]
    for wanted in _ORDER:
        for level, quote in told:
            if level is wanted:
                return level, quote
    return _by_years(lines)


def _by_title(title: str) -> Level | None:
    """Names of jobs that look like ranks, such as "staff nurse", tell nothing."""
    head = _PLACEHOLDER.sub(" ", title)
    found = {f.kind for f in phrases_of("cues", "levels").longest(words(head))}
    return next((level for level in _ORDER if level.value in found), None)


def _by_cue(line: Line) -> Level | None:
    if line.section is Section.OTHER or line.text.endswith("?"):
        return None
    told = {found.kind for found in phrases_of("cues", "level_cues").longest(line.words)}
    if "none" in told:
        return None
    return next((level for level in _ORDER if level.value in told), None)


def _by_years(lines: Sequence[Line]) -> tuple[Level | None, str]:
    """By the most years of experience that a demand names."""
    asked = [(_years(line), line.text) for line in lines if line.is_must]
    years, quote = max(asked, key=lambda pair: pair[0], default=(-1, ""))
    if years < 0:
        return None, ""
    if years >= SENIOR_YEARS:
        return Level.SENIOR, quote
    return (Level.MID if years >= MID_YEARS else Level.ENTRY), quote


def _years(line: Line) -> int:
    """The years that the line asks for, the lower end of a range; -1 when it names none."""
    found = _SPAN.search(line.text)
    if found is None or _EXPERIENCE.isdisjoint(line.words) or "last" in line.words:
        return -1
    years = _number(found.group(1))
    return years if years <= MOST_YEARS else -1


def _number(said: str) -> int:
    return _NUMBERS[said.lower()] if said.lower() in _NUMBERS else int(said)
