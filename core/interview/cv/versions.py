"""A line of the CV with what an answer tells of it, and slots where that is not sure."""

from __future__ import annotations

import re

from core.interview.coverage.amounts import amounts, units_of_time
from core.interview.cv.slots import RESULT, has_amount, slots, tells_an_effect
from core.interview.cv.told import POINTS_BACK, More
from core.interview.feedback.stronger import checked
from core.interview.words.patterns import regex

LONGEST_END = 30  # words of an outcome that a line of a CV can take
MOST_COUNTED = 3  # words of what is counted
_LOOSE = regex(
    r"(?i)^(?:(?:and|so|but|then|finally|afterwards|as\s+a\s+result|in\s+the\s+end|since\s+then)\b,?\s*)+"
)
_OWNER = regex(r"^(?:my|our)\s+(?=[a-z])", re.IGNORECASE)
_SPEAKER = regex(r"(?i)\b(?:I|me|my|we|us|our|he|she|they|his|her|their|you)\b")
_WITH = regex(r"(?i)\b(?:with|for|of|across|from)\s+(?:about\s+|around\s+|nearly\s+|over\s+)?$")
_ENDS = regex(r"[.,;:!?]|\s(?:and|but|who|which|that|because|in|on|at|with|from|to)\s")


def version(line: str, more: More) -> str:
    """Nothing of it is new: the line, the outcome or the figure as it was told, and slots."""
    line = line.rstrip(" .;,")
    sources = f"{line} {more.text} the"
    if more.is_end:
        end = _end(more.text)
        return checked(f"{line}. {end}" if end else f"{line} {slots(line)}".strip(), sources)
    figure = _figure(more.text, line)
    open_ = "" if tells_an_effect(line) else f" {RESULT}"
    told = f"{line}, {figure}{open_}" if figure else f"{line} {slots(line)}".strip()
    return checked(told, sources)


def _end(sentence: str) -> str:
    """The outcome as a CV can hold it; empty where it speaks of people who are not named there."""
    bare = _LOOSE.sub("", sentence).strip()
    bare = _OWNER.sub("The ", bare)
    is_plain = not (_SPEAKER.search(bare) or POINTS_BACK.search(bare))
    if not is_plain or len(bare.split()) > LONGEST_END:
        return ""
    return f"{bare[:1].upper()}{bare[1:]}"


def _figure(clause: str, line: str) -> str:
    """As in "with four people": a new amount, with the word before it and what is counted."""
    if has_amount(line):
        return ""
    known = {amount.value for amount in amounts(line)}
    for amount in amounts(clause):
        before = _WITH.search(clause[: amount.start])
        behind = _ENDS.split(clause[amount.end :], maxsplit=1)[0].split()
        is_new = amount.value not in known and amount.unit not in units_of_time()
        if before and is_new and 0 < len(behind) <= MOST_COUNTED:
            return " ".join((clause[before.start() : amount.end].strip(), *behind))
    return ""
