"""What the candidate brings: the job, the format of the interview, the documents."""

from __future__ import annotations

import re
from dataclasses import dataclass

from core.exceptions import ValidationError
from core.models.vocabulary import InterviewType, Level, OwnerKind

MAX_TITLE = 200
MIN_QUESTIONS, DEFAULT_QUESTIONS, MAX_QUESTIONS = 3, 8, 15
_LANGUAGE = re.compile("[a-z]{2}")


@dataclass(frozen=True, slots=True)
class User:
    """Whoever owns rows: the local person, an anonymous browser, a signed-in account."""

    id: str
    kind: OwnerKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """What the candidate applies for."""

    title: str
    company: str
    description: str = ""

    def __post_init__(self) -> None:
        if not self.title.strip():
            raise ValidationError("title", "Please enter the job title.")
        if len(self.title) > MAX_TITLE:
            raise ValidationError("title", f"Please use at most {MAX_TITLE} characters.")
        if not self.company.strip():
            raise ValidationError("company", "Please enter the company name.")
        if len(self.company) > MAX_TITLE:
            raise ValidationError("company", f"Please use at most {MAX_TITLE} characters.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """How the interview is held. `language` is an ISO 639-1 code."""

    type: InterviewType = InterviewType.MIXED
    level: Level = Level.MID
    question_count: int = DEFAULT_QUESTIONS
    language: str = "en"

    def __post_init__(self) -> None:
        if not MIN_QUESTIONS <= self.question_count <= MAX_QUESTIONS:
            raise ValidationError(
                "question_count",
                f"Please choose between {MIN_QUESTIONS} and {MAX_QUESTIONS} questions.",
            )
        if not _LANGUAGE.fullmatch(self.language):
            raise ValidationError("language", "Please choose one of the languages in the list.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """The text taken from a file: what the candidate sees is what the interviewer gets.

    `file_id` names the stored original, or is empty for pasted text.
    """

    text: str
    filename: str = ""
    file_id: str = ""
    warnings: tuple[str, ...] = ()
