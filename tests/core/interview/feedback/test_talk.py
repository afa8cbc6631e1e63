"""Talk in which nothing happens, and what is said where it was given twice."""

from __future__ import annotations

import pytest

from core.interview.answers.signals import read_answer
from core.interview.assessment import assess
from core.interview.feedback.lacks import lacking
from tests.core.interview.interviews import MIDDLING, NO_OUTCOME, STRONG, TALK, planned, single

HABIT = (
    "I look at the order first. I weigh the flour and write it down. I check the oven at five. I "
    "take the first tray out and cut one open. I ask the driver when he leaves. I count the rolls."
)
CASE = "Think of a time when you had to win somebody over. What happened?"


@pytest.mark.parametrize(
    ("style", "begins"),
    [
        ("behavioural", "What you did and how it ended is not told yet"),
        ("technical", "How you go about it is not told yet"),
        ("situational", "What you would do is not told yet"),
    ],
)
def test_of_talk_that_was_said_again_the_first_thing_said_is_what_is_missing(
    style: str, begins: str
):
    found = lacking(read_answer(TALK, planned(style, text="How do you bake?"), repeats=2))

    assert [one.kind for one in found] == ["talk_again"]
    assert found[0].about.startswith(begins)
    assert found[0].about.endswith("said in answer to question 2 already.")


@pytest.mark.parametrize(("style", "text"), [("motivation", TALK), ("technical", HABIT)])
def test_of_what_may_answer_the_question_it_is_only_said_that_it_comes_again(style: str, text: str):
    found = lacking(read_answer(text, planned(style, text="How do you bake?"), repeats=2))

    assert [one.kind for one in found][:1] == ["repeat_line"]


@pytest.mark.parametrize("text", [STRONG, MIDDLING, NO_OUTCOME])
def test_a_story_told_twice_is_still_called_one(text: str):
    found = [one.kind for one in lacking(read_answer(text, planned(text=CASE), repeats=2))]

    assert "repeat" in found
    assert "talk_again" not in found


@pytest.mark.parametrize(
    ("text", "expected"),
    [(f"{TALK} {HABIT}", False), (f"{TALK} {TALK} {TALK}", False), (TALK, False)],
)
def test_only_a_very_long_answer_that_owes_an_event_is_called_hard_to_follow(
    text: str, *, expected: bool
):
    kinds = [one.kind for one in lacking(read_answer(text, planned("technical", text="How?")))]

    assert ("talk" in kinds) is expected


def test_a_very_long_answer_without_an_event_is_told_that_it_is_hard_to_find():
    told = " ".join((TALK, TALK.replace("bakery", "kitchen"), TALK.replace("oven", "van")))
    review = assess(single("behavioural", told)).answers[0]

    texts = [point.text for point in review.improvements]
    assert "What you did, and how it ended, is hard to find in this." in texts
    assert any("leave the rest for questions" in point.advice for point in review.improvements)
