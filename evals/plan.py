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
from enum import StrEnum
from typing import Any, TypeVar

from core.exceptions import ValidationError
from core.interview.demands import demand_in
from core.interview.plan import kind_of, make_plan
from core.interview.reading import Need, read_job
from core.interview.text import clip
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
from evals.lines import answered, parsed

NOW = datetime(2000, 1, 1, tzinfo=UTC)  # a session has a date; no plan depends on it
NO_TITLE, NO_COMPANY = "This job", "this employer"
AMERICAN = {"behavioral": InterviewType.BEHAVIOURAL}
Word = TypeVar("Word", bound=StrEnum)


class BadLine(Exception):
    """What is wrong with a line of the input, in words for whoever wrote it."""


def main(lines: Iterable[bytes]) -> int:
    return answered(lines, outcome)


def outcome(line: bytes) -> dict[str, Any]:
    """What became of this line, whatever it is."""
    told: dict[str, Any] = {}
    try:
        told = _told(line)
        session = session_of(told)
    except (BadLine, ValidationError) as error:
        return {"id": told.get("id"), "error": str(error)}
    return {"id": told.get("id"), **_plan(session)}


def _told(line: bytes) -> dict[str, Any]:
    try:
        told = parsed(line)
    except UnicodeDecodeError as error:
        raise BadLine("The line is not UTF-8.") from error
    except (ValueError, RecursionError) as error:
        raise BadLine("The line is not JSON that can be read.") from error
    if not isinstance(told, dict):
        raise BadLine("The line is not a JSON object.")
    return told


def session_of(told: dict[str, Any]) -> InterviewSession:
    """The interview that a line describes. Raises `BadLine` and `ValidationError`."""
    seed = told.get("id")
    if isinstance(seed, dict | list):
        raise BadLine("id has to be a text or a number.")
    description = _text(told, "job_description")
    title = clip(_text(told, "job_title"), MAX_TITLE) or _first_line(description) or NO_TITLE
    job = Job(title=title, company=NO_COMPANY, description=description)
    cv = _text(told, "cv")
    return InterviewSession(
        id=_whole(str(seed)),
        owner_id="",
        job=job,
        created_at=NOW,
        format=Format(
            type=_type(told),
            level=_word(told, "level", Level) or read_job(job).level or Level.MID,
            question_count=_count(told),
        ),
        cv=Document(text=cv) if cv.strip() else None,
    )


def _text(told: dict[str, Any], name: str) -> str:
    value = told.get(name)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise BadLine(f"{name} has to be a text.")
    return _whole(value)


def _whole(text: str) -> str:
    """JSON can escape half of a character, which no file and no page can hold."""
    return text.encode("utf-8", "replace").decode()


def _type(told: dict[str, Any]) -> InterviewType:
    given = told.get("interview_type")
    if isinstance(given, str) and given.strip().lower() in AMERICAN:
        return AMERICAN[given.strip().lower()]
    return _word(told, "interview_type", InterviewType) or InterviewType.MIXED


def _word(told: dict[str, Any], name: str, words: type[Word]) -> Word | None:
    given = _text(told, name).strip().lower()
    if not given:
        return None
    if given not in set(words):
        raise BadLine(f"{name} has to be one of: {', '.join(words)}.")
    return words(given)


def _count(told: dict[str, Any]) -> int:
    given = told.get("question_count")
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
