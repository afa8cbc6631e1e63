"""Key points of technical questions: what shows them, and what does not."""

from __future__ import annotations

import re
from typing import Any

import pytest

from core.interview.answers.signals import read_answer
from core.interview.checking.invention import LONGEST_SLOT
from core.interview.planning import bank
from core.interview.words.tables import lexicon, table
from core.interview.words.text import content_stems, stem, words
from evals.bank import experts, points_in, shown
from tests.core.interview.interviews import planned

QUESTIONS: tuple[dict[str, Any], ...] = tuple(
    entry for family in bank.families() for entry in table(f"technical/{family}")["question"]
)
POINTS = tuple((entry["text"], point) for entry in QUESTIONS for point in entry["points"])
PLAIN = {entry["text"]: entry["plain"] for entry in QUESTIONS}
STORY_WITHOUT_CONTENT = (
    "The situation was a challenging project and the team had a lot of problems. I worked hard, we "
    "found a good solution together, and in the end it was a success and everybody was happy."
)
PRAISE_OF_ONESELF = (
    "I am a strong communicator and a team player. I always do my best and I would handle it in a "
    "professional way, because people are important to me."
)
A_HOLIDAY = (
    "Last summer I went hiking with two friends. The weather was bad on the second day, so we "
    "stayed in the hut and played cards until it was dry again."
)
A_RECIPE = (
    "My favourite dish is a lasagne with spinach, and I bake the bread for it too. It takes three "
    "hours, and everybody who comes wants the recipe."
)


def single_words(point: dict[str, str]) -> list[str]:
    return [one.strip() for one in point["words"].split(",") if " " not in one.strip()]


def stems_of(point: dict[str, str]) -> list[str]:
    return [stem(word) for one in single_words(point) for word in words(one)[:1]]


def shown_by(said: str, question: str) -> list[str]:
    return [point.name for point in bank.key_points(question) if point.weight_in(said)]


def shared_by_points(entry: dict[str, Any]) -> set[str]:
    stems = [found for point in entry["points"] for found in set(stems_of(point))]
    return {found for found in stems if stems.count(found) > 1}


def test_every_question_has_three_to_six_points():
    assert not [entry["text"] for entry in QUESTIONS if not 3 <= len(entry["points"]) <= 6]


def test_every_point_has_a_name_and_several_words_that_show_it():
    assert not [point for _, point in POINTS if not point["name"].strip()]
    assert not [point for _, point in POINTS if len(set(stems_of(point))) < 3]


def test_every_point_can_be_asked_for_as_a_person_would():
    asks = [point["ask"] for _, point in POINTS]

    assert not [ask for ask in asks if not re.fullmatch(r"[A-Z][^?]{9,87}\?", ask)]
    assert not [ask for ask in asks if len(ask.split()) > LONGEST_SLOT]


def test_no_two_points_of_a_question_are_asked_for_alike():
    asked = {entry["text"]: [point["ask"] for point in entry["points"]] for entry in QUESTIONS}

    assert not {text: asks for text, asks in asked.items() if len(set(asks)) < len(asks)}


def test_a_word_shows_one_point_of_a_question_only():
    shared = {entry["text"]: shared_by_points(entry) for entry in QUESTIONS}

    assert not {text: stems for text, stems in shared.items() if stems}


def test_no_point_is_shown_by_a_word_that_is_never_counted():
    written = {word for _, point in POINTS for word in single_words(point)}

    assert not {word for word in written if word in lexicon("stop") or len(word) == 1}


def test_repeating_the_question_shows_no_point():
    assert not [(text, one) for text, one in POINTS if content_stems(text) & set(stems_of(one))]
    assert not [text for text in PLAIN if shown_by(text, text)]


def test_repeating_the_plain_wording_shows_no_point():
    plain = tuple((entry["plain"], point) for entry in QUESTIONS for point in entry["points"])

    assert not [(text, one) for text, one in plain if content_stems(text) & set(stems_of(one))]
    assert not [text for text, plain in PLAIN.items() if shown_by(plain, text)]


@pytest.mark.parametrize("talk", [STORY_WITHOUT_CONTENT, PRAISE_OF_ONESELF])
def test_empty_talk_shows_hardly_any_point(talk: str):
    shown_by_talk = {entry["text"]: points_in(talk, entry["text"]) for entry in QUESTIONS}

    assert not {text: names for text, names in shown_by_talk.items() if len(names) > 1}


@pytest.mark.parametrize("answer", experts(), ids=lambda answer: answer["question"])
def test_somebody_who_knows_the_trade_shows_half_the_points_or_more(answer: dict[str, Any]):
    questions = bank.role_questions(answer["family"])
    asked = next(q for q in questions if q.text.startswith(answer["question"]))

    found = points_in(answer["text"], asked.text)

    assert len(found) >= len(asked.points) / 2


