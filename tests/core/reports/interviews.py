"""Finished interviews for the tests of the reports."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from core.models import (
    AnswerReview,
    Assessment,
    Competency,
    Document,
    Feedback,
    InterviewSession,
    Job,
    Kind,
    Message,
    Plan,
    PlannedQuestion,
    Point,
    Quality,
    Rating,
    Role,
    Score,
    Suggestion,
)

START = datetime(2025, 3, 14, 9, 30, tzinfo=UTC)
QUESTION = "Tell me about a pipeline that you rebuilt."
ANSWER = "I rebuilt the nightly import.\nIt ran for forty minutes instead of five hours."


def said(kind: Kind, number: int, content: str, **fields: Any) -> Message:
    asked = kind in {Kind.QUESTION, Kind.PROBE, Kind.CLARIFICATION, Kind.CLOSE}
    return Message(
        role=Role.ASSISTANT if asked else Role.USER,
        kind=kind,
        number=number,
        content=content,
        created_at=START + timedelta(minutes=number),
        **fields,
    )


def interview(*messages: Message) -> InterviewSession:
    default = (
        said(Kind.QUESTION, 1, QUESTION, provider="openrouter", model="some/model"),
        said(Kind.ANSWER, 1, ANSWER),
    )
    return InterviewSession(
        id="s1",
        owner_id="secret-owner",
        job=Job(title="Data Engineer", company="Fernhollow", description="Python is a must."),
        created_at=START,
        cv=Document(text="Ines Calloway", filename="cv.pdf", file_id="secret-file"),
        plan=Plan((PlannedQuestion(text=QUESTION, competency=None, reason="opening"),)),
        messages=messages or default,
    )


def assessment(score: Score) -> Assessment:
    return Assessment(
        score=score,
        strengths=(Point(text="You gave a measure.", quote="forty minutes", number=1),),
        weaknesses=(Point(text="The team is missing.", advice="Say who else took part."),),
        cv_suggestions=(
            Suggestion(text="Name the measure.", cv_quote="Rebuilt", job_quote="Python is a must."),
            Suggestion(text="Add a profile."),
        ),
        answers=(
            AnswerReview(
                number=1,
                question=QUESTION,
                answer=ANSWER,
                score=7.5,
                ratings=(
                    Rating(item=Quality.EVIDENCE, level=4, because="two figures"),
                    Rating(item=Competency.OWNERSHIP, level=3.5),
                ),
                strengths=(
                    Point(text="Clear outcome.", quote="It ran for forty minutes", number=1),
                ),
                improvements=(Point(text="Name the team.", number=1),),
                note="Rated with its follow-up.",
            ),
            AnswerReview(number=2, question="Why us?", answer="", score=None),
        ),
        assessor="rubric 1",
    )


def feedback(score: Score | None = None, **fields: Any) -> Feedback:
    made = assessment(score or Score(value=7.5, low=6.8, high=8.2, rated=6))
    made = replace(made, **fields)
    return Feedback(session_id="s1", version=2, created_at=START, assessment=made)
