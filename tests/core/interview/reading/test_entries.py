from __future__ import annotations

import pytest

from core.interview.reading.entries import entries, whole

BULLET = "- Cut the time of the nightly load from nine hours to two by moving the largest\n"
WRAPPED = f"Experience\n{BULLET}tables to partitions and dropping unused indexes\n- Wrote tests"
ONE_LINE = (
    "Cut the time of the nightly load from nine hours to two by moving the largest "
    "tables to partitions and dropping unused indexes"
)


def test_a_quote_from_a_wrapped_bullet_goes_on_to_its_end():
    assert whole("Cut the time of the nightly load", WRAPPED) == ONE_LINE
    assert whole("tables to partitions", WRAPPED) == ONE_LINE


def test_an_entry_holds_the_whole_bullet():
    assert [entry.text for entry in entries(WRAPPED)] == [ONE_LINE, "Wrote tests"]


def test_a_line_that_ends_in_a_name_goes_on_with_its_rest():
    text = "- Led the move of four payment services from our own machines to\nAzure and AWS"

    assert whole("Led the move", text).endswith("to Azure and AWS")


@pytest.mark.parametrize(
    "text",
    [
        "Skills: Python, SQL\nBuilt pipelines in Airflow\nWorked on dashboards for sales",
        "Built ETL pipelines in Airflow that load 40 sources every night\nWorked on dashboards",
        "- Ran the ward. \nwith care",
        "Nurse, City Hospital, 2019-2023\nled the night shift",
    ],
)
def test_lines_of_their_own_stay_apart(text: str):
    first = text.splitlines()[0].strip("- ")

    assert whole(first, text) == first


@pytest.mark.parametrize("between", ["Skills: Python", "---", "•"])
def test_a_line_does_not_go_on_behind_a_heading_or_a_rule(between: str):
    text = f"- Responsible for\n{between}\nthe ward"

    assert whole("Responsible for", text) == "Responsible for"


def test_of_an_endless_paragraph_the_sentence_is_quoted():
    text = "- " + "I kept the list of the parts, and I\nchecked each one twice. " * 20

    assert whole("kept the list", text) == (
        "I kept the list of the parts, and I checked each one twice."
    )


def test_a_quote_that_is_not_there_stays_as_it_is():
    assert whole("somewhere else", WRAPPED) == "somewhere else"
    assert whole("", WRAPPED) == ""
