"""Which of several questions, skills and demands suits the job best."""

from __future__ import annotations

from dataclasses import replace

import pytest

from core.interview.planning.fit import is_the_job
from core.interview.planning.plan import QuestionKind, kind_of, make_plan
from core.models import Document, Format, InterviewSession, Job
from tests.core.interview.interviews import interview

MEDICINES = """Staff Nurse
You will give medicines safely on a surgical ward and check drug charts.
You will administer medication to eight patients.
Essential:
- Medicines management
- Registered nurse"""
WORSE = """Staff Nurse
You will recognise deteriorating patients and take observations.
Essential:
- Track observations and warning scores
- Registered nurse"""
SALES = """Sales Manager
You will negotiate contracts and close large deals.
Essential:
- Negotiation with buyers on price and discount
- B2B selling"""
FORECAST = """Sales Manager
You will keep the pipeline and give a weekly forecast.
Essential:
- Forecast accuracy
- Pipeline management"""
PIPELINES = """Data Engineer
You will keep pipelines running when the schema of a source changes.
Essential:
- Kafka streaming
- Pipelines and schema changes in sources
- Kafka operations
- Airflow"""


def session_of(advert: str, cv: str, seed: str = "one") -> InterviewSession:
    job = Job(title=advert.splitlines()[0], company="Acme", description=advert)
    made = interview(session_id=seed, format_=Format())
    return replace(made, job=job, cv=Document(text=cv))


@pytest.mark.parametrize(
    ("advert", "asked"),
    [
        (MEDICINES, "medicines"),
        (WORSE, "seems worse"),
        (SALES, "discount negotiat price terms concession"),
        (FORECAST, "forecast pipeline"),
        (PIPELINES, "pipelines"),
    ],
)
def test_a_mixed_interview_asks_about_a_duty_of_the_advert(advert: str, asked: str):
    for seed in "abc":
        questions = make_plan(session_of(advert, "Sam Example", seed)).questions
        texts = [q.text for q in questions if kind_of(q) is QuestionKind.TECHNICAL]
        options = [asked] if advert in (MEDICINES, WORSE) else asked.split()
        assert any(option in text for text in texts for option in options), texts


def test_the_skill_asked_about_is_the_one_that_the_advert_names_most():
    cv = "Data engineer\nSkills: Python, Airflow, Kafka"

    for seed in "abcdef":
        questions = make_plan(session_of(PIPELINES, cv, seed)).questions
        heaviest = max((q for q in questions if q.skill), key=lambda question: question.weight)
        assert heaviest.skill == "Kafka"


def test_a_question_about_the_work_outweighs_the_weaker_competencies():
    questions = make_plan(session_of(PIPELINES, "Skills: Python, Kafka")).questions

    by_weight = sorted(questions, key=lambda question: question.weight)
    assert [question.style for question in by_weight[:1]] == ["situational"]
    assert min(q.weight for q in questions if q.style == "technical") > by_weight[1].weight


@pytest.mark.parametrize(
    ("skill", "title"),
    [("Nursing", "Staff Nurse"), ("Key account", "Account manager")],
)
def test_the_job_itself_is_no_skill_to_ask_about(skill: str, title: str):
    assert is_the_job(skill, title)


@pytest.mark.parametrize(
    ("skill", "title"), [("Python", "Python developer"), ("Kafka", "Data engineer")]
)
def test_a_tool_in_the_title_is_still_a_skill(skill: str, title: str):
    assert not is_the_job(skill, title)
