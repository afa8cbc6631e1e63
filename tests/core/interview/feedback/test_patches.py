"""The sentence that a remark is about, with one slot for what it leaves open."""

from __future__ import annotations

import re

import pytest

from core.interview.answers.signals import read_answer
from core.interview.checking.invention import SLOT
from core.interview.feedback import gaps, patches
from core.interview.feedback.patches import patched
from tests.core.interview.interviews import planned

_QUESTIONS = re.compile(r"(?i)\b(?:what|when|where|who|which|how|why)\b")


def slots() -> list[str]:
    """Every slot that a version can show."""
    texts = [value for module in (gaps, patches) for value in vars(module).values()]
    held = [one for value in texts if isinstance(value, dict) for one in value.values()]
    told = [one for one in (*texts, *held) if isinstance(one, str)]
    return [slot for text in told for slot in SLOT.findall(text)]


def test_a_slot_asks_one_question():
    assert len(slots()) > 20
    assert [slot for slot in slots() if slot.count(",") > 1] == []
    assert {slot for slot in slots() if len(_QUESTIONS.findall(slot)) > 1} == {
        gaps.WHEN,
        gaps.vague_slot("a lot of"),
    }


@pytest.mark.parametrize(
    ("said", "version"),
    [
        (
            "I told them the rule and they paid.",
            "I told them the rule and they paid [when was this?].",
        ),
        ("I ring the driver first and then the school.", ""),
        ("Last spring I told them the rule and they paid.", ""),
        ("Yesterday I rang the driver first.", ""),
        ("It is all about the right attitude.", ""),
    ],
)
def test_a_step_without_a_fact_is_asked_for_its_time_where_none_is_told(said: str, version: str):
    question = planned("technical", text="How do you explain a rule?")

    assert patched("facts", read_answer(said, question), "", "") == version
