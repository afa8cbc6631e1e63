from __future__ import annotations

from itertools import combinations

import pytest

from core.interview import bank
from core.interview.alike import are_alike
from core.interview.tables import table
from core.interview.wording import fault_of
from core.models import Competency, Level

EVERY = tuple((group, text) for group, texts in bank.every_question().items() for text in texts)
PROBES = tuple(
    text for rung in table("probes").values() for texts in rung.values() for text in texts
)
FAMILIES = tuple(table("families"))
FILLED = {"{skill}": "Kafka", "{need}": "knowledge of bridges", "{company}": "Acme"}


def filled(text: str) -> str:
    for slot, words in FILLED.items():
        text = text.replace(slot, words)
    return text


def test_the_bank_holds_well_over_a_hundred_questions():
    count = len(EVERY)

    assert count >= 140


@pytest.mark.parametrize(("group", "text"), EVERY)
def test_every_question_can_be_asked(group: str, text: str):
    question = filled(text)

    assert fault_of(question) is None
    assert len(question.split()) <= 45
    assert question.endswith("?")
    assert question.count("?") == 1
    assert "{" not in question


@pytest.mark.parametrize("text", PROBES)
def test_every_probe_is_one_neutral_question(text: str):
    probe = text.replace("{words}", "we moved the boxes")

    assert fault_of(probe) is None
    assert len(probe.split()) <= 30
    assert probe.endswith("?")


@pytest.mark.parametrize("word", ["great", "good", "excellent", "thank", "well done", "sure"])
def test_no_probe_praises(word: str):
    praising = [text for text in PROBES if word in text.lower().split()]

    assert not praising


def test_no_two_questions_are_the_same_or_differ_by_a_few_words():
    pairs = combinations((text for _, text in EVERY), 2)

    alike = [(one, other) for one, other in pairs if are_alike(one, other)]

    assert not alike


def test_no_two_probes_are_the_same():
    lowered = [text.lower() for text in PROBES]

    assert len(set(lowered)) == len(lowered)


@pytest.mark.parametrize("competency", Competency)
@pytest.mark.parametrize("level", Level)
def test_every_competency_has_questions_for_every_level(competency: Competency, level: Level):
    assert len(bank.behavioural(competency, level)) >= 5
    assert len(bank.situational(competency, level)) >= 3


def test_senior_questions_are_not_asked_at_entry_level():
    entry = set(bank.behavioural(Competency.LEADING, Level.ENTRY))
    senior = set(bank.behavioural(Competency.LEADING, Level.SENIOR))

    assert senior - entry
    assert entry - senior


@pytest.mark.parametrize("family", FAMILIES)
def test_every_job_family_has_questions_with_three_to_six_key_points(family: str):
    questions = bank.role_questions(family)

    assert len(questions) >= 4
    assert all(3 <= len(question.points) <= 6 for question in questions)
    assert all(point.name and point.stems for question in questions for point in question.points)


def test_there_are_twelve_job_families_and_an_unknown_one_has_no_questions():
    unknown = bank.role_questions("astrology")

    assert len(FAMILIES) == 12
    assert unknown == ()


def test_key_points_are_found_by_the_wording_of_the_question():
    question = bank.role_questions("data")[0]

    assert bank.key_points(question.text) == question.points
    assert bank.key_points("Anything else?") == ()


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("What did you fix at work?", "What did you fix at your work?", True),
        ("What did you fix at work?", "Who taught you patience?", False),
        ("Why?", "why?", True),
        ("Why?", "How?", False),
    ],
)
def test_questions_are_alike_when_their_content_words_are(one: str, other: str, *, expected: bool):
    assert are_alike(one, other) is expected
