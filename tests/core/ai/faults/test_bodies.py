from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.ai.faults.bodies import LONGEST_WORD, MOST_WORDS, errors_in, words_in

ODD = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.binary(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text() | st.integers(), inner),
)


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("Not Found", "not found"),
        ({"error": {"message": "No Credit", "code": 402}}, "error\nmessage\nno credit\ncode\n402"),
        ([{"error": "A"}, {"error": "B"}], "error\na\nerror\nb"),
        ({"detail": [{"loc": ["body", "Stream"]}]}, "detail\nloc\nbody\nstream"),
        (None, ""),
        (b"bytes", ""),
    ],
)
def test_all_that_a_body_says_is_heard(body, words):
    assert words_in(body) == words


@pytest.mark.parametrize("name", ["input", "flagged_input", "messages", "prompt"])
def test_what_is_sent_back_of_the_request_is_not_listened_to(name):
    body = {"error": {"msg": "Bad", name: {"content": "I led content moderation"}}}

    assert words_in(body) == "error\nmsg\nbad"


def test_a_body_may_be_as_deep_and_as_long_as_it_likes():
    deep: object = "end"
    for _ in range(100_000):
        deep = {"error": deep}

    assert len(words_in(deep)) < MOST_WORDS * LONGEST_WORD
    assert len(words_in("x" * 10**6)) == LONGEST_WORD


@given(ODD)
def test_no_body_is_too_odd(body):
    assert isinstance(words_in(body), str)
    assert all(isinstance(error, dict) for error in errors_in(body))
