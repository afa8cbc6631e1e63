"""A subject is mentioned in whatever words; only an answer about something else leaves it out."""

from __future__ import annotations

import pytest

from core.interview.answers.signals import read_answer
from core.interview.planning import bank
from tests.core.interview.interviews import CLICHES, MIDDLING, STRONG, VAGUE, planned

ASKED = {
    "Excel": "You name Excel in your CV. What do you do differently now from when you started?",
    "Jira": "Your CV includes Jira. What goes wrong most often in that kind of work?",
    "SQL": "Your CV mentions SQL. How has that helped you in your work so far?",
    "Docker": "I read Docker in your CV. What helped you most in learning it?",
    "infection control": "You write about infection control in your CV. What was the last task?",
    "stock control": "The job calls for stock control. How has that come up in your own work?",
}


def unmentioned(skill: str, text: str) -> str:
    return read_answer(text, planned("technical", text=ASKED[skill])).unmentioned


@pytest.mark.parametrize(
    ("skill", "text"),
    [
        ("Excel", "I have used Excel since my first week in the accounts office in Hull."),
        ("Excel", "At the start I copied the totals by hand. Now the spreadsheets add them up."),
        ("Excel", "In the first year I only typed lists into it, and now I build the rota there."),
        ("Excel", "I began to use that at school, where I kept the accounts of our theatre group."),
        (
            "Jira",
            "People forget to close their tickets, and the board tells the team a wrong story.",
        ),
        ("SQL", "At the bank I used it each morning to find customers with two accounts."),
        ("SQL", "I count the rows before and after each join and compare two days of data."),
        ("SQL", "We keep all orders in Postgres, and I wrote the queries for the returns desk."),
        ("Docker", "A colleague sat with me and we put one small service into it together."),
        (
            "Docker",
            "I have never worked with that, to be honest, and would start with the tutorial.",
        ),
        (
            "infection control",
            "On the ward I checked that every cannula was dated and infections fell.",
        ),
        ("infection control", "I controlled the hand gel at each bed for the audit in November."),
        ("stock control", "I counted the stock of the bar each Sunday and ordered for the week."),
    ],
)
def test_a_name_a_form_a_reference_or_words_of_the_field_are_a_mention(skill: str, text: str):
    assert unmentioned(skill, text) == ""


@pytest.mark.parametrize(
    ("skill", "text"),
    [
        ("Docker", "I know Java well. I have programmed in it for a bank since I was twenty."),
        ("Excel", STRONG),
        ("Docker", MIDDLING),
        ("SQL", VAGUE),
        ("Docker", CLICHES),
        (
            "SQL",
            "It is mostly about experience, and in the end it usually works out for everybody.",
        ),
        ("Jira", "I have mostly worked with Trello, and I made the boards for six people there."),
        (
            "SQL",
            "Our garden was wet last winter, so my cousin and I painted the boat with green oil.",
        ),
    ],
)
def test_an_answer_about_something_else_or_nothing_leaves_the_subject_out(skill: str, text: str):
    assert unmentioned(skill, text) == skill


@pytest.mark.parametrize(
    "demand",
    [
        "friendly and patient, also when it is busy",
        "reliable and on time",
        "a kind word for everybody",
    ],
)
def test_a_trait_or_a_demand_that_names_no_skill_is_no_subject_to_mention(demand: str):
    text = f"The advert says “{demand}”. How has that come up in your own work or studies?"
    answer = "I opened the shop on six Saturdays when my manager was ill and nobody else had a key."

    assert read_answer(answer, planned("technical", text=text)).unmentioned == ""


def test_a_role_question_is_left_out_only_by_an_answer_about_something_else():
    question = planned("technical", text=bank.role_questions("software")[0].text)
    off = (
        "My garden was wet and my dog was ill in the winter, so I painted the boat with my cousin."
    )
    on = "I read the change once more in the evening and let the computer build it twice."

    assert read_answer(off, question).unmentioned
    assert not read_answer(on, question).unmentioned


def test_only_questions_of_knowledge_have_a_subject_to_mention():
    assert read_answer(CLICHES, planned("behavioural", text=ASKED["Excel"])).unmentioned == ""
