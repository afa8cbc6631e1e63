"""What somebody says of a wanted thing that they have met, if not done: little counts as said."""

from __future__ import annotations

import re

from core.interview.coverage.requirement import Requirement, Sort
from core.interview.coverage.shown import COVERED, Told, head_roots, is_of_kind, names_deed, says
from core.interview.words.meaning import roots, task_roots
from core.interview.words.patterns import regex

FEWEST_ROOTS = 2  # by which a thing without a name of its own is known
_I = regex(r"\bI\b")
# What one has met and hardly done: seen, heard of, learned, or a little of it.
_MET = regex(
    r"(?i)\bI(?:\s+have|['\u2019]ve)?\s+(?:(?:only|just|mostly|so\s+far|once|sometimes|briefly)\s+){0,2}"
    r"(?:seen|saw|watched|met|tried|heard\s+(?:of|about)|read\s+about|dabbled|played\s+around|learn(?:ed|t)|studied|shadowed|looked\s+at|sat\s+in)\b"
    r"|\bI(?:\s+have|['\u2019]ve)?\s+(?:only|just|so\s+far)\s+(?:done|did|had|used|worked)\b"
    r"|\bI\s+(?:think\s+I\s+)?(?:might|may)\s+have\s+used\b|\bI\s+know\s+(?:a\s+(?:bit|little)|some)\b"
    r"|\b(?:the\s+basics|only\s+(?:on\s+a|at|as)|on\s+a\s+(?:short\s+)?placement|new\s+to\s+me"
    r"|as\s+a\s+(?:student|trainee|volunteer)|at\s+(?:college|university|school))\b"
)
# That something is one's everyday field.
_EVERYDAY = regex(
    r"(?i)\b(?:what\s+I(?:\s+am|['\u2019]m)\s+best\s+at|I(?:\s+am|['\u2019]m)\s+best\s+at"
    r"|my\s+(?:daily|everyday|main|usual|normal)\s+(?:work|job|business|task)s?"
    r"|(?:most|half|much)\s+of\s+my\s+(?:week|day|work|time|working\s+day)"
    r"|(?:is|are|was|were)\s+my\s+(?:field|daily\s+bread|everyday\s+work)"
    r"|part\s+of\s+(?:every|each)\s+(?:day|shift|week)\b"
    r"|\bI\s+(?:do|did|look(?:ed)?\s+after|take\s+care\s+of|took\s+care\s+of)\s+the\b)"
)
_NONE = regex(
    r"(?i)\b(?:never|nothing|no\s+experience|not\s+(?:seen|met|done|used|worked)"
    r"|(?:would\s+)?like\s+to|want(?:ed)?\s+to|hop(?:e|ing)\s+to|wish)\b|n['\u2019]t\b"
)


def speaks_of(sentence: Told, one: Requirement) -> bool:
    """Whether somebody says that they have met it, if not that they have done it.

    Of a tool its name has to stand there, of other things most of their words.
    """
    text = sentence.text
    if names_deed(text, one) and not _NONE.search(text):
        return True
    is_named = one.sort is Sort.SKILL and any(says(text, said) for said in one.skills.values())
    is_named = is_named and is_of_kind(text, one)
    if not (is_named or _names_thing(text, one)) or _NONE.search(text):
        return False
    has_met = _I.search(text) is not None and _MET.search(text) is not None
    return has_met or is_everyday(text) or _is_mine(text, one)


def is_everyday(text: str) -> bool:
    """Whether somebody says that it is what they do all the time, or best."""
    return _EVERYDAY.search(text) is not None


def is_denied(text: str) -> bool:
    """Whether it tells of what somebody has not done, or would like to do."""
    return _NONE.search(text) is not None


def _names_thing(text: str, one: Requirement) -> bool:
    """Of a demand that needs words of its own, and is no trait, time, sum or length of time."""
    thing = head_roots(one) - task_roots()
    is_thing = one.sort in (Sort.WORK, Sort.PAPER) and len(thing) >= FEWEST_ROOTS
    return is_thing and len(thing & roots(text)) >= COVERED * len(thing)


def _is_mine(text: str, one: Requirement) -> bool:
    """As in "my French is for menus"."""
    named = (rf"\b[Mm]y\s+{re.escape(said)}\s+(?:is|was)\b" for said in one.skills.values())
    return any(re.search(each, text) for each in named)
