"""Answers that would fit any question are limited; plain ones with content are not."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from core.interview.answers.signals import read_answer
from core.interview.rating import levels
from core.interview.rating.found import found_in
from core.interview.rating.limits import limit_of
from tests.core.interview.interviews import planned

TEXTS = tomllib.loads(Path(__file__).with_name("empty_words.toml").read_text("utf-8"))
PLAIN = [(style, text) for style, texts in TEXTS["plain"].items() for text in texts]


@pytest.mark.parametrize("style", ["behavioural", "situational", "technical", "motivation"])
@pytest.mark.parametrize("text", TEXTS["hollow"])
def test_words_that_fit_any_answer_are_limited(text: str, style: str):
    signals = read_answer(text, planned(style))

    assert levels.score(signals, levels.ratings(signals)) <= levels.EMPTY


@pytest.mark.parametrize(("style", "text"), PLAIN)
def test_a_plain_answer_with_content_is_not(style: str, text: str):
    signals = read_answer(text, planned(style))

    assert levels.cap(signals) > levels.score(signals, levels.ratings(signals))


def test_what_anybody_could_say_tells_something_where_it_is_near_to_the_question():
    text = (
        "I would look for the cause first, analyse it and fix the problem, then prove the solution."
    )
    near = found_in(read_answer(text, planned("situational")))
    far = found_in(read_answer(text, planned("situational", text="What would you cook for ten?")))

    assert near.telling > far.telling


def test_the_limit_says_why():
    signals = read_answer(TEXTS["hollow"][0], planned())

    assert "would fit many answers" in limit_of(signals, levels.cap(signals))
