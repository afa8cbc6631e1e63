"""Which line of a CV is pointed to where no example came to mind."""

from __future__ import annotations

from dataclasses import replace

import pytest

from core.interview.assessment import planned_for
from core.interview.feedback.elsewhere import fitting
from core.models import Competency, Document, Format, InterviewSession, Plan
from tests.core.interview.interviews import STRONG, interview, planned, step

NONE = "I can't think of an example right now, sorry."
LONGEST = "Which problem at work took you longest to understand?"
LEAD = "When did you last lead a team through a hard shift or a hard week?"
CUT = "Cut late deliveries from fourteen to three a week"
JOB = "Work\n2019-2023: Driver, Mill"
CLUB = "Repaired the boats of the rowing club and painted the hall"


def pointed(
    question: str, competency: Competency, cv: str, reply: str = NONE
) -> tuple[str, str] | None:
    """The line and what is said of it."""
    asked = replace(planned(text=question), competency=competency)
    session: InterviewSession = replace(
        interview(), plan=Plan((asked,)), format=Format(question_count=3), cv=Document(text=cv)
    )
    session = step(session, reply)
    story = session.stories[0]
    found = fitting(session, story, planned_for(session, story))
    return (found.text, found.advice) if found else None


@pytest.mark.parametrize(
    "line",
    [
        CUT,
        "Reduced the waste of the bakery by a third",
        "Halved the time of the count to 40 minutes",
        "Improved the yield of two ovens from 80 to 95 per cent",
    ],
)
def test_a_line_with_an_outcome_is_pointed_to_where_nothing_was_told(line: str):
    found = pointed(LONGEST, Competency.PROBLEM_SOLVING, f"{JOB}\n- {line}\n\nOther\n- {CLUB}")

    assert found == (line, f"Your CV says “{line}”: see whether the story behind it goes here.")


@pytest.mark.parametrize(
    ("competency", "line", "reply"),
    [
        (Competency.COLLABORATION, CUT, NONE),
        (Competency.PROBLEM_SOLVING, "Drove a van in three counties", NONE),
        (Competency.PROBLEM_SOLVING, "Cut and baked the bread for two shops", NONE),
        (Competency.PROBLEM_SOLVING, "Halved the fees of the chess club to 40 pounds", NONE),
        (Competency.PROBLEM_SOLVING, CUT, STRONG),
    ],
)
def test_a_line_is_not_pointed_to_where_it_may_not_fit(
    competency: Competency, line: str, reply: str
):
    assert pointed(LONGEST, competency, f"{JOB}\n- {line}", reply) is None


def test_work_goes_before_what_is_done_beside_it():
    cv = (
        f"Other\n- Led a team of nine at the rowing club on hard weekends\n\n{JOB}\n"
        "- Led a team of four drivers on the night shift"
    )

    found = pointed(LEAD, Competency.LEADING, cv)

    assert found is not None
    assert found[0] == "Led a team of four drivers on the night shift"


def test_of_two_lines_at_work_the_one_with_an_outcome_is_taken():
    cv = (
        f"{JOB}\n- Led a team of four drivers on the night shift in winter\n"
        "- Led the night shift and cut late deliveries from fourteen to three"
    )

    found = pointed(LEAD, Competency.LEADING, cv)

    assert found is not None
    assert found[0].startswith("Led the night shift and cut")
