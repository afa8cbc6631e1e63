"""How somebody goes about a thing: no story, and a full answer all the same."""

from __future__ import annotations

import pytest

from core.interview.answers.signals import Signals, read_answer
from core.interview.planning import bank
from core.interview.rating.levels import ratings, score
from core.models import Competency, PlannedQuestion, Quality
from evals.bank import experts

CALMING = "Somebody is anxious and finds it hard to follow what you say. How do you explain a treatment to them?"  # noqa: E501
STEP_BY_STEP = (
    "I pull a chair up and find out what they have picked up so far. After that it is one thing at "
    "a time, in short sentences. A drawing of the hip helps most of them. If the fear is big we "
    "wait ten minutes and ring the family. Before I leave they repeat it to me in words that they "
    "would use at home, and what is still missing I go through again."
)
WEAK = "I would look at it and do what is needed, it depends."
FEW = 0.34  # share of the experts' answers that may stay below


def asked(text: str) -> PlannedQuestion:
    competency = Competency.ROLE_KNOWLEDGE
    return PlannedQuestion(text=text, competency=competency, reason="", style="technical")


def rated(question: str, answer: str) -> float:
    signals = read_answer(answer, asked(question))
    return score(signals, ratings(signals))


def signals_of_experts() -> list[tuple[str, Signals]]:
    return [
        (answer["family"], read_answer(answer["text"], asked(question.text)))
        for answer in experts()
        for question in bank.role_questions(answer["family"])
        if question.text.startswith(answer["question"])
    ]


def test_steps_with_a_fallback_are_rated_as_a_good_answer():
    assert rated(CALMING, STEP_BY_STEP) >= 6.0


def test_plain_words_of_people_who_know_the_trade_are_rated_as_good_answers():
    scores = [score(signals, ratings(signals)) for _, signals in signals_of_experts()]

    assert len(scores) >= 30
    assert sum(score < 7.0 for score in scores) <= FEW * len(scores)


def test_an_answer_that_has_the_points_stays_with_the_question():
    signals = read_answer(STEP_BY_STEP, asked(CALMING))

    (relevance, *_) = ratings(signals)

    assert relevance.item is Quality.RELEVANCE
    assert relevance.level >= 3.5


@pytest.mark.parametrize("place", range(6))
def test_a_fluent_answer_of_another_trade_does_not_lift_a_weak_one_to_a_good_one(place: int):
    told = signals_of_experts()
    family, other = told[place * 5]
    question = next(one.question.text for its, one in told if its != family)

    padded = rated(question, f"{WEAK} {other.text}")

    assert padded < 7.0


def test_one_point_more_is_worth_something():
    without = STEP_BY_STEP.replace("A drawing of the hip helps most of them. ", "")

    assert rated(CALMING, STEP_BY_STEP) > rated(CALMING, without)


def test_what_any_answer_of_the_trade_says_makes_no_full_answer():
    others = experts()

    told = [
        rated(question.text, f"{WEAK} {other['text']}")
        for answer, other in zip(others, others[7:], strict=False)
        if answer["family"] != other["family"]
        for question in bank.role_questions(answer["family"])
        if question.text.startswith(answer["question"])
    ]

    assert len(told) >= 20
    assert sum(score >= 6.5 for score in told) <= FEW * len(told)
