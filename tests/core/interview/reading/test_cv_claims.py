from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.interview.reading import Claim, read_cv

CHRONOLOGICAL = """Jane Sample
jane@example.org | +44 20 7946 0958

EXPERIENCE
Senior Staff Nurse, Riverside Hospital (March 2019 - March 2023)
- Led a team of 12 on a busy ward
- Reduced waiting time by 30 %, with a €2m budget
Staff Nurse
Hillview Clinic, 2015-2019
- Cared for patients in Room 5
EDUCATION
BSc Nursing, University of Leeds, 2012-2015, 68 % overall
"""
GERMAN = (
    "Lebenslauf\nBerufserfahrung\n03/2018 \u2013 02/2021\tPflegefachkraft, Klinikum Nord\n"
    "01.09.2014 - 28.02.2018\tKrankenpfleger, Altenheim Mitte\n"
    "Ausbildung\n2011-2014\tAusbildung zum Krankenpfleger\n"
)
FUNCTIONAL = """PROFILE
Sales lead who has grown revenue by 40 % in two years
KEY SKILLS
Negotiation, Salesforce, 3 languages
WORK HISTORY
2018 to 2021
Account Manager
Bright Ltd
2014-17
Sales Assistant
Corner Shop
"""
NO_MARKS = """Data Engineer
Northwind
Jan 2020 to Dec 2022
Built pipelines that load 40 sources every night
Junior Analyst, Acme, 2018 - 2019
Python 3, SQL, Windows 10"""
ONE_LINE = "I have worked as a baker in Bath since 2015 and trained 4 apprentices."
MARKDOWN = "**Experience:**\n* **Cook, Blue Door** (2018-2020)\n\t+ Served 80 guests a night"
ALL = (CHRONOLOGICAL, GERMAN, FUNCTIONAL, NO_MARKS, ONE_LINE, MARKDOWN)


def texts(cv: str, kind: str) -> list[str]:
    return [claim.text for claim in read_cv(cv).claims if claim.kind == kind]


@pytest.mark.parametrize(
    ("cv", "roles"),
    [
        (CHRONOLOGICAL, ["Senior Staff Nurse, Riverside Hospital", "Staff Nurse"]),
        (GERMAN, ["Pflegefachkraft, Klinikum Nord", "Krankenpfleger, Altenheim Mitte"]),
        (FUNCTIONAL, ["Account Manager", "Sales Assistant"]),
        (NO_MARKS, ["Data Engineer", "Junior Analyst, Acme"]),
        (ONE_LINE, ["baker"]),
        (MARKDOWN, ["Cook, Blue Door"]),
        (
            "Experience\nStaff Nurse at City Hospital\n- Care of patients",
            ["Staff Nurse at City Hospital"],
        ),
        ("Education\nBA History, 2010-2013", []),
        ("", []),
    ],
)
def test_roles_are_found_in_cvs_of_many_styles(cv: str, roles: list[str]):
    assert texts(cv, "role") == roles


@pytest.mark.parametrize(
    ("cv", "measures"),
    [
        (
            CHRONOLOGICAL,
            [
                "Led a team of 12 on a busy ward",
                "Reduced waiting time by 30 %",
                "with a €2m budget",
            ],
        ),
        (FUNCTIONAL, ["Sales lead who has grown revenue by 40 % in two years"]),
        (NO_MARKS, ["Built pipelines that load 40 sources every night"]),
        (ONE_LINE, ["trained 4 apprentices"]),
        (MARKDOWN, ["Served 80 guests a night"]),
        ("Call me on 020 7946 0958\nme24@example.org\nGrade 5\nWindows 10 and Python 3", []),
    ],
)
def test_a_measure_is_a_figure_with_what_it_counts(cv: str, measures: list[str]):
    assert texts(cv, "measure") == measures


@pytest.mark.parametrize(
    ("line", "dates"),
    [
        ("Baker, 2019-2023", "2019-2023"),
        ("Baker (Jan 2019 \u2013 Present)", "Jan 2019 \u2013 Present"),
        ("Baker\t03/2018 - 05/2021", "03/2018 - 05/2021"),
        ("Baker, seit 06/2021", "seit 06/2021"),
        ("Bäcker, Okt. 2017 bis heute", "Okt. 2017 bis heute"),
        ("Baker, 2018-03 to 2019-04", "2018-03 to 2019-04"),
        ("Baker, summer 2018 - autumn 2019", "summer 2018 - autumn 2019"),
        ("Baker since 2015", "since 2015"),
        ("Baker, 2019-21", "2019-21"),
    ],
)
def test_dates_are_found_in_the_ways_people_write_them(line: str, dates: str):
    claims = read_cv(line).claims

    assert Claim("dates", dates, line) in claims


@pytest.mark.parametrize(
    "line", ["Baker", "Won in 2019", "2023-2019", "12345-20199", "ISO 2015-9001"]
)
def test_other_numbers_are_no_dates(line: str):
    assert texts(line, "dates") == []


@pytest.mark.parametrize(
    ("cv", "years"),
    [
        (CHRONOLOGICAL, 8.1),
        (GERMAN, 6.5),
        (FUNCTIONAL, 6.0),
        (ONE_LINE, None),
        ("Baker 2010-2014\nCook 2012-2015", 5.0),
        ("Baker 2010-2014\nCook 2016 - present\nCourse in 2019", 7.0),
        ("BSc, University of Leeds, 2012-2015", None),
        ("Baker", None),
    ],
)
def test_years_are_those_of_dated_jobs_and_never_more(cv: str, years: float | None):
    assert read_cv(cv).years == years


@pytest.mark.parametrize("cv", ALL)
def test_every_claim_is_quoted_from_the_cv(cv: str):
    claims = read_cv(cv).claims

    assert claims
    assert all(claim.quote in cv for claim in claims)
    assert all(claim.text in claim.quote for claim in claims if claim.kind != "skill")


@given(st.text(alphabet="ab12 0-9/.\n\t:%€\u2013, JanseitExprinc*", max_size=300))
def test_any_text_can_be_read_as_a_cv(text: str):
    claims = read_cv(text).claims

    assert all(claim.quote in text for claim in claims)
