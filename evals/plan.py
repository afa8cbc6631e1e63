"""`python -m evals.plan < jobs.jsonl`: the plan of an interview for each job, as lines of JSON.

Reads {"id", "job_title", "job_description", "cv"?, "interview_type"?, "level"?, "question_count"?}
and writes, in order, {"id", "family", "level", "must_have", "nice_to_have", "questions"}, or
{"id", "error"} for a line that no plan can be made of. `docs/evaluation.md` has every field.
"""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

from core.exceptions import ValidationError
from core.interview.planning.demands import demand_in
from core.interview.planning.plan import kind_of, make_plan
from core.interview.reading import Need, read_job
from core.interview.words.text import clip
from core.models import (
    DEFAULT_QUESTIONS,
    MAX_TITLE,
    Document,
    Format,
    InterviewSession,
    InterviewType,
    Job,
    Level,
    PlannedQuestion,
)
from evals.lines import BadLine, Told, answered, id_in, text_in, told, word_in

NOW = datetime(2000, 1, 1, tzinfo=UTC)  # a session has a date; nothing depends on it
NO_TITLE, NO_COMPANY = "This job", "this employer"
AMERICAN = {"behavioral": InterviewType.BEHAVIOURAL}


def main(lines: Iterable[bytes]) -> int:
    return answered(lines, outcome)


def outcome(line: bytes) -> dict[str, Any]:
    """What became of this line, whatever it is."""
    job: Told = {}
    try:
        job = told(line)
        session = session_of(job)
    except (BadLine, ValidationError) as error:
        return {"id": job.get("id"), "error": str(error)}
    return {"id": job.get("id"), **_plan(session)}


def session_of(line: Told) -> InterviewSession:
    """The interview that a line describes. Raises `BadLine` and `ValidationError`."""
    description = text_in(line, "job_description")
    title = clip(text_in(line, "job_title"), MAX_TITLE) or _first_line(description) or NO_TITLE
    job = Job(title=title, company=NO_COMPANY, description=description)
    cv = text_in(line, "cv")
    return InterviewSession(
        id=id_in(line),
        owner_id="",
        job=job,
        created_at=NOW,
        format=Format(
            type=_type(line),
            level=word_in(line, "level", Level) or read_job(job).level or Level.MID,
            question_count=_count(line),
        ),
        cv=Document(text=cv) if cv.strip() else None,
    )


def _type(line: Told) -> InterviewType:
    given = line.get("interview_type")
    if isinstance(given, str) and given.strip().lower() in AMERICAN:
        return AMERICAN[given.strip().lower()]
    return word_in(line, "interview_type", InterviewType) or InterviewType.MIXED


def _count(line: Told) -> int:
    given = line.get("question_count")
    if given is None:
        return DEFAULT_QUESTIONS
    is_number = isinstance(given, int | float) and not isinstance(given, bool)
    if not is_number or given != given // 1:
        raise BadLine("question_count has to be a whole number.")
    return int(given)


def _first_line(description: str) -> str:
    lines = (line.strip() for line in description.splitlines())
    return clip(next(filter(None, lines), ""), MAX_TITLE)


def _plan(session: InterviewSession) -> dict[str, Any]:
    reading = read_job(session.job)
    return {
        "family": reading.family,
        "level": session.format.level,
        "must_have": _demands(need for need in reading.needs if need.must),
        "nice_to_have": _demands(need for need in reading.needs if not need.must),
        "questions": [_question(question) for question in make_plan(session).questions],
    }


def _demands(needs: Iterable[Need]) -> list[dict[str, str]]:
    """One entry for each skill that is named, and for each line that names none."""
    found: dict[str, str] = {}
    for need in needs:
        for name in need.skills or (demand_in(need.quote),):
            found.setdefault(name, need.quote)
    return [{"name": name, "quote": quote} for name, quote in found.items() if name]


def _question(question: PlannedQuestion) -> dict[str, str | None]:
    return {
        "text": question.text,
        "competency": question.competency,
        "reason": question.reason,
        "quote": question.quote,
        "kind": kind_of(question),
    }


if __name__ == "__main__":
    logging.disable(logging.WARNING)  # what is wrong with a line stands in its place
    sys.exit(main(sys.stdin.buffer))
