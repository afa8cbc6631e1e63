from __future__ import annotations

import pytest

from core.interview.planning import bank
from evals.bank import experts, measure, near_copies, questions_of_others, shown


def test_the_figures_of_the_bank_are_reached():
    figures = list(measure())

    assert {"Questions", "Questions that are alike"} <= {figure.name for figure in figures}
    assert not [str(figure) for figure in figures if not figure.is_reached]


def test_an_answer_of_nobody_in_particular_shows_no_key_point():
    silent = [answer | {"text": "It was raining."} for answer in experts()]

    assert shown(silent) == pytest.approx(0)


def test_a_near_copy_of_a_question_of_others_is_found():
    ours = ("How did you handle the hardest customer of your career?", "What is your plan?")
    others = ("How did you handle the hardest customers in your career?",)

    near = near_copies(ours, others)

    assert near == (f"{ours[0]} / {others[0]}",)


def test_questions_of_others_are_read_where_they_are_kept(tmp_path, monkeypatch):
    (tmp_path / "questions_open.csv").write_text('question,role\n"Why, and how?",any\n', "utf-8")
    monkeypatch.setenv("EVAL_DATA", str(tmp_path))

    assert questions_of_others() == ("Why, and how?",)


def test_without_the_questions_of_others_there_is_nothing_to_compare(tmp_path, monkeypatch):
    monkeypatch.setenv("EVAL_DATA", str(tmp_path))

    assert questions_of_others() == ()


@pytest.mark.skipif(not questions_of_others(), reason="EVAL_DATA names no questions of others")
def test_no_question_of_the_bank_is_a_near_copy_of_one_of_others():
    ours = tuple(text for texts in bank.every_question().values() for text in texts)

    near = near_copies(ours, questions_of_others())

    assert not near
