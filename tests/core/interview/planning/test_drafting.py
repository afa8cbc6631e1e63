from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.exceptions import PlanChanged, ValidationError
from core.interview.planning.alike import are_alike
from core.interview.planning.drafting import (
    choices,
    moved,
    proposed,
    with_choice,
    with_own,
    without,
)
from core.interview.planning.plan import make_plan
from core.models import (
    Competency,
    Document,
    Draft,
    Format,
    InterviewSession,
    InterviewType,
    Job,
    Origin,
)
from tests.core.interview.interviews import DATA_ADVERT, JOBS, interview

OWN = "What would you change about our product first?"


def texts(draft: Draft) -> list[str]:
    return [question.planned.text for question in draft.questions]


def edited(draft: Draft, **changes: object) -> InterviewSession:
    return replace(interview("data"), draft=replace(draft, version=1), **changes)  # type: ignore[arg-type]


def test_an_untouched_draft_is_the_plan():
    session = interview("data")

    draft = proposed(session)

    assert draft.plan == make_plan(session)
    assert draft.version == 0
    assert len({question.id for question in draft.questions}) == 8


def test_a_question_can_be_removed_and_removing_it_twice_changes_nothing():
    draft = proposed(interview("data"))
    gone = draft.questions[2]

    once = without(draft, gone.id)

    assert gone not in once.questions
    assert len(once.questions) == 7
    assert without(once, gone.id) == once


def test_three_questions_are_the_fewest():
    draft = proposed(interview("data", format_=Format(question_count=3)))

    with pytest.raises(ValidationError, match="3 questions at least"):
        without(draft, draft.questions[0].id)


@pytest.mark.parametrize(("place", "expected"), [(0, 0), (3, 3), (-4, 0), (99, 7)])
def test_a_question_can_be_moved_anywhere(place: int, expected: int):
    draft = proposed(interview("data"))
    chosen = draft.questions[5]

    result = moved(draft, chosen.id, place)

    assert result.questions.index(chosen) == expected
    assert set(result.questions) == set(draft.questions)


def test_a_question_that_is_gone_cannot_be_moved():
    with pytest.raises(PlanChanged):
        moved(proposed(interview("data")), "nothing", 0)


def test_a_question_of_ones_own_comes_before_the_closing_one():
    draft = with_own(proposed(interview("data")), f"  {OWN}\n")

    own = draft.questions[-2]
    assert own.planned.text == OWN
    assert own.origin is Origin.OWN
    assert own.planned.reason == "Asked because you have added this question yourself."
    assert draft.questions[-1].planned.style == "motivation"
    assert with_own(draft, OWN) == draft


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", "empty"),
        ("Tell me something.", "no question mark"),
        ("Why? How?", "more than one question"),
        ("Are you married?", "protected topic"),
        ("why " * 61 + "?", "more than 60 words"),
        ("**Why**?", "markup"),
    ],
)
def test_what_cannot_be_asked_is_refused_with_its_fault(text: str, fault: str):
    with pytest.raises(ValidationError, match=fault):
        with_own(proposed(interview("data")), text)


def test_a_question_like_one_of_the_plan_is_refused_with_that_question():
    draft = proposed(interview("data"))
    there = texts(draft)[1]

    with pytest.raises(ValidationError, match="much like it") as refused:
        with_own(draft, f"So {there}")

    assert there in str(refused.value)


def test_fifteen_questions_are_the_most():
    draft = proposed(interview("data", format_=Format(question_count=15)))

    with pytest.raises(ValidationError, match="15 questions at most"):
        with_own(draft, OWN)


@pytest.mark.parametrize(
    ("text", "style"),
    [
        (OWN, "situational"),
        ("When did you last lose a customer?", "behavioural"),
        ("How does Kafka keep messages in order?", "technical"),
    ],
)
def test_a_question_of_ones_own_is_followed_up_by_what_it_asks_for(text: str, style: str):
    draft = with_own(proposed(interview("data")), text)

    assert draft.questions[-2].planned.style == style


