"""What the candidate is told after the interview. Every point can be shown in their own words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from core.models.vocabulary import Competency, Quality

ENOUGH_ANSWERS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One strength or weakness. `quote` is verbatim from the answer to question `number`.

    `quote` is empty only where the point is that something is missing; `advice` says what to do.
    """

    text: str
    quote: str = ""
    number: int = 0
    advice: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """One piece of CV advice, with the line of the CV or of the advert that it is about."""

    text: str
    cv_quote: str = ""
    job_quote: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rating:
    """One line of the score's arithmetic: what was rated, its level 1 to 5, and why."""

    item: Quality | Competency
    level: float
    because: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerReview:
    """One story (a question with its probes) as it was judged.

    `number` is the question's, `score` runs from 1 to 10 and is None when nothing could be rated.
    """

    number: int
    question: str
    answer: str
    score: float | None
    ratings: tuple[Rating, ...] = ()
    strengths: tuple[Point, ...] = ()
    improvements: tuple[Point, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """The overall score, 1 to 10, with its band; `value` is None where `reason` says why."""

    value: float | None
    low: float | None = None
    high: float | None = None
    rated: int = 0
    reason: str = ""

    @property
    def provisional(self) -> bool:
        return self.value is not None and self.rated < ENOUGH_ANSWERS


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """What an assessor makes of an interview, before it is stored.

    `assessor` names the method with its version; `provider` and `model` are empty for the built-in
    one. `notice` says what the candidate should know of how the assessment came about.
    """

    score: Score
    strengths: tuple[Point, ...]
    weaknesses: tuple[Point, ...]
    cv_suggestions: tuple[Suggestion, ...]
    answers: tuple[AnswerReview, ...]
    assessor: str
    provider: str = ""
    model: str = ""
    prompt_hash: str = ""
    notice: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Feedback:
    """A stored assessment. `version` counts from 1; assessing again keeps the earlier ones."""

    session_id: str
    version: int
    created_at: datetime
    assessment: Assessment
