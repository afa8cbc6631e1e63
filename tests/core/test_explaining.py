"""What is told of the score can be checked with a pencil, and with the points that are shown."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.interview.assessment import assess
from core.models import (
    AnswerReview,
    Assessment,
    Competency,
    Gain,
    Quality,
    Rating,
    Step,
    explaining,
    reckoning,
)
from tests import assessments
from tests.core.interview.interviews import MIDDLING, STRONG, VAGUE, single

START = Step(label="Every answer starts at", points=1.0)
LESS, TIMES = "\N{MINUS SIGN}", "\N{MULTIPLICATION SIGN}"
EXAMPLE = re.compile(
    rf"in question 1 (.+) ([\d.]+) adds 9 {TIMES} \(\2 {LESS} 1\) ÷ 4 {TIMES} "
    r"([\d.]+) ÷ ([\d.]+) = ([\d.]+)\."
)


def review(*steps: Step, ratings: tuple[Rating, ...] = (), number: int = 1) -> AnswerReview:
    return AnswerReview(
        number=number, question="Why?", answer="So.", score=5.0, ratings=ratings, steps=steps
    )


def assessed(*reviews: AnswerReview, model: str = "") -> Assessment:
    return replace(assessments.old(), answers=reviews, model=model)


def weighed(
    weights: dict[Quality | Competency, float], level: float, points: float
) -> AnswerReview:
    whole = sum(weights.values())
    steps = (
        Step(label=f"{item.label}: level {level:g}, counts {one:g} of {whole:g}", points=points)
        for item, one in weights.items()
    )
    ratings = tuple(Rating(item=item, level=level) for item in weights)
    return review(START, *steps, ratings=ratings)


def told_of(*reviews: AnswerReview, model: str = "") -> str:
    return "\n".join(explaining.explanation_of(assessed(*reviews, model=model)))


@pytest.mark.parametrize(
    ("weights", "told"),
    [
        (
            {Quality.RELEVANCE: 0.5, Quality.EVIDENCE: 4.0, Competency.OWNERSHIP: 1.0},
            (
                "How much each level counts: evidence 4, the question's competency 1 "
                "and relevance 0.5."
            ),
        ),
        ({Quality.RELEVANCE: 1.0, Quality.EVIDENCE: 1.0}, "Every level counts the same."),
        ({}, ""),
    ],
)
def test_how_much_a_level_counts_is_told_once_for_all_answers(
    weights: dict[Quality | Competency, float], told: str
):
    answer = weighed(weights, 5, 1.0)

    sentences = list(explaining.explanation_of(assessed(answer, answer)))

    assert sentences[1:] == [one for one in [told] if one]
    assert "counts" not in "".join(line.label for line in reckoning.lines_of(answer))


@pytest.mark.parametrize(("points", "is_shown"), [(1.0, True), (1.01, False), (0.99, False)])
def test_an_example_is_given_where_the_sum_comes_to_the_points_that_are_shown(
    points: float, *, is_shown: bool
):
    answer = weighed({Quality.EVIDENCE: 4.0, Quality.CLARITY: 5.0}, 2, points)

    assert (f"9 {TIMES} (2 {LESS} 1) ÷ 4 {TIMES} 4 ÷ 9 = 1.00." in told_of(answer)) is is_shown
    assert ("A level adds" in told_of(answer)) is is_shown


@given(st.sampled_from([STRONG, MIDDLING, VAGUE]), st.sampled_from(["behavioural", "technical"]))
def test_the_example_holds_for_the_points_in_the_table(reply: str, style: str):
    assessment = assess(single(style, reply))

    found = EXAMPLE.search("\n".join(explaining.explanation_of(assessment)))

    assert found
    name, *figures = found.groups()
    level, weight, whole, points = map(float, figures)
    assert 9 * (level - 1) / 4 * weight / whole == pytest.approx(points, abs=0.0051)
    lines = {line.label: line.points for line in reckoning.lines_of(assessment.answers[0])}
    assert lines[f"{name.capitalize()}: level {level:g}"] == points


def test_what_is_off_is_explained_where_a_line_has_it():
    whole = weighed({Quality.EVIDENCE: 4.0}, 2, 2.25)
    less = Step(label="Largely the answer to question 1", points=-0.45)

    assert "20% off" not in told_of(whole)
    assert "“20% off”" in told_of(whole, replace(whole, steps=(*whole.steps, less)))


@pytest.mark.parametrize(
    ("level", "model", "is_told"), [(3.9, "", True), (4.0, "", False), (3.9, "flash", False)]
)
def test_what_a_level_without_a_reason_follows_from_is_told_where_there_can_be_such(
    level: float, model: str, *, is_told: bool
):
    answer = review(ratings=(Rating(item=Quality.EVIDENCE, level=level),))

    told = told_of(answer, model=model)

    assert ("Where nothing is named that keeps a level below 4" in told) is is_told
    assert ("a brief answer gets middle levels" in told) is is_told


@pytest.mark.parametrize(
    ("points", "is_worth_it"),
    [(0.1, False), (0.2, False), (0.3, True), (1.0, True)],
)
def test_a_small_gain_is_not_worth_telling(points: float, *, is_worth_it: bool):
    gain = Gain(change="naming the outcome", points=points)

    told = told_of(replace(review(), gain=gain))

    assert gain.is_worth_telling is is_worth_it
    assert ("Worth most" in told) is is_worth_it


def test_the_change_worth_most_of_all_is_told_in_the_words_of_its_answer():
    small = replace(review(), gain=Gain(change="naming the outcome", points=0.5))
    most = Gain(change="telling one event", points=1.1)
    large = replace(review(number=2), gain=most)

    told = told_of(small, large)

    assert told.endswith(f"\n{reckoning.worth_most(most)} on question 2.")
    assert "naming the outcome" not in told
