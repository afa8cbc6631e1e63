from __future__ import annotations

import json
from dataclasses import asdict
from datetime import datetime
from typing import Any

from core.models import Feedback, InterviewSession
from core.reports.notice import PRACTICE_ESTIMATE

FORMAT = "interview-simulator/1"


def as_json(session: InterviewSession, feedback: Feedback | None) -> str:
    """Everything about the interview except whose it is and where its files lie.

    Dates are ISO 8601; characters stand as themselves, so write it as UTF-8.
    """
    content = {
        "format": FORMAT,
        "notice": PRACTICE_ESTIMATE,
        "interview": _interview(session),
        "feedback": None if feedback is None else _feedback(feedback),
    }
    return json.dumps(content, default=_plain, ensure_ascii=False, indent=2)


def _interview(session: InterviewSession) -> dict[str, Any]:
    fields = asdict(session)
    del fields["owner_id"]
    if session.cv:
        del fields["cv"]["file_id"]
    return fields | {"stage": session.stage, "answered": session.answered}


def _feedback(feedback: Feedback) -> dict[str, Any]:
    fields = asdict(feedback)
    fields["assessment"]["score"]["provisional"] = feedback.assessment.score.provisional
    return fields


def _plain(value: object) -> str:
    if isinstance(value, datetime):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} has no form in JSON")
