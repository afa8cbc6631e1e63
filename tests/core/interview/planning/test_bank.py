from __future__ import annotations

import pytest

from core.interview.planning import bank
from core.interview.planning.shapes import Shape
from core.interview.words.tables import table
from core.models import Competency, Level

UP = {Level.ENTRY: Level.MID, Level.MID: Level.SENIOR, Level.SENIOR: Level.LEAD}
BY_LEVEL = (bank.openings, bank.closings)


def own(style: str, competency: Competency, level: str) -> tuple[str, ...]:
    entries = table(f"questions_{style}")[competency.value][level]
    served = bank.served_by("astrology")
    return tuple(entry["text"].replace(bank.SERVED, served) for entry in entries)


def test_the_bank_holds_well_over_four_hundred_questions():
    count = sum(map(len, bank.every_question().values()))

    assert count >= 480


@pytest.mark.parametrize("competency", Competency)
def test_every_competency_has_questions_made_for_every_level(competency: Competency):
    past = {level: len(own("behavioural", competency, level)) for level in Level}
    imagined = {level: len(own("situational", competency, level)) for level in Level}

    assert min(past.values()) >= 5, past
    assert min(imagined.values()) >= 2, imagined


@pytest.mark.parametrize("competency", Competency)
def test_the_questions_of_the_level_come_before_those_for_everybody(competency: Competency):
    for_everybody = own("behavioural", competency, bank.ANY)

    questions = {level: bank.behavioural(competency, level, "astrology") for level in Level}

    assert questions == {
        level: (*own("behavioural", competency, level), *for_everybody) for level in Level
    }
    assert len(for_everybody) >= 4


@pytest.mark.parametrize("competency", Competency)
@pytest.mark.parametrize("style", ["behavioural", "situational"])
def test_no_question_of_a_level_is_asked_at_another(style: str, competency: Competency):
    asked = {level: set(own(style, competency, level)) for level in Level}

    assert not [
        asked[level] & asked[higher] for level, higher in UP.items() if asked[level] & asked[higher]
    ]


@pytest.mark.parametrize("lists", BY_LEVEL)
@pytest.mark.parametrize("level", Level)
def test_an_interview_begins_and_ends_to_suit_the_level(lists, level: Level):
    questions = lists(level)
    others = {text for other in Level if other is not level for text in lists(other)}

    assert len(questions) >= 5
    assert set(questions) - others


@pytest.mark.parametrize("level", Level)
def test_questions_about_a_claimed_skill_are_many_and_have_their_slot(level: Level):
    questions = bank.about_claimed_skill(level)

    assert len(questions) >= 6
    assert set(bank.about_claimed_skill()) < set(questions)
    assert all(text.count("{skill}") == text.count("{") == 1 for text in questions)


@pytest.mark.parametrize("shape", Shape)
def test_every_form_of_demand_has_questions_with_their_slot(shape: Shape):
    every = {text for level in Level for text in bank.about_a_demand(shape, level)}

    assert len(every) >= 3
    assert len(bank.about_a_demand(shape)) >= 2
    assert all(text.count("{need}") == text.count("{") == 1 for text in every)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Your CV speaks of Kafka. Where have you met its limits?",
            "Your CV speaks of {skill}. Where have you met its limits?",
        ),
        (
            "The advert asks for a driving licence. Where do you stand on that?",
            "The advert asks for {need}. Where do you stand on that?",
        ),
        ("Where have you met Kafka?", "Where have you met Kafka?"),
    ],
)
def test_a_question_made_from_the_bank_is_traced_back(text: str, expected: str):
    template = bank.template_of(text)

    assert template == expected


def test_whom_a_job_serves_is_named_as_the_job_family_calls_them():
    to_a_nurse = bank.behavioural(Competency.CUSTOMER, Level.MID, "health")
    to_anybody = bank.behavioural(Competency.CUSTOMER, Level.MID)

    assert any("patient" in text for text in to_a_nurse)
    assert not any("patient" in text or "{" in text for text in to_anybody)


def test_the_plain_wording_of_a_question_names_what_the_question_named():
    text = "Your CV includes Kafka. What goes wrong most often in that kind of work?"

    plain = bank.plain_of(text)

    assert "Kafka" in plain
    assert plain != text


def test_a_question_that_the_bank_does_not_know_has_no_plain_wording():
    assert bank.plain_of("Where have you met Kafka?") == ""


def test_an_unknown_job_family_has_no_questions():
    unknown = bank.role_questions("astrology")

    assert unknown == ()


def test_the_job_families_are_those_that_adverts_are_sorted_into():
    families = bank.families()

    assert set(families) == set(table("families"))
    assert len(families) == 12


@pytest.mark.parametrize("family", bank.families())
def test_a_job_family_has_ten_questions_and_enough_for_every_level(family: str):
    questions = bank.role_questions(family)

    assert len(questions) >= 10
    assert all(sum(level in q.levels for q in questions) >= 6 for level in Level)


@pytest.mark.parametrize("family", bank.families())
def test_some_questions_of_a_job_family_are_for_beginners_and_some_for_leads(family: str):
    questions = bank.role_questions(family)

    assert any(Level.ENTRY in q.levels and Level.LEAD not in q.levels for q in questions)
    assert any(Level.LEAD in q.levels and Level.ENTRY not in q.levels for q in questions)
