"""The shape of a model's judgement. Levels are strict: nothing is clamped or bent into range."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field


def _whole(value: object) -> object:
    """A level that was sent as "4" or 4.0 is the level 4; nothing else is bent into shape."""
    if isinstance(value, bool):
        raise ValueError("a level is a whole number from 1 to 5")  # noqa: TRY004  (pydantic's way)
    if isinstance(value, str) and value.strip().isdecimal():
        return int(value)
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value


def _text(value: object) -> object:
    return "" if value is None else value


Level = Annotated[int, Field(ge=1, le=5, strict=True), BeforeValidator(_whole)]
Number = Annotated[int, BeforeValidator(_whole), Field(strict=True)]
Text = Annotated[str, BeforeValidator(_text)]


class _Part(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True, defer_build=True)


class JudgedPoint(_Part):
    """A strength or an improvement; `quote` is verbatim from the answer, or empty."""

    text: Text
    quote: Text = ""
    advice: Text = ""
    number: Number = Field(default=0, description="the question's number, for overall points")


class JudgedSuggestion(_Part):
    """Advice on the CV with the line of the CV or of the advert that it is about."""

    text: Text
    cv_quote: Text = ""
    job_quote: Text = ""


class JudgedAnswer(_Part):
    """The levels of one answer, 1 to 5. `competency` is null where the question has none."""

    number: Number
    relevance: Level
    evidence: Level
    structure: Level
    clarity: Level
    competency: Level | None = None
    strengths: tuple[JudgedPoint, ...] = ()
    improvements: tuple[JudgedPoint, ...] = ()
    note: Text = ""


class Judgement(_Part):
    """What a model returns: levels and verbatim quotes, never a total."""

    answers: tuple[JudgedAnswer, ...]
    strengths: tuple[JudgedPoint, ...] = ()
    weaknesses: tuple[JudgedPoint, ...] = ()
    cv_suggestions: tuple[JudgedSuggestion, ...] = ()
