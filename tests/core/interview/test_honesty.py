from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.interview.answers.stories import told_before
from core.interview.assessment import assess, signals_of
from core.interview.judging.arithmetic import score_of
from core.interview.planning import bank
from core.interview.rating.rubric import rubric
from core.models import Competency, Plan, Quality, Rating
from tests.core.interview.interviews import (
    CLICHES,
    GERMAN,
    MIDDLING,
    NO_OUTCOME,
    ONLY_WE,
    STRONG,
    VAGUE,
    answered,
    ask_back,
    explain,
    planned,
    pose,
    reply,
    single,
)

OTHER_STORY = (
    "Two winters ago a pump failed on a Sunday. I called the fitter, and I moved nine patients to "
    "the other ward because their beds had no oxygen. In the end nobody was harmed."
)
RUDE = "My last boss was an idiot and I hated it there."
CIRCLE = "I am the best engineer because I am the best, and everybody I meet says I am the best."


@pytest.mark.parametrize("again", [STRONG, f"As I said. {STRONG}", f"{STRONG} That is all of it."])
def test_a_story_told_again_keeps_part_of_its_points_and_is_named(again: str):
    first, second, third = assess(answered(STRONG, again, OTHER_STORY)).answers

    told = [point.text for point in second.improvements]
    assert (first.score or 0) > 7
    assert (second.score or 9) <= 6.5
    assert "This is the same story as in question 1." in told
    assert second.strengths == ()
    assert (third.score or 0) > 4


def test_a_story_told_again_gets_no_anchor_that_it_did_not_earn():
    second = assess(answered(STRONG, STRONG)).answers[1]

    anchors = {anchor for rating in second.ratings for anchor in rubric()[rating.item].anchors}
    assert any("question 1" in step.label and step.points < 0 for step in second.steps)
    assert not anchors & {rating.because for rating in second.ratings}


def test_a_model_cannot_give_a_story_told_again_all_its_points():
    session = answered(STRONG, STRONG)
    first, second, *_ = (signals_of(session, story) for story in session.stories)
    best = tuple(Rating(item=quality, level=5) for quality in Quality)

    assert score_of(first, best) == 10
    assert score_of(second, best) <= 8.2


def test_short_refusals_are_nobodys_same_story():
    session = answered("I don't know.", "I don't know.")

    assert all(told_before(session, story) == 0 for story in session.stories)


@pytest.mark.parametrize("skill", ["Kubernetes", "Salesforce"])
def test_an_answer_that_leaves_the_asked_skill_out_is_not_rated_on_knowledge(skill: str):
    text = f"I see {skill} in your CV: which problem did it help you to solve, and how?"
    question = planned("technical", text=text, skill=skill, competency=Competency.ROLE_KNOWLEDGE)
    session = replace(single("technical", STRONG), plan=Plan((question,)))

    review = assess(session).answers[0]

    items = {rating.item: rating for rating in review.ratings}
    assert Competency.ROLE_KNOWLEDGE not in items
    assert items[Quality.RELEVANCE].level <= 2
    assert items[Quality.RELEVANCE].because == f"It does not mention {skill}."
    assert review.improvements[0].text == f"The answer does not mention {skill}."
    assert (review.score or 9) <= 4


def test_an_answer_about_the_asked_skill_is_rated_on_knowledge():
    text = "I see Kubernetes in your CV: which problem did it help you to solve, and how?"
    question = planned("technical", text=text, competency=Competency.ROLE_KNOWLEDGE)
    reply = "I moved our nightly jobs to k8s because they needed more memory than one server had."
    session = replace(single("technical", reply), plan=Plan((question,)))

    items = {rating.item for rating in assess(session).answers[0].ratings}

    assert Competency.ROLE_KNOWLEDGE in items


@pytest.mark.parametrize("reply", [RUDE, CIRCLE, CLICHES, "I do not know.", "no", "\U0001f600"])
def test_a_weak_answer_gets_no_strength(reply: str):
    review = assess(single("behavioural", reply)).answers[0]

    assert (review.score or 0) < 4
    assert review.strengths == ()


NO_EXAMPLE = "I don't really have an example for that, sorry."


