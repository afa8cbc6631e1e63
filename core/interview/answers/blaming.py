"""Sentences that run other people down or put the fault on them: no evidence for anybody."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from core.interview.words.patterns import regex
from core.interview.words.tables import table

# What others said of the candidate, or what is taken up as said, is a part of the story.
_SAID_OF_ME = regex(
    r"(?i)\bcall(?:ed|ing|s)?\s+(?:me|us|him|her|them)\b|\bI\s+(?:was|felt|am|had\s+been)\s+"
    r"(?:\w+\s+)?(?:blamed|stupid|useless)\b|[\"\u201c\u00ab]"
)


@lru_cache(maxsize=2048)  # each remark looks at the same sentences
def blames(sentence: str) -> bool:
    """Whether it calls people names or hands the fault to them, in English."""
    return not _SAID_OF_ME.search(sentence) and _blaming().search(sentence) is not None


@cache
def _blaming() -> re.Pattern[str]:
    """A name for people; an adjective beside people; or a phrase that hands over the fault."""
    lists = table("replies")["blame"]
    name, bad, people, fault = (_either(lists[key]) for key in ("names", "bad", "people", "fault"))
    between = r"(?:[\w'\u2019-]+\s+){0,2}?"
    return re.compile(
        rf"(?i)\b(?:{name})s?\b|\b(?:{bad})\s+{between}(?:{people})s?\b"
        rf"|\b(?:{people})s?(?:\s+{between}(?:was|were|is|are|being)|['\u2019](?:s|re))\s+"
        rf"(?:[\w'\u2019-]+\s+){{0,3}}?(?:{bad})\b|\b(?:{fault})\b"
    )


def _either(words: list[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))
