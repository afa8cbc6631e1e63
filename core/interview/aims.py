"""What a probe is after, and how that is said as a reason."""

from __future__ import annotations

from enum import StrEnum

from core.models import Part


class Aim(StrEnum):
    """Why a probe is put: a part of the story is missing, or there is no story yet."""

    SITUATION = Part.SITUATION.value
    ACTION = Part.ACTION.value
    OWN_PART = Part.OWN_PART.value
    RESULT = Part.RESULT.value
    MEASURE = Part.MEASURE.value
    SHORT = "more"
    AGAIN = "an answer"
    OCCASION = "one occasion"
    WORDS = "words"
    BOUNDARY = "respect"
    ELSEWHERE = "elsewhere"
    IMAGINED = "an imagined case"
    ANOTHER = "another example"

    @property
    def part(self) -> Part | None:
        return Part(self.value) if self in PARTS else None

    @property
    def label(self) -> str:
        return "outcome" if self is Aim.RESULT else self.value

    @property
    def because(self) -> str:
        return f"Asked because {_BECAUSE[self]}."


CONFIDENTIAL = "confidential"  # the style of a probe behind an answer that is held back
PARTS = (Aim.SITUATION, Aim.ACTION, Aim.OWN_PART, Aim.RESULT, Aim.MEASURE)
_BECAUSE = {
    Aim.SITUATION: "neither a situation nor a task was named",
    Aim.ACTION: "no step was named",
    Aim.OWN_PART: "your own part was not named",
    Aim.RESULT: "no result was named",
    Aim.MEASURE: "no measure of the result was named",
    Aim.SHORT: "your answer was very short",
    Aim.AGAIN: "part of the question is still open",
    Aim.OCCASION: "no single occasion was told",
    Aim.WORDS: "your answer could not be read as words",
    Aim.BOUNDARY: "your reply was not an answer, and not polite",
    Aim.ELSEWHERE: "you said that you had no example",
    Aim.IMAGINED: "you still had no example",
    Aim.ANOTHER: "this story was told for an earlier question",
}
