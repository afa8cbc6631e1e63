"""A line of the CV with what an answer tells of it, and slots where that is not sure."""

from __future__ import annotations

import re

from core.interview.coverage.amounts import amounts, units_of_time
from core.interview.cv.slots import (
    HOW_MANY,
    has_amount,
    result_slot,
    slots,
    tells_an_effect,
    with_amount,
)
from core.interview.cv.told import POINTS_BACK, More
from core.interview.feedback.stronger import checked
from core.interview.words.meaning import roots
from core.interview.words.patterns import regex

LONGEST_END = 30  # words of an outcome that a line of a CV can take
MOST_COUNTED = 3  # words of what is counted
_LOOSE = regex(
    r"(?i)^(?:(?:and|so|but|then|finally|afterwards|as\s+a\s+result|in\s+the\s+end|since\s+then)\b,?\s*)+"
)
_OWNER = regex(r"^(?:my|our)\s+(?=[a-z])", re.IGNORECASE)
_SPEAKER = regex(r"(?i)\b(?:I|me|my|we|us|our|he|she|they|his|her|their|you)\b")
_THING = regex(r"(?i)\b(?:it|its|them|these|those|this|one\s+of\s+us)\b")
_KNOWN = regex(r"(?i)^(?:the|this|that)\s+(?P<thing>(?:[\w-]+\s+){0,2}[\w-]+)")
_ANY_YEAR = regex(r"\b(?:19|20)\d\d\b")
_IN_YEAR = regex(r"(?i)\bin\s+(?:\w+\s+)?((?:19|20)\d\d)\b")
_WITH = regex(r"(?i)\b(?:with|for|of|across|from)\s+(?:about\s+|around\s+|nearly\s+|over\s+)?$")
_ENDS = regex(r"[.,;:!?]|\s(?:and|but|who|which|that|because|in|on|at|with|from|to)\s")


def version(line: str, more: More) -> str:
    """Nothing of it is new: the line, the outcome or the figure as it was told, and slots."""
    line = line.rstrip(" .;,")
    sources = f"{line} {more.text} {more.count} the"
    if more.is_end:
        end = _end(more.text, line)
        told = f"{with_amount(line)}. {end}" if end else f"{line} {slots(line)}".strip()
        return checked(_with_count(told, more.count), sources)
    figure = _figure(more.text, line)
    if not figure:
        return checked(f"{line} {slots(line)}".strip(), sources)
    told = f"{line}{_year(more.text, line)}{figure}"
    open_ = "" if tells_an_effect(line) else f" {result_slot(line)}"
    return checked(f"{told}{open_}", sources)


def _with_count(told: str, count: str) -> str:
    """The number that stands in the answer is offered, and not asked for."""
    return told.replace(HOW_MANY, f"[{count}?]") if count else told


def _end(sentence: str, line: str) -> str:
    """The outcome as a CV can hold it; empty where it speaks of what is not named there."""
    bare = _LOOSE.sub("", sentence).strip()
    bare = _OWNER.sub("The ", bare)
    is_plain = not (_SPEAKER.search(bare) or POINTS_BACK.search(bare) or _THING.search(bare))
    if not (is_plain and _is_known(bare, line)) or len(bare.split()) > LONGEST_END:
        return ""
    return f"{bare[:1].upper()}{bare[1:]}"


def _is_known(sentence: str, line: str) -> bool:
    """Whether the thing that it begins with as known ("the sheet") stands in the line."""
    match = _KNOWN.match(sentence)
    return match is None or bool(roots(match["thing"]) & roots(line))


def _year(clause: str, line: str) -> str:
    """As in " in 2023", where the line has no year and the clause has one."""
    years = dict.fromkeys(_IN_YEAR.findall(clause))
    return f" in {next(iter(years))}" if len(years) == 1 and not _ANY_YEAR.search(line) else ""


def _figure(clause: str, line: str) -> str:
    """As in ", for four shops": a new amount, with the word before it and what is counted.

    "With four people" would read as if they had done it too: they stand in brackets.
    """
    if has_amount(line):
        return ""
    known = {amount.value for amount in amounts(line)}
    for amount in amounts(clause):
        before = _WITH.search(clause[: amount.start])
        behind = _ENDS.split(clause[amount.end :], maxsplit=1)[0].split()
        is_new = amount.value not in known and amount.unit not in units_of_time()
        if before and is_new and 0 < len(behind) <= MOST_COUNTED:
            word, _, size = clause[before.start() : amount.end].strip().partition(" ")
            counted = " ".join((size, *behind))
            return f" ({counted})" if word.lower() == "with" else f", {word} {counted}"
    return ""