def test_an_answer_shows_far_fewer_points_of_questions_that_were_not_asked():
    answers = experts()

    assert shown(answers) > 2 * shown(answers, asked=False)


@pytest.mark.parametrize("talk", [A_HOLIDAY, A_RECIPE])
def test_talk_of_something_else_shows_no_point_of_most_questions(talk: str):
    silent = [entry for entry in QUESTIONS if not points_in(talk, entry["text"])]

    assert len(silent) >= 0.7 * len(QUESTIONS)


def test_key_points_are_found_by_the_wording_of_the_question():
    question = bank.role_questions("data")[0]

    assert bank.key_points(question.text) == question.points
    assert bank.key_points("Anything else?") == ()


def test_a_question_that_the_bank_does_not_know_can_bring_its_points():
    question = planned(
        "technical",
        text="How do you keep an import safe?",
        points=("idempotent import", "dead letters: poison, parking queue", "safe"),
    )

    first, second, third = bank.points_of(question)

    assert first == bank.KeyPoint("idempotent import", frozenset({"idempotent"}))
    assert second.name == "dead letters"
    assert second.stems == {"poison", "park", stem("queue")}
    assert third.stems == {stem("safe")}, "where the question has all of its words, they show it"


def test_the_bank_knows_its_own_questions_better():
    question = bank.role_questions("data")[0]

    assert (
        bank.points_of(planned("technical", text=question.text, points=("x",))) == question.points
    )


def asked_for(beginning: str) -> str:
    return next(text for text in PLAIN if text.startswith(beginning))


EXPLAIN = "Somebody is anxious"
SCHEMA = "A source system changes"
FAST = "How do you work fast"
WORSE = "A patient seems worse"
FORECAST = "How do you build a sales forecast"
REFUSES = "A patient refuses"


@pytest.mark.parametrize(
    ("question", "name", "said"),
    [
        (EXPLAIN, "consent", "And I say that she can refuse it at any moment."),
        (EXPLAIN, "consent", "In the end it is for him to decide."),
        (EXPLAIN, "checking back", "Then I let her say it in her own words."),
        (EXPLAIN, "checking back", "I ask them to tell me how they would do it."),
        (SCHEMA, "an agreement with the owner", "We agreed that nothing is renamed on a Friday."),
        (SCHEMA, "an agreement with the owner", "Since then they tell us a week ahead."),
        (FAST, "solving it so that it stays solved", "I look for the root of it."),
        (FAST, "solving it so that it stays solved", "Nobody should have to come back for it."),
        (FAST, "which figures count", "I look at the survey and the average per day."),
        (WORSE, "staying with the patient", "I stay with her until somebody comes."),
        (WORSE, "staying with the patient", "I sit him upright and give oxygen."),
        (FORECAST, "history", "I take the rates of past years."),
        (FORECAST, "honesty about risk", "I give them a range."),
        (EXPLAIN, "a quiet moment", "I sit down first."),
        (REFUSES, "respect", "If she says no, it is her choice."),
        (REFUSES, "the reason", "I ask what worries him."),
    ],
)
def test_what_says_a_point_shows_it(question: str, name: str, said: str):
    assert name in shown_by(said, asked_for(question))


@pytest.mark.parametrize(
    ("question", "name", "said"),
    [
        (EXPLAIN, "consent", "A man refused his operation, and after that talk he went."),
        (EXPLAIN, "consent", "They have to accept it."),
        (EXPLAIN, "checking back", "She went home with her own car."),
        (SCHEMA, "an agreement with the owner", "Then I ring them and talk about it."),
        (SCHEMA, "noticing early", "I follow it with one eye."),
        (FAST, "solving it so that it stays solved", "Usually it works out."),
        (FAST, "solving it so that it stays solved", "I have done that a lot in the shop."),
        (FAST, "calling a colleague in time", "I keep a cool head."),
        (FAST, "which figures count", "In a number of cases that was enough."),
        (WORSE, "staying with the patient", "I am a calm person and I explain a lot."),
        (FORECAST, "history", "I usually do that on a Monday."),
        (FORECAST, "honesty about risk", "I rang the buyer."),
        (FORECAST, "keeping it fresh", "On Monday I am in the office."),
        (REFUSES, "respect", "Life is like that."),
    ],
)
def test_what_only_shares_a_word_with_a_point_does_not(question: str, name: str, said: str):
    assert name in {point.name for point in bank.key_points(asked_for(question))}
    assert name not in shown_by(said, asked_for(question))


def test_a_point_is_quoted_where_most_of_it_is_said():
    question = bank.role_questions("health")[0]
    text = (
        "I know what danger is. I go first to whoever is in most danger, by airway, breathing and "
        "bleeding. Then I go on."
    )

    told = dict(read_answer(text, planned("technical", text=question.text)).points)

    assert told["urgency"].startswith("I go first to whoever")
