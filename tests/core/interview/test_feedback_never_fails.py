"""Feedback comes for any answer to any question, in time, and keeps its promises.

Answers are put together from the content files: their words decide what is found in an answer.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from importlib.resources import files
from itertools import chain
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.interview.assessment import assess
from core.interview.checking.invention import invented
from core.interview.leading.closing import closing_of, reply_to
from core.interview.leading.director import decide
from core.interview.planning import bank
from core.interview.planning.again import next_draft, open_demands
from core.interview.rating.changes import changes
from core.interview.words.tables import table
from core.models import (
    AnswerReview,
    Assessment,
    Competency,
    Demand,
    Document,
    Feedback,
    Format,
    InterviewSession,
    Job,
    Kind,
    Plan,
    PlannedQuestion,
    Point,
    Stage,
    Suggestion,
)
from core.reports import as_json, as_markdown
from tests import builders
from tests.core.interview.interviews import (
    planned,
    single,
)

QUICK = settings(max_examples=25, deadline=None)
STYLES = ("opening", "behavioural", "situational", "technical", "motivation")
STEPS = (
    "I asked the supplier",
    "I would call them",
    "We fixed 4 of 12 beds",
    "It was late",
    "I am",
)
ODD = (
    *(
        "\ud800",
        "\u202e",
        "\u200b",
        "e\u0301\u0301",
        "\U0001f468\u200d\U0001f469",
        "\x1c",
        "\u2028",
    ),
    *("\r\n", "\t", "\u3000", "İ", "ﬁ", "١٢", "…", "[how many?]", "{words}", "\\1", "“", "I", "?"),
)
LONG = 12_000
LONGEST_SECONDS = 4.0  # of processor time; far above what it takes, far below what a loop takes
HOSTILE = (
    *(
        "a-",
        "a'",
        "x",
        "1.",
        ".",
        " ",
        "\n",
        "\u3000",
        "I ",
        "was was ",
        "12 beds and ",
        "of 3 of ",
    ),
    f".\n{' ' * 12_000}",
)


@cache
def fragments() -> tuple[str, ...]:
    """Every word and phrase that the content files look for or say."""
    folder = files("core.interview").joinpath("content")
    names = sorted(one.name for one in folder.iterdir() if one.name.endswith(".toml"))
    every = chain.from_iterable(_texts(table(name.removesuffix(".toml"))) for name in names)
    return tuple(dict.fromkeys(text for text in every if len(text) <= 100))


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from chain.from_iterable(map(_texts, value.values()))
    elif isinstance(value, list):
        yield from chain.from_iterable(map(_texts, value))


PIECES = st.one_of(
    st.deferred(lambda: st.sampled_from(fragments())),
    st.sampled_from(STEPS),
    st.sampled_from(ODD),
    st.text(max_size=12),
)
JOINTS = st.sampled_from((" ", " ", ". ", ", ", "\n", "; ", "", " because ", ". In the end "))
TEXTS = (
    st.lists(st.tuples(PIECES, JOINTS), min_size=1, max_size=12)
    .map(lambda parts: "".join(chain.from_iterable(parts)).replace("\0", ""))
    .filter(str.strip)
)
REPLIES = st.one_of(st.none(), TEXTS, TEXTS, TEXTS)
DOCUMENTS = st.one_of(st.just(""), TEXTS, st.lists(TEXTS, max_size=6).map("\n- ".join))


@st.composite
def questions(draw: st.DrawFn) -> PlannedQuestion:
    """Any question: one of the bank's with key points, or one of any style and competency."""
    family = draw(st.sampled_from(bank.families()))
    style = draw(st.sampled_from(STYLES))
    texts = [question.text for question in bank.role_questions(family)]
    text = draw(st.sampled_from(texts) if style == "technical" else st.one_of(TEXTS, st.just("?")))
    competency = draw(st.one_of(st.none(), st.sampled_from(Competency)))
    points = draw(st.lists(PIECES, max_size=2).map(tuple))
    return planned(style, text=text, competency=competency, points=points, quote=draw(TEXTS))


@st.composite
def finished(draw: st.DrawFn) -> InterviewSession:
    """An interview that the director led to its end, or that was ended before."""
    count = draw(st.integers(3, 6))
    plan = Plan(tuple(draw(questions()) for _ in range(count)))
    session = builders.session(
        job=Job(title="Nurse", company="Northfield", description=draw(DOCUMENTS)),
        cv=Document(text=draw(DOCUMENTS)),
        format=Format(question_count=count),
        plan=plan,
    )
    last = draw(st.integers(1, count))
    while session.stage is Stage.ASKING and session.answered < last:
        session = _answered(session, draw(REPLIES))
    return (
        session
        if session.stage is Stage.FINISHED
        else replace(session, finished_early=builders.NOW)
    )


