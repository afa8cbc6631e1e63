"""A reason has many forms; it is praised only where it explains a choice of the speaker."""

from __future__ import annotations

import pytest

from core.interview.answers.explained import explained_steps, gives_a_reason, owes_a_reason
from core.interview.answers.findings import missing, shown
from core.interview.answers.signals import read_answer
from tests.core.interview.interviews import planned

PLAIN = (
    "I packed the boxes for the fair. I drove the van to the harbour. I unloaded it in the dark."
)


@pytest.mark.parametrize(
    "reason",
    [
        "I used the small van because the lanes are narrow there.",
        "I put labels on all sides so that the porters could read them.",
        "The lanes are narrow, so I took the small van.",
        "The lanes are narrow. That is why I took the small van.",
        "I took the small van rather than the lorry.",
        "I took the small van instead of the lorry.",
        "I loaded it by weight, not by size.",
        "I left a list on the seat for the next driver.",
        "I drove there once without boxes to see whether the bridge was open.",
        "I took out two crates that nobody needed.",
        "I saw that one box was wet. I dried it with my coat.",
        "The bridge was closed. I drove round by the mill.",
        "I wanted to be there before the rain.",
        "I tied the boxes down in case the road was rough.",
        "I rang them first, otherwise they would have waited in the cold.",
    ],
)
def test_each_form_of_a_reason_is_one(reason: str):
    signals = read_answer(f"{PLAIN} {reason}", planned())

    assert gives_a_reason(signals)
    assert not owes_a_reason(signals)


@pytest.mark.parametrize(
    "more",
    [
        "",
        "I had to sign the list.",
        "I asked Ben to open the gate.",
        "I thanked the porter and I went home.",
        "I used the van since May.",
    ],
)
def test_steps_alone_are_no_reason(more: str):
    signals = read_answer(f"{PLAIN} {more}", planned())

    assert not gives_a_reason(signals)
    assert owes_a_reason(signals)
    assert "reason" in [found.kind for found in missing(signals)]


@pytest.mark.parametrize("style", ["opening", "motivation"])
def test_nobody_is_asked_why_where_no_choice_was_asked_for(style: str):
    assert not owes_a_reason(read_answer(PLAIN, planned(style)))


@pytest.mark.parametrize(
    "text",
    [
        "The kitchen was on fire. I rang the bell. I carried the boy out. I shut the gas off.",
        "I called the ambulance at once. I held his head. I counted aloud.",
        "A man collapsed at the till. I sent Ann for the nurse. I moved the chairs.",
    ],
)
def test_nobody_is_asked_why_in_an_emergency(text: str):
    assert not owes_a_reason(read_answer(text, planned()))


def test_where_no_own_step_is_told_there_is_no_choice_to_explain():
    assert not owes_a_reason(read_answer("The ferry stood still for a week in May.", planned()))


def test_a_rule_is_the_reason_in_an_answer_about_how_one_works():
    text = "I read the meter first. If the pressure drops, I close the second valve by hand."

    assert gives_a_reason(read_answer(text, planned("technical")))


@pytest.mark.parametrize(
    ("style", "sentence"),
    [
        ("behavioural", "I chose the slow pump because the pressure had dropped twice that night."),
        ("behavioural", "Because the pressure had dropped twice, I chose the slow pump."),
        ("behavioural", "I moved the desk to the door so that the porters could pass with beds."),
        ("behavioural", "I knew that the buyer never reads long letters, so I sent half a page."),
        ("behavioural", "I wrote the rota on paper instead of the tablet with its flat battery."),
        ("behavioural", "I ran it on one shift first to see whether the labels held in the cold."),
        ("technical", "I look at the seals first, because most leaks begin there in winter."),
        ("situational", "I would ring the supplier first, because the carrier knows only half."),
    ],
)
def test_a_reason_for_an_own_step_is_a_strength(style: str, sentence: str):
    signals = read_answer(f"{sentence} The hall was dark.", planned(style))

    assert explained_steps(signals) == (sentence,)
    assert ("reason", sentence) in [(found.kind, found.quote) for found in shown(signals)]


@pytest.mark.parametrize(
    ("style", "sentence"),
    [
        ("behavioural", "So I rang the carrier and asked for the number of the van."),
        ("behavioural", "Because of the new seal the leaks fell by a third."),
        ("behavioural", "None of the tenants left because of the noise in the yard."),
        ("behavioural", "I was late because of the strike on the northern line."),
        ("behavioural", "I missed the deadline because the server broke down at night."),
        ("behavioural", "My boss chose the blue one because the red paint had run out."),
        ("behavioural", "She thanked me because I had rung her daughter in Leeds."),
        ("behavioural", "I opened the valve and the pressure fell because the seal was worn."),
        ("technical", "The wrong dose gets written down because nobody reads it aloud."),
        ("motivation", "I would like to run a shop, so that the staff come to me with ideas."),
    ],
)
def test_a_cause_of_anything_else_is_no_strength(style: str, sentence: str):
    signals = read_answer(f"The hall was dark. {sentence}", planned(style))

    assert explained_steps(signals) == ()
    assert "reason" not in [found.kind for found in shown(signals)]
