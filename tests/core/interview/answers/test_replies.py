"""What kind of reply an answer is."""

from __future__ import annotations

import pytest

from core.interview.answers.stories import only_asks

ABOUT_TERMS = (
    "What is the salary?",
    "what's the salary for this job",
    "Sorry, how much does this job pay?",
    "How many days of leave do I get? And is it remote?",
    "Before I answer: what are the working hours?",
    "I'd like to ask first: is the contract permanent?",
    "How many people are in the team?",
    "Wie hoch ist das Gehalt?",
    "¿Cuál es el sueldo?",
    "Quel est le salaire ?",
    "工资是多少\uff1f",
    "給料はいくらですか\uff1f",
)
ANSWERS = (
    "I negotiated the contract with them. What is the salary?",
    "I would ask what the salary is.",
    "The salary was too low, so I left.",
    "What is our aim? Who is on the ward? I would find that out first.",
    "Two things matter to me: the pay and the hours.",
    "We paid a bonus to those who stayed, and in the end nobody left.",
)


@pytest.mark.parametrize("text", ABOUT_TERMS)
def test_a_question_about_pay_or_hours_is_no_answer(text: str):
    assert only_asks(text)


@pytest.mark.parametrize("text", ANSWERS)
def test_an_answer_that_speaks_of_pay_is_one(text: str):
    assert not only_asks(text)


def test_where_the_interviewer_asks_about_such_things_it_may_be_an_answer():
    question = "How would you explain the contract to a new customer?"

    assert not only_asks("Is the contract permanent?", question)
