"""What was told in words of one's own is not called missing."""

from __future__ import annotations

import pytest

from core.interview.answers.heard import heard
from core.interview.answers.signals import read_answer
from core.interview.assessment import assess
from core.models import Part
from tests.core.interview.interviews import NO_OUTCOME, planned, single

PAYROLL = (
    "Our payroll run was late in March. I sat down with the two clerks, split the list and checked "
    "each payslip twice."
)
ENDS = [
    "Everybody got paid on Friday.",
    "By June he read aloud in front of the class.",
    "We lost nothing and opened at the usual hour on Sunday.",
    "Now it takes 9 minutes.",
    "They still share the Tuesday shift today without any trouble.",
]


@pytest.mark.parametrize("end", ENDS)
def test_an_end_told_in_plain_words_is_not_called_missing(end: str):
    [review] = assess(single("behavioural", f"{PAYROLL} {end}")).answers

    said = [point.text for point in review.improvements]
    assert "The outcome is missing." not in said
    assert not any("how did it end" in point.stronger for point in review.improvements)


@pytest.mark.parametrize("end", ENDS)
def test_the_end_is_what_makes_the_difference(end: str):
    without, told = (heard(read_answer(text, planned())) for text in (PAYROLL, f"{PAYROLL} {end}"))

    assert Part.RESULT not in without
    assert Part.RESULT in told


def test_steps_in_words_that_no_list_has_are_ones_own_part():
    assert heard(read_answer(PAYROLL, planned())) >= {Part.ACTION, Part.OWN_PART}


def test_an_outcome_that_was_not_told_is_still_missing():
    [review] = assess(single("behavioural", NO_OUTCOME)).answers

    assert "The outcome is missing." in [point.text for point in review.improvements]


def test_only_stories_have_parts_to_hear():
    signals = read_answer(f"{PAYROLL} {ENDS[0]}", planned("motivation"))

    assert Part.OWN_PART not in heard(signals)
