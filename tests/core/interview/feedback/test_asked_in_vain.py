"""Replies to follow-ups that add nothing."""

from __future__ import annotations

import pytest

from core.interview.assessment import assess
from core.models import Competency, InterviewSession, Kind, Plan
from tests import builders
from tests.core.interview.interviews import STRONG, planned

SOMEBODY = "We had somebody who was not happy, and I was friendly and did what I could for them."
TROUBLE = (
    "There was a problem a while ago and we looked into it and it was sorted out, so it was good."
)
SAME = "It was just a normal day in the shop, busy as always."
STORY = "I rang the supplier on Monday, and she sent nine new lamps by Friday."


def twice(*told: tuple[str, ...]) -> InterviewSession:
    """Each story is a first answer and the replies to its follow-ups."""
    asked = [
        planned(text=f"Tell me of event {at}.", competency=Competency.CUSTOMER)
        for at in range(len(told))
    ]
    messages = []
    number = 0
    for at, replies in enumerate(told):
        for place, reply in enumerate(replies):
            number += 1
            text = asked[at].text if not place else "What happened, from beginning to end?"
            kind = Kind.PROBE if place else Kind.QUESTION
            messages.append(builders.question(number, text, kind=kind, topic=at))
            messages.append(builders.answer(number, reply, topic=at))
    return builders.session(plan=Plan(tuple(asked)), messages=tuple(messages))


def first(session: InterviewSession, at: int = 0) -> str:
    return assess(session).answers[at].improvements[0].text


@pytest.mark.parametrize(
    "reply", [SAME, "Nothing special really.", "It was a usual day, as I said."]
)
def test_a_reply_that_adds_nothing_is_the_first_thing_to_mend(reply: str):
    point = assess(twice((SOMEBODY, reply))).answers[0].improvements[0]

    assert point.text == "Asked for more, you said nothing new."
    assert point.quote in reply
    assert point.advice.startswith("That is the moment to tell it")


def test_the_same_sentence_at_two_follow_ups_is_recognised():
    session = twice((SOMEBODY, SAME), (TROUBLE, SAME))

    assert first(session, 1) == "Asked for more, you said the same as in question 1."


@pytest.mark.parametrize(
    "replies",
    [
        (SOMEBODY, STORY),
        (SOMEBODY, "Twice, and then she left."),
        (SOMEBODY, "I can't think of an example, sorry."),
        (SOMEBODY, "Could you say that again?"),
        (STRONG, SAME),
        (SOMEBODY,),
    ],
)
def test_a_reply_that_tells_an_honest_no_and_a_story_that_stands_are_left_alone(
    replies: tuple[str, ...],
):
    points = assess(twice(replies)).answers[0].improvements

    assert not [point for point in points if point.text.startswith("Asked for more")]


def test_on_the_whole_it_is_said_once():
    assessment = assess(twice((SOMEBODY, SAME), (TROUBLE, SAME)))

    whole = [assessment.next_time, *(point.text for point in assessment.weaknesses)]
    told = [text for text in whole if "sked for more" in text or "asks for more" in text]
    assert len(told) == 1
    assert "questions 1 and 3" in told[0].lower()


def test_to_have_no_example_twice_is_to_repeat_nothing():
    none = "I really can't think of anything."
    assessment = assess(twice(("I don't know how that is done.", none), (SOMEBODY, none)))

    assert not [p for one in assessment.answers for p in one.improvements if "again" in p.text]
