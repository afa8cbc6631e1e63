from __future__ import annotations

from dataclasses import replace

import pytest

from core.interview.coverage.coverage_map import demands
from core.interview.planning.again import next_draft, open_demands
from core.interview.planning.drafting import proposed
from core.models import Demand, Format, InterviewSession, Origin, Shown
from tests.core.interview.interviews import JOBS, MIDDLING, answered, interview


def new(name: str, count: int = 8, session_id: str = "two") -> InterviewSession:
    return interview(name, session_id, Format(question_count=count))


def left_by(name: str) -> tuple[Demand, ...]:
    """What an interview that showed nothing of the advert's demands leaves open."""
    return open_demands(demands(answered(MIDDLING, MIDDLING, MIDDLING, name=name)))


@pytest.mark.parametrize("name", JOBS)
@pytest.mark.parametrize("count", [3, 8, 15])
def test_the_next_interview_asks_for_what_the_last_one_left_open(name: str, count: int):
    left = left_by(name)
    session = new(name, count)

    draft = next_draft(session, left)

    assert left
    assert draft is not None
    assert len(draft.questions) == count
    added = [one for one in draft.questions if one.origin is Origin.ADDED]
    assert 0 < len(added) <= count // 2
    quotes = {demand.job_quote for demand in left}
    for question in added:
        assert any(f"the advert says “{quote}”" in question.planned.reason for quote in quotes)
        assert "your last interview" in question.planned.reason


def test_what_was_never_asked_comes_before_what_was_asked_and_not_shown():
    asked = Demand(name="Kafka", job_quote="a", state=Shown.ASKED)
    never = replace(asked, name="SQL", state=Shown.NOT_ASKED)
    shown = replace(asked, name="Airflow", state=Shown.EVIDENCED)

    assert open_demands([asked, shown, never]) == (never, asked)


def test_what_a_question_aimed_at_in_other_words_was_come_to():
    aimed = Demand(name="Kafka", job_quote="a", state=Shown.NOT_ASKED, asked=(3,))
    never = replace(aimed, name="SQL", asked=())
    line = left_by("data")[0].job_quote

    draft = next_draft(new("data"), [replace(aimed, job_quote=line)])

    assert open_demands([aimed, never]) == (never, aimed)
    assert draft is not None
    reasons = [question.planned.reason for question in draft.questions]
    assert any(f"“{line}”, and no answer in your last interview showed it." in r for r in reasons)


def test_the_first_and_the_last_question_stay_what_they_are():
    draft = next_draft(new("data"), left_by("data"))

    assert draft is not None
    assert draft.questions[0].planned.style == "opening"
    assert draft.questions[-1].planned.style == "motivation"


def test_each_question_of_the_next_plan_is_another_one():
    draft = next_draft(new("nurse", 15), left_by("nurse"))

    assert draft is not None
    texts = [question.planned.text for question in draft.questions]
    assert len(set(texts)) == len(texts)


@pytest.mark.parametrize("name", JOBS)
def test_nothing_is_asked_about_twice(name: str):
    draft = next_draft(new(name, 15), left_by(name))

    assert draft is not None
    subjects = [(q.planned.need, q.planned.skill) for q in draft.questions]
    named = [subject for subject in subjects if any(subject)]
    assert len(set(named)) == len(named)


def test_the_next_plan_stands_until_the_documents_change():
    session = new("data")
    draft = next_draft(session, left_by("data"))
    assert draft is not None

    kept = proposed(replace(session, draft=draft))
    other = replace(session, draft=draft, job=replace(session.job, description="We sell fruit."))

    assert kept == draft
    assert proposed(other).replaced


@pytest.mark.parametrize(
    "demand",
    [
        Demand(name="Kafka", job_quote="Nowhere in the advert", state=Shown.NOT_ASKED),
        Demand(name="", job_quote="", state=Shown.ASKED),
    ],
)
def test_a_demand_that_the_advert_does_not_make_changes_nothing(demand: Demand):
    assert next_draft(new("data"), [demand]) is None


def test_nothing_left_open_changes_nothing():
    assert next_draft(new("data"), ()) is None


def test_the_next_plan_is_the_same_every_time():
    left = left_by("sales")

    assert next_draft(new("sales"), left) == next_draft(new("sales"), left)
