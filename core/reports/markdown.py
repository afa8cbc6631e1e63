from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from core.models import (
    Assessment,
    Feedback,
    InterviewSession,
    Kind,
    Level,
    Message,
    Role,
    telling,
)
from core.reports.assessment import sections_of
from core.reports.escaping import inline, quoted
from core.reports.notice import PRACTICE_ESTIMATE
from core.reports.speech import said

_FOR = {
    Level.ENTRY: "somebody new to the work",
    Level.MID: "somebody with some experience of the work",
    Level.SENIOR: "somebody with long experience of the work",
    Level.LEAD: "somebody who leads others",
}


def as_markdown(
    session: InterviewSession, feedback: Feedback | None, own_questions: str = ""
) -> str:
    """The report as Markdown. What people and models wrote is shown as text, never as markup.

    Each word of the interview stands there once, under its question; `own_questions` is a line on
    what the candidate asked at the end. Without feedback the interview stands there as it was held.
    """
    sections = [
        f"# Interview: {inline(session.job.title)}, {inline(session.job.company)}",
        _facts(session, feedback),
        *(() if _says_so_itself(feedback) else (quoted(PRACTICE_ESTIMATE),)),
        *(sections_of(feedback.assessment, session, own_questions) if feedback else ()),
        *(() if feedback else _as_it_was_held(session)),
    ]
    return "\n\n".join(sections) + "\n"


def _says_so_itself(feedback: Feedback | None) -> bool:
    """Whether its notice already says that it is a practice estimate."""
    return feedback is not None and "practice estimate" in feedback.assessment.notice.lower()


def _as_it_was_held(session: InterviewSession) -> Iterator[str]:
    yield "## Feedback\n\nThere is no feedback yet."
    yield "## Transcript"
    yield from map(said, session.messages)


def _facts(session: InterviewSession, feedback: Feedback | None) -> str:
    style = session.format
    facts = {
        "Date": session.created_at.date().isoformat(),
        "Format": f"{style.type.label} questions, for {_FOR[style.level]}",
        "Asked": telling.what_was_asked(session),
        "Led by": _leaders(session.messages),
    }
    if feedback:
        facts["Assessed by"] = _assessor(feedback.assessment)
        facts["Assessed on"] = (
            f"{feedback.created_at.date().isoformat()}, version {feedback.version}"
        )
    return "\n".join(f"- {name}: {value}" for name, value in facts.items())


def _leaders(messages: Iterable[Message]) -> str:
    counts = Counter(
        _who(message.provider, message.model, "interviewer")
        for message in messages
        if message.role is Role.ASSISTANT and message.kind is not Kind.CLOSE
    )
    if len(counts) == 1:
        return next(iter(counts))
    total = counts.total()
    shares = (f"{who} ({count} of {total} messages)" for who, count in counts.items())
    return ", ".join(shares) or "nobody yet"


def _assessor(assessment: Assessment) -> str:
    who = _who(assessment.provider, assessment.model, "assessor")
    if not assessment.model:
        return f"{who} (a practice estimate)"
    return f"{who}, in {assessment.samples} runs" if assessment.samples > 1 else who


def _who(provider: str, model: str, part: str) -> str:
    if not model:
        return f"the built-in {part}, without a language model"
    return inline(" ".join(filter(None, (provider, model))))
