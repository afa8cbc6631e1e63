"""The question that an assessment shows: what was asked, without what led over to it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from core.interview.assessment import assess
from core.models import Plan
from tests import builders
from tests.core.interview.interviews import STRONG, drive, interview, planned

ASKED = "Which of your mistakes taught you most?"
OWN = "Back to the job. Why did you leave the last one so soon?"


@pytest.mark.parametrize(
    ("put", "plan", "shown"),
    [
        (f"Hello and welcome. I have 3 questions for you about this job. {ASKED}", ASKED, ASKED),
        (f"Back to the job. {ASKED}", ASKED, ASKED),
        (f"Now about you and this job. {ASKED}", ASKED, ASKED),
        (ASKED, ASKED, ASKED),
        (OWN, OWN, OWN),
        (f"Let us turn to another side of the job. {OWN}", OWN, OWN),
        ("You led a ward. Which error there stayed with you?", ASKED, None),
        ("Hello. Tell me of a slip.", "", None),
    ],
)
def test_a_question_is_shown_as_planned_and_a_models_as_asked(
    put: str, plan: str, shown: str | None
):
    session = builders.session(
        plan=Plan((planned(text=plan),)),
        messages=(builders.question(1, put), builders.answer(1, STRONG)),
    )

    assert assess(session).answers[0].question == (shown or put)


def test_no_question_of_an_interview_begins_with_the_greeting():
    session = drive(interview(), lambda _decision, _session: STRONG)
    assert session.stories[0].question.startswith("Hello and welcome.")

    questions = [review.question for review in assess(session).answers]

    assert session.plan is not None
    assert questions[0] == session.plan.questions[0].text
    assert not [one for one in questions if one.startswith("Hello")]


def test_a_question_that_no_plan_holds_is_shown_as_it_was_put():
    session = builders.session(
        messages=(builders.question(1, ASKED), builders.answer(1, STRONG)),
    )

    assert assess(replace(session, plan=Plan(()))).answers[0].question == ASKED
