"""What the feedback says of the interview as a whole."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.interview.answers.findings import Found
from core.interview.answers.signals import read_answer
from core.interview.assessment import assess, review_of
from core.interview.feedback.duties import untold_duties
from core.interview.feedback.remarks import AGAINST, Remark, improvements_of, lacking, point_of
from core.interview.feedback.summing import next_time
from core.interview.feedback.whole import Reviewed, told_apart
from core.interview.words.tables import table
from core.models import (
    Assessment,
    Competency,
    Demand,
    InterviewSession,
    Plan,
    Shown,
    Wanted,
)
from tests import builders
from tests.core.interview.interviews import (
    CLICHES,
    HOLLOW,
    MIDDLING,
    NO_OUTCOME,
    ONLY_WE,
    STRONG,
    VAGUE,
    answered,
    planned,
)

REPLIES = [STRONG, MIDDLING, VAGUE, HOLLOW, CLICHES, NO_OUTCOME, ONLY_WE, "I don't know."]
USUALLY = "It is about experience and staying calm, and usually it works out, as always in shops."
BAKERY = (
    "At the bakery in 2021 the oven stopped at night. I rang the engineer and I moved the dough to "
    "the cold room, because it rises there more slowly."
)
FRIENDLY = (
    "We had somebody who was not satisfied. I was friendly and did what I could for them, and it "
    "was a normal situation in the shop, busy as always."
)


def strengths_told(assessment: Assessment) -> list[str]:
    return [point.text for review in assessment.answers for point in review.strengths]


@given(st.lists(st.sampled_from(REPLIES), min_size=4, max_size=6))
def test_no_strength_is_told_more_than_twice_and_no_why_or_stronger_version_twice(
    replies: list[str],
):
    assessment = assess(answered(*replies))

    told = strengths_told(assessment)
    points = chain.from_iterable((*r.strengths, *r.improvements) for r in assessment.answers)
    whys = [point.why for point in points if point.why]
    assert all(told.count(text) <= 2 for text in told)
    assert len(whys) == len(set(whys))
    versions = [[p for p in r.improvements if p.stronger] for r in assessment.answers]
    assert all(len(one) <= 1 for one in versions)


def told(*replies: str) -> InterviewSession:
    """An interview that asks for an event each time, without follow-ups."""
    kinds = (Competency.CUSTOMER, Competency.OWNERSHIP, Competency.PROBLEM_SOLVING)
    asked = [
        planned(text=f"Tell me of event {at}.", competency=kinds[at % len(kinds)])
        for at in range(len(replies))
    ]
    messages = [
        message
        for at, reply in enumerate(replies)
        for message in (
            builders.question(at + 1, asked[at].text, topic=at),
            builders.answer(at + 1, reply, topic=at),
        )
    ]
    return builders.session(plan=Plan(tuple(asked)), messages=tuple(messages))


def test_no_event_in_most_answers_comes_before_everything_else():
    assessment = assess(told(FRIENDLY, STRONG, HOLLOW))

    assert assessment.next_time == (
        "Questions 1 and 3 asked for an event, and you do not say what happened. Before the next "
        "interview write down three real moments: somebody who was hard to please, a problem whose "
        "cause you had to find and a busy day. For each: what happened, what you did, how it ended."
    )
    assert assessment.weaknesses


def test_where_not_all_answers_hint_at_an_event_it_is_only_said_that_none_was_told():
    assert "asked for an event, and none was told." in assess(told(FRIENDLY, USUALLY)).next_time


@pytest.mark.parametrize("replies", [(FRIENDLY, STRONG, MIDDLING), (FRIENDLY, STRONG), (FRIENDLY,)])
def test_one_answer_without_an_event_is_not_most(replies: tuple[str, ...]):
    assert "none was told" not in assess(told(*replies)).next_time


def test_a_vague_word_is_for_the_next_time_only_where_nothing_else_is_missing():
    vague = f"{STRONG} We also had stuff to clear up after that."

    assert "vague words" in assess(answered(None, vague, None)).next_time
    assert "vague words" not in assess(answered(None, vague, NO_OUTCOME)).next_time


@pytest.mark.parametrize(
    "replies",
    [
        (NO_OUTCOME, STRONG, BAKERY),
        (STRONG, ONLY_WE, MIDDLING),
        (MIDDLING, BAKERY),
        (STRONG, VAGUE),
    ],
)
def test_what_is_told_for_the_next_time_is_no_strength_of_the_whole(replies: tuple[str, ...]):
    assessment = assess(told(*replies))

    texts = {one["text"]: kind for kind, one in table("remarks")["shown"].items()}
    praised = [texts.get(p.text.split(" (Questions")[0], "") for p in assessment.strengths]
    missing = table("remarks")["missing"]
    faults = [kind for kind, one in missing.items() if one["often"] in assessment.next_time]
    assert faults
    assert not [kind for kind in praised if set(faults) & set(AGAINST.get(kind, ()))]


def test_the_count_for_the_next_time_is_that_of_the_answers_that_lack_it():
    assessment = assess(told(NO_OUTCOME, BAKERY, STRONG))

    assert assessment.next_time.startswith("In 2 of 3 answers, the outcome was missing.")
    assert "The outcome is missing." not in " ".join(p.text for p in assessment.weaknesses)


@pytest.mark.parametrize(
    ("reply", "praise"),
    [
        (FRIENDLY, "Your answers are short and without fillers"),
        (f"{FRIENDLY} In the end they calmed down.", "You said how it ended."),
        ("I can't think of an example, sorry.", "You said openly that no example came to mind"),
        (USUALLY, "Your answers are short and without fillers"),
    ],
)
def test_a_weak_interview_has_one_small_strength_that_is_true(reply: str, praise: str):
    assessment = assess(answered(None, reply, None))

    (point,) = assessment.strengths
    assert point.text.startswith(praise)
    assert point.quote in reply


def test_long_answers_full_of_fillers_are_not_called_short():
    long = " ".join([f"Um, it is, you know, about thing {at}." for at in range(20)])

    assert assess(answered(None, long, None)).strengths == ()


@pytest.mark.parametrize(
    ("style", "text", "kind"),
    [
        ("motivation", "I like it, and I always wanted to do such a thing with people.", "moment"),
        ("opening", "I have done this and that for a while, mostly with people.", "path"),
    ],
)
def test_what_is_missing_is_told_as_the_question_asks_for_it(style: str, text: str, kind: str):
    kinds = [found.kind for found in lacking(read_answer(text, planned(style, competency=None)))]

    assert kind in kinds
    assert "facts" not in kinds


def test_a_general_sentence_said_twice_is_called_no_story():
    signals = read_answer(USUALLY, planned("technical"), repeats=3)

    point = improvements_of(signals, 5)[0].point

    assert point.text == "This is what you said in answer to question 3, again."


def test_words_that_hide_a_step_are_not_called_somebody_elses_part():
    texts = [r.point.text for r in improvements_of(read_answer(FRIENDLY, planned()), 1)]

    assert "“did what I could” leaves open what you did." in texts
    assert "It stays open which part of this was yours." not in texts


def test_what_the_next_time_says_is_not_said_again_below_it():
    for replies in ((FRIENDLY, STRONG, HOLLOW), (NO_OUTCOME, BAKERY, STRONG), (VAGUE, ONLY_WE)):
        assessment = assess(told(*replies))

        assert assessment.next_time
        assert all(point.advice not in assessment.next_time for point in assessment.weaknesses)


def late(number: int, kind: str) -> Reviewed:
    session = told(STRONG)
    item = review_of(session, session.stories[0])
    point = point_of("missing", Found(kind), number)
    review = replace(item.review, unaided=1.0, number=number)
    return replace(item, review=review, improvements=(Remark(kind, point),), late=kind)


def test_a_story_that_came_late_is_to_be_had_ready_and_one_not_at_hand_written_down():
    slow, none = late(1, "asked_again"), late(2, "asked_none")

    assert "have the story of question 1 ready" in next_time([slow])
    assert "write down six cases" not in next_time([slow])
    assert "have the story" not in next_time([none])
    assert "To question 2 no example came to mind" in next_time([none])
    assert "write down six cases" in next_time([slow, none])


def with_case(number: int, score: float, case: str = "", question: str = "") -> Reviewed:
    item = late(number, "asked_none")
    review = replace(item.review, score=score, question=question or item.review.question)
    return replace(item, review=review, late="", improvements=(), case=case, competency=None)


def test_the_cases_to_write_down_are_those_that_were_missing():
    items = [late(1, "asked_none"), with_case(2, 6.0, "a delay")]

    assert "a delay" in next_time(items)


def test_no_case_to_write_down_was_told_well():
    well = with_case(2, 8.6, question="How do you set priorities on a busy day?")
    assert "a busy day" not in next_time([late(1, "asked_none"), well])


def test_the_cases_to_write_down_are_for_what_this_interview_left_open():
    weak = [late(1, "asked_none"), with_case(2, 6.0, "a delay"), with_case(3, 6.0, "a quarrel")]

    last = next_time(weak, ["count the stock", "open the shop"])

    assert last.endswith("among them a delay, a quarrel and a case for “count the stock”.")


@pytest.mark.parametrize(
    ("name", "wanted", "state", "line"),
    [
        (
            "You count the stock each month.",
            Wanted.DUTY,
            Shown.NOT_ASKED,
            "count the stock each month",
        ),
        ("Open the shop at six", Wanted.DUTY, Shown.ASKED, "open the shop at six"),
        ("You count the stock", Wanted.DUTY, Shown.EVIDENCED, ""),
        ("You count the stock", Wanted.DUTY, Shown.SPOKEN_OF, ""),
        ("You count the stock", Wanted.NICE, Shown.NOT_ASKED, ""),
        ("Excel", Wanted.DUTY, Shown.NOT_ASKED, ""),
        ("Stock counts with forty boxes", Wanted.DUTY, Shown.NOT_ASKED, ""),
    ],
)
def test_a_task_of_the_advert_for_which_nothing_was_told_is_one_to_have_a_case_for(
    name: str, wanted: Wanted, state: Shown, line: str
):
    demand = Demand(name=name, job_quote=name, state=state, wanted=wanted)

    assert untold_duties([demand]) == ((line,) if line else ())


def test_a_task_that_an_answer_came_near_is_left_out():
    near = Demand(
        name="Open the shop", job_quote="", state=Shown.NOT_ASKED, number=2, wanted=Wanted.DUTY
    )

    assert untold_duties([near]) == ()


def test_what_to_work_on_names_the_questions_under_which_it_stands():
    for replies in ((FRIENDLY, STRONG, HOLLOW), (NO_OUTCOME, BAKERY, STRONG), (VAGUE, ONLY_WE)):
        assessment = assess(told(*replies, *replies[:1]))

        under = {p.text: r.number for r in assessment.answers for p in r.improvements}
        for point in assessment.weaknesses:
            assert "(Questions" in point.text or under[point.text] == point.number


def test_that_a_story_came_late_is_said_of_each_and_what_to_do_in_full_at_the_first():
    items = told_apart([late(1, "asked_again"), late(2, "asked_again"), late(3, "asked_none")])

    points = [item.review.improvements[0] for item in items]
    assert [point.text[:9] for point in points] == ["You told ", "You told ", "This came"]
    assert points[0].advice == "Begin your first answer with it."
    assert points[1].advice == "as for question 1."
    assert points[2].advice.startswith("Write it down")


def test_every_line_to_work_on_says_what_to_do():
    for replies in ((FRIENDLY, STRONG, HOLLOW), (NO_OUTCOME, BAKERY, STRONG), (VAGUE, ONLY_WE)):
        assert all(point.advice for point in assess(told(*replies)).weaknesses)


def test_the_strengths_of_the_whole_stand_under_their_questions():
    assessment = assess(told(STRONG, MIDDLING, BAKERY))

    under = {p.quote for answer in assessment.answers for p in answer.strengths}
    assert {point.quote for point in assessment.strengths} <= under
