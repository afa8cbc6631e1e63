"""What an answer lacks, and what is no lack after all."""

from __future__ import annotations

import pytest

from core.interview.answers.signals import read_answer
from core.interview.assessment import assess
from core.interview.feedback.asking import is_said
from core.interview.feedback.lacks import lacking
from tests.core.interview.interviews import STRONG, planned, single

WHY = "What do you say about why the rule exists?"
IDEA = "Think of an idea of yours that somebody turned down at first."
LIKED = (
    "There was one idea that not everyone in the shop liked, so I explained it well and stayed "
    "positive, and in the end they came round."
)
HARDEST = "What is the hardest thing that you have done with a loom?"


def kinds(text: str, style: str = "behavioural", asked: str = "", repeats: int = 0) -> list[str]:
    question = planned(style, text=asked) if asked else planned(style)
    return [found.kind for found in lacking(read_answer(text, question, repeats=repeats))]


@pytest.mark.parametrize(
    ("ask", "text", "said"),
    [
        (WHY, "I say why we have it and not just that we have it.", True),
        (WHY, "I always say first why it is there.", True),
        ("How do you check whether it fits?", "I check whether it fits.", True),
        (WHY, "I say that it is the rule.", False),
        (WHY, "They ask me why.", False),
        (WHY, "My boss says why we have it.", False),
        ("Which plain words do you use?", "I use short words.", False),
    ],
)
def test_a_point_that_somebody_says_they_do_is_not_called_open(ask: str, text: str, *, said: bool):
    assert is_said(ask, text) is said


@pytest.mark.parametrize(
    ("end", "is_sized"),
    [
        ("In the end they came round.", False),
        ("In the end my boss agreed.", False),
        ("In the end the delivery came and the guests were pleased.", True),
    ],
)
def test_that_somebody_agreed_has_no_size(end: str, *, is_sized: bool):
    text = f"In May our oven was too small for the hotel. I drew a plan of a new one. {end}"

    assert ("measure" in kinds(text)) is is_sized


@pytest.mark.parametrize(
    ("text", "is_open"),
    [
        (LIKED, True),
        ("I suggested a second oven, and my boss said no at first.", False),
        ("My idea was a second oven. My boss was against it.", False),
    ],
)
def test_what_an_idea_was_is_asked_for_first(text: str, *, is_open: bool):
    assert (kinds(text, asked=IDEA)[:1] == ["matter"]) is is_open


def test_what_was_imagined_twice_is_no_story_told_twice():
    text = (
        "I think I would ask somebody first. Then I would write down what has to be done. I would "
        "start with what is urgent and tell my boss."
    )

    assert "repeat_line" in kinds(text, repeats=2)
    assert "repeat" in kinds(STRONG, repeats=2)


@pytest.mark.parametrize("style", ["situational", "motivation"])
def test_what_was_said_before_to_a_question_without_a_story_is_no_story_told_again(style: str):
    found = kinds(STRONG, style, "What would you do first?", repeats=2)

    assert "repeat_line" in found
    assert "repeat" not in found


def test_of_a_way_of_working_without_a_step_the_way_is_asked_for_and_no_reason():
    text = "I am good at it and it has always gone well. People rely on me for that kind of thing."

    found = kinds(text, "technical", "What do you pay most attention to in Excel?")

    assert "reason" not in found
    assert "method" in found


def test_of_a_plan_with_steps_the_reason_is_asked_for():
    text = "I would call the supplier. I would sort the parcels by date. I would tell my boss."

    found = kinds(text, "situational", "What would you do first?")

    assert "reason" in found
    assert "method" not in found


@pytest.mark.parametrize(
    ("text", "is_untied"),
    [
        ("I would like to see how it is done, and your advert sounds like that.", False),
        ("I would like to see how it is done, and it sounds like fun to me.", True),
    ],
)
def test_who_takes_up_the_advert_is_not_told_that_nothing_is_tied_to_the_job(
    text: str, *, is_untied: bool
):
    assert ("role" in kinds(text, "motivation", "Why this job?")) is is_untied


def test_where_no_step_is_told_none_is_asked_for_its_reason():
    text = "I would say I am good at that. I take things as they come, and people rely on me."

    found = kinds(text, "technical", HARDEST)

    assert "reason" not in found
    assert "own_steps" in found


@pytest.mark.parametrize(("words", "is_long"), [(350, True), (290, False)])
def test_an_answer_of_more_than_two_minutes_is_told_so(words: int, *, is_long: bool):
    rest = " ".join(["The rain came and the garden of my neighbour was wet."] * 50)
    text = " ".join(f"{STRONG} {rest}".split()[:words])

    told = [point.text for point in assess(single("behavioural", text)).answers[0].improvements]

    assert ("This answer has about 350 words." in told) is is_long