def _answered(session: InterviewSession, reply: str | None) -> InterviewSession:
    asked = decide(session)
    number = session.asked + 1
    question = builders.question(number, asked.wording, kind=asked.kind, topic=asked.topic)
    kind = Kind.SKIP if reply is None else Kind.ANSWER
    said = builders.answer(number, reply or " ", kind=kind, topic=asked.topic)
    return replace(session, messages=(*session.messages, question, said))


def _flat(text: str) -> str:
    return " ".join(text.split())


def _is_in_tenths(value: float) -> bool:
    return abs(10 * value - round(10 * value)) < 1e-9


def _faults_of_scores(review: AnswerReview) -> Iterator[str]:
    if review.score is None:
        if review.ratings or review.steps or not review.note:
            yield "an answer without a score is explained"
        return
    if not all(map(_is_in_tenths, (review.score, review.unaided or review.score))):
        yield "scores are tenths"
    if not all(_is_in_tenths(10 * step.points) for step in review.steps):
        yield "steps are hundredths"
    if not 1 <= review.score <= 10 or not all(1 <= r.level <= 5 for r in review.ratings):
        yield "scores run from 1 to 10, levels from 1 to 5"
    if abs(sum(step.points for step in review.steps) - review.score) > 0.05:
        yield "the steps add up to the score"
    if review.gain and not 0 < review.gain.points <= 10 - review.score + 1e-9:
        yield "a gain leads no further than 10"


def _faults_of_words(review: AnswerReview, answer: str) -> Iterator[str]:
    points = (*review.strengths, *review.improvements)
    if max(len(review.strengths), len(review.improvements)) > 2:
        yield "two strengths and two improvements at most"
    if any(point.quote not in answer for point in points):
        yield "quotes stand in the answer"
    if any(not point.quote for point in review.strengths):
        yield "a strength has a quote"
    if any(_invents(point, answer) for point in review.improvements):
        yield "a stronger version invents nothing"


def _invents(point: Point, answer: str) -> bool:
    return bool(point.stronger and invented(point.stronger, f"{answer}\n{point.text}"))


def _faults_of_quotes(assessment: Assessment, session: InterviewSession) -> Iterator[str]:
    answers = {story.number: story.answer for story in session.stories}
    cv, advert = session.cv.text if session.cv else "", session.job.description
    for clash in assessment.clashes:
        against = answers[clash.other] if clash.other else cv
        if clash.said not in answers[clash.number] or clash.against not in against:
            yield "both sides of a clash were said"
    told: tuple[Demand | Suggestion, ...] = (*assessment.demands, *assessment.cv_suggestions)
    for one in told:
        if one.job_quote not in advert:
            yield "what the advert says stands in it"
        if _flat(one.cv_quote) not in _flat(cv):
            yield "what the CV says stands in it"
        if one.answer_quote and one.answer_quote not in answers[one.number]:
            yield "what was said stands in its answer"


def faults(assessment: Assessment, session: InterviewSession) -> list[str]:
    answers = {story.number: story.answer for story in session.stories}
    found = [*_faults_of_quotes(assessment, session)]
    for review in assessment.answers:
        found += [*_faults_of_scores(review), *_faults_of_words(review, answers[review.number])]
    return found


@QUICK
@given(finished())
def test_feedback_comes_for_any_interview_and_keeps_its_promises(session: InterviewSession):
    assessment = assess(session)

    assert faults(assessment, session) == []
    assert (assessment.score.value is None) == (not any(r.score for r in assessment.answers))
    assert assess(replace(session)) == assessment


@QUICK
@given(st.sampled_from(STYLES), TEXTS, REPLIES)
def test_feedback_comes_for_any_answer_with_its_follow_up(
    style: str, answer: str, more: str | None
):
    session = single(style, answer, more)

    assessment = assess(session)

    assert faults(assessment, session) == []


@QUICK
@given(finished(), TEXTS)
def test_what_is_made_of_the_feedback_comes_too(session: InterviewSession, question: str):
    assessment = assess(session)
    feedback = Feedback(
        session_id=session.id, version=1, created_at=builders.NOW, assessment=assessment
    )
    again = replace(session, messages=(), plan=None, finished_early=None)

    told = (closing_of(session), reply_to(question, session), as_markdown(session, feedback))

    assert all(told)
    assert as_json(session, feedback)
    assert changes(assessment, assessment) == ()
    draft = next_draft(again, open_demands(assessment.demands))
    assert draft is None or len(draft.questions) == session.question_count


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("verb", ["would", "will", "could", "might"])
def test_an_answer_of_nothing_but_intentions_has_feedback(style: str, verb: str):
    reply = f"I {verb} call the supplier. I {verb} write it down. I {verb} tell the ward."

    review = assess(single(style, reply)).answers[0]

    assert review.score is not None


@pytest.mark.parametrize("unit", HOSTILE)
def test_no_answer_takes_time_with_the_square_of_its_length(unit: str):
    text = f"I asked {unit * (LONG // len(unit) + 1)}and then I fixed it because of us."
    session = single("behavioural", text)

    begun = process_time()
    assess(session)
    decide(session)

    assert process_time() - begun < LONGEST_SECONDS
