"""A score is told as a sum that a reader can add up, with each reason in it once."""

from __future__ import annotations

from dataclasses import replace
from math import fsum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.models import (
    AnswerReview,
    Competency,
    Quality,
    Rating,
    Step,
    reckoning,
)
from core.models.reckoning import Line

START = Step(label="Every answer starts at", points=1.0)
MISSED = "what the question asked about is not in the story"
LESS = "\N{MINUS SIGN}"


def review(
    *steps: Step, score: float | None = 5.0, ratings: tuple[Rating, ...] = (), number: int = 1
) -> AnswerReview:
    return AnswerReview(
        number=number, question="Why?", answer="So.", score=score, ratings=ratings, steps=steps
    )


def rated(*because: str, level: float = 3.0) -> tuple[Rating, ...]:
    return tuple(
        Rating(item=item, level=level, because=one)
        for item, one in zip(Quality, because, strict=False)
    )


def step_of(item: Quality | Competency, weight: float, whole: float, points: float = 1.0) -> Step:
    return Step(label=f"{item.label}: level 3, counts {weight:g} of {whole:g}", points=points)


def test_each_level_stands_with_its_step_and_its_reason_in_the_order_of_the_sum():
    ratings = (
        Rating(item=Quality.EVIDENCE, level=3, because="Still open: your part."),
        Rating(item=Quality.CLARITY, level=1, because="Hard to follow."),
    )
    steps = (START, step_of(Quality.EVIDENCE, 4, 8, 3.4), Step(label="Little is said", points=-0.4))

    told = reckoning.lines_of(review(*steps, score=4.0, ratings=ratings))

    assert told == (
        Line("Every answer starts at", 1.0),
        Line("Evidence: level 3", 3.4, "Still open: your part."),
        Line("Clarity: level 1", 0.0, "Hard to follow."),
        Line("Little is said", -0.4, percent=12),
    )


def test_an_answer_that_was_not_rated_has_no_lines_and_no_total():
    silent = review(score=None)

    assert reckoning.lines_of(silent) == ()
    assert reckoning.total_of(silent) == ""


@pytest.mark.parametrize(
    ("because", "told"),
    [
        (
            ("Still open: what you did.", "You tell how it ended. Still open: what you did."),
            ["Still open: what you did.", "You tell how it ended. Otherwise as with relevance."],
        ),
        (
            ("It is short: 30 words.", "It is short: 30 words."),
            ["It is short: 30 words.", "As with relevance."],
        ),
        (
            ("You tell 1.5 of it.", "You tell 2.5 of it."),
            ["You tell 1.5 of it.", "You tell 2.5 of it."],
        ),
        (("", ""), ["", ""]),
    ],
)
def test_a_reason_is_given_once_in_an_answer_and_then_says_where_it_stands(
    because: tuple[str, ...], told: list[str]
):
    lines = reckoning.lines_of(review(START, ratings=rated(*because)))

    assert [line.because for line in lines[1:]] == told


@pytest.mark.parametrize(
    ("label", "because"),
    [
        (f"Limited to 5.5, because {MISSED}", "What the question asked about is not in the story."),
        ("What the question asked about is not in the story", f"{MISSED}."),
        ("Limited to 6, because it is the answer to question 2", "It is the answer to question 2."),
        ("Largely the answer to question 2", "It is largely the answer to question 2."),
        ("Limited to 4, because it does not mention Go", "It does not mention Go."),
    ],
)
def test_a_reason_that_has_its_own_line_is_not_given_with_a_level_too(label: str, because: str):
    part = "Part of it goes with the question."
    change = Step(label=label, points=-1.0)

    lines = reckoning.lines_of(review(START, change, score=0.0, ratings=rated(because, part)))

    assert [line.because for line in lines] == ["", "See below.", part, ""]
    assert lines[-1].label == label


@pytest.mark.parametrize(
    ("levels", "changes", "score", "told"),
    [
        (2.24, {"Limited to 3.2": -0.01, "Rounded": -0.03}, 3.2, []),
        (2.26, {"Limited to 3.2": -0.04, "Rounded": -0.02}, 3.2, ["Limited to 3.2"]),
        (2.98, {"Limited to 3.8": -0.17, "Rounded": -0.01}, 3.8, ["Limited to 3.8"]),
        (2.0, {"Follow-up answers cost no points": 0.4}, 3.4, ["Follow-up answers cost no points"]),
        (2.05, {"Rounded": 0.05}, 3.1, []),
        (2.0, {}, 3.0, []),
    ],
    ids=["next to nothing", "it decides", "it costs", "it is kept", "half a tenth", "nothing"],
)
def test_what_only_rounds_the_sum_makes_no_line(
    levels: float, changes: dict[str, float], score: float, told: list[str]
):
    evidence = Rating(item=Quality.EVIDENCE, level=3)
    steps = (START, step_of(Quality.EVIDENCE, 4, 8, levels))
    more = (Step(label=label, points=points) for label, points in changes.items())

    found = reckoning.reckoning_of(review(*steps, *more, score=score, ratings=(evidence,)))

    assert [line.label for line in found.changes] == told


