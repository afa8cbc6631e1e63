"""What a line of a CV lacks, as a question of the kind that its words can take.

One customer has no "how many", and "for seven months" is no size.
"""

from __future__ import annotations

import re
from functools import cache

from core.interview.words.numbers import has_size, numbers
from core.interview.words.patterns import regex
from core.interview.words.tables import phrases, table, whole_words
from core.interview.words.text import words

RESULT, CAME = "[with what result?]", "[what came of it?]"
WORTH, HOW_MANY, BY_HOW_MUCH = "[worth how much a year?]", "[how many?]", "[by how much?]"
HOW_MUCH, FOR_WHOM = "[how much?]", "[for how many people, or how often?]"
HEAD = 6  # words behind the verb among which the thing stands
LEAST = 3  # letters of a plural
_LASTS = regex(
    r"(?i)\b(?:for|over|in|within|during|after)\s+(?:about\s+|around\s+|the\s+last\s+)?"
    r"(?:[\w-]+\s+){1,2}(?:days?|weeks?|months?|years?)\b"
)
# As CVs put an effect behind a deed: "..., reducing the waiting time", "resulting in fewer calls".
_EFFECT = regex(
    r"(?i)\b(?:resulting\s+in|leading\s+to|contributing\s+to\s+an?)\b"
    r"|(?:,|\band|\bthereby|\bthus)\s+(?:reducing|increasing|improving|cutting|saving|raising"
    r"|boosting|lowering|decreasing|shortening|halving|doubling|growing)\b"
    r"|\b(?:that|which)\s+(?:increased|improved|reduced|raised|saved|boosted)\b"
)
_VERSION = regex(r"\b[A-Z]{2,}[\w-]*\s+\d[\d.]*\b")
_WHEN = regex(r"(?i)\b(?:at|in|by)\s+the\s+end\s+of\b")
_ENDS = regex(r"(?i)\b(?:in|on|at|with|by|from|across|within|after|which|that)\b|[,;:(]")
_ONE = regex(r"(?i)\b(?:the|an?|our|one|this|that|its|largest|biggest|first)\b")


def has_amount(line: str) -> bool:
    """Whether it says how much something was; how long one did it is no amount."""
    plain = _VERSION.sub(" ", _LASTS.sub(" ", line))
    return has_size(plain) or bool(numbers(plain))


def says_how_long(line: str) -> bool:
    return _LASTS.search(line) is not None


def tells_an_effect(line: str) -> bool:
    """What a line begins with is a deed ("closed the tills") unless it is a change ("cut")."""
    first = words(line)[:1]
    rest = line if first and first[0] in table("cv_lines")["effects"]["change"] else _behind(line)
    plain = _WHEN.sub(" ", rest)
    return phrases("result").search(plain) is not None or _EFFECT.search(plain) is not None


def amount_slot(line: str) -> str:
    """The question for the size of what the line tells."""
    thing = _ENDS.split(_behind(line), maxsplit=1)[0]
    if _is_changed(line):
        return BY_HOW_MUCH
    if _worth().search(thing):
        return WORTH
    if any(map(_is_plural, words(_behind(line))[:HEAD])):
        return HOW_MANY
    return FOR_WHOM if _ONE.search(thing) else HOW_MUCH


def with_amount(line: str) -> str:
    """The line with a slot for its size, where it has none; "how many" stands at its thing."""
    if has_amount(line) or says_how_long(line):
        return line
    slot = amount_slot(line)
    if slot != HOW_MANY:
        return f"{line} {slot}"
    plural = next(word for word in words(_behind(line))[:HEAD] if _is_plural(word))
    return re.sub(rf"(?i)\b({re.escape(plural)})\b", rf"\1 {slot}", line, count=1)


def slots(line: str) -> str:
    """For what is missing, behind the line; empty where nothing is."""
    has_effect = tells_an_effect(line)
    needs = [] if has_amount(line) else [amount_slot(line)]
    if says_how_long(line) and not has_effect:
        needs = []
    return ", ".join((*needs, *(() if has_effect else (result_slot(line),))))


def result_slot(line: str) -> str:
    """A line that has "with" gets no second one."""
    return CAME if "with" in words(line) else RESULT


def _behind(line: str) -> str:
    return line.partition(" ")[2]


def _is_plural(word: str) -> bool:
    is_form = word.endswith("s") and not word.endswith(("ss", "us", "is", "'s"))
    return is_form and len(word) > LEAST and word not in table("cv_lines")["effects"]["no_plural"]


def _is_changed(line: str) -> bool:
    change = table("cv_lines")["effects"]["by"]
    return whole_words(tuple(change)).search(line) is not None


@cache
def _worth() -> re.Pattern[str]:
    """One customer or contract, which is not counted."""
    return whole_words(tuple(table("cv_lines")["effects"]["worth"]))
