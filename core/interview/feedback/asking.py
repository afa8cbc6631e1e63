"""What an improvement asks to be told, in the words of a person who asks for it."""

from __future__ import annotations

import re
from collections.abc import Callable

from core.interview.answers.event import asks_for_a_case
from core.interview.answers.findings import Found
from core.interview.answers.missed import left_open, missed
from core.interview.answers.signals import Signals
from core.interview.feedback.gaps import vague_sort
from core.interview.feedback.length import LONG
from core.interview.feedback.openings import MATTER, matter_of
from core.interview.feedback.talk import AGAIN, LINE, advice_for, by_itself, minute_for
from core.interview.planning import bank
from core.interview.words.patterns import regex
from core.interview.words.tables import table
from core.models import Competency, PlannedQuestion

# What is worked on, in a question on how: "How do you explain a rule to ...?".
_THING = regex(
    r"(?i)\b(?:do|would)\s+you\s+\w+\s+an?\s+(?!(?:few|lot|good|new|bad|long)\b)(\w+)"
    r"(?=\s+(?:to|for|with|when|before|after|that|which)\b)"
)

_DOES = regex(r"(?i)\bdo\s+you\s+(say|ask|tell|explain|check|show)\b")
_ASKS = regex(r"(?i)\b(?:why|what|how|whether|who|when|where|which)\b")


def asks(found: Found, signals: Signals) -> str:
    """What goes into the place of {asks}; empty for a kind whose words are the same anywhere."""
    by_kind = _BY_KIND.get(found.kind)
    return by_kind(found, signals) if by_kind else ""


def is_said(ask: str, text: str) -> bool:
    """Whether an answer says that it does so: "I say why", to "What do you say about why ...?"."""
    asked = _DOES.search(ask)
    if asked is None:
        return False
    words = {word.lower() for word in _ASKS.findall(ask[asked.end() :])} or set(_ASKS.findall(ask))
    does = rf"\bI\s+(?:\w+ly\s+|always\s+|then\s+|first\s+)?{asked[1]}"
    said = rf"(?i){does}\s+(?:\w+\s+){{0,2}}?(?:{'|'.join(sorted(words))})\b"
    return bool(words) and re.search(said, text) is not None


def _another_story(_: Found, signals: Signals) -> str:
    gap = missed(signals)
    return f"{gap.have}. {gap.ask}" if gap else ""


def _the_matter(_: Found, signals: Signals) -> str:
    matter = matter_of(signals)
    return matter.advice if matter else ""


def _the_word(_: Found, signals: Signals) -> str:
    word = left_open(signals)
    return word.advice if word else ""


def _exactly(found: Found, _: Signals) -> str:
    exactly: dict[str, str] = table("remarks")["exactly"]
    return exactly[vague_sort(found.about)]


def _facts(_: Found, signals: Signals) -> str:
    question = signals.question
    return _facts_of(question, question.competency) if question.competency else ""


def _facts_of(question: PlannedQuestion, competency: Competency) -> str:
    """What would make an answer particular: by the subject, or the thing that was asked about."""
    if competency is not Competency.ROLE_KNOWLEDGE or asks_for_a_case(question):
        facts: dict[str, str] = table("remarks")["facts"]
        return facts[competency.value]
    of_a_way: dict[str, str] = table("remarks")["facts_of_a_way"]
    thing = _THING.search(question.text)
    return of_a_way["named"].replace("{thing}", thing[1]) if thing else of_a_way["any"]


def _first_point(found: Found, signals: Signals) -> str:
    points = bank.points_of(signals.question)
    first = next((point.ask for point in points if point.ask and point.name in found.about), "")
    return f"{first[:1].lower()}{first[1:]}"


_BY_KIND: dict[str, Callable[[Found, Signals], str]] = {
    "link": _another_story,
    MATTER: _the_matter,
    "focus": _the_word,
    "vague": _exactly,
    "facts": _facts,
    "points": _first_point,
    AGAIN: lambda _, signals: advice_for(signals),
    LINE: lambda _, signals: by_itself(signals),
    LONG: lambda _, signals: minute_for(signals),
}
