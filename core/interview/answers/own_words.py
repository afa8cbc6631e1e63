"""What of an answer a probe can take up: a clause or a name, word for word."""

from __future__ import annotations

import re
from collections.abc import Iterator

from core.interview.answers.acts import is_act
from core.interview.answers.aims import Aim

FEWEST_WORDS, MOST_WORDS = 4, 14
FEWEST_AT_ALL = 3  # where there is no longer clause
FEWEST_OF_A_NAME = 3
_PIECE = r"[^\n.,;:!?…“”\"()\u2013\u2014]"
_SUBJECT = (
    r"(?:I|[Ww]e|[Tt]hey|[Yy]ou\s+c(?:an|ould)|[Ii]t|[Hh]e|[Ss]he|[Tt]hat|[Tt]here|[Pp]eople"
    r"|[Ee]very(?:one|body)|(?:[Tt]he|[Mm]y|[Oo]ur|[Tt]heir|[Aa]n?|[Oo]ne)\s+[\w-]+)\s"
)
# What may stand before a clause and is no part of it.
_LEAD = (
    r"(?i)^\s*(?:(?:and|but|so|then|because|when|while|after|before|where|well|in\s+the\s+end|as\s+a\s+result"
    r"|at\s+the\s+end|afterwards|since\s+then|after\s+that|(?:last|this|one|that)\s+\w+(?=\s(?:I|we|the|an?|my)\s))"
    r"\s+)*"
)
# What is remembered or thought, and what somebody is or has, is nothing that was done or happened.
_IDLE = (
    r"(?i)^(?:I\s+(?:remember|recall|think|thought|guess|believe|suppose|mean|know|would\s+(?:say|rather)"
    r"|am|was|have|had|never|do(?:n['\u2019]t|\s+not)|can(?:not|['\u2019]t))|\w+\s+(?:is|are)"
    r"|(?:one|you|we|I)\s+(?:should|must|need|often|always|usually|sometimes|mostly|generally)"
    r"|(?:[\w-]+\s+){1,4}?had\s+not"
    r"|(?:it|that)\s+(?:will|would|reminds|depends|was\s+(?:quite\s+)?an?)"
    r"|(?:there|that)\s+w(?:as|ere)|(?:the|my|our|their|an?|one)\s+[\w-]+\s+(?:is|are|of|on|in|at|for))\b"
)
_OWN = r"(?i)^I\s+(?:\w+ly\s+|then\s+|also\s+|first\s+)?([a-z]+)"
_FIRST = r"(?:^|(?<=[\n.!?…]\s))"
_HEADS = (
    r"the|an?|my|our|one|that|this|learning|some|two|three|four|five|six|seven|eight|nine|ten"
    r"|eleven|twelve"
)
_EVENTS = (
    r"(?:time|day|week|month|year|night|evening|case|occasion|project|problem|incident|argument"
    r"|customer|client|patient|colleague)\b"
)
# What the candidate remembers, or a few words that name something and say nothing of it.
_NAMED = (
    r"(?i)(?:\b(?:remember|recall|think(?:ing)?\s+of|comes?\s+to\s+mind\s+(?:is|was|would\s+be))"
    rf"|{_FIRST}(?:well\s+|maybe|perhaps|probably"
    r"|(?:that|it|this|one)\s+(?:would|will|could|might|must)\s+(?:probably\s+)?be"
    rf"|there\s+was(?=\s+\w+\s+(?:\w+\s+){{0,2}}{_EVENTS})))"
    rf"\s+((?:{_HEADS})\s{_PIECE}{{4,120}})"
)
# Words that join two clauses.
_JOINT = (
    r"(?i)(?<!\s)\s+(?:and|but|so|or|because|which|while|when|where|after|before|until|since|although"
    r"|though|if|as|who|then)\s"
)
_JOINT_OF_NAMES = r"(?i)\s+(?:and|but|so|or|because|although|though|then)\s"
_LOOSE_END = (
    r"(?i)\s(?:the|an?|to|of|in|on|at|for|from|with|by|my|our|their|his|her|its|that|this|very|was"
    r"|were|is|are|had|not|about|into|than|out|both|either|i|we|they)$"
)


def own_words(answer: str, aim: Aim) -> str:
    """A clause of the answer that a probe can refer to, verbatim, or an empty string.

    It tells what was done or what happened; where there is none, it names what was spoken of.
    """
    clauses = list(_clauses(answer))
    if aim is Aim.OWN_PART:
        clauses.sort(key=lambda clause: not clause.lower().startswith("we "))
    elif aim in (Aim.RESULT, Aim.MEASURE):
        clauses.reverse()
    else:
        clauses.sort(key=lambda clause: not _is_own_act(clause))
    named = names_in(answer)
    goes_first = aim in (Aim.OCCASION, Aim.STORY, Aim.BESIDE)
    found = (*named, *clauses) if goes_first else (*clauses, *named)
    return next(iter(found or _clauses(answer, FEWEST_AT_ALL)), "")


def names_in(answer: str) -> tuple[str, ...]:
    """What the answer only names, without saying what happened there."""
    return tuple(filter(None, map(_name_in, re.finditer(_NAMED, answer))))


def _is_own_act(clause: str) -> bool:
    found = re.match(_OWN, clause)
    return found is not None and is_act(found[1])


def _name_in(match: re.Match[str]) -> str:
    name = re.split(_JOINT_OF_NAMES, f"{match[1]} ", maxsplit=1)[0].strip()
    is_whole = FEWEST_OF_A_NAME <= len(name.split()) <= MOST_WORDS
    return name if is_whole and not re.search(_LOOSE_END, name) else ""


def _clauses(answer: str, fewest: int = FEWEST_WORDS) -> Iterator[str]:
    """The short clauses about what was done or happened, each from its beginning to its end."""
    for match in re.finditer(rf"{_PIECE}+", answer):
        *whole, last = re.split(_JOINT, match.group())
        is_cut = answer[match.end() : match.end() + 1] not in "\n.,;:!?…"
        for piece in (*whole, "" if is_cut else last):
            clause = re.sub(_LEAD, "", piece, count=1).strip()
            if len(clause.split()) >= fewest and _can_be_quoted(clause):
                yield clause


def _can_be_quoted(clause: str) -> bool:
    fits = FEWEST_AT_ALL <= len(clause.split()) <= MOST_WORDS
    is_loose = re.search(_LOOSE_END, clause) or re.search(_IDLE, clause)
    return fits and not is_loose and re.match(_SUBJECT, clause) is not None
