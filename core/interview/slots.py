"""How many topics of which kind an interview has, by its type and length."""

from __future__ import annotations

from enum import StrEnum

from core.models import Format, InterviewType


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
    InterviewType.MIXED: "opmnpcsprpspnrp",
    InterviewType.BEHAVIOURAL: "opmppspppsppspp",
    InterviewType.TECHNICAL: "ormncrprsrncrpc",
    InterviewType.SCREENING: "omnncpmspcrpnps",
}


def slots_for(format_: Format) -> tuple[Slot, ...]:
    return tuple(_LETTERS[letter] for letter in _PRIORITY[format_.type][: format_.question_count])


def order_of(type_: InterviewType) -> tuple[Slot, ...]:
    """The order in which the kinds are asked: knowledge early only where it is the main thing."""
    knowledge = (Slot.CLAIM, Slot.NEED, Slot.ROLE)
    if type_ in (InterviewType.TECHNICAL, InterviewType.SCREENING):
        middle = (*knowledge, Slot.PAST)
    else:
        middle = (Slot.PAST, *knowledge)
    return (Slot.OPENING, *middle, Slot.SITUATION, Slot.CLOSING)
