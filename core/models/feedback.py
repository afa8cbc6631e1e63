"""What the candidate is told after the interview. Every point can be shown in their own words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from core.models.vocabulary import Competency, Quality

ENOUGH_ANSWERS = 5
WORTH_TELLING = 0.3  # points; what a change would bring less than that is left out


class Advice(StrEnum):
    """What a piece of CV advice is about."""

    FOUND = "found in your CV"
    NOT_FOUND = "not found in your CV"
    SAID = "said in the interview, not found in your CV"
    LINE = "a line of your CV"
    OTHER = "other"


class Shown(StrEnum):
    """How far a demand of the advert came up in the interview."""

    EVIDENCED = "evidenced"
    PARTLY = "partly evidenced"
    SPOKEN_OF = "spoken of, not evidenced"
    ASKED = "asked, not evidenced"
    NOT_ASKED = "not asked"


class Wanted(StrEnum):
    """How much the advert wants something."""

    MUST = "must have"
    DUTY = "main duties"
    NICE = "nice to have"


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One strength or weakness. `quote` is verbatim from the answer to question `number`.

    `quote` is empty only where the point is that something is missing; `advice` says what to do.
    `why` says why it matters to a listener, and `stronger` holds the candidate's own words in a
    better order, with slots such as "[how many?]" for what only they can know.
    """

    text: str
    quote: str = ""
    number: int = 0
    advice: str = ""
    why: str = ""
    stronger: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """One piece of CV advice, with the line of the CV or of the advert that it is about.

    `answer_quote` is what was said in the answer to question `number`; `rewrite` is the CV's line
    in a better form, with slots for what only the candidate can know.
    """

    text: str
    cv_quote: str = ""
    job_quote: str = ""
    kind: Advice = Advice.OTHER
    answer_quote: str = ""
    number: int = 0
    rewrite: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rating:
    """One line of the score's arithmetic: what was rated, its level 1 to 5, and why."""

    item: Quality | Competency
    level: float
    because: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One line of the score's arithmetic: what it is, and the points that it adds or takes."""

    label: str
    points: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Gain:
    """The one change to an answer that is worth most, and by how many points on the scale to 10."""

    change: str
    points: float

    @property
    def is_worth_telling(self) -> bool:
        return self.points >= WORTH_TELLING


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """How an answer was said. It takes no part in any score.

    `fillers` counts words such as "um" and "you know", `a_sentence` is the mean number of words.
    """

    words: int
    fillers: int = 0
    a_sentence: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Clash:
    """Two statements that do not go together. Both quotes are verbatim.

    `said` stands in the answer to question `number`; `against` in the CV, or, where `other` is not
    0, in the answer to question `other`.
    """

    text: str
    said: str
    number: int
    against: str
    other: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Demand:
    """What the advert asks for, and how far it came up: `asked` holds question numbers.

    `answer_quote` is what shows it, speaks of it or comes near it, said in the answer to question
    `number`; the answers to the questions `also` show it too. `cv_quote` is the line of the CV that
    shows it. A `number` without a quote is that of an answer which tells own steps and does not
    name the demand. Of a demand that was not asked about, `asked` are the questions that were
    planned for it and ask for something else in their words. `note` says what there is to add.
    """

    name: str
    job_quote: str
    state: Shown
    asked: tuple[int, ...] = ()
    cv_quote: str = ""
    answer_quote: str = ""
    number: int = 0
    wanted: Wanted = Wanted.MUST
    note: str = ""
    also: tuple[int, ...] = ()

    @property
    def standing(self) -> str:
        """In words: where it was shown, or asked without being shown."""
        asked = _questions(self.asked)
        if self.state in (Shown.EVIDENCED, Shown.PARTLY):
            shown = "shown" if self.state is Shown.EVIDENCED else "partly shown"
            return f"{shown} in {_answers((self.number, *self.also))}" if self.number else shown
        if self.state is Shown.SPOKEN_OF:
            return f"you spoke of it in answer {self.number}"
        if self.answer_quote and self.number:
            return f"{self._put}; answer {self.number} comes near it"
        if self.state is Shown.ASKED and self.number:
            return f"asked in {asked}, and answer {self.number} does not name it"
        answers = "the answer" if len(self.asked) == 1 else "the answers"
        missed = f"{asked} aimed at it; {answers} did not reach it" if asked else "not asked"
        put = f"asked{f' in {asked}' * bool(asked)}, not shown"
        return put if self.state is Shown.ASKED else missed

    @property
    def _put(self) -> str:
        """How it was asked about, where an answer comes near it."""
        asked = _questions(self.asked)
        if self.state is Shown.NOT_ASKED:
            return f"{asked} aimed at it" if asked else "not asked directly"
        return f"asked in {asked}" + ", not shown there" * (self.number not in self.asked)

    @property
    def is_open(self) -> bool:
        """Whether the next interview should come to it: a must-have, or a tool found nowhere."""
        is_nowhere = bool(self.note) and not (self.cv_quote or self.answer_quote)
        matters = self.wanted is Wanted.MUST or (self.wanted is Wanted.DUTY and is_nowhere)
        return self.state is not Shown.EVIDENCED and matters


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerReview:
    """One story (a question with its probes) as it was judged.

    `number` is the question's, `score` runs from 1 to 10 and is None when nothing could be rated.
    `unaided` is the score of what was said before the first probe; None where there was none.
    `steps` lead from the levels to the score. `other` is what the other assessor gives, where the
    two are far apart. `flags` are sentences on what was left out before rating. Where samples of a
    model disagree, `spread` (levels) is above 0.
    """

    number: int
    question: str
    answer: str
    score: float | None
    ratings: tuple[Rating, ...] = ()
    strengths: tuple[Point, ...] = ()
    improvements: tuple[Point, ...] = ()
    note: str = ""
    unaided: float | None = None
    steps: tuple[Step, ...] = ()
    gain: Gain | None = None
    delivery: Delivery | None = None
    other: float | None = None
    flags: tuple[str, ...] = ()
    spread: float = 0.0


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
    one. `notice` says what the candidate should know of how the assessment came about. `samples`
    counts the model's runs, `next_time` is the one thing to do differently in the next interview.
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
    samples: int = 1
    next_time: str = ""
    clashes: tuple[Clash, ...] = ()
    demands: tuple[Demand, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Feedback:
    """A stored assessment. `version` counts from 1; assessing again keeps the earlier ones."""

    session_id: str
    version: int
    created_at: datetime
    assessment: Assessment


def _questions(numbers: tuple[int, ...]) -> str:
    return _counted("question", numbers)


def _answers(numbers: tuple[int, ...]) -> str:
    return _counted("answer", tuple(sorted(numbers)))


def _counted(noun: str, numbers: tuple[int, ...]) -> str:
    """As in "questions 3 and 5"; empty for none."""
    if not numbers:
        return ""
    *most, last = map(str, numbers)
    return f"{noun}s {', '.join(most)} and {last}" if most else f"{noun} {last}"
