"""Levels and scores of answers that leave out what the question asks about."""

from __future__ import annotations

from dataclasses import replace

import pytest

from core.interview.answers.signals import Signals, read_answer
from core.interview.rating import levels
from core.interview.rating.arithmetic import gain, steps
from core.interview.rating.scoring import LOWEST
from core.models import Quality
from tests.core.interview.interviews import planned

REFUSED = "Think of an idea of yours that somebody turned down at first. How did you win them over?"
PLAIN = "Think of an idea of yours. How did you bring it in?"
NOBODY_AGAINST = (
    "In 2022 our ward moved from paper to electronic charts, and I was asked to lead it for twenty "
    "colleagues. I picked four of them and tried every step with them first. I made a one-page "
    "sheet for the ten things that one does on each shift. We switched over on the first of "
    "October, with two wrong entries in the first month. My sheet is used on five other wards."
)
MOST_OFTEN = "What goes wrong most often in that kind of work?"
ONE_CASE = (
    "In February the forecast ran for six hours and was often late. I looked at the plan, and it "
    "was a join on a text column, so no index could be used. I put the key into its own column and "
    "filtered on the date first. It takes fifty minutes now, with the same numbers."
)
ANSWERED = "Most often it is a join without an index. " + ONE_CASE
MOTIVES = "Which tasks in this job would you look forward to most?"
OF_ANYBODY = (
    "It sounds interesting and it is the right time for something new. I always wanted to do that."
)


def relevance(signals: Signals) -> float:
    return levels.ratings(signals)[0].level


def score(signals: Signals) -> float:
    return levels.score(signals, levels.ratings(signals))


def test_a_story_without_what_was_asked_is_far_from_the_question_and_keeps_part_of_its_points():
    missed = read_answer(NOBODY_AGAINST, planned(text=REFUSED))
    told = read_answer(NOBODY_AGAINST, planned(text=PLAIN))

    assert relevance(missed) < relevance(told)
    assert score(missed) - LOWEST <= levels.MISSED * (score(told) - LOWEST) + 0.1


@pytest.mark.parametrize("story", [NOBODY_AGAINST, "We looked into it and then it worked out."])
def test_a_story_told_again_keeps_part_of_its_points_whatever_its_worth(story: str):
    once = read_answer(story, planned(text=PLAIN))

    lost = score(once) - score(replace(once, repeats=2))

    assert lost >= (1 - levels.TOLD_BEFORE) * (score(once) - LOWEST) - 0.1


def test_the_same_answer_word_for_word_keeps_less_than_the_same_story_in_other_words():
    retold = replace(read_answer(NOBODY_AGAINST, planned(text=PLAIN)), repeats=2)

    kept = [levels.kept(replace(retold, fresh=share)) for share in (0.0, 0.25, 0.5, 1.0)]

    assert kept == sorted(kept)
    assert kept[0] == levels.WORD_FOR_WORD
    assert kept[1] < kept[2] == kept[3] == levels.TOLD_BEFORE


def test_what_is_worth_most_is_then_a_story_of_what_was_asked():
    missed = read_answer(NOBODY_AGAINST, planned(text=REFUSED))

    found = gain(missed, score(missed))

    assert found
    assert "asked about" in found.change
    assert found.points >= 1.0


def test_a_part_of_the_question_that_is_left_open_is_said_and_lowers_the_level():
    case, answered = (
        read_answer(text, planned("technical", text=MOST_OFTEN)) for text in (ONE_CASE, ANSWERED)
    )
    (first, *_) = levels.ratings(case)

    assert first.item is Quality.RELEVANCE
    assert "still open" in first.because
    assert relevance(case) < relevance(answered)


def test_what_leaves_a_part_of_the_question_open_keeps_most_of_its_points_and_is_told_why():
    signals = read_answer(ONE_CASE, planned("technical", text=MOST_OFTEN))
    of_anything = read_answer(ONE_CASE, planned("technical", text=PLAIN))

    rated = levels.ratings(signals)
    found = gain(signals, score(signals))

    assert levels.kept(signals) == levels.STILL_OPEN
    assert levels.kept(of_anything) == 1.0
    told = [step.label for step in steps(signals, rated, levels.score(signals, rated))]
    assert any("still open" in label for label in told)
    assert found
    assert "still open" in found.change


@pytest.mark.parametrize("style", ["opening", "motivation"])
def test_motives_of_anybody_are_rated_low(style: str):
    assert score(read_answer(OF_ANYBODY, planned(style, text=MOTIVES))) <= 3.0


def test_the_same_words_again_lose_points_once_and_are_as_near_to_the_question_as_before():
    once = read_answer(NOBODY_AGAINST, planned(text=PLAIN))

    again = replace(once, repeats=2)

    assert relevance(again) == relevance(once)
    assert score(again) < score(once)
