"""Own steps are told from empty ones, in the past, as a rule, and imagined."""

from __future__ import annotations

import pytest

from core.interview.answers.acts import empty_step, is_step
from core.interview.answers.findings import missing
from core.interview.answers.heard import heard
from core.interview.answers.signals import read_answer
from core.models import Part
from tests.core.interview.interviews import planned


@pytest.mark.parametrize(
    ("style", "sentence"),
    [
        ("technical", "I sort the letters by street before I set out."),
        ("technical", "I go round once with the torch at the start."),
        ("technical", "Then I take the heaviest one myself."),
        ("technical", "I first read the label twice."),
        ("technical", "I never lift it alone, I ring for the porter."),
        ("situational", "I would ask her to sit down."),
        ("situational", "I'd then call the office."),
        ("behavioural", "I rang the office."),
        ("behavioural", "I dealt with the returns desk and rewrote its list."),
        ("behavioural", "I did my best and moved the chairs into the hall."),
    ],
)
def test_a_step_is_a_step(style: str, sentence: str):
    assert is_step(sentence, style)


@pytest.mark.parametrize(
    ("style", "sentence"),
    [
        ("technical", "I think the label matters."),
        ("technical", "I know the street well."),
        ("technical", "I love the early shift."),
        ("technical", "I would like to learn the other machine."),
        ("technical", "She sorts the letters by street."),
        ("motivation", "I would ask for more of that."),
        ("behavioural", "I sort the letters by street."),
        ("behavioural", "I did what I could."),
        ("behavioural", "I did my best and it was fine."),
        ("behavioural", "I handled it."),
        ("behavioural", "I helped out where I could."),
        ("behavioural", "I solved the problem."),
    ],
)
def test_a_view_a_wish_or_an_empty_phrase_is_none(style: str, sentence: str):
    assert not is_step(sentence, style)


@pytest.mark.parametrize(
    ("sentence", "phrase"),
    [
        ("I did what I could for them.", "did what I could"),
        ("I was polite and patient, and she left.", "was polite and patient"),
        ("I just handled it.", "handled it"),
        ("I dealt with the situation quickly.", "dealt with the situation"),
        ("I gave my best.", "gave my best"),
        ("I worked very hard and we won.", "worked very hard"),
        ("I helped out.", "helped out"),
        ("I made sure everything went well.", "made sure everything went well"),
        ("I took the necessary steps.", "took the necessary steps"),
        ("I found a good solution.", "found a good solution"),
    ],
)
def test_an_empty_step_is_quoted_as_it_stands(sentence: str, phrase: str):
    assert empty_step(sentence) == phrase


@pytest.mark.parametrize(
    "sentence",
    [
        "I solved the problem by turning the seal round.",
        "I helped the new cook with the sauces.",
        "I worked hard ground with a spade.",
        "She did what she could.",
        "They handled it.",
        "I was polite to the man who shouted and offered him a chair.",
    ],
)
def test_a_phrase_with_content_behind_it_or_of_others_is_no_empty_step(sentence: str):
    assert empty_step(sentence) == ""


HARD = "Last May a guest was furious about his room."


@pytest.mark.parametrize("step", ["I handled it somehow.", "I was friendly and did what I could."])
def test_an_i_with_an_empty_verb_is_told_as_that_and_not_as_no_i(step: str):
    signals = read_answer(f"{HARD} {step} In the end he calmed down and stayed.", planned())
    kinds = [found.kind for found in missing(signals)]

    assert kinds[0] == "empty_step"
    assert not {"own_part", "own_steps"} & set(kinds)


@pytest.mark.parametrize(
    "step",
    [
        "I offered him mine and carried his bags.",
        "I did my best: I rang the owner and moved him to the front.",
        "We were two at the desk, and I swapped his key for another.",
    ],
)
def test_where_a_step_with_content_stands_the_own_part_is_there(step: str):
    signals = read_answer(f"{HARD} {step} He stayed for a week.", planned())
    kinds = {found.kind for found in missing(signals)}

    assert Part.OWN_PART in heard(signals)
    assert not {"empty_step", "own_part", "own_steps"} & kinds
