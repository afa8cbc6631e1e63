"""The words that lead over to a new topic."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest

from core.interview.leading.bridges import APART
from core.interview.leading.director import decide
from core.interview.planning.plan import make_plan
from core.interview.wording import fault_of
from core.interview.words.tables import table
from core.models import Competency, Format, InterviewSession, Kind, Plan, PlannedQuestion
from tests.core.interview.interviews import (
    NO_OUTCOME,
    STRONG,
    drive,
    interview,
    planned,
    step,
)

NO_EXAMPLE = "I can't think of an example for this, sorry."
FAIR = (
    "Last June I ran the street fair with two neighbours. I wrote the list of who brings what, "
    "we had forty guests, and in the end we had 210 pounds for the playground."
)
OUTCOME = "In the end the hall was a better place and the people there were calm."
SIZED = "All of the 40 parcels stayed dry from then on."
BRIDGES = {name: tuple(texts) for name, texts in table("bridges").items()}
EVERY = tuple(text for texts in BRIDGES.values() for text in texts)
NEXT = "Which of your mistakes taught you most?"


def after(*replies: str, before: int = 1, **changes: Any) -> InterviewSession:
    """Some questions with whole answers, one with these replies, and then another."""
    calm = tuple(
        planned(text=f"What did you do on day {n}?", style="opening", weight=1.0)
        for n in range(before)
    )
    usual: dict[str, Any] = {"text": NEXT, "competency": Competency.ADAPTABILITY, "weight": 1.0}
    following = planned(**{**usual, **changes})
    questions = (*calm, planned(weight=1.0), following, *make_plan(interview()).questions)
    session = replace(interview(), plan=Plan(questions[:10]), format=Format(question_count=10))
    for reply in (*(STRONG for _ in calm), *replies):
        session = step(session, reply)
    return session


def bridge_of(session: InterviewSession) -> str:
    """What is said before the next question."""
    decision = decide(session)
    assert decision.kind is Kind.QUESTION
    return next((text for text in EVERY if decision.wording.startswith(f"{text} ")), "")


def test_after_an_example_from_elsewhere_the_way_leads_back_to_the_job():
    session = after(NO_EXAMPLE, FAIR)

    assert bridge_of(session) in BRIDGES["back"]
    assert decide(session).wording.endswith(f" {NEXT}")


def test_after_two_follow_ups_another_competency_is_announced():
    assert bridge_of(after(NO_OUTCOME, OUTCOME, SIZED)) in BRIDGES["another"]


def test_before_a_question_about_reasons_the_candidate_is_turned_to():
    session = after(NO_OUTCOME, OUTCOME, SIZED, style="motivation", competency=None)

    assert bridge_of(session) in BRIDGES["motivation"]


@pytest.mark.parametrize(
    ("replies", "changes"),
    [
        ([STRONG], {}),
        ([NO_OUTCOME, OUTCOME, SIZED], {"competency": Competency.PROBLEM_SOLVING}),
        ([NO_OUTCOME, OUTCOME, SIZED], {"competency": None}),
        ([NO_OUTCOME, f"{OUTCOME} {SIZED}"], {}),
        ([NO_OUTCOME, OUTCOME, "Pass"], {}),
        ([NO_EXAMPLE, "No, nothing."], {}),
    ],
    ids=[
        "no follow-up",
        "the same competency",
        "no competency",
        "one follow-up",
        "nothing told",
        "no example",
    ],
)
def test_nothing_leads_over_where_it_would_not_be_true(replies: list[str], changes: dict[str, Any]):
    assert bridge_of(after(*replies, **changes)) == ""


def test_a_question_that_would_become_too_long_gets_no_bridge():
    long = f"What did you do when {'the scanner failed and ' * 13}nobody knew?"

    assert fault_of(long) is None
    assert bridge_of(after(NO_OUTCOME, OUTCOME, SIZED, text=long)) == ""


@pytest.mark.parametrize("name", ["nurse", "data", "sales"])
@pytest.mark.parametrize("reply", [NO_OUTCOME, NO_EXAMPLE, STRONG])
def test_bridges_are_rare_and_never_said_twice(name: str, reply: str):
    format_ = Format(question_count=15)

    session = drive(interview(name, format_=format_), lambda _decision, _session: reply)

    asked = [exchange.question.content for exchange in session.exchanges]
    places = [n for n, text in enumerate(asked) if any(map(text.startswith, EVERY))]
    said = [text for text in EVERY if any(content.startswith(text) for content in asked)]
    assert len(places) == len(said)
    assert all(later - place >= APART for place, later in pairwise(places))


def test_what_stands_before_a_question_is_no_part_of_it():
    session = step(after(NO_OUTCOME, OUTCOME, SIZED), "You are a stupid machine.")

    decision = decide(session)

    assert NEXT in decision.wording
    assert not [text for text in EVERY if text in decision.wording]


def test_a_bridge_is_a_plain_sentence():
    assert len(set(EVERY)) == len(EVERY)
    for text in EVERY:
        assert text.endswith(".")
        assert (
            fault_of(f"{text} {PlannedQuestion(text=NEXT, competency=None, reason='').text}")
            is None
        )
