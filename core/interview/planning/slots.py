"""How many topics of which kind an interview has, by its type and length."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from core.models import Competency, Format, InterviewType, Level


class Slot(StrEnum):
    OPENING = "opening"
    PAST = "past behaviour"
    CLAIM = "a skill that the CV claims"
    NEED = "a demand not found in the CV"
    ROLE = "the work itself"
    SITUATION = "situation"
    CLOSING = "motivation"


_LETTERS = {
    "o": Slot.OPENING,
    "p": Slot.PAST,
    "c": Slot.CLAIM,
    "n": Slot.NEED,
    "r": Slot.ROLE,
    "s": Slot.SITUATION,
    "m": Slot.CLOSING,
}
# The first n letters are an interview of n questions: the most telling topics come first.
_PRIORITY = {
    InterviewType.MIXED: "opmrncpspsprpnp",
    InterviewType.BEHAVIOURAL: "opmppspppsppspp",
    InterviewType.TECHNICAL: "ormncpsrrpncsrc",
    InterviewType.SCREENING: "omnncpmspcrpnps",
}
_KNOWLEDGE = (Slot.CLAIM, Slot.NEED, Slot.ROLE)
_STORIES = (Slot.PAST, Slot.SITUATION)
_LEADING_BY_LEVEL = {Level.ENTRY: 0.5, Level.MID: 0.8, Level.SENIOR: 1.1, Level.LEAD: 1.8}
MOST_TOP = 6


def slots_for(format_: Format) -> tuple[Slot, ...]:
    """The kinds of topic, the most telling first: a shorter interview is the start of a longer."""
    return tuple(_LETTERS[letter] for letter in _PRIORITY[format_.type][: format_.question_count])


def order_of(type_: InterviewType) -> tuple[Slot, ...]:
    """The order in which the kinds are asked: knowledge early only where it is the main thing."""
    if type_ in (InterviewType.TECHNICAL, InterviewType.SCREENING):
        middle: tuple[Slot, ...] = (*_KNOWLEDGE, Slot.PAST)
    else:
        middle = (Slot.PAST, *reversed(_KNOWLEDGE))  # the heaviest first: a probe takes the last
    return (Slot.OPENING, *middle, Slot.SITUATION, Slot.CLOSING)


def ranked(weights: Mapping[Competency, float], format_: Format) -> tuple[Competency, ...]:
    """The competencies that take turns in stories and situations, the weightiest first.

    Role knowledge has questions of its own wherever the type has any, and takes its turn only
    where it has none. Leading counts the more the higher the level.
    """
    weighed = {**weights, Competency.LEADING: weights[Competency.LEADING] * _by_level(format_)}
    order = sorted(weighed, key=lambda competency: -weighed[competency])
    if _has_knowledge(format_.type):
        order.remove(Competency.ROLE_KNOWLEDGE)
    return tuple(order)


def top_competencies(
    weights: Mapping[Competency, float], format_: Format
) -> tuple[Competency, ...]:
    """The competencies that a plan of this type and length must cover.

    Role knowledge is one of them as soon as the type and the length have room for a question
    about the work; the others are the weightiest of the job description, one for each place for a
    story or a situation, six in all at most. A mixed interview of 3 questions has one, of 8 four,
    of 10 and more six; a technical or screening interview of 8, which spends its places on
    knowledge or motivation, has three.
    """
    slots = slots_for(format_)
    known = [Competency.ROLE_KNOWLEDGE] if set(slots) & set(_KNOWLEDGE) else []
    places = min(sum(slot in _STORIES for slot in slots), MOST_TOP - len(known))
    return (*known, *ranked(weights, format_)[:places])


def _has_knowledge(type_: InterviewType) -> bool:
    return any(_LETTERS[letter] in _KNOWLEDGE for letter in _PRIORITY[type_])


def _by_level(format_: Format) -> float:
    return _LEADING_BY_LEVEL[format_.level]
