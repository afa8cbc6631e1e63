"""A demand or wish of the advert, and whether the CV shows it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from core.interview.reading.cv import CvReading
from core.interview.reading.seniority import years_named
from core.interview.skills import credentials, skill_names
from core.interview.words.patterns import regex
from core.interview.words.tables import table
from core.interview.words.text import clip, content_stems, stem, words

LONGEST_QUOTE = 200
COVERED = 0.6  # share of a need's telling words that one line of the CV has to show
BESIDE_YEARS = 0.3  # share that is enough where the CV has the years that are asked for
_PAPER = regex(r"(?i)(?<![\w-])(registr|licen[cs]|certif)(?:ations?|ications?|es?|icates?|ying)?\b")
_OR = regex(r"(?i)\bor\b|/|such as|e\.g\.|\bone of\b|similar|equivalent")
_SHORT = regex(r"\b[A-Z][A-Za-z]?[A-Z]{1,4}\d?\b")
_IN_BRACKETS = regex(rf"\(\s*({_SHORT.pattern})\s*\)")
_CAPITALISED = regex(r"(?:\b[A-Z]\w+[ -](?:(?:of|and|in|for)[ ])?){1,5}[A-Z]\w+")
_FEMALE = regex(r"er(?:in|innen)$")


@dataclass(frozen=True, slots=True)
class Need:
    """One line of the advert that asks for something. `must` is False for a wish.

    `skills` maps the skills that it names to their spelling in the line.
    """

    quote: str
    must: bool
    skills: dict[str, str]


def gap_between(need: Need, cv: CvReading) -> str:
    """What the need asks for and the CV does not show, in the advert's words; empty when it does.

    Of several skills in one line all are asked for, unless the line says "or".
    """
    if not need.skills or _held(need):
        return "" if shown_in(need, cv) else need.quote
    missing = [spelled for name, spelled in need.skills.items() if not _line_of(name, spelled, cv)]
    if not missing or _abbreviated(need.quote, cv):
        return ""
    if len(missing) == len(need.skills):
        return "" if _by_years(need.quote, cv) else need.quote
    return "" if _OR.search(need.quote) else missing[0]


def shown_in(need: Need, cv: CvReading) -> str:
    """A line of the CV that shows what the need asks for, or an empty string."""
    if root := _held(need):
        return clip(_by_paper(root, need.quote, cv) or _abbreviated(need.quote, cv), LONGEST_QUOTE)
    for name, spelled in need.skills.items():
        if line := _line_of(name, spelled, cv):
            return line
    line = _abbreviated(need.quote, cv) or _by_years(need.quote, cv)
    if not line and not need.skills and years_named(need.quote) is None:
        line = _by_words(need.quote, cv)
    return clip(line, LONGEST_QUOTE)


def line_naming(need: Need, cv: CvReading) -> str:
    """The line that names one of its skills, or what takes it; empty where there is none."""
    named = (_line_of(name, spelled, cv) for name, spelled in need.skills.items())
    return clip(next(filter(None, named), "") or _abbreviated(need.quote, cv), LONGEST_QUOTE)


def is_held(need: Need) -> bool:
    """Whether it is a registration, a licence or a certificate that is asked for."""
    return bool(_held(need) or credentials() & need.skills.keys())


def is_plainly_missing(need: Need, cv: CvReading) -> bool:
    """Whether it can be said of the gap that it was not found in the CV.

    It cannot where the CV has some of the telling words, or where years are asked for: they may be
    there in other words.
    """
    gap = gap_between(need, cv)
    asked = _telling(gap)
    has_some = any(asked & _telling(line) for line in cv.lines)
    return bool(gap and asked) and not has_some and years_named(need.quote) is None


def spellings(line: str) -> dict[str, str]:
    """The skills named in a line, as they are spelled there."""
    return {name: line[m.start : m.end] for name, m in skill_names(line).items()}


def _line_of(skill: str, spelled: str, cv: CvReading) -> str:
    """The line that names the skill, or has its words one behind the other."""
    phrase = f" {' '.join(map(_root, words(spelled)))} "
    if known := cv.line_with(skill):
        return known
    return next((line for line in cv.lines if phrase in _roots(line)), "") if phrase.strip() else ""


def _abbreviated(quote: str, cv: CvReading) -> str:
    """The line with the abbreviation that stands in brackets, or is all that is asked for.

    Or with the words that it is short for: "Immediate Life Support" for "ILS".
    """
    short = _IN_BRACKETS.findall(quote) or _SHORT.findall(quote)
    if not short or (len(_telling(quote)) > len(short) and not _IN_BRACKETS.search(quote)):
        return ""
    return next((line for line in cv.lines if _names(line, short[0])), "")


def _held(need: Need) -> str:
    """The beginning of "registration", "licence" or "certificate", where one is asked for.

    Empty for those that are known by name: they are skills like others.
    """
    found = None if credentials() & need.skills.keys() else _PAPER.search(need.quote)
    return found.group(1).lower() if found else ""


def _by_paper(root: str, quote: str, cv: CvReading) -> str:
    """The line that names such a paper, and what it is for."""
    subject = {each for each in _telling(quote) if not each.startswith(root[:5])}
    naming = (line for line in cv.lines if any(w.startswith(root[:5]) for w in words(line)))
    return next((line for line in naming if not subject or subject & _telling(line)), "")


def _names(line: str, short: str) -> bool:
    whole = (re.findall(r"\b[A-Z]", found) for found in _CAPITALISED.findall(line))
    return short in _SHORT.findall(line) or any(short == "".join(each) for each in whole)


def _by_years(quote: str, cv: CvReading) -> str:
    """The line with most of what is asked for, where the CV has as many years or more."""
    asked_for = years_named(quote)
    if asked_for is None or not cv.lines:
        return ""
    told = {line: years_named(line) or 0 for line in cv.lines}
    longest = max(told, key=lambda line: told[line])
    if max(told[longest], cv.years or 0) < asked_for:
        return ""
    asked = _telling(quote)
    best = max(cv.lines, key=lambda line: (len(asked & _telling(line)), told[line]))
    if len(asked & _telling_all(cv)) < BESIDE_YEARS * len(asked):
        return ""
    return longest if told[longest] >= asked_for else best


def _by_words(quote: str, cv: CvReading) -> str:
    asked = _telling(quote)
    if not asked or not cv.lines:
        return ""
    best = max(cv.lines, key=lambda line: len(asked & _telling(line)))
    return best if len(asked & _telling(best)) >= COVERED * len(asked) else ""


def _telling_all(cv: CvReading) -> frozenset[str]:
    return frozenset[str]().union(*map(_telling, cv.lines))


@lru_cache(maxsize=10_000)
def _telling(text: str) -> frozenset[str]:
    """The roots of the words that say what is demanded; of "over-achieving" each part."""
    parts = content_stems(re.sub(r"[-\u2013/]", " ", text))
    roots = (_FEMALE.sub("er", part) for part in parts if not part.isdigit())
    return frozenset(roots) - _generic()


@lru_cache(maxsize=10_000)
def _roots(line: str) -> str:
    return f" {' '.join(map(_root, words(line)))} "


def _root(word: str) -> str:
    return _FEMALE.sub("er", stem(word))


@cache
def _generic() -> frozenset[str]:
    """Words of a demand that say nothing about what is demanded."""
    cues = table("cues")
    return frozenset(map(stem, (*cues["noise"], *cues["generic"])))
