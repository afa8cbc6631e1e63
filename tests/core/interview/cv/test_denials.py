from __future__ import annotations

from dataclasses import replace

import pytest

from core.interview.cv.clashes import clashes
from core.models import Clash, Document, Format, InterviewSession
from tests import builders

CV = "2019 to 2023: Shop assistant, Hill Street\n- Trained six new drivers on the vans\n"
DELAY = "When did you have to explain a delay to somebody who was waiting?"
ANGRY = "Tell me about a customer who was angry with you."
OTHER = "How did you come to the work that you do today?"


def interview(*told: tuple[str, str], cv: str = "") -> InterviewSession:
    messages = [
        message
        for number, (question, answer) in enumerate(told, 1)
        for message in (builders.question(number, question), builders.answer(number, answer))
    ]
    return replace(
        builders.session(messages=tuple(messages), format=Format(question_count=3)),
        cv=Document(text=cv),
    )


def found(told: str, question: str, denial: str, cv: str = "") -> tuple[Clash, ...]:
    return clashes(interview((OTHER, told), (question, denial), cv=cv))


@pytest.mark.parametrize(
    ("told", "question", "denial"),
    [
        (
            "I saw that I was two weeks late and told my manager at once.",
            DELAY,
            "No, that has never happened to me.",
        ),
        (
            "I rang the depot and said that our parcels would be late.",
            DELAY,
            "That has never happened to me, sorry.",
        ),
        ("One customer shouted at me for ten minutes.", ANGRY, "That never happened to me."),
        (
            "A guest complained to me about the noise.",
            ANGRY,
            "Nothing like that has ever happened to me.",
        ),
        (
            "I once had an angry customer at the till, and I called my boss.",
            "What do you find hardest?",
            "I have never had to deal with an angry customer.",
        ),
        (
            "I trained three new drivers last summer.",
            "When did you show somebody the work?",
            "I have never trained drivers.",
        ),
        (
            "My colleague and I had an argument about the rota.",
            "Tell me about a disagreement with a colleague.",
            "It has never happened to me.",
        ),
    ],
)
def test_a_denial_of_what_was_told_before_is_shown_with_both(told: str, question: str, denial: str):
    (clash,) = found(told, question, denial)

    assert (clash.said, clash.number) == (denial, 2)
    assert (clash.against, clash.other) == (told, 1)
    assert clash.text.endswith("answer 1 holds an example: tell that one when you are asked.")


CLAIM = "I would say I am good at explaining to customers why their order is late."
CALLED = "I rang a customer and said that his order would be late."


def test_to_be_good_at_what_never_happened_is_shown_first_and_the_example_is_named():
    asked = "When did you have to tell a customer about a delay?"
    denial = "No, that has never happened to me."
    session = interview((OTHER, CLAIM), (DELAY, CALLED), (asked, denial))

    (clash,) = clashes(session)

    assert (clash.against, clash.other, clash.said, clash.number) == (CLAIM, 1, denial, 3)
    assert clash.text.endswith("answer 2 holds an example: tell that one when you are asked.")


@pytest.mark.parametrize(
    ("claim", "question"),
    [
        (CLAIM, "When did you have to tell a customer about a delay?"),
        ("I'm very good at calming down angry customers.", ANGRY),
        ("My strength is to listen when a guest is upset.", "Tell me about an angry guest."),
    ],
)
def test_a_claim_without_an_example_asks_for_one(claim: str, question: str):
    (clash,) = found(claim, question, "That has never happened to me.")

    assert clash.against == claim
    assert clash.text.endswith("Have one case of it ready.")


@pytest.mark.parametrize(
    ("claim", "question"),
    [
        ("I would like to be good at explaining to customers why it is late.", DELAY),
        ("I am good at explaining things to people.", DELAY),
        ("I am good at my work and I like customers.", ANGRY),
        ("I am not good at calming down angry customers.", ANGRY),
        ("My colleague is good at calming down angry customers.", ANGRY),
        ("I would explain to them why it was late.", DELAY),
    ],
)
def test_a_claim_of_something_else_a_wish_and_a_plan_are_no_clash(claim: str, question: str):
    assert found(claim, question, "That has never happened to me.") == ()


def test_a_denial_of_what_stands_in_the_cv_is_shown_with_its_line():
    (clash,) = found("I like it.", "When did you train somebody?", "I never trained drivers.", CV)

    assert (clash.against, clash.other) == ("Trained six new drivers on the vans", 0)
    assert clash.text.startswith("Your CV says “Trained six new drivers on the vans”; in question")
    assert clash.text.endswith("the line holds an example: tell that one when you are asked.")


@pytest.mark.parametrize(
    ("told", "question", "denial"),
    [
        ("I like the work.", DELAY, "No, that has never happened to me."),
        ("I told my manager about the plan.", DELAY, "That has never happened to me."),
        ("The train was late every morning.", DELAY, "That has never happened to me."),
        ("I would tell them if I was late.", DELAY, "Nothing more to say."),
        ("I was never late and told everybody so.", DELAY, "That has never happened to me."),
        ("One customer shouted at me.", ANGRY, "It has never happened to me again."),
        ("One customer shouted at me.", ANGRY, "I had never seen an angry customer before."),
        ("One customer was very nice to me.", ANGRY, "That has never happened to me."),
        ("I led the move of the archive.", OTHER, "I have never led a team formally."),
        ("I trained three new drivers.", OTHER, "I have never trained drivers alone."),
        ("I trained three new drivers.", OTHER, "I have never trained nurses."),
        ("I ran the till.", OTHER, "I never minded the noise of the street."),
        (
            "I told my boss about it.",
            "When did you tell a colleague?",
            "That never happened to me.",
        ),
        ("I was late twice.", "Which tool would you choose?", "That has never happened to me."),
        ("One customer shouted at my colleague.", OTHER, "I never shouted at a customer."),
        ("Customers often complain to us.", ANGRY, "That has never happened to me."),
    ],
)
def test_where_it_is_not_plainly_the_opposite_nothing_is_said(
    told: str, question: str, denial: str
):
    assert found(told, question, denial) == ()


def test_what_is_told_after_the_denial_is_no_clash_of_it():
    session = interview((ANGRY, "That has never happened to me."), (OTHER, "A guest complained."))

    assert clashes(session) == ()
