from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.exceptions import AnswerConflict, ValidationError, WrongMoment
from core.models import (
    Demand,
    Format,
    Job,
    Kind,
    Level,
    ModelUse,
    Score,
    Shown,
    Stage,
    Wanted,
)
from tests.builders import NOW, answer, job, plan, question, session


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"title": "  "}, "title"),
        ({"title": "x" * 201}, "title"),
        ({"company": ""}, "company"),
        ({"company": "x" * 201}, "company"),
    ],
)
def test_a_job_without_a_usable_title_and_company_is_refused_by_field(values, field):
    with pytest.raises(ValidationError) as refused:
        job(**values)

    assert refused.value.field == field


def test_a_title_of_exactly_two_hundred_characters_is_fine():
    assert Job(title="x" * 200, company="y").title == "x" * 200


@pytest.mark.parametrize("count", [2, 16])
def test_a_silly_number_of_questions_is_refused(count):
    with pytest.raises(ValidationError, match="between 3 and 15"):
        Format(question_count=count)


@pytest.mark.parametrize("language", ["", "EN", "english", "e\n", "日本"])
def test_a_language_is_a_code_and_never_a_sentence(language):
    with pytest.raises(ValidationError) as refused:
        Format(language=language)

    assert refused.value.field == "language"


def test_the_labels_read_as_words():
    assert [level.label for level in Level] == ["Entry", "Mid", "Senior", "Lead"]


def test_an_interview_without_a_plan_is_being_prepared():
    assert session().stage is Stage.PREPARING


def test_it_is_ready_when_cv_and_job_description_are_there():
    assert session().is_ready_for_interview
    assert not session(cv=None).is_ready_for_interview
    assert not session(job=job(description=" ")).is_ready_for_interview


@given(st.integers(3, 15))
def test_every_interview_finishes_after_exactly_its_questions(count):
    interview = session(plan=plan(count), format=Format(question_count=count))

    for number in range(1, count + 1):
        assert interview.stage is Stage.ASKING
        interview = replace(interview, messages=(*interview.messages, question(number)))
        assert interview.stage is Stage.ANSWERING
        interview = replace(interview, messages=(*interview.messages, answer(number)))

    assert interview.stage is Stage.FINISHED


def test_finishing_early_ends_it_with_a_question_open():
    interview = session(plan=plan(), messages=(question(1),), finished_early=NOW)

    assert interview.stage is Stage.FINISHED


def test_a_clarification_spends_no_question():
    clarified = question(1, kind=Kind.CLARIFICATION, ordinal=1)
    interview = session(plan=plan(), messages=(question(1), clarified))

    assert interview.asked == 1


def test_a_question_with_its_probes_is_one_story():
    probe = question(2, kind=Kind.PROBE, topic=0)
    interview = session(
        plan=plan(), messages=(question(1), answer(1), probe, answer(2, topic=0), question(3))
    )

    first, second = interview.stories

    assert (first.number, first.answer) == (1, "Answer 1.\n\nAnswer 2.")
    assert (second.number, second.question, second.answer) == (3, "Question 3?", "")


def test_a_skipped_question_has_no_answer():
    skip = answer(1, kind=Kind.SKIP)
    interview = session(plan=plan(), messages=(question(1), replace(skip, content="")))

    assert interview.answered == 1
    assert interview.stories[0].answer == ""


class TestCheckingAReply:
    interview = session(plan=plan(), messages=(question(1), answer(1), question(2)))

    def test_an_open_question_takes_it(self):
        assert self.interview.check_reply(2, Kind.ANSWER, "Mine.")

    def test_the_same_words_twice_are_nothing_new(self):
        assert not self.interview.check_reply(1, Kind.ANSWER, "Answer 1.")

    def test_other_words_conflict_and_both_texts_are_kept(self):
        with pytest.raises(AnswerConflict) as conflict:
            self.interview.check_reply(1, Kind.ANSWER, "Something else.")

        assert (conflict.value.stored, conflict.value.offered) == ("Answer 1.", "Something else.")

    def test_a_question_that_was_not_asked_yet_cannot_be_answered(self):
        with pytest.raises(WrongMoment):
            self.interview.check_reply(3, Kind.ANSWER, "Early.")

    def test_a_finished_interview_takes_no_more_answers(self):
        with pytest.raises(WrongMoment, match="finished"):
            replace(self.interview, finished_early=NOW).check_reply(2, Kind.ANSWER, "Late.")


def test_a_score_from_few_answers_is_provisional():
    assert Score(value=7.0, rated=4).provisional
    assert not Score(value=7.0, rated=5).provisional
    assert not Score(value=None, rated=0, reason="Nothing was answered.").provisional


def test_the_tokens_of_a_model_are_those_that_it_read_and_those_that_it_wrote():
    use = ModelUse(label="OpenAI", model="a", prompt_tokens=900, completion_tokens=40)

    assert use.tokens == 940


@pytest.mark.parametrize(
    ("state", "asked", "number", "also", "standing"),
    [
        (Shown.EVIDENCED, (1,), 8, (3,), "shown in answers 3 and 8"),
        (Shown.EVIDENCED, (), 0, (), "shown"),
        (Shown.PARTLY, (), 1, (), "partly shown in answer 1"),
        (Shown.SPOKEN_OF, (2,), 10, (), "you spoke of it in answer 10"),
        (Shown.ASKED, (2, 7), 0, (), "asked in questions 2 and 7, not shown"),
        (Shown.ASKED, (3,), 3, (), "asked in question 3, and answer 3 does not name it"),
        (Shown.NOT_ASKED, (5,), 0, (), "question 5 aimed at it; the answer did not reach it"),
        (
            Shown.NOT_ASKED,
            (5, 7),
            0,
            (),
            "questions 5 and 7 aimed at it; the answers did not reach it",
        ),
        (Shown.NOT_ASKED, (), 0, (), "not asked"),
    ],
)
def test_a_demand_says_in_words_how_far_it_came_up(
    state: Shown, asked: tuple[int, ...], number: int, also: tuple[int, ...], standing: str
):
    one = Demand(name="x", job_quote="x", state=state, asked=asked, number=number, also=also)

    assert one.standing == standing


@pytest.mark.parametrize(
    ("state", "asked", "standing"),
    [
        (Shown.NOT_ASKED, (), "not asked directly; answer 3 comes near it"),
        (Shown.NOT_ASKED, (5,), "question 5 aimed at it; answer 3 comes near it"),
        (Shown.ASKED, (5,), "asked in question 5, not shown there; answer 3 comes near it"),
        (Shown.ASKED, (3, 5), "asked in questions 3 and 5; answer 3 comes near it"),
    ],
)
def test_an_answer_that_comes_near_a_demand_is_named_beside_the_question_put_for_it(
    state: Shown, asked: tuple[int, ...], standing: str
):
    one = Demand(name="x", job_quote="x", state=state, asked=asked, number=3, answer_quote="Told.")

    assert one.standing == standing


def test_half_of_a_duty_is_not_left_open_for_the_next_interview():
    half = Demand(
        name="x",
        job_quote="x",
        state=Shown.PARTLY,
        number=1,
        answer_quote="I led it.",
        note="A part was not found.",
        wanted=Wanted.DUTY,
    )

    assert not half.is_open
    assert replace(half, wanted=Wanted.MUST).is_open
