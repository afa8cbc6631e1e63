from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.interview.coverage.amounts import MONEY, SHARE, amounts


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Python 3, Grade 5 and Windows 11",
        "on 5 May 2021, 12/05/2020 and in 2019",
        "at 8 pm, 24/7",
        "3-5 people, between 10 and 20 people",
        "a customer and one colleague",
        "I am somebody who waits, and I am patient",
        "v2.3.1 at 10.0.0.1",
    ],
)
def test_what_counts_nothing_is_no_amount(text: str):
    assert list(amounts(text)) == []


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("£3 million", 3e6, MONEY),
        ("3m pounds", 3e6, MONEY),
        ("$1.5k", 1500, MONEY),
        ("3,000,000 users", 3e6, "user"),
        ("three million users", 3e6, "user"),
        ("two and a half million users", 2.5e6, "user"),
        ("half a million users", 5e5, "user"),
        ("three hundred thousand users", 3e5, "user"),
        ("twenty-five users", 25, "user"),
        ("a hundred users", 100, "user"),
        ("20 percent", 20, SHARE),
        ("4.5 %", 4.5, SHARE),
        ("300 junior support engineers", 300, "engineer"),
        ("3 million registered users", 3e6, "user"),
        ("a 25-bed ward", 25, "bed"),
        ("ten years of experience", 10, "year"),
    ],
)
def test_a_number_is_read_however_it_is_written(text: str, value: float, unit: str):
    (found,) = amounts(text)

    assert (found.value, found.unit) == (value, unit)


def test_an_amount_knows_what_it_is_the_size_of_and_how_often():
    team, calls, cut = amounts("A team of 12 took 60 calls a day and cut the wait by 20 percent.")

    assert (team.whole, calls.rate, cut.toward) == ("team", "day", "by")


@given(st.text(max_size=300))
def test_an_amount_stands_where_it_says(text: str):
    for amount in amounts(text):
        assert 0 <= amount.start < amount.end <= len(text)
        assert amount.value >= 0