def test_what_one_can_add_is_what_the_documents_name_and_is_not_asked_about_yet():
    session = interview("data")
    draft = proposed(session)

    offered = choices(session, draft)

    asked = {question.planned.skill for question in draft.questions}
    skills = [choice.label for choice in offered if choice.group == "In your CV"]
    assert [c.label for c in offered if c.group == "Competency"] == [c.label for c in Competency]
    assert skills
    assert asked.isdisjoint(skills)


def test_a_skill_to_ask_about_is_spelled_as_the_cv_spells_it():
    session = interview("data")
    session = replace(session, cv=Document(text="Data engineer\nSkills: postgres, k8s, golang"))

    offered = choices(session, proposed(session))

    labels = {choice.label for choice in offered if choice.group == "In your CV"}
    assert labels
    assert labels <= {"postgres", "k8s", "golang"}


def test_each_choice_adds_one_question_with_its_reason():
    session = interview("sales")
    draft = proposed(session)

    for choice in choices(session, draft):
        added = with_choice(session, draft, choice.id)

        (new,) = set(added.questions) - set(draft.questions)
        assert new.origin is Origin.ADDED
        assert new.planned.quote in new.planned.reason
        assert not [pair for pair in combinations(texts(added), 2) if are_alike(*pair)]


def test_what_is_not_on_offer_cannot_be_added():
    session = interview("data")

    with pytest.raises(PlanChanged):
        with_choice(session, proposed(session), "skill Juggling")


def test_after_a_change_of_the_documents_order_and_own_questions_stay():
    draft = with_own(proposed(interview("data")), OWN)
    draft = moved(draft, draft.questions[-2].id, 0)
    job = replace(JOBS["data"][0], description=DATA_ADVERT.replace("Kafka", "Flink"))

    now = proposed(edited(draft, job=job))

    changed = [old for old, new in zip(texts(draft), texts(now), strict=True) if old != new]
    assert texts(now)[0] == OWN
    assert changed
    assert now.replaced == tuple(changed)
    assert all(
        q.planned.quote not in job.description for q in draft.questions if q.planned.text in changed
    )
    assert all("Kafka" not in text for text in texts(now))


def test_what_takes_the_place_of_a_question_is_like_none_that_stayed():
    draft = proposed(interview("data"))
    other = Job(title="Nurse", company="Northfield", description=JOBS["nurse"][0].description)

    now = proposed(edited(draft, job=other, cv=Document(text=JOBS["nurse"][1])))

    assert len(now.questions) == 8
    assert len(now.replaced) >= 6
    assert not [pair for pair in combinations(texts(now), 2) if are_alike(*pair)]
    assert all(question.planned.quote in question.planned.reason for question in now.questions)


def test_the_same_documents_leave_an_edited_plan_as_it_is():
    draft = proposed(interview("data"))
    draft = without(draft, draft.questions[0].id)

    assert proposed(edited(draft)) == replace(draft, version=1)


def test_another_type_leaves_only_what_the_candidate_has_added():
    draft = with_own(proposed(interview("data")), OWN)
    format_ = Format(type=InterviewType.TECHNICAL, question_count=9)

    now = proposed(edited(draft, format=format_))

    assert now.type is InterviewType.TECHNICAL
    assert len(now.replaced) == 8
    assert texts(now)[-2] == OWN


@given(st.text(max_size=200), st.text(max_size=200))
def test_any_change_of_the_documents_leaves_a_full_plan(description: str, cv: str):
    draft = proposed(interview("data"))
    job = replace(JOBS["data"][0], description=description)

    now = proposed(edited(draft, job=job, cv=Document(text=cv)))

    assert len(now.questions) == 8
    assert all(question.planned.text for question in now.questions)
    assert all(q.planned.quote in description + "\n" + cv for q in now.questions)
