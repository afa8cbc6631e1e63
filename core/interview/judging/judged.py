"""The shape of a model's judgement. Levels are strict: nothing is clamped or bent into range."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import zip_longest
from typing import Annotated, TypeVar

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
Given = TypeVar("Given")


class _Part(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True, defer_build=True)


class JudgedPoint(_Part):
    """A strength or an improvement; `quote` is verbatim from the answer, or empty.

    `why` says why it matters, `stronger` is the answer's own words in a better form, with slots
    such as "[how many?]" for what was not said.
    """

    text: Text
    quote: Text = ""
    why: Text = ""
    advice: Text = ""
    stronger: Text = ""
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


class Requote(_Part):
    """A quote for the remark of this number, found anew."""

    remark: Number
    quote: Text = ""


class Requotes(_Part):
    """What a model returns when it is asked once more for quotes that were not found."""

    quotes: tuple[Requote, ...]


def joined(parts: Sequence[Judgement]) -> Judgement:
    """The judgements of the parts of one interview as one; overall points by turns from each."""
    return Judgement(
        answers=tuple(answer for part in parts for answer in part.answers),
        strengths=_by_turns([part.strengths for part in parts]),
        weaknesses=_by_turns([part.weaknesses for part in parts]),
        cv_suggestions=_by_turns([part.cv_suggestions for part in parts]),
    )


def requoted(judgement: Judgement, quotes: Mapping[JudgedPoint, str]) -> Judgement:
    """The judgement with other quotes for some of its points."""

    def points(given: Iterable[JudgedPoint]) -> tuple[JudgedPoint, ...]:
        return tuple(
            point.model_copy(update={"quote": quotes[point]}) if point in quotes else point
            for point in given
        )

    answers = tuple(
        answer.model_copy(
            update={
                "strengths": points(answer.strengths),
                "improvements": points(answer.improvements),
            }
        )
        for answer in judgement.answers
    )
    return judgement.model_copy(
        update={
            "answers": answers,
            "strengths": points(judgement.strengths),
            "weaknesses": points(judgement.weaknesses),
        }
    )


def _by_turns(lists: Sequence[tuple[Given, ...]]) -> tuple[Given, ...]:
    rows = zip_longest(*lists)
    return tuple(item for row in rows for item in row if item is not None)
