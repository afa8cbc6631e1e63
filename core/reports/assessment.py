"""An assessment in Markdown: all that the candidate is told, in the order of the page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from core.models import (
    Assessment,
    Clash,
    InterviewSession,
    Message,
    Score,
    telling,
)
from core.reports.advert import cv_sections, demand_sections, says
from core.reports.answers import answers_of, beside
from core.reports.arithmetic import arithmetic_of
from core.reports.escaping import inline
from core.reports.points import listed, placed, titled_quote
from core.reports.speech import said


def sections_of(
    assessment: Assessment,
    session: InterviewSession,
    own_questions: str = "",
    *,
    with_words: bool = True,
) -> Iterator[str]:
    """Each answer stands under its question, and what was said beside them after.

    `own_questions` is a line on what the candidate asked at the end. Without the words the
    interview has to stand elsewhere.
    """
    told = telling.as_told(assessment)
    yield f"## Score\n\n{_score(told.score)}"
    yield from filter(None, [inline(told.notice)])
    if told.next_time:
        yield f"## Next time\n\n{inline(told.next_time)}"
    yield from _points(told)
    yield from answers_of(told, session, with_words=with_words)
    yield from _end(own_questions, beside(told, session) if with_words else ())
    if told.clashes:
        yield listed("Worth a second look", told.clashes, _clash)
    yield from demand_sections(told)
    yield from cv_sections(told.cv_suggestions)
    yield from arithmetic_of(told)


def _score(score: Score) -> str:
    if score.value is None:
        return f"There is no score. {inline(score.reason)}".strip()
    told = (f"**{score.value:.1f} of 10.**", telling.band_of(score), inline(score.reason))
    return " ".join(filter(None, told))


def _points(assessment: Assessment) -> Iterator[str]:
    """Strengths and what to work on. Nothing about them where nothing was rated."""
    is_rated = assessment.score.value is not None
    for title, group, otherwise in (
        ("Strengths", assessment.strengths, telling.NO_STRENGTH),
        ("What to work on", assessment.weaknesses, telling.no_weakness(assessment)),
    ):
        if group or is_rated:
            yield listed(title, group, placed, otherwise)


def _end(own_questions: str, rest: Sequence[Message]) -> Iterator[str]:
    if rest or own_questions:
        yield "## The end of the conversation"
    yield from filter(None, [inline(own_questions)])
    yield from map(said, rest)


def _clash(clash: Clash) -> str:
    """Each quote once: most sentences about a clash hold both."""
    against = f"You said in answer {clash.other}:" if clash.other else "Your CV says:"
    said, other = (
        "" if says(clash.text, quote) else quote for quote in (clash.said, clash.against)
    )
    return "\n\n".join(
        [
            f"- {inline(clash.text or 'These two do not go together.')}",
            *titled_quote(f"You said in answer {clash.number}:", said),
            *titled_quote(against, other),
        ]
    )
