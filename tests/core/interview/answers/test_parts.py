from __future__ import annotations

import pytest

from core.interview.answers.parts import is_beside, told
from core.interview.answers.signals import read_answer
from core.models import Part
from tests.core.interview.interviews import CLICHES, MIDDLING, NO_OUTCOME, ONLY_WE, STRONG, planned


def parts(text: str, style: str = "behavioural") -> frozenset[Part]:
    return told(read_answer(text, planned(style)))


def test_whatever_is_shown_for_certain_is_told():
    for text in (STRONG, MIDDLING, NO_OUTCOME, ONLY_WE, CLICHES):
        assert set(read_answer(text, planned()).parts) <= parts(text)


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("We were short of staff all summer. I rang round. They came in on Sunday.", Part.RESULT),
        ("I rang round the agencies for a cook. By Friday she had signed the offer.", Part.RESULT),
        ("My manager asked me to count the stock. I counted it.", Part.TASK),
        ("The lift in our block was broken over Easter. I called the firm.", Part.SITUATION),
        ("The door was stuck. I looked into it and called the firm.", Part.ACTION),
    ],
)
def test_what_may_well_be_there_is_told(text: str, part: Part):
    assert part in parts(text)


@pytest.mark.parametrize(
    ("text", "part"),
    [
        (NO_OUTCOME, Part.RESULT),
        (MIDDLING, Part.MEASURE),
        (ONLY_WE, Part.OWN_PART),
        (CLICHES, Part.SITUATION),
        ("I rang round and I asked the agency because they had promised a cook.", Part.RESULT),
        ("", Part.ACTION),
    ],
)
def test_what_is_missing_is_missing(text: str, part: Part):
    assert part not in parts(text)


def test_an_imagined_case_is_settled_by_saying_how_one_would_know():
    plan = "I would call the supplier and ask for the list"

    assert Part.RESULT in parts(f"{plan}, and see whether it works.", "situational")
    assert Part.RESULT not in parts(f"{plan}.", "situational")


def test_a_dodge_is_short_or_belongs_to_no_question():
    assert is_beside(read_answer("It was fine.", planned()))
    assert is_beside(read_answer(CLICHES, planned()))
    assert not is_beside(read_answer(MIDDLING, planned()))
