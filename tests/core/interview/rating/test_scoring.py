from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.interview.rating.scoring import (
    Gates,
    answer_score,
    band,
    cap_of,
    development_gate,
    overall_score,
    relevance_gate,
)
from core.models import Quality, Rating

LEVELS = st.floats(min_value=1, max_value=5)


def ratings(*levels: float) -> tuple[Rating, ...]:
    return tuple(Rating(item=Quality.CLARITY, level=level) for level in levels)


@pytest.mark.parametrize(("level", "score"), [(1, 1.0), (2, 3.2), (3, 5.5), (4, 7.8), (5, 10.0)])
def test_levels_one_to_five_become_scores_one_to_ten(level: float, score: float):
    assert answer_score(ratings(level, level), Gates(5, 1)) == score


@pytest.mark.parametrize(
    ("relevance", "development", "score"), [(1, 1, 6.9), (3, 1, 10.0), (5, 0, 6.4), (1, 0, 4.5)]
)
def test_the_gates_are_soft(relevance: float, development: float, score: float):
    scored = answer_score(ratings(5), Gates(relevance, development))

    assert scored == pytest.approx(score, abs=0.05)


@pytest.mark.parametrize(
    ("empty", "is_non_answer", "words", "cap"),
    [
        (True, True, 0, 1),
        (False, True, 3, 2),
        (False, False, 3, 3),
        (False, False, 5, 3),
        (False, False, 10, 4),
        (False, False, 14, 4.8),
        (False, False, 15, 10),
    ],
)
def test_what_is_no_answer_or_hardly_one_is_capped(
    *, empty: bool, is_non_answer: bool, words: int, cap: float
):
    assert cap_of(empty=empty, is_non_answer=is_non_answer, words=words) == cap


def test_a_cap_holds_whatever_the_levels():
    assert answer_score(ratings(5), Gates(5, 1), cap=2) == 2


@given(st.lists(LEVELS, min_size=1, max_size=5), LEVELS, st.floats(min_value=0, max_value=2))
def test_a_score_lies_between_one_and_ten(levels: list[float], relevance: float, said: float):
    score = answer_score(ratings(*levels), Gates(relevance, said))

    assert 1 <= score <= 10
    assert score == round(score, 1)


def test_gates_open_evenly():
    assert relevance_gate(1) == pytest.approx(0.65)
    assert relevance_gate(2) == pytest.approx(0.825)
    assert relevance_gate(4) == 1
    assert development_gate(0.5) == pytest.approx(0.8)


@pytest.mark.parametrize(("count", "half"), [(1, 1.6), (2, 1.6), (3, 1.04), (5, 0.80), (8, 0.64)])
def test_the_band_narrows_with_each_answer(count: int, half: float):
    assert band(count) == pytest.approx(half, abs=0.005)


def test_the_overall_score_is_the_mean_of_the_rated_answers():
    score = overall_score([8.0, None, 6.0, 4.0])

    assert (score.value, score.low, score.high, score.rated) == (6.0, 5.0, 7.0, 3)
    assert score.provisional


def test_the_band_stays_on_the_scale():
    score = overall_score([9.8, 9.8])

    assert (score.low, score.high) == (8.2, 10.0)


@pytest.mark.parametrize("scores", [[], [None, None]])
def test_nothing_rated_gives_no_score_and_a_reason(scores: list[float | None]):
    score = overall_score(scores)

    assert score.value is None
    assert score.rated == 0
    assert score.reason == "No answer could be rated, so there is no score."
