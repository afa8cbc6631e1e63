from __future__ import annotations

import pytest

from core.interview.reading import read_job
from core.interview.words.tables import table
from core.models import Job, Level

LISTS = [(family, kind) for family in table("families") for kind in ("titles", "maybe", "words")]


def family(title: str, description: str = "") -> str:
    return read_job(Job(title=title, company="Acme", description=description)).family


def level(title: str, description: str = "") -> tuple[Level | None, str]:
    found = read_job(Job(title=title, company="Acme", description=description))
    return found.level, found.level_quote


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("nurse", "health"),
        ("RN", "health"),
        ("School Nurse", "health"),
        ("Operations Nurse", "health"),
        ("Nursery Nurse", "education"),
        ("Sr. SWE", "software"),
        ("IT support", "software"),
        ("DevOps engineer in a bank", "software"),
        ("Manager, Software Engineering", "software"),
        ("Mechanical Engineer", "operations"),
        ("data entry", "operations"),
        ("Executive Assistant", "operations"),
        ("HR data analyst", "data"),
        ("Marketing Data Analyst", "data"),
        ("PM", "product"),
        ("Product Designer", "design"),
        ("Product Marketing Manager", "marketing"),
        ("Marketing Assistant", "marketing"),
        ("Sales Engineer", "sales"),
        ("Sales Assistant", "customer_service"),
        ("Customer Success Manager", "customer_service"),
        ("Finance Business Partner", "finance"),
        ("HR Business Partner", "hr"),
        ("Developers", "software"),
        ("Krankenpfleger (m/w/d)", "health"),
        ("Développeur web", "software"),
        ("Lawyer", ""),
        ("Research Scientist", ""),
        ("Consultant", ""),
        ("Manager", ""),
    ],
)
def test_the_family_of_a_title(title: str, expected: str):
    assert family(title) == expected


@pytest.mark.parametrize(
    ("title", "description", "expected"),
    [
        ("Consultant", "You will run campaigns on social media and write content.", "marketing"),
        ("Manager", "We are looking for a warehouse manager for our night shift.", "operations"),
        ("Are you the one?", "Bright School seeks a maths teacher. You love numbers.", "education"),
        ("Grade 7", "As our new accountant you close the ledger and the balance sheet.", "finance"),
        ("Job", "The sun shines on the town.", ""),
    ],
)
def test_a_title_that_says_nothing_leaves_it_to_the_description(
    title: str, description: str, expected: str
):
    assert family(title, description) == expected


def test_a_clear_title_stands_against_a_description_full_of_other_words():
    description = (
        "Our hospital cares for patients on every ward. Clinical staff and doctors work here."
    )

    assert family("Software Engineer", description) == "software"


@pytest.mark.parametrize(("name", "kind"), LISTS)
def test_every_list_of_a_family_is_lower_case_and_names_nothing_twice(name: str, kind: str):
    listed = table("families")[name][kind]

    assert listed == [entry.lower() for entry in listed]
    assert len(listed) == len(set(listed))


def test_no_title_belongs_to_two_families():
    owners: dict[str, str] = {}

    for name in table("families"):
        for title in table("families")[name]["titles"]:
            assert owners.setdefault(title, name) == name


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Junior Accountant", Level.ENTRY),
        ("Engineering Intern", Level.ENTRY),
        ("Graduate Trainee", Level.ENTRY),
        ("Sr. Developer", Level.SENIOR),
        ("Staff Engineer", Level.SENIOR),
        ("Principal Architect", Level.SENIOR),
        ("Sales Lead", Level.LEAD),
        ("Head of Marketing", Level.LEAD),
        ("VP of Sales", Level.LEAD),
        ("Director of Nursing", Level.LEAD),
        ("Senior Product Manager", Level.SENIOR),
        ("Staff Nurse", None),
        ("Account Manager", None),
        ("Product Manager", None),
        ("Lead Generation Specialist", None),
        ("Teaching Assistant", None),
        ("Nurse", None),
    ],
)
def test_the_level_of_a_title(title: str, expected: Level | None):
    assert level(title) == (expected, title if expected else "")


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("You have at least 7 years of experience in a bakery.", Level.SENIOR),
        ("Minimum three years' experience in baking is required.", Level.MID),
        ("You have 1 year of experience.", Level.ENTRY),
        ("Recent graduates are welcome.", Level.ENTRY),
        ("No prior experience is needed.", Level.ENTRY),
        ("You will lead a team of six bakers.", Level.LEAD),
        ("You will report to the head of baking.", None),
        ("We have 50 years of experience in baking.", None),
        ("During the first two years you learn the trade.", None),
        ("The bakery is 80 years old.", None),
    ],
)
def test_the_level_of_a_description_comes_with_its_quote(sentence: str, expected: Level | None):
    found, quote = level("Baker", f"We bake bread. {sentence} The sun shines.")

    assert found is expected
    assert quote == (sentence if expected else "")
