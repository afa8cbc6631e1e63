"""Below the table each reason stands once, after all that it holds down."""

from __future__ import annotations

from dataclasses import replace

import pytest

from core.interview.assessment import assess
from core.models import AnswerReview, Competency, Gain, Quality, Rating, Step
from core.reports.arithmetic import arithmetic_of
from tests import assessments
from tests.core.interview.interviews import VAGUE, single

START = Step(label="Every answer starts at", points=1.0)
EARNED = Step(label="Evidence: level 3, counts 4 of 4", points=4.5)
LESS = "\N{MINUS SIGN}"
REPEAT = "It is largely the answer to question 2."


def notes_of(
    *ratings: Rating, steps: tuple[Step, ...] = (START, EARNED), gain: Gain | None = None
) -> str:
    """The title with the lines below it; empty where there are none."""
    review = AnswerReview(
        number=1,
        question="Why?",
        answer="So.",
        score=round(sum(one.points for one in steps), 1),
        ratings=ratings,
        steps=steps,
        gain=gain,
    )
    report = "\n\n".join(arithmetic_of(replace(assessments.old(), answers=(review,))))
    _, title, rest = report.partition("Answer by answer, ")
    return f"{title}{rest}".removesuffix("\n\nMethod: built-in 1.")


def rating(item: Quality | Competency, level: float, because: str) -> Rating:
    return Rating(item=item, level=level, because=because)


@pytest.mark.parametrize(
    ("steps", "gain", "title"),
    [
        ((), None, "what keeps levels below 4:"),
        (
            (Step(label="Follow-up answers cost no points", points=0.3),),
            None,
            "what keeps levels below 4 and what stands under “Other”:",
        ),
        (
            (Step(label="Follow-up answers cost no points", points=0.3),),
            Gain(change="naming the outcome", points=0.6),
            (
                "what keeps levels below 4, what stands under “Other” and which change "
                "is worth most:"
            ),
        ),
    ],
)
def test_the_title_promises_what_stands_below_it(
    steps: tuple[Step, ...], gain: Gain | None, title: str
):
    low = rating(Quality.EVIDENCE, 3, "It is short: 30 words.")

    notes = notes_of(low, steps=(START, EARNED, *steps), gain=gain)

    assert notes.startswith(f"Answer by answer, {title}\n\n- Question 1. Evidence 3: It is short")
    assert ("Worth most: naming the outcome, +0.6." in notes) is (gain is not None)


def test_where_nothing_is_held_against_an_answer_there_is_no_title_either():
    assert notes_of(rating(Quality.EVIDENCE, 4, "Still open: how it ended.")) == ""
    assert notes_of(rating(Quality.EVIDENCE, 3, "You tell how it ended.")) == ""


@pytest.mark.parametrize(
    ("ratings", "told"),
    [
        (
            (
                rating(Quality.EVIDENCE, 2.3, "You tell what you did. It is short: 30 words."),
                rating(Quality.STRUCTURE, 2.8, "It is short: 30 words."),
            ),
            "Evidence 2.3, Structure and outcome 2.8: It is short: 30 words.",
        ),
        (
            (
                rating(Quality.STRUCTURE, 2, "Still open: how it ended."),
                rating(Quality.CLARITY, 2, "It wanders. It repeats."),
                rating(Competency.OWNERSHIP, 1.3, "It shows little. Still open: how it ended."),
            ),
            (
                "Structure and outcome 2, Ownership and delivery 1.3: Still open: how it ended. "
                "Clarity 2: It wanders. It repeats."
            ),
        ),
        (
            (rating(Competency.OWNERSHIP, 3, "It mentions 1 of 2 points. Not in it: a date."),),
            "Ownership and delivery 3: It mentions 1 of 2 points. Not in it: a date.",
        ),
        (
            (rating(Competency.OWNERSHIP, 1.3, "It shows little yet of that."),),
            "Ownership and delivery 1.3: It shows little yet of that.",
        ),
    ],
    ids=["one reason", "a cause and no level in words", "two together", "a level in words alone"],
)
def test_levels_with_the_same_reason_stand_before_it_together(
    ratings: tuple[Rating, ...], told: str
):
    assert notes_of(*ratings, steps=(START,)).endswith(f"\n- Question 1. {told}")


def test_a_change_stands_with_the_levels_that_have_the_same_reason_in_the_order_of_the_sum():
    changes = (
        Step(label="Far from what was asked", points=-0.45),
        Step(label="Largely the answer to question 2", points=-0.81),
        Step(label="Limited to 4, because it does not mention Go", points=-0.24),
    )
    low = (
        rating(Quality.RELEVANCE, 2.8, REPEAT),
        rating(Quality.EVIDENCE, 3, REPEAT),
        rating(Quality.CLARITY, 3.7, "Long sentences."),
    )

    notes = notes_of(*low, steps=(START, EARNED, *changes))

    assert notes.endswith(
        "\n- Question 1. Clarity 3.7: Long sentences. "
        f"Other {LESS}0.45 (10% off): Far from what was asked. "
        f"Relevance 2.8, Evidence 3, Other {LESS}0.81 (20% off): {REPEAT} "
        f"Other {LESS}0.24 (limited to 4): It does not mention Go."
    )


def test_each_level_below_four_of_a_vague_answer_is_named_or_said_to_follow_from_the_whole():
    assessment = assess(single("behavioural", VAGUE))

    report = "\n\n".join(arithmetic_of(assessment))

    notes = report.partition("Answer by answer, ")[2]
    low = [one for one in assessment.answers[0].ratings if one.level < 4]
    unnamed = [one for one in low if f"{one.item.label} {one.level:g}" not in notes]
    assert len(unnamed) < len(low)
    assert "Where nothing is named that keeps a level below 4" in report
