"""An assessment with every field filled, and one as they were stored before most of them."""

from __future__ import annotations

from dataclasses import replace

from core.models import (
    Advice,
    AnswerReview,
    Assessment,
    Clash,
    Competency,
    Delivery,
    Demand,
    Feedback,
    Gain,
    Point,
    Quality,
    Rating,
    Score,
    Shown,
    Step,
    Suggestion,
)
from tests import builders

SESSION = builders.session(
    messages=(
        builders.question(1, "Tell me about an error on your ward."),
        builders.answer(1, "We had four near misses. I moved one drawer."),
    )
)


def old() -> Assessment:
    """As stored before there was more to say."""
    return Assessment(
        score=Score(value=6.4, low=4.8, high=8.0, rated=1),
        strengths=(Point(text="You say what you did.", quote="I moved one drawer", number=1),),
        weaknesses=(Point(text="The outcome is missing.", number=1, advice="Say how it ended."),),
        cv_suggestions=(Suggestion(text="Name a figure.", cv_quote="Led a ward"),),
        answers=(
            AnswerReview(
                number=1,
                question="Tell me about an error on your ward.",
                answer="We had four near misses. I moved one drawer.",
                score=6.4,
                ratings=(Rating(item=Quality.EVIDENCE, level=4, because="two facts"),),
            ),
        ),
        assessor="built-in 1",
    )


def full(words: str = "") -> Assessment:
    """With every field; `words` stand in place of every text that candidates or models write."""

    def said(text: str) -> str:
        return words or text

    point = Point(
        text=said("The outcome is missing."),
        quote=said("I moved one drawer"),
        number=1,
        advice=said("Say how it ended."),
        why=said("A listener wants to know whether it worked."),
        stronger=said("I moved one drawer. After that, near misses fell to [how many?]."),
    )
    return Assessment(
        score=Score(value=6.4, low=4.8, high=8.0, rated=1),
        strengths=(replace(point, text=said("You say what you did."), stronger=""),),
        weaknesses=(point,),
        cv_suggestions=_suggestions(words),
        answers=(_review(point, words),),
        assessor="model 2",
        provider=said("gemini"),
        model=said("flash"),
        prompt_hash="abc123",
        notice=said("One answer was read twice."),
        samples=3,
        next_time=said("End each story with what changed."),
        clashes=_clashes(words),
        demands=_demands(words),
    )


def feedback(assessment: Assessment, version: int = 1) -> Feedback:
    return Feedback(
        session_id=SESSION.id, version=version, created_at=builders.NOW, assessment=assessment
    )


def _review(point: Point, words: str) -> AnswerReview:
    return AnswerReview(
        number=1,
        question=words or "Tell me about an error on your ward.",
        answer=words or "We had four near misses. I moved one drawer.",
        score=6.4,
        ratings=(
            Rating(item=Quality.EVIDENCE, level=4, because=words or "two facts"),
            Rating(item=Competency.OWNERSHIP, level=3.5, because=words or "own steps"),
        ),
        strengths=(replace(point, stronger=""),),
        improvements=(point,),
        note=words or "Rated with its follow-up.",
        unaided=5.1,
        steps=(
            Step(label=words or "Mean level 3.75", points=7.19),
            Step(label=words or "Little developed", points=-0.79),
        ),
        gain=Gain(change=words or "naming the outcome", points=0.6),
        delivery=Delivery(words=143, fillers=9, a_sentence=17.4),
        other=2.9,
        flags=(words or "A sentence addressed to the assessor was left out.",),
        spread=1.0,
    )


def _suggestions(words: str) -> tuple[Suggestion, ...]:
    return (
        Suggestion(
            text=words or "Medication safety is in your CV.",
            kind=Advice.FOUND,
            cv_quote=words or "Led a ward",
            job_quote=words or "experience with medication safety",
        ),
        Suggestion(
            text=words or "Handover is not in your CV.",
            kind=Advice.NOT_FOUND,
            job_quote=words or "patient handover",
        ),
        Suggestion(
            text=words or "The near misses are worth a line.",
            kind=Advice.SAID,
            answer_quote=words or "We had four near misses",
            number=1,
        ),
        Suggestion(
            text=words or "This line has no outcome.",
            kind=Advice.LINE,
            cv_quote=words or "Led a ward of 12 beds",
            rewrite=words or "Led a ward of 12 beds and [what changed?].",
        ),
        Suggestion(text=words or "Put the dates in one form."),
    )


def _clashes(words: str) -> tuple[Clash, ...]:
    return (
        Clash(
            text=words or "The CV says 12 beds, you said 20.",
            said=words or "a ward of 20 beds",
            number=1,
            against=words or "a ward of 12 beds",
        ),
        Clash(
            text=words,
            said=words or "since 2018",
            number=4,
            against=words or "since 2019",
            other=2,
        ),
    )


def _demands(words: str) -> tuple[Demand, ...]:
    return (
        Demand(
            name=words or "Medication safety",
            job_quote=words or "experience with medication safety",
            state=Shown.EVIDENCED,
            asked=(1,),
            cv_quote=words or "Led a ward",
            answer_quote=words or "We had four near misses",
            number=1,
        ),
        Demand(
            name=words or "Patient handover",
            job_quote=words or "patient handover",
            state=Shown.ASKED,
            asked=(2, 3),
        ),
        Demand(
            name=words or "Night shifts", job_quote=words or "night shifts", state=Shown.NOT_ASKED
        ),
    )
