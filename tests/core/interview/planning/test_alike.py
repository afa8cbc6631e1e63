from __future__ import annotations

from itertools import combinations

import pytest

from core.interview.planning import bank
from core.interview.planning.alike import are_alike, overlap, spelling

EVERY = tuple(text for texts in bank.every_question().values() for text in texts)
LONG = "five years in a regulated industry"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("What did you fix at work?", "What did you fix at your work?"),
        ("Why?", "why?"),
        ("How would you test a change in SQL?", "How would you test a change in Kafka?"),
        (
            "As a junior nurse, how would you plan a round?",
            "As a senior nurse, how would you plan a round?",
        ),
        ("Suppose the plan is late. What would you do?", "Imagine the plan is late. What then?"),
        ("When did you repair a broken promise?", "When were you repairing promises broken?"),
        (
            "Your CV mentions SQL. What is the most demanding work in which it mattered?",
            f"Your CV mentions {LONG}. What is the most demanding work in which it mattered?",
        ),
        (
            "The job description says “SQL”. Where do you stand on that?",
            f"The job description says “{LONG}”. Where do you stand on that?",
        ),
    ],
)
def test_questions_that_ask_the_same_are_alike(one: str, other: str):
    assert are_alike(one, other)
    assert are_alike(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("What did you fix at work?", "Who taught you patience?"),
        ("Why?", "How?"),
        ("Suppose the plan is late. What would you do?", "Suppose a guest is rude. What then?"),
        ("How do you use Kafka?", "When would you not rely on Kafka?"),
    ],
)
def test_questions_that_ask_something_else_are_not_alike(one: str, other: str):
    assert not are_alike(one, other)


def test_no_two_questions_of_the_bank_are_alike():
    alike = [pair for pair in combinations(EVERY, 2) if are_alike(*pair)]

    assert not alike


def test_no_question_about_one_thing_is_alike_to_another_about_the_same_thing():
    filled = tuple(
        text.replace("{skill}", "stock control").replace("{need}", "stock control")
        for text in EVERY
        if "{skill}" in text or "{need}" in text
    )

    alike = [pair for pair in combinations(filled, 2) if are_alike(*pair)]

    assert not alike


def test_a_question_with_another_beginning_is_still_alike():
    again = {text: f"Now, {text[0].lower()}{text[1:]}" for text in EVERY}

    assert not [pair for pair in again.items() if not are_alike(*pair)]


@pytest.mark.parametrize("measure", [overlap, spelling])
def test_likeness_has_no_direction_and_runs_from_nothing_to_everything(measure):
    one, other = "What did you learn from the fire drill?", "How was the fire drill?"

    between = measure(one, other)

    assert measure(one, one) == pytest.approx(1)
    assert measure(other, one) == pytest.approx(between)
    assert 0 < between < 1
    assert measure(one, "") == pytest.approx(0)
