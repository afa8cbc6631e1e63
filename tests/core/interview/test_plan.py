from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.interview.alike import are_alike
from core.interview.plan import make_plan
from core.interview.wording import fault_of
from core.models import Competency, Document, Format, InterviewType, Job, Level, PlannedQuestion
from tests.core.interview.interviews import JOBS, interview

COUNTS = range(3, 16)


def styles(questions: tuple[PlannedQuestion, ...]) -> list[str]:
    return [question.style for question in questions]


def plan_of(name: str = "nurse", session_id: str = "one", **format_: object):
    return make_plan(interview(name, session_id, Format(**format_))).questions  # type: ignore[arg-type]


@pytest.mark.parametrize("type_", InterviewType)
@pytest.mark.parametrize("count", COUNTS)
@pytest.mark.parametrize("level", [Level.ENTRY, Level.LEAD])
def test_a_plan_has_exactly_its_questions_and_no_two_are_alike(
    type_: InterviewType, count: int, level: Level
):
    questions = plan_of("data", type=type_, question_count=count, level=level)

    texts = [question.text for question in questions]
    assert len(texts) == count
    assert not [pair for pair in combinations(texts, 2) if are_alike(*pair)]
    assert all(fault_of(text) is None for text in texts)
    assert questions[0].style == "opening"
    assert questions[-1].style == "motivation"


@pytest.mark.parametrize("name", JOBS)
def test_every_reason_is_given_and_every_quote_stands_in_a_document(name: str):
    job, cv = JOBS[name]

    questions = plan_of(name)

    assert all(question.reason.startswith("Asked ") for question in questions)
    assert all(question.reason.endswith(".") for question in questions)
    quotes = [question.quote for question in questions if question.quote]
    assert len(quotes) >= 3
    assert all(quote in job.description or quote in cv for quote in quotes)
    assert all(question.quote in question.reason for question in questions)


def test_a_mixed_interview_asks_about_past_skills_gaps_and_a_situation():
    questions = plan_of("data")

    assert styles(questions) == [
        *("opening", "behavioural", "behavioural", "behavioural"),
        *("technical", "technical", "situational", "motivation"),
    ]
    claim, need = questions[4], questions[5]
    assert claim.skill in ("Python", "SQL", "Airflow")
    assert claim.reason.startswith("Asked because your CV mentions “")
    assert "Kafka" in need.text
    assert need.reason == (
        "Asked because the advert says “Experience with Airflow and Kafka is required”, and "
        "“Kafka” was not found in your CV."
    )


def test_the_competencies_asked_first_are_those_the_advert_weighs_most():
    questions = plan_of("sales", level=Level.LEAD)

    past = [question.competency for question in questions if question.style == "behavioural"]
    assert past[0] is Competency.LEADING


def test_the_type_changes_the_plan():
    by_type = {type_: styles(plan_of("data", type=type_)) for type_ in InterviewType}

    assert "technical" not in by_type[InterviewType.BEHAVIOURAL]
    assert by_type[InterviewType.TECHNICAL].count("technical") >= 4
    assert by_type[InterviewType.SCREENING].count("motivation") == 2
    assert len({tuple(found) for found in by_type.values()}) == 4


def test_a_technical_interview_asks_what_people_in_the_field_are_asked():
    questions = plan_of("nurse", type=InterviewType.TECHNICAL)

    reasons = [question.reason for question in questions]
    assert "Asked because the advert describes a job in health care." in reasons


def test_at_entry_level_a_missing_history_turns_into_a_situation():
    beginner = replace(interview("nurse"), cv=Document(text="School leaver."))

    entry = make_plan(replace(beginner, format=Format(level=Level.ENTRY))).questions
    mid = make_plan(replace(beginner, format=Format(level=Level.MID))).questions

    assert styles(entry).count("situational") > styles(mid).count("situational")
    assert "behavioural" not in styles(entry)


def test_at_entry_level_a_history_in_the_cv_is_asked_about():
    entry = plan_of("nurse", level=Level.ENTRY)

    assert "behavioural" in styles(entry)


def test_a_lead_is_asked_about_leading_and_a_beginner_is_not():
    lead = {question.competency for question in plan_of("nurse", level=Level.LEAD)}
    entry = {question.competency for question in plan_of("nurse", level=Level.ENTRY)}

    assert Competency.LEADING in lead
    assert Competency.LEADING not in entry


def test_two_interviews_differ_and_one_is_always_the_same():
    plans = {tuple(q.text for q in plan_of("data", session_id=str(seed))) for seed in range(12)}

    assert plan_of("data") == plan_of("data")
    assert len(plans) >= 10


@pytest.mark.parametrize("description", ["", "Baker wanted.", "???", "Requirements\n-\n-"])
@pytest.mark.parametrize("cv", [None, Document(text=""), Document(text="Baker.")])
@pytest.mark.parametrize("type_", InterviewType)
def test_a_plan_needs_no_documents(description: str, cv: Document | None, type_: InterviewType):
    job = Job(title="Baker", company="Bakery", description=description)
    session = replace(interview(), job=job, cv=cv, format=Format(type=type_, question_count=15))

    questions = make_plan(session).questions

    assert len({question.text for question in questions}) == 15
    assert all(question.text and question.reason for question in questions)


@pytest.mark.parametrize(
    "company", ["Who? What?", "A very long name of a company with many words in it", "x" * 200]
)
def test_an_odd_company_name_spoils_no_question(company: str):
    job = replace(JOBS["data"][0], company=company)
    format_ = Format(type=InterviewType.SCREENING, level=Level.LEAD)

    for seed in range(20):
        session = replace(interview("data", str(seed), format_), job=job)
        assert all(fault_of(question.text) is None for question in make_plan(session).questions)


def test_a_demand_that_touches_a_protected_topic_is_not_asked_about():
    job = Job(
        title="Guard",
        company="Acme",
        description="Requirements\n- Your nationality must be Swiss\n- Able to open what?\n",
    )

    questions = make_plan(replace(interview(), job=job)).questions

    assert all("nationality" not in question.text for question in questions)


def test_a_registration_is_not_treated_as_something_one_uses():
    skills = {
        question.skill
        for seed in range(20)
        for question in plan_of("nurse", session_id=str(seed), question_count=15)
    }

    assert "NMC registration" not in skills
    assert "Wound care" in skills


@given(st.text(max_size=300), st.text(max_size=300), st.sampled_from(COUNTS))
def test_any_documents_give_a_full_plan(description: str, cv: str, count: int):
    job = Job(title="Baker", company="Bakery", description=description)
    session = replace(
        interview(), job=job, cv=Document(text=cv), format=Format(question_count=count)
    )

    questions = make_plan(session).questions

    assert len(questions) == count
    assert all(question.quote in description + "\n" + cv for question in questions)
