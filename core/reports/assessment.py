"""An assessment in Markdown: all that the candidate is told, in the order of the page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from core.models import (
    Advice,
    Assessment,
    Clash,
    Demand,
    InterviewSession,
    Message,
    Score,
    Suggestion,
    telling,
)
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
    if told.demands:
        yield listed("What the advert asks for", told.demands, _demand)
    yield from _cv(told.cv_suggestions)
    yield from arithmetic_of(told)


def _score(score: Score) -> str:
    if score.value is None:
        return f"There is no score. {inline(score.reason)}".strip()
    told = (f"**{score.value:g} of 10.**", telling.band_of(score), inline(score.reason))
    return " ".join(filter(None, told))


def _points(assessment: Assessment) -> Iterator[str]:
    """Strengths and what to work on. Nothing about them where nothing was rated."""
    is_rated = assessment.score.value is not None
    for title, group, otherwise in (
        ("Strengths", assessment.strengths, telling.NO_STRENGTH),
        ("What to work on", assessment.weaknesses, telling.NO_WEAKNESS),
    ):
        if group or is_rated:
            yield listed(title, group, placed, otherwise)


def _end(own_questions: str, rest: Sequence[Message]) -> Iterator[str]:
    if rest or own_questions:
        yield "## The end of the conversation"
    yield from filter(None, [inline(own_questions)])
    yield from map(said, rest)


def _cv(suggestions: tuple[Suggestion, ...]) -> Iterator[str]:
    if not suggestions:
        yield listed("Your CV", (), _suggestion)
        return
    yield "## Your CV"
    for kind in Advice:
        group = [one for one in suggestions if one.kind is kind]
        if group and kind is not Advice.OTHER:
            yield f"### {kind.value[0].upper()}{kind.value[1:]}"
        elif group and len(group) < len(suggestions):
            yield "### Other advice"
        yield from map(_suggestion, group)


def _suggestion(suggestion: Suggestion) -> str:
    place = f" in answer {suggestion.number}" if suggestion.number else ""
    return "\n\n".join(
        [
            f"- {inline(suggestion.text)}",
            *titled_quote(f"You said{place}:", suggestion.answer_quote),
            *titled_quote("Your CV says:", suggestion.cv_quote),
            *titled_quote("The advert says:", suggestion.job_quote),
            *titled_quote("For example; fill in the \\[slots\\]:", suggestion.rewrite),
        ]
    )


def _clash(clash: Clash) -> str:
    against = f"You said in answer {clash.other}:" if clash.other else "Your CV says:"
    return "\n\n".join(
        [
            f"- {inline(clash.text or 'These two do not go together.')}",
            *titled_quote(f"You said in answer {clash.number}:", clash.said),
            *titled_quote(against, clash.against),
        ]
    )


def _demand(demand: Demand) -> str:
    asked = ", ".join(map(str, demand.asked))
    name = f"- {inline(demand.name)}: {demand.state.value}"
    return "\n\n".join(
        [
            f"{name} (asked in {asked})" if asked else name,
            *titled_quote(f"You said in answer {demand.number}:", demand.answer_quote),
            *titled_quote("Your CV says:", demand.cv_quote),
            *titled_quote("The advert says:", demand.job_quote),
        ]
    )
