"""Whether a CV shows what an advert asks for."""

from __future__ import annotations

import pytest

from core.interview.reading import Need, gap_between, is_plainly_missing, read_cv, shown_in
from core.interview.reading.needs import spellings

SHOWN = (
    ("Immediate Life Support (ILS)", "Courses: ILS, manual handling"),
    ("ILS certificate held", "Immediate Life Support, renewed 2023"),
    ("Advanced Life Support (ALS) provider", "ALS provider since 2021"),
    (
        "Minimum 3 years post-registration experience in an acute setting",
        "Seven years in acute care",
    ),
    ("At least 5 years of acute experience", "Acute ward nurse, 2012 - 2020"),
    ("5+ years of experience in data engineering", "14 years building large-scale data systems"),
    ("5+ years of data engineering", "Data engineer with 14 years of streaming systems"),
    ("Two years of warehouse work", "Warehouse operative, 3 years"),
    ("3 years as a pastry chef", "Ten years as pastry chef in two hotels"),
    ("Track record of over-achieving quota", "Reached 112% of quota in 2023"),
    ("Proven track record of exceeding sales targets", "Sales targets beaten four years running"),
    (
        "Abgeschlossene Ausbildung als Gesundheits- und Krankenpfleger/in",
        "Gesundheits- und Krankenpflegerin, Klinikum Nord",
    ),
    (
        "Abgeschlossene Ausbildung als Gesundheits- und Krankenpfleger/in",
        "Abgeschlossene Ausbildung als Gesundheits- und Krankenpfleger/in",
    ),
    ("Mindestens 3 Jahre Erfahrung in der Buchhaltung", "5 Jahre Buchhaltung bei einer Spedition"),
    ("Expérience en soins intensifs", "Service de soins intensifs, hôpital de Lyon"),
    ("Experience of safeguarding in a school setting", "Safeguarding lead for a primary school"),
    ("Proven experience of stock control", "Ran stock control for two branches"),
    ("Experience with Kafka", "Moved our events to Kafka"),
    ("Experience of closing month-end accounts", "Closed the month-end accounts in four days"),
    ("Knowledge of food hygiene", "Food hygiene level 2"),
    ("Clean driving licence", "Clean driving licence, category B"),
    ("Experience in wound care", "Wound care on a surgical ward"),
    ("Ability to plan lessons", "Planned lessons for three year groups"),
    ("Strong forecasting skills", "Kept the forecast for the region"),
    ("Experience of fundraising from trusts", "Raised money from trusts by fundraising bids"),
    ("Experience of tendering for public contracts", "Won public contracts by tendering"),
)
OPEN = (
    ("Immediate Life Support (ILS)", "Courses: manual handling, fire safety"),
    ("Advanced Life Support (ALS) provider", "First aider at work"),
    ("Experience with Kafka", "Moved our events to RabbitMQ"),
    ("Experience with Kubernetes", "Deployed to virtual machines"),
    ("Strong SQL", "Spreadsheets and pivot tables"),
    ("5+ years of experience in data engineering", "Gardener for 14 years"),
    ("Minimum 3 years in an acute setting", "One year in acute care"),
    ("At least 5 years of acute experience", "Acute ward nurse, 2018 - 2020"),
    ("Six years as a pastry chef", "Pastry chef for two years"),
    ("Track record of over-achieving quota", "Answered letters and kept the files"),
    ("Proven experience of stock control", "Taught evening classes"),
    ("Abgeschlossene Ausbildung als Gesundheits- und Krankenpfleger/in", "Verkäufer im Markt"),
    ("Abgeschlossene Ausbildung als Elektroniker/in", "Abgeschlossene Ausbildung als Koch"),
    ("Expérience en soins intensifs", "Vendeur dans une librairie"),
    ("Experience of safeguarding", "Worked in a school kitchen"),
    ("Clean driving licence", "Cycles to work"),
    ("Experience in wound care", "Reception desk of a hotel"),
    ("Ability to plan lessons", "Drove a delivery van"),
    ("Strong forecasting skills", "Served customers at the till"),
    ("Experience of fundraising from trusts", "Painted houses"),
    ("Experience with Salesforce", "Kept records on paper"),
    ("Experience of tendering for public contracts", "Kept bees"),
    ("Fluent Spanish", "Fluent German"),
    ("Knowledge of payroll", "Knowledge of gardening"),
    ("Track record of leading audits", "Track record of proven experience in a strong setting"),
    ("Experience of conveyancing", "Experience of criminal law"),
)


def need_of(quote: str) -> Need:
    return Need(quote, must=True, skills=spellings(quote))


@pytest.mark.parametrize(("asked", "cv"), SHOWN)
def test_a_demand_that_the_cv_meets_in_other_words_is_no_gap(asked: str, cv: str):
    need, reading = need_of(asked), read_cv(f"Sam Example\n{cv}")

    assert gap_between(need, reading) == ""
    assert shown_in(need, reading) in cv
    assert shown_in(need, reading)


@pytest.mark.parametrize(("asked", "cv"), OPEN)
def test_a_demand_that_the_cv_does_not_meet_stays_open(asked: str, cv: str):
    need, reading = need_of(asked), read_cv(f"Sam Example\n{cv}")

    assert gap_between(need, reading)
    assert not shown_in(need, reading)


@pytest.mark.parametrize(
    ("asked", "cv"),
    [
        ("Experience of triage and NEWS2 observations", "Took observations each hour"),
        ("Minimum 3 years in an acute setting", "Ward nurse"),
    ],
)
def test_where_something_comes_near_it_is_not_said_that_nothing_was_found(asked: str, cv: str):
    assert not is_plainly_missing(need_of(asked), read_cv(cv))


@pytest.mark.parametrize(
    ("asked", "cv"),
    [
        ("Experience with Kafka", "Moved our events to RabbitMQ"),
        ("Experience of conveyancing", "Legal secretary"),
    ],
)
def test_a_demand_that_nothing_comes_near_was_not_found(asked: str, cv: str):
    assert is_plainly_missing(need_of(asked), read_cv(cv))
