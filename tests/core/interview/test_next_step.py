from __future__ import annotations

import pytest

from core.interview.next_step import next_step
from core.interview.remarks import improvements_of
from core.interview.signals import read_answer
from core.interview.tables import table
from tests.core.interview.interviews import STRONG, planned


@pytest.mark.parametrize(
    ("style", "text", "kind"),
    [
        ("opening", "I was a cook for six years in Hull.", "next_bridge"),
        ("opening", "I was a cook for six years and would like to bring that here.", "next_result"),
        ("motivation", "I want to lead a kitchen of my own one day.", "next_bring"),
        ("motivation", "I can bring six years at the grill.", "next_first_step"),
        ("technical", "I read the label twice and then I weigh the flour.", "next_case"),
        ("technical", "I read the label twice. Last May that saved a whole batch.", "next_limits"),
        ("situational", "I would ring the baker.", "next_fallback"),
        ("situational", "I would ring the baker. If that fails I would bake it.", "next_known"),
        ("situational", "If that fails I bake it, as when we had no oven in May.", "next_tell"),
        ("behavioural", "I rang the baker and he came at noon.", "next_later"),
        ("behavioural", "I rang the baker, and since then he comes at noon.", "next_differently"),
    ],
)
def test_the_step_fits_the_question_and_is_not_there_yet(style: str, text: str, kind: str):
    assert next_step(read_answer(text, planned(style)), 7.0) == kind


def test_a_story_to_a_question_about_a_skill_goes_on_as_a_story():
    question = planned("technical", text="What is the hardest thing that you have done with Excel?")

    assert next_step(read_answer("I built the rota in one night.", question), 7.0) == "next_later"


def test_a_low_score_asks_for_more_of_the_same():
    assert next_step(read_answer("I rang the baker.", planned()), 3.0) == "next_detail"


def test_an_answer_in_which_nothing_is_missing_gets_one_step_below_a_full_score_only():
    signals = read_answer(STRONG, planned())

    assert [remark.kind for remark in improvements_of(signals, 1, 7.9)] == ["next_differently"]
    assert improvements_of(signals, 1, 9.0) == ()


def test_every_step_has_its_words():
    steps = [kind for kind in table("remarks")["missing"] if kind.startswith("next_")]

    assert len(steps) == 12
