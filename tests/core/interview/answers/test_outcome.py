from __future__ import annotations

import pytest

from core.interview.answers.findings import missing, shown
from core.interview.answers.heard import heard
from core.interview.answers.outcome import sizes, tells_how_it_ended
from core.interview.answers.signals import read_answer
from core.models import Part
from tests.core.interview.interviews import planned

STORY = (
    "At the library last May the lift failed. I wrote to the maker and I asked for the old plan."
)


@pytest.mark.parametrize(
    "end",
    [
        "The waits fell from 20 minutes to six.",
        "Since then it has failed once in two years.",
        "It took us three days instead of ten.",
        "We saved 900 pounds.",
        "By June two thirds of the readers came back.",
        "It was used eleven times after that.",
        "Complaints halved.",
    ],
)
def test_a_figure_of_the_end_is_its_size(end: str):
    signals = read_answer(f"{STORY} {end}", planned())

    assert signals.parts[Part.MEASURE] == end
    assert "measure" not in [found.kind for found in missing(signals)]


@pytest.mark.parametrize(
    "text",
    [
        "In the end he was back at half past seven with a smile.",
        "As a result we opened at nine.",
        "After that we met by ten every day.",
        "In the end it was signed on the first of October.",
        "In the end it stood in room 12.",
    ],
)
def test_a_time_of_day_a_date_or_a_label_is_no_size(text: str):
    assert sizes([text]) == ()


@pytest.mark.parametrize(
    "scene",
    [
        "Half of our readers were always late that year.",
        "There were 40 readers in the hall that day.",
        "We had 3 lifts and 12 floors there.",
    ],
)
def test_the_size_of_the_trouble_is_not_that_of_the_outcome(scene: str):
    signals = read_answer(f"{scene} {STORY} In the end the maker came and it ran.", planned())

    assert Part.MEASURE not in signals.parts
    assert "measure" not in [found.kind for found in shown(signals)]


@pytest.mark.parametrize(
    "end",
    [
        "They calmed down.",
        "She left smiling.",
        "He went home happy.",
        "Since then we start on time.",
        "The noise was gone.",
        "It never happened again.",
        "The list is still in use.",
        "They made me head of the choir.",
        "She got her money on the spot.",
        "He said thank you at the door.",
    ],
)
def test_an_end_as_anybody_may_tell_it_is_an_end(end: str):
    signals = read_answer(f"{STORY} {end}", planned())

    assert tells_how_it_ended(end)
    assert Part.RESULT in heard(signals)
    assert "result" not in [found.kind for found in missing(signals)]


@pytest.mark.parametrize("step", ["Then I rang him.", "I was still unsure.", "It was a long list."])
def test_a_step_or_a_state_is_no_end(step: str):
    assert not tells_how_it_ended(step)


def test_a_number_told_in_passing_behind_the_last_step_is_no_size():
    aside = "There had been two meetings about it, and at one of them my car was in the garage."
    signals = read_answer(f"{STORY} {aside}", planned())

    assert Part.MEASURE not in signals.parts


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("The needle dropped by a third.", True),
        ("It went down by a quarter.", True),
        ("In the end he sat in the third row.", False),
    ],
)
def test_a_fraction_is_a_size_and_a_place_in_a_row_is_none(text: str, is_one: object):
    assert bool(sizes([text])) is is_one
