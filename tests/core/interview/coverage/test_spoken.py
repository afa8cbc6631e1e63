from __future__ import annotations

from dataclasses import replace

import pytest

from core.interview.coverage.coverage_map import demands
from core.models import Demand, Kind, Message, Plan, Role, Shown
from tests.builders import NOW
from tests.core.interview.coverage.test_coverage import interview
from tests.core.interview.interviews import planned

DIALYSIS = "Experience with dialysis care"
KAFKA = "Experience with Kafka"
EXCEL = "Experience with Excel"
CV = "2020 to 2024: Nurse, City Hospital\n- Washed patients"


def of(line: str, answer: str, asked: str = "And?", cv: str = CV) -> Demand:
    return demands(interview((asked, answer), advert=f"Nice to have:\n- {line}", cv=cv))[-1]


@pytest.mark.parametrize(
    ("line", "answer"),
    [
        (DIALYSIS, "I have only seen dialysis care as a student."),
        (DIALYSIS, "Dialysis care would be new to me, I saw it on a placement."),
        (KAFKA, "I have only read about Kafka so far, and I know the basics."),
        (KAFKA, "I have just looked at Kafka at university."),
        (EXCEL, "My Excel is for the rota and for a list of names."),
    ],
)
@pytest.mark.parametrize("asked", ["And?", "What have you done with Kafka, dialysis or Excel?"])
def test_what_was_said_of_a_wanted_thing_counts_as_said_if_it_is_little(
    line: str, answer: str, asked: str
):
    found = of(line, answer, asked)

    assert (found.state, found.answer_quote, found.number) == (Shown.SPOKEN_OF, answer, 1)
    assert found.standing == "you spoke of it in answer 1"
    assert found.note.startswith("Say what you have seen or done of it")
    assert "not found in your CV" in found.note


@pytest.mark.parametrize(
    ("line", "answer"),
    [
        (DIALYSIS, "I have never seen dialysis care."),
        (DIALYSIS, "I have seen a lot on the ward, and I take care of each patient."),
        (DIALYSIS, "They do dialysis care next door."),
        (KAFKA, "I would like to learn Kafka, I have read about it."),
        (KAFKA, "Kafka is a log that others read from."),
        (EXCEL, "I saw that we excel at this."),
        (EXCEL, "They kept our Excel in order."),
        ("Knowledge of Excel standards", "I have seen Excel at school."),
        ("Clear communication with patients", "I have seen clear communication with patients."),
    ],
)
def test_a_denial_a_wish_and_a_word_alone_say_nothing_of_it(line: str, answer: str):
    assert of(line, answer).state is not Shown.SPOKEN_OF


@pytest.mark.parametrize(
    ("line", "answer", "state"),
    [
        (KAFKA, "I moved all 40 of our nightly loads to Kafka at university.", Shown.EVIDENCED),
        (KAFKA, "I learned Kafka in 2021 and moved our nightly loads to it.", Shown.EVIDENCED),
        (DIALYSIS, "I did the dialysis care of nine patients.", Shown.EVIDENCED),
        (KAFKA, "I studied Kafka for 3 months as a student.", Shown.SPOKEN_OF),
        (DIALYSIS, "I watched dialysis care on 2 placements.", Shown.SPOKEN_OF),
    ],
)
def test_what_was_done_is_shown_and_what_was_watched_is_spoken_of(
    line: str, answer: str, state: Shown
):
    assert of(line, answer).state is state


def test_what_the_cv_shows_is_not_called_missing_there():
    found = of(KAFKA, "I have only read about Kafka lately.", cv="Skills: Kafka, Git, SQL")

    assert found.state is Shown.SPOKEN_OF
    assert "not found" not in found.note


@pytest.mark.parametrize(
    ("line", "answer", "is_said"),
    [
        ("You lead a team of five", "In 2023 I stood in for our team lead for seven months.", True),
        ("You lead a team of five", "At Acme I was in charge of the night shift, too.", True),
        ("You coach new colleagues", "The younger ones take me along, and I like that.", True),
        ("You coach new colleagues", "At the mill I also train the new ones on Mondays.", True),
        # A wish, a claim, and what others do.
        ("You lead a team of five", "I would like to be in charge of a shift.", False),
        ("You lead a team of five", "I am a born deputy, everybody says that.", False),
        ("You lead a team of five", "The woman in charge of the shift was ill.", False),
        ("You lead a team of five", "I never stood in for anybody.", False),
        ("You coach new colleagues", "My brother is a coach in a club.", False),
    ],
)
def test_to_lead_or_teach_is_named_where_only_the_task_is_told(
    line: str, answer: str, *, is_said: bool
):
    found = of(line, answer)

    assert (found.state is Shown.SPOKEN_OF) is is_said
    assert found.state is not Shown.EVIDENCED
    assert not is_said or found.note.startswith("Have an example ready: with whom, what you did")


@pytest.mark.parametrize(
    ("style", "state"), [("opening", Shown.SPOKEN_OF), ("behavioural", Shown.EVIDENCED)]
)
def test_whom_somebody_taught_on_the_way_here_is_named_and_not_shown(style: str, state: Shown):
    asked, advert = "What did you do before?", "Nice to have:\n- You guide students"
    session = interview((asked, "In 2021 I mentored six students."), advert=advert)

    [found] = demands(replace(session, plan=Plan((planned(style, text=asked),))))

    assert (found.state, found.number) == (state, 1)


@pytest.mark.parametrize(
    ("line", "own", "is_told"),
    [
        ("Experience with dialysis care", "Who would show me the dialysis care?", True),
        ("Experience with Kafka", "How large is your Kafka cluster?", True),
        ("Experience with dialysis care", "How many patients has a nurse at night?", False),
    ],
)
def test_what_a_candidate_asked_about_at_the_end_is_noted(line: str, own: str, *, is_told: bool):
    session = interview(("And?", "I washed patients."), advert=f"Nice to have:\n- {line}", cv=CV)
    asked = Message(role=Role.USER, content=own, kind=Kind.OWN_QUESTION, number=2, created_at=NOW)

    found = demands(replace(session, messages=(*session.messages, asked)))[-1]

    assert ("You asked about it at the end" in found.note) is is_told


def test_a_mention_on_the_way_here_hides_no_answer_that_shows_it():
    asked, advert = (
        ("What did you do before?", "And at the mill?"),
        "Nice to have:\n- You guide students",
    )
    told = ("In 2021 I mentored six students in two years.", "I mentored a student there.")
    session = interview(*zip(asked, told, strict=True), advert=advert)
    questions = (planned("opening", text=asked[0]), planned(text=asked[1]))

    [found] = demands(replace(session, plan=Plan(questions)))

    assert (found.state, found.number) == (Shown.EVIDENCED, 2)
