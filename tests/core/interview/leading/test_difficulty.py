from __future__ import annotations

from dataclasses import replace

import pytest

from core.interview.assessment import planned_for, review_of
from core.interview.leading.difficulty import topic_to_put, topics_put
from core.interview.leading.director import decide
from core.interview.planning import bank
from core.interview.planning.alike import are_alike
from core.models import Competency, Format, InterviewSession, Kind, Level, Plan
from tests.core.interview.interviews import GERMAN, MIDDLING, STRONG, interview, planned, step

STRONG_TOO = (
    "When our clinic moved in 2021, the new booking system sent two patients to one slot about "
    "8 times a week, and the supplier said that it was our fault. I exported three months of "
    "bookings, compared the clashes with the staff rota and found that all of them came from "
    "changes made after 5 pm. I asked the receptionist to repeat one while I watched the log, "
    "because I suspected the saved copy on the second desk. I wrote a one page report with four "
    "cases and sent it to the supplier's engineer. As a result they mended it within a week, and "
    "the clashes fell from 8 a week to zero, which I checked for another two months."
)
OF_KEYS = (
    "I look for the column that never changes, because a key that changes breaks every table that "
    "refers to it. For our orders I took a generated number instead of the order code, since the "
    "shop reused 312 codes in 2022, and I kept the code as a unique column beside it. In the "
    "report "
    "tables I join on the generated number only. I tested the load with a copy of the warehouse, "
    "and after the change the nightly report showed no doubled rows, where it had shown forty a "
    "week. As a result the finance team stopped checking the data by hand."
)
OF_A_LOAD = (
    "I run the load on a copy of last night's data first and compare counts and sums of each table "
    "with the source, because a load can end without an error and still lose rows. For our "
    "warehouse I wrote 40 checks in SQL: every key has to be unique, no date may lie in the future "
    "and the total has to match the ledger to the cent. In 2023 one of them found that a time zone "
    "moved 1,200 orders to the wrong day. So I stopped the load, corrected the query and ran the "
    "tests again, because the finance team reads the report at eight. I also told the team lead, "
    "and we agreed that a failed check stops the schedule. As a result the report was right at six "
    "in the morning, and no wrong total has reached a customer since."
)
WEAK = "I don't know."
QUESTIONS = (
    "What is a problem you solved whose cause was not obvious at first?",
    "Can you describe a task where your first attempt failed and you had to find another way?",
    "What was a choice between two reasonable options that you had to make, and why so?",
    "When did you last repair something that others had given up on?",
)


def of_one_competency(*replies: str | None, level: Level = Level.MID) -> InterviewSession:
    """Five questions, so without probes, of which four are on problem solving."""
    last = planned("motivation", text="Why here?", competency=None)
    plan = Plan((*(planned(text=text) for text in QUESTIONS), last))
    session = replace(interview(format_=Format(question_count=5, level=level)), plan=plan)
    for reply in replies:
        session = step(session, reply)
    return session


def test_two_strong_answers_raise_the_next_question_of_the_competency():
    session = of_one_competency(STRONG, STRONG_TOO)

    decision = decide(session)

    harder = bank.behavioural(Competency.PROBLEM_SOLVING, Level.SENIOR)
    assert decision.kind is Kind.QUESTION
    assert (decision.topic, decision.level) == (2, Level.SENIOR)
    assert decision.wording in harder
    assert decision.wording not in bank.behavioural(Competency.PROBLEM_SOLVING, Level.MID)
    assert decision.because == (
        f"{planned().reason} One level up, after two strong answers on problem solving."
    )
    assert decision.label.endswith("One level up, after two strong answers on problem solving")


def test_two_weak_answers_lower_it():
    decision = decide(of_one_competency(WEAK, WEAK))

    assert decision.level is Level.ENTRY
    assert decision.wording in bank.behavioural(Competency.PROBLEM_SOLVING, Level.ENTRY)
    assert "One level down, after two short or weak answers" in decision.because


@pytest.mark.parametrize(
    "replies",
    [
        (STRONG, MIDDLING),
        (STRONG, STRONG),  # the same story is not strong twice
        (STRONG, WEAK),
        (WEAK, None),
        (None, None),
        (GERMAN, GERMAN),
        (STRONG,),
    ],
)
def test_anything_else_leaves_the_level_as_it_is(replies: tuple[str | None, ...]):
    session = of_one_competency(*replies)

    decision = decide(session)

    assert decision.level is None
    assert decision.wording == QUESTIONS[len(replies)]


@pytest.mark.parametrize(("reply", "level"), [(STRONG, Level.LEAD), (WEAK, Level.ENTRY)])
def test_there_is_nothing_beyond_the_first_and_the_last_level(reply: str, level: Level):
    other = STRONG_TOO if reply == STRONG else WEAK

    assert decide(of_one_competency(reply, other, level=level)).level is None


def test_the_coverage_stays_and_the_new_question_is_like_no_other():
    session = of_one_competency(WEAK, WEAK)

    put = topic_to_put(session, 2)

    before = planned(text=QUESTIONS[2])
    assert (put.question.competency, put.question.style) == (before.competency, before.style)
    assert not any(are_alike(put.question.text, text) for text in QUESTIONS)


def test_the_level_follows_from_the_transcript_again_later():
    session = step(of_one_competency(WEAK, WEAK), MIDDLING)

    third = topics_put(session)[2]

    assert third.level is Level.ENTRY
    assert third.question.text == session.exchanges[2].question.content
    assert planned_for(session, session.stories[2]).text == third.question.text


def test_a_topic_that_the_plan_does_not_have_is_rated_as_it_was_asked():
    session = of_one_competency(MIDDLING)
    stray = replace(session, plan=Plan(()))

    assert review_of(stray, stray.stories[0]).review.question.endswith(QUESTIONS[0])


def test_questions_about_the_work_itself_rise_as_well(monkeypatch):
    def made(text: str, *levels: Level) -> bank.RoleQuestion:
        point = bank.KeyPoint("keys", frozenset({"key"}))
        return bank.RoleQuestion(text, (point,), levels or tuple(Level))

    questions = (
        made("How do you choose the keys of a table?"),
        made("How do you test a nightly load before it runs?"),
        made("What makes a report slow, and how would you find out?"),
        made(
            "How would you set the rules by which several teams share one warehouse?", Level.SENIOR
        ),
    )
    # what the bank holds for each level is its own matter; how it is drawn from is tested here
    monkeypatch.setattr(bank, "role_questions", lambda _family: questions)
    monkeypatch.setattr(bank, "key_points", lambda _text: questions[0].points)
    topics = [
        planned("technical", text=q.text, competency=Competency.ROLE_KNOWLEDGE)
        for q in questions[:3]
    ]
    last = planned("motivation", text="Why here?", competency=None)
    session = replace(
        interview("data", format_=Format(question_count=4)), plan=Plan((*topics, last))
    )
    for answer in (OF_KEYS, OF_A_LOAD):
        session = step(session, answer)

    decision = decide(session)

    assert decision.level is Level.SENIOR
    assert decision.wording == questions[3].text
