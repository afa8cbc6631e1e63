"""Talk in which nothing happens, and what it keeps of its points."""

from __future__ import annotations

import pytest

from core.interview.answers.signals import read_answer
from core.interview.answers.talk import doing, is_talk
from core.interview.assessment import assess
from core.interview.rating.arithmetic import TALK as HARDLY
from tests.core.interview.interviews import (
    MIDDLING,
    NO_OUTCOME,
    STRONG,
    TALK,
    VAGUE,
    planned,
    single,
)

ENDED = (
    "I rang the council, I showed them the vans and I asked for a sign. After that the street was "
    "open for us from five to seven, and no van stood on the pavement."
)
TALK_ON = (
    "The tiles in the hall are green, like those in a swimming bath. A lamp above the door was "
    "always on. The people next door had a parrot, and it knew two songs."
)
CASE = "Think of a time when you had to win somebody over. What happened?"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (TALK, True),
        (f"In May the oven was too small and I was asked to see to it. {TALK}", True),
        (STRONG, False),
        (MIDDLING, False),
        (NO_OUTCOME, False),
        (VAGUE, False),
        ("It was loud. The radio was on. People came and went.", False),
        (f"{TALK} {ENDED}", False),
    ],
)
def test_talk_is_an_answer_of_some_length_with_hardly_a_step_and_no_end(
    text: str, *, expected: bool
):
    assert is_talk(read_answer(text, planned(text=CASE))) is expected


def test_a_step_more_raises_what_talk_keeps_and_enough_of_them_keep_all():
    steps = ["I rang the council.", "I showed them the vans.", "I asked for a sign there."]
    told = [f"{TALK} {' '.join(steps[:count])}" for count in range(4)]

    kept = [doing(read_answer(text, planned(text=CASE))) for text in told]

    assert kept[0] < kept[1] < kept[2] < kept[3] <= 1.0


def test_a_way_of_working_is_taken_for_talk_only_where_it_is_long():
    short = read_answer(TALK, planned("technical", text="How do you bake rolls?"))
    long = read_answer(f"{TALK} {TALK_ON}", planned("technical", text="How do you bake rolls?"))

    assert doing(short) == 1.0
    assert doing(long) < 1.0


def test_talk_keeps_a_part_of_its_points_and_the_sum_says_why():
    review = assess(single("behavioural", TALK)).answers[0]

    labels = [step.label for step in review.steps]
    assert HARDLY in labels
    assert (review.score or 9) < 4
