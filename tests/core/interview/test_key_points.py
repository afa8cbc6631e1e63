"""Key points of technical questions: what shows them, and what does not."""

from __future__ import annotations

from typing import Any

import pytest

from core.interview import bank
from core.interview.tables import lexicon, table
from core.interview.text import content_stems, stem, words
from evals.bank import experts, points_in, shown

QUESTIONS = tuple(
    (family, entry)
    for family in bank.families()
    for entry in table(f"technical/{family}")["question"]
)
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
SHOWN_BY_CHANCE = 1


def stems_of(line: str) -> list[str]:
    return [stem(word) for word in words(line.partition(":")[2])]


@pytest.mark.parametrize(("family", "entry"), QUESTIONS)
def test_a_question_has_three_to_six_named_points_with_several_words_each(
    family: str, entry: dict[str, Any]
):
    points = entry["points"]

    assert 3 <= len(points) <= 6
    assert all(line.partition(":")[0].strip() for line in points)
    assert all(len(set(stems_of(line))) >= 3 for line in points)


@pytest.mark.parametrize(("family", "entry"), QUESTIONS)
def test_a_word_shows_one_point_and_is_one_that_counts(family: str, entry: dict[str, Any]):
    stems = [found for line in entry["points"] for found in set(stems_of(line))]
    written = [word for line in entry["points"] for word in words(line.partition(":")[2])]

    assert len(stems) == len(set(stems))
    assert not [word for word in written if word in lexicon("stop") or len(word) == 1]


@pytest.mark.parametrize(("family", "entry"), QUESTIONS)
def test_repeating_the_question_shows_no_point(family: str, entry: dict[str, Any]):
    asked = content_stems(entry["text"])

    assert not [line for line in entry["points"] if asked & set(stems_of(line))]


@pytest.mark.parametrize(("family", "entry"), QUESTIONS)
@pytest.mark.parametrize("talk", [STORY_WITHOUT_CONTENT, PRAISE_OF_ONESELF])
def test_empty_talk_shows_hardly_any_point(talk: str, family: str, entry: dict[str, Any]):
    shown = points_in(talk, entry["text"])

    assert len(shown) <= SHOWN_BY_CHANCE


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
    silent = [entry for _, entry in QUESTIONS if not points_in(talk, entry["text"])]

    assert len(silent) >= 0.7 * len(QUESTIONS)


def test_key_points_are_found_by_the_wording_of_the_question():
    question = bank.role_questions("data")[0]

    assert bank.key_points(question.text) == question.points
    assert bank.key_points("Anything else?") == ()
