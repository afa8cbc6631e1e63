from __future__ import annotations

from math import fsum
from typing import Any

import pytest

from core.interview.judging.judgement import Judgement, assessment_of
from core.models import AnswerReview, Gain, InterviewSession
from tests.core.interview.interviews import GERMAN, NO_OUTCOME, STRONG, single

OUTCOME = "In the end the stops fell from 9 a week to 2, and we kept the new fault list."


def reviewed(session: InterviewSession, **levels: Any) -> AnswerReview:
    given = {"relevance": 4, "evidence": 4, "structure": 4, "clarity": 4, "competency": 4, **levels}
    judgement = Judgement.model_validate({"answers": [{"number": 1, **given}]})
    made = assessment_of(session, judgement, provider="p", model="m", prompt_hash="h")
    return made.answers[0]


def story(*replies: str) -> InterviewSession:
    return single("behavioural", *replies)


@pytest.mark.parametrize("relevance", [1, 2, 3, 5])
@pytest.mark.parametrize("competency", [None, 1, 4])
@pytest.mark.parametrize("said", [STRONG, "I don't know.", GERMAN])
def test_the_steps_of_a_models_rating_add_up_to_its_score(relevance, competency, said):
    review = reviewed(story(said), relevance=relevance, clarity=2, competency=competency)

    assert round(fsum(step.points for step in review.steps), 6) == review.score
    assert review.steps[0].label == "Every answer starts at"
    assert any(step.label.startswith("Clarity: level 2, counts 1 of ") for step in review.steps)


def test_levels_far_from_the_question_cost_points_in_a_line_of_their_own():
    review = reviewed(story(STRONG), relevance=1)

    assert [step.points for step in review.steps if step.label == "Far from what was asked"] == [
        pytest.approx(-1.89)
    ]


@pytest.mark.parametrize(("relevance", "most"), [(1, 4.0), (2, 7.0), (3, 10.0)])
def test_what_passes_the_question_by_is_capped_however_well_it_is_told(relevance, most):
    review = reviewed(story(STRONG), relevance=relevance, evidence=5, structure=5, clarity=5)

    assert (review.score or 0) <= most
    assert round(fsum(step.points for step in review.steps), 6) == review.score


def test_a_limit_for_what_passes_the_question_by_says_so():
    review = reviewed(story(STRONG), relevance=1, evidence=5, structure=5, clarity=5)

    assert "Limited to 4, because it is far from what was asked" in [
        step.label for step in review.steps
    ]


def test_a_non_answer_says_that_it_is_capped():
    review = reviewed(story("I don't know."))

    assert review.score == 2
    assert "Limited to 2, because it gives no answer" in [step.label for step in review.steps]
    assert review.gain is None


def test_one_level_more_of_the_lowest_is_worth_most():
    review = reviewed(story(STRONG), clarity=2)

    assert review.gain == Gain(
        change="clarity at level 3 (“Can be followed with some effort.”)", points=0.4
    )


def test_what_is_plainly_missing_is_named_instead_of_a_level():
    review = reviewed(story(NO_OUTCOME), structure=2)

    assert review.gain == Gain(change="naming the outcome", points=0.4)


def test_the_gate_of_relevance_makes_relevance_worth_most():
    review = reviewed(story(STRONG), relevance=2, clarity=2)

    assert review.gain is not None
    assert review.gain.change.startswith("relevance at level 3")
    assert review.gain.points > 1


def test_where_every_level_is_the_highest_nothing_is_worth_more():
    levels = dict.fromkeys(("relevance", "evidence", "structure", "clarity", "competency"), 5)

    assert reviewed(story(STRONG), **levels).gain is None


def test_a_model_review_tells_what_the_answer_was_worth_before_the_first_probe():
    review = reviewed(story(NO_OUTCOME, OUTCOME))

    assert review.unaided is not None
    assert 1 <= review.unaided < (review.score or 0)


def test_an_answer_without_a_probe_has_no_unaided_score():
    assert reviewed(story(STRONG)).unaided is None


def test_an_answer_that_the_built_in_assessor_cannot_read_has_no_unaided_score():
    assert reviewed(story(GERMAN, GERMAN)).unaided is None
