"""An interview with one question and its answer, and what kind of question it is."""

from __future__ import annotations

import re
from dataclasses import dataclass

from core.models import (
    MAX_TITLE,
    Competency,
    Document,
    InterviewSession,
    Job,
    Kind,
    Message,
    Plan,
    PlannedQuestion,
    Role,
)
from evals.plan import NO_COMPANY, NO_TITLE, NOW

_OPENING = (
    r"(?:about|introduce|describe) yourself|yourself where|your (?:cv|resume|background)\b"
    r"|who you are"
)
_STORY = (
    r"^(?!.*\b(?:how|what) (?:would|might|could) you\b.*\b(?:a situation|an instance)\b)"
    r".*\b(?:tell|describe|share|give|talk|walk|recall|name|think|when|what's)\b.*"
    r"\b(?:time|instance|example|occasion|situation|project|experience where)\b"
)
_PAST = (
    r"\b(?:when|what|how|where|which|who)\b.* did you\b|\b(?:have|had) you ever\b"
    r"|\bthe (?:last|first|hardest|most \w+) (?:time|thing)\b|\byou(?:'ve| have) \w+(?:ed|ne)\b"
)
_IMAGINED = (
    r"\b(?:would|might|could) you\b|\bimagine\b|\bsuppose\b|\bsay that\b|^\s*(?:if|what if)\b"
)
_WHY_YOU = (
    r"\bwhy (?:do you (?:want|like|think you)|did you|are you|have you|should we|would you)"
    r"|\bwhat (?:made|makes|draws?|attract\w*|interest\w*|motivates you|brings?)\b"
    r"|\b(?:hobb\w+|goals?)\b|\b(?:see yourself|your (?:ideal|"
    r"favou?rite)|you can bring|looking for|interested in|do you know about)\b"
)
_HABIT = r"\bhow (?:\w+ )?do you\b|\bwhat do you do\b"
_STYLES = (
    ("behavioural", _STORY),
    ("opening", _OPENING),
    ("motivation", r"\b(?:strengths?|weakness\w*|salary|wages?)\b"),
    ("situational", _IMAGINED),
    ("motivation", _WHY_YOU),
    ("behavioural", _PAST),
    ("situational", _HABIT),
)
PERSONAL = ("opening", "motivation")


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A question with its answer, and what is known of them."""

    id: str
    question: str
    answer: str
    competency: Competency | None = None
    job_title: str = ""
    job_description: str = ""
    cv: str = ""
    key_points: tuple[str, ...] = ()


def style_of(row: Row) -> str:
    """What kind of answer is called for: one of `PlannedQuestion.style`."""
    if row.key_points:
        return "technical"
    question = row.question.replace("\u2019", "'").lower()
    found = next((style for style, words in _STYLES if re.search(words, question)), "technical")
    if row.competency is Competency.ROLE_KNOWLEDGE and found in (*PERSONAL, "situational"):
        return "technical"
    is_about_work = row.competency and row.competency is not Competency.ROLE_KNOWLEDGE
    return "behavioural" if is_about_work and found in (*PERSONAL, "technical") else found


def planned(row: Row) -> PlannedQuestion:
    return PlannedQuestion(
        text=row.question,
        competency=row.competency,
        reason="Asked.",
        style=style_of(row),
        points=row.key_points,
    )


def session_of(row: Row) -> InterviewSession:
    """An interview in which this question was asked and answered. Raises `ValidationError`."""
    title = row.job_title.strip()[:MAX_TITLE] or NO_TITLE
    said = ((Role.ASSISTANT, Kind.QUESTION, row.question), (Role.USER, Kind.ANSWER, row.answer))
    return InterviewSession(
        id="measured",
        owner_id="",
        job=Job(title=title, company=NO_COMPANY, description=row.job_description),
        created_at=NOW,
        cv=Document(text=row.cv) if row.cv.strip() else None,
        plan=Plan((planned(row),)),
        messages=tuple(
            Message(role=role, kind=kind, number=1, content=text, created_at=NOW)
            for role, kind, text in said
        ),
    )