@pytest.mark.parametrize("reply", ["I do not know.", "no", "\U0001f600", NO_EXAMPLE])
def test_a_non_answer_is_rated_only_on_what_can_be_known_and_judges_nobody(reply: str):
    review = assess(single("behavioural", reply)).answers[0]

    assert [rating.item for rating in review.ratings] == [Quality.RELEVANCE, Quality.EVIDENCE]
    assert {rating.because for rating in review.ratings} == {
        "No example was given, so only this much can be rated."
    }
    assert (review.score or 9) <= 2


def test_a_request_to_repeat_the_question_is_never_rated():
    review = assess(single("behavioural", "Could you repeat the question please?")).answers[0]

    assert (review.score, review.ratings) == (None, ())
    assert review.note == "You asked for the question to be put again, so this is not rated."


def test_a_request_to_repeat_the_question_does_not_change_what_the_answer_is_worth():
    open_question = pose(single("behavioural"))
    asked = reply(explain(ask_back(open_question, "What do you mean by that?")), STRONG)
    plain = single("behavioural", STRONG)

    assert assess(asked).answers[0].score == assess(plain).answers[0].score


@given(st.sampled_from([STRONG, MIDDLING, VAGUE, NO_OUTCOME, ONLY_WE, RUDE]))
def test_the_grounds_of_a_rating_agree_with_the_remarks(reply: str):
    review = assess(single("behavioural", reply)).answers[0]

    grounds = " ".join(rating.because for rating in review.ratings)
    praised = {point.text for point in review.strengths}
    missing = {point.text for point in review.improvements}
    told = " ".join(re.findall(r"You tell [^.]*\.", grounds))
    still = " ".join(re.findall(r"Still open: [^.]*\.", grounds))
    assert not ("You said what you did yourself." in praised and "what you did yourself" in still)
    assert ("The outcome is missing." in missing) is ("how it ended" in still)
    assert not ("The outcome is missing." in missing and "how it ended" in told)
    assert "Blames others" not in grounds


def test_fault_put_on_others_is_only_named_where_it_was():
    blaming = "We missed the date last year, and it was all their fault because they were useless."
    question = planned(competency=Competency.COLLABORATION)
    plan = Plan((question,))

    named = assess(replace(single("behavioural", blaming), plan=plan)).answers[0].ratings[-1]
    other = assess(replace(single("behavioural", VAGUE), plan=plan)).answers[0].ratings[-1]

    assert named.because.startswith("Part of the answer puts the fault on others")
    assert other.because.startswith("It shows")


def test_with_everything_skipped_the_reason_is_one_plain_sentence():
    assert assess(answered(None, None, None)).score.reason == (
        "No question was answered, so there is nothing to rate."
    )


def test_with_no_english_the_reason_is_one_plain_sentence():
    assessment = assess(answered(GERMAN, None, GERMAN))

    assert assessment.score.reason == (
        "The built-in assessor reads English only, so this interview was not rated."
    )
    assert assessment.strengths == assessment.weaknesses == ()


def test_a_reply_to_a_probe_stands_below_its_question():
    session = single("behavioural", NO_OUTCOME, "In the end the stops fell from 9 to 2 a week.")
    probe = session.exchanges[1].question.content

    review = assess(session).answers[0]

    assert review.answer == (
        f"{NO_OUTCOME}\n\n— You were asked: {probe}\nIn the end the stops fell from 9 to 2 a week."
    )


def test_what_the_interviewer_asked_is_never_quoted_as_the_candidates_words():
    session = single("behavioural", NO_OUTCOME, "In the end the stops fell from 9 to 2 a week.")
    replies = [exchange.answer for exchange in session.exchanges]

    review = assess(session).answers[0]

    points = (*review.strengths, *review.improvements)
    assert all(any(point.quote in reply for reply in replies) for point in points)
    assert all(point.number == review.number for point in points)


def test_covered_key_points_are_a_strength():
    question = bank.role_questions("software")[0]
    reply = (
        "I write unit tests first, and a colleague reviews each branch, because two people see "
        "more than one. In 2023 I added an alert on the error log, and as a result the bugs that "
        "reached our users fell from 9 to 2 a month."
    )
    asked = planned("technical", text=question.text, competency=Competency.ROLE_KNOWLEDGE)
    session = replace(single("technical", reply), plan=Plan((asked,)))

    told = [point.text for point in assess(session).answers[0].strengths]

    assert any(text.startswith("You spoke of ") for text in told)
