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
    BESIDE = "the question"
    OCCASION = "one occasion"
    STORY = "the story"
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

    def because(self, style: str) -> str:
        """The reason, for a question of this style; it says what is wanted, never how one did."""
        why = _MORE.get(style, _ANY_MORE) if self is Aim.SHORT else _BECAUSE[self]
        return f"Asked because {why}."


CONFIDENTIAL = "confidential"  # the style of a probe behind an answer that is held back
PARTS = (Aim.SITUATION, Aim.ACTION, Aim.OWN_PART, Aim.RESULT, Aim.MEASURE)
_BECAUSE = {
    Aim.SITUATION: "neither a situation nor a task was named",
    Aim.ACTION: "no step was named",
    Aim.OWN_PART: "your own part was not named",
    Aim.RESULT: "no result was named",
    Aim.MEASURE: "no measure of the result was named",
    Aim.AGAIN: "part of the question is still open",
    Aim.BESIDE: "the question itself is still open",
    Aim.OCCASION: "no single occasion was told",
    Aim.STORY: "you have not yet said what happened",
    Aim.WORDS: "your answer could not be read as words",
    Aim.BOUNDARY: "the question is still open",
    Aim.ELSEWHERE: "no example came to mind",
    Aim.IMAGINED: "an imagined case needs no example",
    Aim.ANOTHER: "this story was told for an earlier question",
}
_MORE = {
    "behavioural": "no occasion was told yet",
    "situational": "no step was told yet",
    CONFIDENTIAL: "it can be told in general terms as well",
}
_ANY_MORE = "there is room for more here"
