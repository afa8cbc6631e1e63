from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

from core.models import (
    AnswerReview,
    Assessment,
    Feedback,
    InterviewSession,
    Kind,
    Message,
    Point,
    Rating,
    Role,
    Score,
    Suggestion,
)
from core.reports.escaping import inline, quoted
from core.reports.notice import PRACTICE_ESTIMATE

_Item = TypeVar("_Item")

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
        *(_assessed(assessment) if assessment else ("## Feedback\n\nThere is no feedback yet.",)),
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
    return f"{who} ({inline(assessment.assessor)})"


def _who(provider: str, model: str, part: str) -> str:
    if not model:
        return f"the built-in {part}, without a language model"
    return inline(" ".join(filter(None, (provider, model))))


def _assessed(assessment: Assessment) -> Iterator[str]:
    yield f"## Score\n\n{_score(assessment.score)}"
    if assessment.notice:
        yield inline(assessment.notice)
    yield _listed("Strengths", assessment.strengths, _point)
    yield _listed("What to work on", assessment.weaknesses, _point)
    yield _listed("Your CV", assessment.cv_suggestions, _suggestion)
    yield "## Question by question"
    yield from map(_review, assessment.answers)


def _score(score: Score) -> str:
    if score.value is None:
        return f"There is no score. {inline(score.reason)}".strip()
    band = "" if score.low is None or score.high is None else f" ({score.low:g} to {score.high:g})"
    text = f"**{score.value:g} of 10**{band}"
    if score.provisional:
        answers = "answer" if score.rated == 1 else "answers"
        text += f", provisional: only {score.rated} {answers} could be rated"
    return f"{text}. {inline(score.reason)}".strip()


def _listed(title: str, items: Sequence[_Item], draw: Callable[[_Item], str]) -> str:
    return "\n\n".join([f"## {title}", *(map(draw, items) if items else ["None were found."])])


def _point(point: Point) -> str:
    source = f" (question {point.number})" if point.number else ""
    lines = [f"- {inline(point.text)}{source}"]
    if point.quote:
        lines += ["", quoted(point.quote, indent="  ")]
    if point.advice:
        lines += ["", f"  To do: {inline(point.advice)}"]
    return "\n".join(lines)


def _suggestion(suggestion: Suggestion) -> str:
    lines = [f"- {inline(suggestion.text)}"]
    quotes = {"Your CV says:": suggestion.cv_quote, "The advert says:": suggestion.job_quote}
    for title, quote in quotes.items():
        if quote:
            lines += ["", f"  {title}", "", quoted(quote, indent="  ")]
    return "\n".join(lines)


def _review(review: AnswerReview) -> str:
    score = "not rated" if review.score is None else f"{review.score:g} of 10"
    parts = [
        f"### Question {review.number}: {score}",
        quoted(review.question),
        "\n".join(map(_rating, review.ratings)),
        *_titled("Went well", review.strengths),
        *_titled("Could be better", review.improvements),
        inline(review.note),
    ]
    return "\n\n".join(filter(None, parts))


def _titled(title: str, points: Sequence[Point]) -> Iterator[str]:
    if points:
        yield f"{title}:"
        yield from map(_point, points)


def _rating(rating: Rating) -> str:
    because = f", {inline(rating.because)}" if rating.because else ""
    return f"- {rating.item.label}: {rating.level:g} of 5{because}"


def _said(message: Message) -> str:
    is_aside = message.kind is Kind.CLARIFICATION
    speaker = _EXPLAINING[message.role] if is_aside else _SPEAKERS[message.kind]
    words = message.content or ("(skipped)" if message.kind is Kind.SKIP else "")
    parts = [f"**{speaker.format(number=message.number)}**", quoted(words), inline(message.notice)]
    return "\n\n".join(filter(None, parts))
