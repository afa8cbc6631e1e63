from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.ai.providers.thoughts import Thoughts

CHUNKS = st.lists(st.text("<>/thinkoug \n", max_size=8), max_size=30)


def shown(*chunks: str) -> str:
    thoughts = Thoughts()
    return "".join([*map(thoughts.without, chunks), thoughts.rest()])


@pytest.mark.parametrize(
    ("reply", "left"),
    [
        ("Why nursing?", "Why nursing?"),
        ("<think>Let me see.</think>Why nursing?", "Why nursing?"),
        ("\n<think>\nLet me see.\n</think>\n\nWhy nursing?", "Why nursing?"),
        ("<THINK>Let me see.</THINK>Why nursing?", "Why nursing?"),
        ("<thinking>a</thinking><thought>b</thought> Why?", "Why?"),
        ("<think></think>Why?", "Why?"),
        ("<think>a <think> b</think>Why?", "Why?"),
        ("<think>a</thinking>b</think>Why?", "Why?"),
        ('<think>{"level": 1}</think>{"level": 4}', '{"level": 4}'),
        ("<think>Let me see", ""),
        ("<think>Let me see</thin", ""),
        ("<thi", "<thi"),
        ("<", "<"),
        ("<thinker>Why?", "<thinker>Why?"),
        ("What does <think>this</think> tag do?", "What does <think>this</think> tag do?"),
        ("</think>Why?", "</think>Why?"),
        ("", ""),
    ],
)
def test_only_a_block_at_the_beginning_is_left_out(reply, left):
    assert shown(reply) == left
    assert shown(*reply) == left, "character by character"


@given(CHUNKS)
def test_it_does_not_matter_how_a_reply_is_cut_up(chunks):
    assert shown(*chunks) == shown("".join(chunks))


@given(CHUNKS)
def test_nothing_is_shown_that_was_not_said(chunks):
    assert "".join(chunks).endswith(shown(*chunks))


def test_what_is_no_thought_is_shown_at_once():
    thoughts = Thoughts()

    assert thoughts.without("<th") == ""
    assert thoughts.without("e first>") == "<the first>"
    assert thoughts.without(" <think>") == " <think>"


def test_it_is_known_when_thinking_goes_on():
    thoughts = Thoughts()
    going_on = []
    for text in ("<think>", "hm", "</think>", "Why?"):
        thoughts.without(text)
        going_on.append(thoughts.are_going_on)

    assert going_on == [True, True, False, False]


def test_endless_thinking_takes_no_more_time_at_its_end():
    thoughts = Thoughts()
    began = time.process_time()
    for _ in range(100_000):
        thoughts.without("x" * 50)

    assert time.process_time() - began < 2
    assert thoughts.rest() == ""
