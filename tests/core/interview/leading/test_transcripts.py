"""The director's decisions on transcripts that are written down as data."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from core.interview.leading.director import decide
from core.interview.planning.plan import make_plan
from core.interview.wording import fault_of
from core.models import Competency, Format, InterviewSession, Job, Kind, Plan, PlannedQuestion
from tests.core.interview.interviews import interview, step

CASES: list[dict[str, Any]] = tomllib.loads(
    Path(__file__).with_name("transcripts.toml").read_text("utf-8")
)["case"]
SKIPPED = "(skipped)"


def transcript(case: dict[str, Any]) -> InterviewSession:
    """Eight questions, of which the first is the case's; each reply answers what was decided."""
    competency = case.get("competency")
    planned = PlannedQuestion(
        text=case["question"],
        competency=Competency(competency) if competency else None,
        reason="Asked because the advert says so.",
        skill=case.get("skill", ""),
        style=case.get("style", "behavioural"),
    )
    session = replace(interview(), job=Job(title=case["job"], company="Acme", description="-"))
    plan = Plan((planned, *make_plan(interview()).questions[1:]))
    session = replace(session, plan=plan, format=Format(question_count=8))
    for reply in case["replies"]:
        session = step(session, None if reply == SKIPPED else reply)
    return session


def test_there_are_at_least_sixty_transcripts_over_many_jobs():
    assert len(CASES) >= 60
    assert len({case["name"] for case in CASES}) == len(CASES)
    assert len({case["job"] for case in CASES}) >= 8


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_the_director_decides_as_written(case: dict[str, Any]):
    session = transcript(case)

    decision = decide(session)

    is_next = decision.kind is Kind.QUESTION
    assert (decision.kind if is_next else decision.label) == case["expect"]
    assert decision.topic == (1 if is_next else 0)
    if "quotes" in case:
        assert bool(decision.quote) == case["quotes"]
    assert decision.quote in session.exchanges[-1].answer
    assert fault_of(decision.wording) is None
    assert decide(transcript(case)) == decision
