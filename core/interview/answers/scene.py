"""When and where something was, as anybody may say it."""

from __future__ import annotations

import re
from functools import cache

from core.interview.words.patterns import regex
from core.interview.words.tables import lexicon, phrases

_SEASON = r"(?:spring|summer|autumn|fall|winter|christmas|easter|term|semester|season)"
_DAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_PART = r"(?:morning|afternoon|evening|night|lunchtime|weekend|shift)"
_MONTH = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december)"
)
_UNIT = rf"(?:years?|months?|weeks?|days?|nights?|{_SEASON}s?)"
_WHEN = regex(
    r"(?i)\b(?:(?:in|since|from|by|until|of|early|late|mid|around)\s+(?:(?:early|late|mid)[\s-]+)?"
    rf"(?:19|20)\d\d\b|(?:in|since|last|this|one|that|early|late|mid)\s+(?:early\s+|late\s+)?{_MONTH}\b(?!\s+(?:be|I|we)\b)"
    rf"|\w+\s+(?:or\s+\w+\s+)?{_UNIT}\s+(?:ago|back|earlier|before\s+that)\b"
    rf"|(?:last|this|that|one|the\s+(?:first|second|other|next|same))\s+(?:{_UNIT}|{_DAY}|{_PART})\b"
    rf"|(?:in|over|during|around|at|before|after|this|last|one|each\s+day\s+in)\s+(?:the\s+)?"
    rf"(?:(?:early|late|last|past|whole|same)\s+)?{_SEASON}\b"
    rf"|(?:on\s+(?:a|the|one|that)|last|this|one|that|the)\s+(?:\w+\s+)?{_DAY}\b|on\s+{_DAY}\b"
    rf"|(?:on|over|during|in|at)\s+(?:a|the|one|my|our|that)\s+(?:\w+\s+)?{_PART}\b"
    rf"|(?:in|on|during|from)\s+(?:my|our|the|his|her)\s+(?:very\s+)?(?:first|second|third|last|final|early)\s+"
    rf"(?:\w+\s+)?(?:{_UNIT}|shift|job|position|placement)\b"
    r"|on\s+(?:nights|earlies|lates|days|shift|call|duty|placement|tour|a\s+(?:night|late|early)\b)"
    r"|(?:during|before|after|over|at)\s+(?:covid|lockdown|the\s+(?:pandemic|holidays|stocktake|strike|merger|move))\b"
    r"|when\s+(?:I|we)\s+(?:was|were|worked|started|began|joined|trained|studied|led|ran|had)\b"
    r"|while\s+(?:I|we)\b|back\s+(?:in|then|when)\b|yesterday\b|once,\s|at\s+the\s+time\b)"
)
_NAMED_PLACE = regex(r"\b(?:[Aa]t|[Ii]n)\s+(?!I\b|[A-Z]{2,}\b|(?:Excel|Python|Java)\b)[A-Z][a-z]+")
_MONTHS_AND_DAYS = regex(rf"(?i)\b(?:{_MONTH}|{_DAY})\b")


def sets_a_scene(sentence: str) -> bool:
    """Whether a time or a place is named, or something that only opens a story."""
    return bool(
        phrases("situation").search(sentence)
        or _WHEN.search(sentence)
        or _where().search(sentence)
        or _NAMED_PLACE.search(_MONTHS_AND_DAYS.sub("then", sentence))
    )


def names_a_time(sentence: str) -> bool:
    """Whether a time is named at which something was."""
    return _WHEN.search(sentence) is not None


@cache
def _where() -> re.Pattern[str]:
    places = "|".join(sorted(map(re.escape, lexicon("place")), key=len, reverse=True))
    return re.compile(
        r"(?i)\b(?:at|in|on|from|behind|outside)\s+(?:(?:my|our|the|a|an|his|her|their|one)\s+)"
        rf"(?:[\w'\u2019-]+\s+){{0,3}}?(?:{places})\b|\b(?:at|in)\s+(?:school|college|university|uni|hospital|church|court|hospice)\b"
    )
