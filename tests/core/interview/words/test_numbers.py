from __future__ import annotations

import pytest

from core.interview.words.numbers import has_size, numbers


@pytest.mark.parametrize(
    "text",
    [
        "In 2021 I moved.",
        "On 3 March we met.",
        "On 3rd of May 2020",
        "at 10:30",
        "at 5 pm",
        "in May 2022",
        "on 12/03/2021",
        "between 2019 and the 2020s",
    ],
)
def test_dates_and_times_of_day_are_no_numbers(text: str):
    assert numbers(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("by 30 %", ["30 %"]),
        ("£4,500 a month", ["£4,500"]),
        ("twice as fast", ["twice"]),
        ("from 90 to 12", ["90", "12"]),
        ("2000 units", ["2000"]),
        ("1.5k users", ["1.5k"]),
    ],
)
def test_numbers_are_found_as_they_stand(text: str, expected: list[str]):
    assert numbers(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "It fell by 30 percent.",
        "from nine complaints to two",
        "within two weeks",
        "We halved it.",
        "saved £300",
        "instead of 9 errors",
        "we had two complaints instead of nine",
        "nine complaints became two",
    ],
)
def test_a_size_says_how_large_something_was(text: str):
    assert has_size(text)


@pytest.mark.parametrize("text", ["two colleagues came", "in 2021 it was calm", "a team of six"])
def test_a_count_alone_is_no_size(text: str):
    assert not has_size(text)
