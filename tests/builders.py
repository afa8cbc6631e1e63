"""Values for tests, complete where a test does not care."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from core.models import (
    Competency,
    Document,
    Format,
    InterviewSession,
    Job,
    Kind,
    Message,
    Plan,
    PlannedQuestion,
    Role,
)

NOW = datetime(2026, 11, 21, 20, 0, tzinfo=UTC)
OWNER = "local"
CV = "Mina Example, nurse. Led a ward of 12 beds at Northfield Hospital from 2019 to 2024."
ADVERT = "We need a charge nurse. You must have experience with medication safety."


def job(**changes: str) -> Job:
    return Job(**{"title": "Charge nurse", "company": "Northfield", **changes})


def session(
    session_id: str = "s" * 20, owner_id: str = OWNER, **changes: object
) -> InterviewSession:
    values: dict[str, object] = {
        "id": session_id,
        "owner_id": owner_id,
        "job": job(description=ADVERT),
        "format": Format(question_count=3),
        "cv": Document(text=CV, filename="cv.txt", warnings=("Short.",)),
        "created_at": NOW,
    }
    return InterviewSession(**{**values, **changes})  # type: ignore[arg-type]  # one bag of values


def plan(count: int = 3) -> Plan:
    return Plan(
        tuple(
            PlannedQuestion(
                text=f"Planned question {number}?",
                competency=Competency.OWNERSHIP,
                reason="Asked because the advert says so.",
                quote="medication safety",
            )
            for number in range(1, count + 1)
        )
    )


def question(number: int = 1, text: str = "", **changes: object) -> Message:
    values: dict[str, object] = {
        "role": Role.ASSISTANT,
        "kind": Kind.QUESTION,
        "number": number,
        "topic": number - 1,
        "content": text or f"Question {number}?",
        "created_at": NOW + timedelta(minutes=2 * number),
    }
    return Message(**{**values, **changes})  # type: ignore[arg-type]  # one bag of values


def answer(number: int = 1, text: str = "", **changes: object) -> Message:
    values: dict[str, object] = {
        "role": Role.USER,
        "kind": Kind.ANSWER,
        "number": number,
        "topic": number - 1,
        "content": text or f"Answer {number}.",
        "created_at": NOW + timedelta(minutes=2 * number + 1),
    }
    return Message(**{**values, **changes})  # type: ignore[arg-type]  # one bag of values
