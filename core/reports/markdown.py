from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from core.models import Assessment, Feedback, InterviewSession, Kind, Message, Role
from core.reports.assessment import sections_of
from core.reports.escaping import inline, quoted
from core.reports.notice import PRACTICE_ESTIMATE

_SPEAKERS = {
    Kind.QUESTION: "Interviewer, question {number}",
    Kind.PROBE: "Interviewer, question {number} (follow-up)",
    Kind.ANSWER: "You",
    Kind.SKIP: "You",
    Kind.OWN_QUESTION: "You, a question of your own",
    Kind.CLOSE: "Interviewer",
}
_EXPLAINING = {
    Role.ASSISTANT: "Interviewer, question {number} explained",
    Role.USER: "You, asking back",
}


def as_markdown(session: InterviewSession, feedback: Feedback | None) -> str:
    """The report as Markdown. What people and models wrote is shown as text, never as markup."""
    assessment = feedback.assessment if feedback else None
    sections = [
        f"# Interview: {inline(session.job.title)}, {inline(session.job.company)}",
        _facts(session, feedback),
        quoted(PRACTICE_ESTIMATE),
        *(sections_of(assessment) if assessment else ("## Feedback\n\nThere is no feedback yet.",)),
        "## Transcript",
        *(_said(message) for message in session.messages),
    ]
    return "\n\n".join(sections) + "\n"


def _facts(session: InterviewSession, feedback: Feedback | None) -> str:
    style = session.format
    facts = {
        "Date": session.created_at.date().isoformat(),
        "Format": f"{style.type.label}, {style.level.label.lower()} level",
        "Answered": f"{session.answered} of {session.question_count} questions",
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
    runs = f", {assessment.samples} runs" if assessment.samples > 1 else ""
    kind = "" if assessment.model else "practice estimate, "
    return f"{who} ({kind}{inline(assessment.assessor)}{runs})"


def _who(provider: str, model: str, part: str) -> str:
    if not model:
        return f"the built-in {part}, without a language model"
    return inline(" ".join(filter(None, (provider, model))))


def _said(message: Message) -> str:
    is_aside = message.kind is Kind.CLARIFICATION
    speaker = _EXPLAINING[message.role] if is_aside else _SPEAKERS[message.kind]
    words = message.content or ("(skipped)" if message.kind is Kind.SKIP else "")
    parts = [f"**{speaker.format(number=message.number)}**", quoted(words), inline(message.notice)]
    return "\n\n".join(filter(None, parts))
