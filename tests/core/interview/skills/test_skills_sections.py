from __future__ import annotations

import pytest

from core.interview.skills import Kind, skill_names

ADVERT = """Senior Nurse
About us
We run hospitals with Python and insurance products for oncology.
Industry:
Biotechnology
Your role
- Carry out wound care and triage
- Plan budgets for accounting
Requirements
- Cardiology
- Security
Benefits
- Health insurance, English lessons and Excel courses
- Pharmacy discounts
"""
CV = """Jo Smith
Interests
Photography and French cooking
Experience
I looked after databases, and built dashboards in Tableau.
Skills
Databases
Languages: German, Polish
References
Prof. Brown, Chemistry
"""


def names(text: str, kind: Kind) -> list[str]:
    return list(skill_names(text, kind))


def test_an_advert_counts_in_duties_and_demands_and_not_in_what_the_company_says_of_itself():
    found = names(ADVERT, "job")

    assert found == ["Wound care", "Triage", "Accounting", "Cardiology", "Security"]


def test_a_cv_counts_in_lists_and_prose_and_not_in_hobbies_and_references():
    found = names(CV, "cv")

    assert found == ["Data visualisation", "Tableau", "Databases", "German", "Polish"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Our clients in telecommunications trust our accounting services.",
        "We are a global leader in financial services.",
        "We offer English lessons, private health insurance and a pension.",
        "The recruitment process is explained in the cover letter.",
        "Please apply online with your Word files.",
        "Regardless of religion, we welcome Python people.",
    ],
)
def test_what_a_company_says_of_itself_and_its_offer_is_no_demand(sentence: str):
    assert names(sentence, "job") == []


def test_the_offer_inside_one_endless_line_silences_only_what_is_near():
    line = "Experience with Python is a must and " * 12
    text = f"{line} Competitive salary and Excel courses {line} and Tableau"

    found = names(text, "job")

    assert "Python" in found
    assert "Tableau" in found
    assert "Excel" not in found


@pytest.mark.parametrize(
    "title", ["Sales manager", "Marketing department", "A Python developer joins the finance team"]
)
def test_a_job_title_or_a_department_is_no_skill_of_an_advert(title: str):
    assert names(title, "job") == []


def test_a_duty_names_skills_from_its_first_word():
    assert names("Prepare budgets and carry out risk assessments", "job") != []


def test_a_heading_with_a_colon_opens_its_part_in_the_same_line():
    assert names("Requirements: security, databases", "job") == ["Security", "Databases"]
    assert names("Benefits: Python lessons", "job") == []


def test_what_makes_a_skill_of_a_wide_term_may_stand_behind_it():
    assert names("Phonics experience is essential.", "job") == ["Phonics"]
    assert names("The town was known for surgery.", "job") == []


def test_a_line_without_breaks_counts_only_where_it_speaks_of_skills():
    text = "Somebody wrote a page about Kotlin once " * 10

    assert names(text, "job") == []
    assert names(f"Experience with SQL is needed and {text}", "job") == ["SQL", "Kotlin"]


def test_a_demand_about_pay_is_still_a_demand():
    text = "Knowledge of payroll and pension administration; salary queries"

    assert names(text, "job") == ["Payroll", "Pensions administration"]
