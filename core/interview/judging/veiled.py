"""An interview as a model is shown it for rating, and the way back to the candidate's own words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from core.interview.answers.instructions import Cut, cut
from core.interview.checking.evidence import find_span
from core.interview.masking.mask import Cast, Masked, cast_of, masked
from core.models import InterviewSession, Kind, Message

NOTHING_LEFT = "[...]"  # of an answer that was nothing but instructions


@dataclass(frozen=True, slots=True)
class Shown:
    """An answer or a document as it is shown: cut, then masked."""

    cut: Cut
    masked: Masked

    @property
    def text(self) -> str:
        return self.masked.text

    def find(self, quote: str) -> str:
        """The quote in the words that were written, or nothing where it does not stand there.

        A quote may not reach across a clause that was left out.
        """
        span = find_span(quote, self.text)
        if span is None:
            return ""
        edited = self.cut.edited
        start, end = edited.span(*self.masked.edited.span(*span))
        is_torn = any(start < edit.start and edit.end < end for edit in edited.edits)
        return "" if is_torn else edited.original[start:end]


@dataclass(frozen=True, slots=True)
class Veiled:
    """`session` holds what a model is shown; `answers` are by the numbers of their questions."""

    session: InterviewSession
    cast: Cast
    answers: Mapping[int, Shown]
    cv: Shown
    advert: Shown

    def flags(self, number: int) -> tuple[str, ...]:
        """What was left out of the answer to this question, in sentences for the candidate."""
        shown = self.answers.get(number)
        return shown.cut.flags if shown else ()


def veiled(session: InterviewSession) -> Veiled:
    """The interview with everybody masked and without clauses that address the rater."""
    cv = cut(session.cv.text if session.cv else "")
    answers = {m.number: cut(m.content) for m in session.messages if m.kind is Kind.ANSWER}
    advert = _whole(session.job.description)
    cast = cast_of(*(answer.text for answer in answers.values()), advert.text, cv=cv.text)
    shown = {number: Shown(answer, masked(answer.text, cast)) for number, answer in answers.items()}
    cv_shown, advert_shown = (Shown(one, masked(one.text, cast)) for one in (cv, advert))
    return Veiled(
        replace(
            session,
            cv=replace(session.cv, text=cv_shown.text) if session.cv else None,
            job=replace(session.job, description=advert_shown.text),
            messages=tuple(_message(one, shown, cast) for one in session.messages),
        ),
        cast,
        shown,
        cv_shown,
        advert_shown,
    )


def _message(message: Message, shown: Mapping[int, Shown], cast: Cast) -> Message:
    if message.kind is not Kind.ANSWER:
        return replace(message, content=masked(message.content, cast).text)
    text = shown[message.number].text
    is_emptied = message.content.strip() and not text.strip()
    return replace(message, content=NOTHING_LEFT if is_emptied else text)


def _whole(text: str) -> Cut:
    """A text of which nothing is cut: an advert is the company's, and is fenced."""
    empty = cut("")
    return replace(empty, text=text, edited=replace(empty.edited, original=text, text=text))
