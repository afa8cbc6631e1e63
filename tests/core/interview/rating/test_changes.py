from __future__ import annotations

from core.interview.rating.changes import Change, changes
from core.interview.rating.scoring import overall_score
from core.models import AnswerReview, Assessment


def assessment(*scores: float | None) -> Assessment:
    answers = tuple(
        AnswerReview(number=number, question="?", answer="!", score=score)
        for number, score in enumerate(scores, start=1)
    )
    return Assessment(
        score=overall_score(scores),
        strengths=(),
        weaknesses=(),
        cv_suggestions=(),
        answers=answers,
        assessor="a",
    )


def test_nothing_has_changed_where_all_scores_are_the_same():
    assert changes(assessment(5.0, 6.0), assessment(5.0, 6.0)) == ()


def test_the_overall_score_comes_first_and_answers_that_stayed_are_left_out():
    found = changes(assessment(5.0, 6.0, 4.0), assessment(5.0, 7.0, 7.0))

    assert found == (
        Change(number=0, before=5.0, after=6.3, within=False),
        Change(number=2, before=6.0, after=7.0, within=True),
        Change(number=3, before=4.0, after=7.0, within=False),
    )


def test_a_small_difference_overall_lies_within_the_bands():
    [overall, *_] = changes(assessment(5.0, 6.0, 4.0), assessment(5.0, 6.5, 4.5))

    assert overall == Change(number=0, before=5.0, after=5.3, within=True)


def test_a_score_that_came_or_went_is_told():
    came = changes(assessment(None), assessment(5.0))
    went = changes(assessment(5.0, 5.0), assessment(5.0, None))

    assert [(c.number, c.before, c.after, c.within) for c in came] == [
        (0, None, 5.0, False),
        (1, None, 5.0, False),
    ]
    assert [(c.number, c.after) for c in went] == [(2, None)]