@given(
    st.lists(st.integers(0, 400), min_size=1, max_size=5),
    st.lists(st.integers(-300, 0), max_size=3),
)
def test_the_lines_that_are_told_add_up_to_the_score(levels: list[int], changes: list[int]):
    cents = 100 + sum(levels) + sum(changes)
    score = (cents + 5) // 10 / 10
    earned = [Step(label=f"Part {n}", points=one / 100) for n, one in enumerate(levels)]
    taken = [Step(label=f"Taken {n}", points=one / 100) for n, one in enumerate(changes)]
    rest = Step(label="Rounded to one decimal", points=round(score - cents / 100, 2))

    lines = reckoning.lines_of(review(START, *earned, *taken, rest, score=score))

    told = round(100 * fsum(line.points or 0 for line in lines))
    assert (told + 5) // 10 / 10 == pytest.approx(score)


@pytest.mark.parametrize(
    ("points", "score", "told"),
    [
        (2.24, 3.2, "Score of this answer: 3.2, rounded from 3.24"),
        (2.2, 3.2, "Score of this answer: 3.2"),
    ],
)
def test_the_total_names_its_sum_where_it_was_rounded(points: float, score: float, told: str):
    evidence = (Rating(item=Quality.EVIDENCE, level=3),)
    steps = (START, step_of(Quality.EVIDENCE, 4, 8, points))

    assert reckoning.total_of(review(*steps, score=score, ratings=evidence)) == told


def test_levels_without_any_step_have_no_points():
    told = reckoning.lines_of(review(ratings=rated("", "Hard to follow.")))

    assert [line.points for line in told] == [None, None]


def test_an_older_answer_without_steps_has_its_score_alone():
    assert reckoning.total_of(review(score=6.4)) == "Score of this answer: 6.4"


@pytest.mark.parametrize(
    ("label", "points", "off"),
    [
        ("Largely the answer to question 2", -0.5, "25% off"),
        ("Far from what was asked", -0.001, ""),
        ("Limited to 2.5, because nothing was said", -0.5, ""),
        ("Rounded to one decimal", -0.04, ""),
        ("Follow-up answers cost no points", 0.5, ""),
    ],
)
def test_what_takes_a_share_of_the_points_above_one_says_how_large_it_is(
    label: str, points: float, off: str
):
    steps = (START, step_of(Quality.EVIDENCE, 4, 8, 2.0), Step(label=label, points=points))
    evidence = (Rating(item=Quality.EVIDENCE, level=3),)

    line = reckoning.reckoning_of(review(*steps, score=9.0, ratings=evidence)).changes[0]

    assert line.off == off
    assert line.name == (f"{label} ({off})" if off else label)


def test_a_second_share_is_one_of_the_points_that_the_first_has_left():
    evidence = (Rating(item=Quality.EVIDENCE, level=3),)
    changes = (Step(label="Far from what was asked", points=-1.0), Step(label="Less", points=-1.0))
    steps = (START, step_of(Quality.EVIDENCE, 4, 8, 5.0), *changes)

    found = reckoning.reckoning_of(review(*steps, score=4.0, ratings=evidence))

    assert [line.percent for line in found.changes] == [20, 25]


def test_levels_that_all_earn_nothing_have_no_points_and_not_none():
    told = reckoning.lines_of(review(START, score=1.0, ratings=rated("", "", level=1.0)))

    assert [line.points for line in told] == [1.0, 0.0, 0.0]


def test_levels_whose_points_stand_in_one_line_have_none_of_their_own():
    mean = Step(label="Mean level 3", points=5.5)

    told = reckoning.lines_of(review(mean, score=5.5, ratings=rated("", "")))

    assert [line.points for line in told] == [5.5, None, None]


def test_the_table_has_one_column_of_scores_where_there_was_no_follow_up():
    rows = list(reckoning.score_rows((review(), review(score=None, number=2))))

    assert rows == [
        ("Answer", "Score"),
        ("Question 1", "5.0"),
        ("Question 2", "not rated"),
        ("**Mean of 1 rated answer**", "**5.0**"),
    ]


def test_a_first_answer_has_its_score_where_the_follow_ups_changed_it():
    grown, same = replace(review(), unaided=2.7), replace(review(number=2), unaided=5.0)

    assert list(reckoning.score_rows((grown, same)))[:3] == [
        ("Answer", "First answer", "Score"),
        ("Question 1", "2.7", "5.0"),
        ("Question 2", "", "5.0"),
    ]
    assert next(reckoning.score_rows((same,))) == ("Answer", "Score")


def test_nothing_rated_has_no_mean():
    assert list(reckoning.score_rows((review(score=None),))) == [
        ("Answer", "Score"),
        ("Question 1", "not rated"),
    ]
