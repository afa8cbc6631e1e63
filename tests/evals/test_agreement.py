from __future__ import annotations

import numpy as np
import pytest

from evals.agreement import (
    Judged,
    Pair,
    accuracy,
    area,
    area_within,
    length_matched,
    mean_within,
    pairs_of,
    rank_correlation,
    ranks,
    spearman,
    within_questions,
    worse_longer,
)
from evals.labelled import DEV, HELD, drawn, half_of, labelled

ANSWERS = [
    Judged(f"question {question}", label, words)
    for question in range(12)
    for label, words in ((2, 100), (1, 95), (0, 180))
]
LABELS = [float(answer.label) for answer in ANSWERS]


def test_every_two_answers_to_a_question_with_unlike_labels_are_a_pair():
    judged = [Judged("a", 0, 1), Judged("a", 2, 1), Judged("a", 2, 1), Judged("b", 1, 1)]

    assert pairs_of(judged) == [Pair(1, 0), Pair(2, 0)]


def test_pairs_are_chosen_by_length():
    pairs = pairs_of(ANSWERS[:3])

    assert length_matched(ANSWERS, pairs) == [Pair(0, 1)]
    assert worse_longer(ANSWERS, pairs) == [Pair(0, 2), Pair(1, 2)]


def test_a_perfect_rater_is_always_right():
    found = accuracy(ANSWERS, pairs_of(ANSWERS), LABELS)

    assert (found.value, found.low, found.high, found.count) == (1, 1, 1, 36)
    assert rank_correlation(ANSWERS, LABELS).value == pytest.approx(1)
    assert within_questions(ANSWERS, LABELS).value == pytest.approx(1)


def test_a_rater_who_is_always_wrong_scores_nothing():
    wrong = [-label for label in LABELS]

    assert accuracy(ANSWERS, pairs_of(ANSWERS), wrong).value == 0
    assert rank_correlation(ANSWERS, wrong).value == pytest.approx(-1)


def test_a_constant_rater_is_right_half_the_time_and_correlates_with_nothing():
    same = [5.0] * len(ANSWERS)

    assert accuracy(ANSWERS, pairs_of(ANSWERS), same).value == 0.5
    assert within_questions(ANSWERS, same).value == 0
    assert spearman(np.array(LABELS), np.array(same)) == 0


def test_an_interval_is_the_same_in_every_run_and_holds_the_value():
    scores = [label if place % 5 else -label for place, label in enumerate(LABELS)]

    first, second = (accuracy(ANSWERS, pairs_of(ANSWERS), scores) for _ in range(2))

    assert first == second
    assert first.low < first.value < first.high


def test_without_pairs_there_is_no_figure():
    found = accuracy([], [], [])

    assert np.isnan(found.value)
    assert found.count == 0


def test_equal_values_share_their_ranks():
    assert list(ranks(np.array([3.0, 1.0, 3.0, 7.0]))) == [2.5, 1.0, 2.5, 4.0]


@pytest.mark.parametrize(
    ("yes", "no", "expected"),
    [([2, 3], [0, 1], 1), ([0, 1], [2, 3], 0), ([1, 1], [1, 1], 0.5), ([1, 3], [2], 0.5)],
)
def test_the_area_is_how_often_one_is_above_the_other(
    yes: list[float], no: list[float], expected: float
):
    assert area(yes, no) == expected


def test_an_area_within_groups_is_that_of_all_of_them_with_an_interval():
    groups = [([2.0, 3.0], [1.0]), ([1.0], [2.0, 0.0]), ([5.0], [])]

    found = area_within(groups)

    assert found.value == area([2, 3, 1, 5], [1, 2, 0])
    assert (found.low <= found.value <= found.high, found.count) == (True, 3)


def test_groups_are_drawn_whole_so_that_alike_answers_do_not_narrow_the_interval():
    values = [0.0, 1.0] * 50

    alone = mean_within(values, [str(place) for place in range(100)])
    together = mean_within(values, [str(place % 4) for place in range(100)])

    assert alone.value == together.value == 0.5
    assert together.high - together.low > 2 * (alone.high - alone.low)


def test_the_half_of_a_question_hangs_on_its_words_only():
    questions = [f"What is {number}?" for number in range(400)]

    halves = [half_of(question) for question in questions]

    assert half_of("What is  3") == half_of("what is 3?!") == halves[3]
    assert 150 < halves.count(DEV) < 250
    assert {DEV, HELD} == set(halves)
    assert [half_of(text) for text in ("Why us?", "Tell me about yourself.")] == [HELD, HELD]


def test_labelled_answers_are_read_from_the_folder_that_is_named(tmp_path, monkeypatch):
    line = '{"q": "Why?", "a": "So.", "y": "Good", "role": "Nurse"}\n'
    (tmp_path / "omdena_dev.jsonl").write_text(line + line.replace("Good", "Poor"), "utf-8")
    monkeypatch.setenv("EVAL_DATA", str(tmp_path))

    answers = labelled()

    assert [answer.label for answer in answers] == [2, 0]
    assert answers[0].judged == Judged("why", 2, 1)
    assert answers[0].row.job_title == "Nurse"


def test_without_the_folder_there_are_none(tmp_path, monkeypatch):
    monkeypatch.setenv("EVAL_DATA", str(tmp_path / "nowhere"))

    assert labelled() == ()


def test_the_same_answers_are_drawn_in_whatever_order_they_stand(tmp_path, monkeypatch):
    lines = (f'{{"q": "{n}?", "a": "{n}", "y": "Good", "role": ""}}' for n in range(30))
    (tmp_path / "omdena_dev.jsonl").write_text("\n".join(lines), "utf-8")
    monkeypatch.setenv("EVAL_DATA", str(tmp_path))
    answers = labelled()

    assert drawn(answers, 7) == drawn(answers[::-1], 7)
