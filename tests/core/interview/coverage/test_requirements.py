from __future__ import annotations

from dataclasses import replace

import pytest

from core.interview.coverage.requirement import Requirement, Sort
from core.interview.coverage.requirements import requirements_in
from core.interview.reading import read_job
from core.models import Job, Wanted


def required(advert: str, title: str = "Assistant") -> list[Requirement]:
    job = Job(title=title, company="Acme", description=advert)
    return list(requirements_in(read_job(job)))


def musts(line: str) -> list[str]:
    return [one.name for one in required(f"Requirements:\n- {line}\n- Lives near Dover")[:-1]]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Experience with stock counts and paint mixing", ["stock counts", "paint mixing"]),
        ("Experience with Airflow and Kafka", ["Airflow", "Kafka"]),
        ("punctual, and willing to work on Sundays", ["punctual", "willing to work on Sundays"]),
        ("Experience of triage and bed management", ["triage", "bed management"]),
        (
            "Experience with a ticket system, preferably Jira",
            ["Experience with a ticket system, preferably Jira"],
        ),
        ("Two years in business-to-business sales", ["Two years in business-to-business sales"]),
        ("Experience with Kafka or RabbitMQ", ["Experience with Kafka or RabbitMQ"]),
        ("able and willing to work alone", ["able and willing to work alone"]),
        ("Knowledge of health and safety", ["Knowledge of health and safety"]),
        ("Clear and honest communication", ["Clear and honest communication"]),
        ("Good contact with parents and children", ["Good contact with parents and children"]),
        ("Three years with SQL and Python", ["Three years with SQL and Python"]),
        (
            "Experience in hiring and training drivers",
            ["Experience in hiring and training drivers"],
        ),
    ],
)
def test_a_line_falls_apart_only_where_each_half_is_a_thing_of_its_own(line: str, names: list[str]):
    assert musts(line) == names


@pytest.mark.parametrize(
    ("line", "sort", "least"),
    [
        ("At least three years in a kitchen", Sort.YEARS, 3),
        ("Experience with budgets of more than 50,000 pounds", Sort.SUM, 50_000),
        ("A current driving licence", Sort.PAPER, 0),
        ("A course in food hygiene", Sort.PAPER, 0),
        ("Registered with the NMC", Sort.PAPER, 0),
        ("Able to work every other weekend", Sort.TIME, 0),
        ("Help in the stables over the course of a year", Sort.WORK, 0),
        ("A high degree of accuracy", Sort.TRAIT, 0),
        ("Experience with Kafka", Sort.SKILL, 0),
        ("Careful with money", Sort.TRAIT, 0),
        ("A sense of responsibility", Sort.TRAIT, 0),
        ("Strong analytical and problem-solving skills", Sort.TRAIT, 0),
        ("Experience of Sunday markets", Sort.WORK, 0),
    ],
)
def test_each_kind_of_demand_is_told_from_the_others(line: str, sort: Sort, least: float):
    first, *_ = required(f"Requirements:\n- {line}\n- Lives near Dover")

    assert (first.sort, first.least) == (sort, least)


@pytest.mark.parametrize(
    ("line", "skills"),
    [
        ("Experience with CSS preprocessors like Sass or Less", {"Sass", "Less CSS"}),
        ("Knowledge of databases such as PostgreSQL", {"PostgreSQL"}),
        ("Experience with a cloud platform, preferably AWS", {"Cloud computing", "AWS"}),
    ],
)
def test_of_a_thing_with_examples_the_examples_are_asked_for(line: str, skills: set[str]):
    first, *_ = required(f"Requirements:\n- {line}\n- Lives near Dover")

    assert set(first.skills) <= skills | {"Databases"}
    assert set(first.skills) & skills


def test_examples_belong_to_the_last_thing_of_a_list():
    line = "Proficiency in HTML, CSS, JavaScript, and frameworks such as React or Angular"

    assert musts(line) == ["HTML", "CSS", "JavaScript", "React or Angular"]


def test_what_is_the_whole_job_is_no_requirement_of_its_own():
    job = Job(title="Data Engineer", company="Acme", description="")
    advert = "Requirements:\n- Experience in data engineering and Kafka\n- Lives near Dover"
    reading = read_job(replace(job, description=advert))

    names = [one.name for one in requirements_in(reading, job.title)]

    assert "data engineering" not in names
    assert "Kafka" in names


def test_duties_and_wishes_stand_beside_the_must_haves_and_nothing_twice():
    advert = (
        "What you will do\n- Build reports in SQL, scheduled with Airflow\n"
        "- You bring what guests complain about back to the kitchen\n\n"
        "You must have\n- Strong SQL\n\nNice to have\n- Experience with Airflow"
    )

    found = [(one.name, one.wanted) for one in required(advert)]

    assert found == [
        ("Strong SQL", Wanted.MUST),
        ("Airflow", Wanted.DUTY),
        ("You bring what guests complain about back to the kitchen", Wanted.DUTY),
    ]


def test_a_duty_with_a_tool_and_a_task_is_both():
    advert = "Your tasks\n- You own the records in Salesforce and plan the visits of the drivers"

    assert [one.name for one in required(advert)] == [
        "Salesforce",
        "plan the visits of the drivers",
    ]


def test_every_word_stands_in_the_advert_and_every_duty_is_taken():
    advert = "Requirements:\n" + "".join(
        f"- Experience with {name} ovens and {name} mills\n" for name in ("stone", "steel", "gas")
    )
    advert += "What you will do\n" + "".join(f"- Clean the hall {n}\n" for n in "abcdefghijklm")

    found = required(advert)

    assert len({one.line for one in found}) == 3 + 13
    assert all(one.line in advert and one.text in one.line for one in found)


@pytest.mark.parametrize("advert", ["", " \n ", "12 345", "We are a bakery.", "\x00\uffff"])
def test_an_advert_that_asks_for_nothing_has_no_requirements(advert: str):
    assert required(advert) == []


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("As a ward clerk, you will be responsible for ordering the linen", "ordering the linen"),
        ("As our gardener, you will water the beds", "water the beds"),
        ("As agreed with the team, order the linen", "As agreed with the team, order the linen"),
    ],
)
def test_whose_job_it_is_is_no_part_of_a_demand(line: str, text: str):
    [found] = required(f"Your tasks:\n- {line}")

    assert (found.text, found.line) == (text, line)


@pytest.mark.parametrize(
    ("duty", "demand", "is_alike"),
    [
        ("Negotiate contracts with our buyers", "Experience in negotiating contracts", True),
        # Two words that it happens to share are not what a long line is about.
        (
            "Write the handbook, including floor plans, key lists, stock quality and door codes",
            "Experience with stock quality",
            False,
        ),
        # Years of something are no deed.
        ("Sell tools to builders", "Two years of experience in selling tools to builders", False),
    ],
)
def test_a_duty_is_like_a_demand_that_asks_for_just_that(duty: str, demand: str, *, is_alike: bool):
    found = required(f"Your tasks:\n- {duty}\n\nRequirements:\n- {demand}")

    assert any(one.like for one in found if one.line == duty) == is_alike
