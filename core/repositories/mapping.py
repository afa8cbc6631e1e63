"""Between rows and values."""

from __future__ import annotations

from functools import cache
from typing import Any

from pydantic import TypeAdapter

from core.models import (
    Assessment,
    Document,
    Draft,
    Feedback,
    Format,
    InterviewSession,
    InterviewType,
    Job,
    Kind,
    Level,
    Message,
    Plan,
    Role,
)
from core.repositories.rows import FeedbackRow, MessageRow, SessionRow


@cache
def _plans() -> TypeAdapter[Plan]:
    return TypeAdapter(Plan)


@cache
def _drafts() -> TypeAdapter[Draft]:
    return TypeAdapter(Draft)


@cache
def _assessments() -> TypeAdapter[Assessment]:
    return TypeAdapter(Assessment)


def plan_as_json(plan: Plan) -> dict[str, Any]:
    written: dict[str, Any] = _plans().dump_python(plan, mode="json")
    return written


def draft_as_json(draft: Draft) -> dict[str, Any]:
    written: dict[str, Any] = _drafts().dump_python(draft, mode="json", exclude={"replaced"})
    return written


def assessment_as_json(assessment: Assessment) -> dict[str, Any]:
    written: dict[str, Any] = _assessments().dump_python(assessment, mode="json")
    return written


def session_row(session: InterviewSession) -> SessionRow:
    cv = session.cv or Document(text="")
    return SessionRow(
        id=session.id,
        owner_id=session.owner_id,
        job_title=session.job.title,
        company_name=session.job.company,
        job_description=session.job.description,
        interview_type=session.format.type,
        level=session.format.level,
        question_count=session.format.question_count,
        language=session.format.language,
        cv_text=session.cv.text if session.cv else None,
        cv_filename=cv.filename,
        cv_file_id=cv.file_id,
        cv_warnings=list(cv.warnings),
        draft_plan=draft_as_json(session.draft) if session.draft else None,
        plan=plan_as_json(session.plan) if session.plan else None,
        created_at=session.created_at,
        finished_early_at=session.finished_early,
    )


def session_of(row: SessionRow, messages: tuple[Message, ...] = ()) -> InterviewSession:
    return InterviewSession(
        id=row.id,
        owner_id=row.owner_id,
        job=Job(title=row.job_title, company=row.company_name, description=row.job_description),
        format=Format(
            type=InterviewType(row.interview_type),
            level=Level(row.level),
            question_count=row.question_count,
            language=row.language,
        ),
        cv=_cv_of(row),
        draft=_drafts().validate_python(row.draft_plan) if row.draft_plan is not None else None,
        plan=_plans().validate_python(row.plan) if row.plan is not None else None,
        messages=messages,
        created_at=row.created_at,
        finished_early=row.finished_early_at,
    )


def _cv_of(row: SessionRow) -> Document | None:
    if row.cv_text is None:
        return None
    return Document(
        text=row.cv_text,
        filename=row.cv_filename,
        file_id=row.cv_file_id,
        warnings=tuple(row.cv_warnings),
    )


def message_row(owner_id: str, session_id: str, position: int, message: Message) -> MessageRow:
    return MessageRow(
        owner_id=owner_id,
        session_id=session_id,
        position=position,
        role=message.role,
        kind=message.kind,
        number=message.number,
        attempt=message.attempt,
        ordinal=message.ordinal,
        topic=message.topic,
        content=message.content,
        decision=message.decision,
        provider=message.provider,
        model=message.model,
        prompt_hash=message.prompt_hash,
        notice=message.notice,
        created_at=message.created_at,
    )


def message_of(row: MessageRow) -> Message:
    return Message(
        role=Role(row.role),
        kind=Kind(row.kind),
        number=row.number,
        attempt=row.attempt,
        ordinal=row.ordinal,
        topic=row.topic,
        content=row.content,
        decision=row.decision,
        provider=row.provider,
        model=row.model,
        prompt_hash=row.prompt_hash,
        notice=row.notice,
        created_at=row.created_at,
    )


def feedback_row(owner_id: str, feedback: Feedback) -> FeedbackRow:
    assessment = feedback.assessment
    return FeedbackRow(
        owner_id=owner_id,
        session_id=feedback.session_id,
        version=feedback.version,
        score=assessment.score.value,
        rated=assessment.score.rated,
        assessor=assessment.assessor,
        provider=assessment.provider,
        model=assessment.model,
        prompt_hash=assessment.prompt_hash,
        assessment=assessment_as_json(assessment),
        created_at=feedback.created_at,
    )


def feedback_of(row: FeedbackRow) -> Feedback:
    return Feedback(
        session_id=row.session_id,
        version=row.version,
        created_at=row.created_at,
        assessment=_assessments().validate_python(row.assessment),
    )
