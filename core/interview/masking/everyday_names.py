"""Names that are everyday words too ("grace"), where only a person can stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import chain

from core.interview.masking.name_lists import WORD, Named, frame, is_everyday, names
from core.interview.words.patterns import regex

AT_THE_START = 25  # letters within which somebody who says "I'm ..." gives a name
_I_AM = regex(rf"(?i)\b(?:i'm|i\u2019m|i am|im|this is)\s+(?P<name>{WORD})")
_TELLS_ON = regex(r"\s+(?:(?:and|so|um|well|yeah)\s+)?(?:i|i'm|i\u2019m|my)\b")


def everyday_names(text: str) -> Iterator[Named]:
    """They count in small letters too, as speech is written down."""
    for found in _I_AM.finditer(text):
        is_first = found.start() <= AT_THE_START
        if is_everyday(found["name"]) and (is_first or _TELLS_ON.match(text, found.end())):
            yield Named(*found.span("name"), is_own=True)
    for found in chain.from_iterable(pattern.finditer(text) for pattern in _patterns()):
        if is_everyday(found["name"]):
            yield Named(*found.span("name"))


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    people = "|".join(sorted(names("people")))
    capital = "|".join(sorted(name.capitalize() for name in names("people")))
    says, asked = "|".join(sorted(frame("stands_for"))), "|".join(sorted(frame("asked")))
    return (
        re.compile(rf"(?i)(?<![-'\u2019])\b(?P<name>{people}) (?:{says})\b"),
        re.compile(
            rf"(?i)\b(?:{asked}) (?P<name>{people})\b(?= (?:to|about|that|if|whether|for)\b)"
        ),
        re.compile(rf"(?i)\b(?P<name>{people}) and i\b"),
        re.compile(rf"(?:^|(?<=[.!?]\s))(?P<name>{capital}) (?:on|from|in|at) (?:the|our|my)\b"),
        re.compile(
            rf"(?i)\b(?P<name>{people}) (?:on|from) (?:the|our|my) (?:\w+ )?(?:shift|team|ward"
            r"|desk|floor|till|counter|crew|office|kitchen|site)\b"
        ),
    )
