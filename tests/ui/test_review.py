from __future__ import annotations

from streamlit.testing.v1 import AppTest

from tests.pages.screen import shown

POINTS = """
from core.models import Assessment, Point, Score
from ui import review

review.draw_points(Assessment(
    score=Score(value=5.0, low=4.0, high=6.0, rated=3),
    strengths=(),
    weaknesses=(
        Point(text="The outcome is missing.", number=5, advice="Say how it ended."),
        Point(text="No numbers. (Questions 1 and 3.)", number=1),
    ),
    cv_suggestions=(),
    answers=(),
    assessor="test",
))
"""
STORY = """
from core.models import AnswerReview, Assessment, Kind, Point, Score
from tests import builders
from ui import review

session = builders.session(messages=(
    builders.question(2, "Back to the job. Tell me about a mistake."),
    builders.answer(2, "We lost a day."),
    builders.question(3, "How did it end?", kind=Kind.PROBE, topic=1),
    builders.answer(3, "I told them *all*.", topic=1),
))
review.draw_answers(Assessment(
    score=Score(value=5.0, low=3.4, high=6.6, rated=1),
    strengths=(),
    weaknesses=(),
    cv_suggestions=(),
    answers=(AnswerReview(
        number=2,
        question="Tell me about a mistake.",
        answer="We lost a day.\\n\\nI told them *all*.",
        score=5.0,
        improvements=(Point(text="No reasons.", number=2),),
    ),),
    assessor="test",
), session)
"""


def test_an_answer_is_shown_with_its_follow_ups_by_their_numbers():
    run = AppTest.from_string(STORY, default_timeout=15).run()

    assert not run.exception
    assert run.expander[0].label == (
        "**Question 2 with its follow-up 3** · 5.0 / 10 · Tell me about a mistake."
    )
    assert "**Follow-up 3**\n\nHow did it end?" in shown(run)
    assert "**Your answer**\n\nI told them \\*all\\*." in shown(run)


def test_the_question_is_shown_without_what_led_over_to_it():
    run = AppTest.from_string(STORY, default_timeout=15).run()

    assert "**Question**\n\nTell me about a mistake." in shown(run)
    assert "Back to the job." not in shown(run)
    assert "1 question and 1 follow-up." in [caption.value for caption in run.caption]


def test_a_point_below_its_own_question_does_not_name_it_again():
    run = AppTest.from_string(STORY, default_timeout=15).run()

    assert "No reasons." in shown(run)
    assert ":small[" not in shown(run)


def test_an_improvement_without_a_quote_says_which_question_it_belongs_to():
    run = AppTest.from_string(POINTS, default_timeout=15).run()

    assert not run.exception
    assert ":small[Question 5]" in shown(run)


def test_an_improvement_that_names_its_questions_does_not_name_another_one():
    run = AppTest.from_string(POINTS, default_timeout=15).run()

    assert ":small[Question 1]" not in shown(run)


def test_strengths_come_before_what_to_work_on():
    run = AppTest.from_string(POINTS, default_timeout=15).run()

    assert [heading.value for heading in run.subheader] == ["Strengths", "What to work on"]
