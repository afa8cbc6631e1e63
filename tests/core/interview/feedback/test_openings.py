"""What a listener asks first of a short story."""

from __future__ import annotations

import pytest

from core.interview.answers.signals import read_answer
from core.interview.feedback.openings import matter_of, only_we
from core.interview.feedback.remarks import improvements_of
from core.interview.words.tables import table
from tests.core.interview.interviews import STRONG, planned

PLEASE = "Think of a guest who was hard to please. What happened?"
QUARREL = "Tell me of a disagreement with a colleague."


@pytest.mark.parametrize(
    "said",
    [
        "A patient was upset and I handled it.",
        "The client was difficult, I sorted it out quickly and all was well.",
        "We had somebody who was not satisfied. I was friendly and did what I could.",
    ],
)
def test_what_somebody_was_unhappy_about_is_asked_before_anything_else(said: str):
    signals = read_answer(f"{said} It was fine in the end.", planned(text=PLEASE))

    first = improvements_of(signals, 1)[0].point

    assert first.text == "What they were unhappy about is not told."
    assert first.advice == "Begin with it: what had gone wrong for them, and what did they want?"
    assert "about" in first.stronger


@pytest.mark.parametrize(
    "said",
    [
        "A guest was upset because the soup was cold. I handled it.",
        "He wanted a room by the lake, and I sorted it out.",
        "She complained that nobody had rung her. I did my best.",
        STRONG,
    ],
)
def test_a_matter_that_is_told_is_not_asked_for(said: str):
    assert matter_of(read_answer(said, planned(text=PLEASE))) is None


def test_a_quarrel_is_over_something():
    told = read_answer("We fell out, and I talked to her calmly.", planned(text=QUARREL))
    over = read_answer("We fell out over the rota, and I talked to her.", planned(text=QUARREL))

    assert matter_of(told) is not None
    assert matter_of(over) is None
    assert matter_of(read_answer("I was calm.", planned(text="What did you plan?"))) is None


@pytest.mark.parametrize(
    ("said", "quote"),
    [
        (
            "There was trouble in the shop. We found a way and then it was fine.",
            "We found a way and then it was fine.",
        ),
        ("We pulled together and it was all right.", "We pulled together and it was all right."),
        ("I think it was May. We then moved the desks.", "We then moved the desks."),
    ],
)
def test_a_story_of_a_we_without_an_i_is_asked_for_the_own_part(said: str, quote: str):
    signals = read_answer(said, planned(text="Tell me of a hard week."))

    told = improvements_of(signals, 1)

    assert only_we(signals) == quote
    assert (told[0].point.text, told[0].point.quote) == (
        "You say “we”: what was your part?",
        quote,
    )


@pytest.mark.parametrize(
    "said",
    [
        "We had a full shop. I rang the depot and we moved the desks.",
        "We were tired and there was nobody at the desk.",
        "My part was the list. We moved the desks.",
        "They moved the desks.",
        "We needed nine desks.",
        "My brother and I moved the desks, and we painted them.",
    ],
)
def test_where_an_own_part_is_told_or_nothing_was_done_we_is_left_alone(said: str):
    assert only_we(read_answer(said, planned())) == ""


def test_a_way_of_working_may_be_told_of_a_we():
    question = planned("technical", text="How do you keep a kitchen clean?")

    assert only_we(read_answer("We washed each pan at once.", question)) == ""


def test_every_matter_says_what_is_open_what_to_add_and_one_question():
    for entry in table("matters")["matters"]:
        assert entry["text"].endswith(".")
        assert entry["advice"].endswith("?")
        assert entry["slot"].startswith("[")
        assert entry["slot"].endswith("?]")
