from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.interview.words.text import clip, content_stems, first_words, pick, sentences, stem, words


@pytest.mark.parametrize(
    "family",
    [
        ("test", "tests", "tested", "testing"),
        ("plan", "planned", "planning", "plans"),
        ("measure", "measured", "measuring"),
        ("study", "studies"),
        ("process", "processes"),
    ],
)
def test_forms_of_a_word_share_their_stem(family: tuple[str, ...]):
    assert len({stem(word) for word in family}) == 1


@pytest.mark.parametrize("word", ["go", "as", "us", "bus", "this", "class"])
def test_short_words_keep_their_ending(word: str):
    assert stem(word) == word


def test_sentences_keep_decimals_together():
    found = sentences("It rose to 3.5 percent. Then it fell!\n- Why?  ")

    assert found == ["It rose to 3.5 percent.", "Then it fell!", "- Why?"]


def test_the_stop_of_an_abbreviation_ends_no_sentence():
    text = "Dr. Ito of St. Anne's saw it, e.g. on ward No. 5, approx. 3 times, etc. and so on."

    assert sentences(text) == [text]
    assert sentences("I said no. Then we left etc. We won.") == [
        *("I said no.", "Then we left etc.", "We won."),
    ]


def test_words_have_straight_apostrophes():
    assert words("I don\u2019t know") == ["i", "don't", "know"]


def test_content_leaves_the_little_words_out():
    assert content_stems("the box of the boxes") == {"box"}


@given(st.text(max_size=300), st.integers(min_value=1, max_value=80))
def test_what_is_clipped_stands_in_the_text(text: str, limit: int):
    short = clip(text, limit)

    assert short in text
    assert len(short) <= limit


@given(st.text(max_size=200), st.integers(min_value=1, max_value=10))
def test_first_words_stand_in_the_text(text: str, count: int):
    start = first_words(text, count)

    assert start in text
    assert len(start.split()) <= count or start == text


def test_the_pick_is_the_same_for_a_seed_and_differs_over_seeds():
    options = tuple("abcdefgh")

    picked = {pick(str(seed), options) for seed in range(50)}

    assert pick("x", options) == pick("x", tuple(reversed(options)))
    assert len(picked) > 4
