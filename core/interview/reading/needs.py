"""A demand or wish of the advert, and whether the CV shows it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from core.interview.reading.cv import CvReading
from core.interview.skills import skill_names
from core.interview.tables import table
from core.interview.text import clip, content_stems, stem

LONGEST_QUOTE = 200
COVERED = 0.6  # share of a need's words that one line of the CV has to show
_OR = re.compile(r"(?i)\bor\b|/|such as|e\.g\.|\bone of\b|similar|equivalent")


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
    if not need.skills:
        return "" if shown_in(need, cv) else need.quote
    missing = [spelled for name, spelled in need.skills.items() if not cv.line_with(name)]
    if len(missing) == len(need.skills):
        return need.quote
    has_choice = _OR.search(need.quote) is not None
    return "" if has_choice or not missing else missing[0]


def shown_in(need: Need, cv: CvReading) -> str:
    """A line of the CV that shows what the need asks for, or an empty string."""
    for skill in need.skills:
        line = cv.line_with(skill)
        if line:
            return line
    asked = content_stems(need.quote) - _need_noise()
    if need.skills or not asked or len(asked & cv.stems) < COVERED * len(asked):
        return ""
    best = max(cv.lines, key=lambda line: len(asked & cv.lines[line]))
    found = len(asked & cv.lines[best])
    return clip(best, LONGEST_QUOTE) if found >= COVERED * len(asked) else ""


def spellings(line: str) -> dict[str, str]:
    """The skills named in a line, as they are spelled there."""
    return {name: line[m.start : m.end] for name, m in skill_names(line).items()}


@cache
def _need_noise() -> frozenset[str]:
    """Words of a demand that say nothing about what is demanded."""
    return frozenset(map(stem, table("cues")["noise"]))
