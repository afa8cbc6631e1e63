from __future__ import annotations

from dataclasses import replace

import pytest

from core.interview.coverage import demands
from core.models import Plan
from tests.core.interview.interviews import GERMAN, STRONG, VAGUE, planned
from tests.core.interview.test_coverage import ASKING, CLEAR, PATIENT, interview

WATCH = "Watch the nightly loads and mend what breaks"
CHECKS = (
    "I check the columns at the door before anything depends on them. I ring the people at the "
    "source and map the new name in one place."
)
UNSHOWN = "asked in question 1, not shown"
NAMELESS = "asked in question 1, and answer 1 does not name it"
DISPUTE = "When did you settle a dispute between two colleagues?"


@pytest.mark.parametrize(
    ("line", "asked", "answer", "style", "standing"),
    [
        # Planned because of the line: never "not asked", whatever the question's words are.
        (CLEAR, DISPUTE, "no", "behavioural", "asked in question 1, not shown"),
        (CLEAR, ASKING, PATIENT, "behavioural", "shown in answer 1"),
        ("Reliable in all that you do", DISPUTE, STRONG, "behavioural", NAMELESS),
        (WATCH, "A file changes. What do you do?", CHECKS, "technical", "shown in answer 1"),
        (WATCH, "A file changes. What do you do?", VAGUE, "technical", UNSHOWN),
        (WATCH, "A file changes. What do you do?", GERMAN, "technical", UNSHOWN),
        (WATCH, "What do you look forward to?", CHECKS, "motivation", "not asked"),
        (WATCH, "What led you here?", CHECKS, "opening", "not asked"),
        ("Able to work on Saturdays", DISPUTE, STRONG, "behavioural", NAMELESS),
    ],
)
def test_a_line_that_a_question_was_planned_for_was_asked(
    line: str, asked: str, answer: str, style: str, standing: str
):
    question = planned(style, text=asked, quote=line)
    session = interview((asked, answer), advert=f"Essential:\n- {line}")

    [found] = demands(replace(session, plan=Plan((question,))))

    assert found.standing == standing


@pytest.mark.parametrize(
    "reason",
    [
        f"Asked about teamwork, which matters in most jobs; one task here is “{WATCH}”.",
        f"Asked because the job is one in data; one task here is “{WATCH}”.",
        f"Asked because your CV mentions “{WATCH}”.",
    ],
)
def test_a_line_that_a_question_only_mentions_as_one_task_was_not_asked(reason: str):
    question = planned("technical", text=DISPUTE, quote=WATCH, reason=reason)
    session = interview((DISPUTE, CHECKS), advert=f"Essential:\n- {WATCH}")

    [found] = demands(replace(session, plan=Plan((question,))))

    assert found.asked == ()


def test_of_a_line_in_parts_a_date_has_to_be_asked_for_by_itself():
    line = "Reliable, and able to work every second Saturday"
    question = planned(text=DISPUTE, quote=line)
    session = interview((DISPUTE, PATIENT), advert=f"Essential:\n- {line}")

    found = demands(replace(session, plan=Plan((question,))))

    assert [one.asked for one in found] == [(1,), ()]
