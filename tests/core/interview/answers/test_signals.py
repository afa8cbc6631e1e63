from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.interview.answers.replies import Reply
from core.interview.answers.signals import read_answer
from core.interview.planning import bank
from core.models import Part
from tests.core.interview.interviews import (
    HOLLOW,
    MIDDLING,
    NO_OUTCOME,
    ONLY_WE,
    STRONG,
    VAGUE,
    planned,
)


def signals(text: str, style: str = "behavioural"):
    return read_answer(text, planned(style))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "I don't know",
        "i dont know",
        "Pass.",
        "N/A",
        "no idea sorry",
        "asdkjh qwrtp zxcvb",
        "la la la la la la la la la la la la",
        "😀😀",
        "???",
        "Next question please",
        "good",
    ],
)
def test_a_reply_without_content_is_recognised(text: str):
    assert signals(text).reply is Reply.NOTHING


@pytest.mark.parametrize(
    "text",
    [
        "I can't think of an example right now.",
        "I have never had a conflict at work, to be honest.",
        "Nothing comes to mind.",
        "I don't really have an example for that, sorry.",
        "There is no good example that I could give you.",
        "Nothing really springs to mind.",
        "I can't honestly give you an instance of that.",
    ],
)
def test_having_no_example_is_recognised(text: str):
    assert signals(text).reply is Reply.NO_EXAMPLE


@pytest.mark.parametrize(
    "text",
    [
        "Could you repeat the question please?",
        "What do you mean by that?",
        "Sorry, I did not understand the question.",
        "Can you rephrase it?",
    ],
)
def test_a_request_for_the_question_is_recognised(text: str):
    assert signals(text).reply is Reply.REQUEST


@pytest.mark.parametrize(
    "text",
    [
        "I asked the customer: what do you mean by late?",
        "I would ask them to clarify the order before I did anything else at all.",
        "I was told that the orders repeat every week, so I wrote a script.",
    ],
)
def test_a_story_in_which_somebody_asks_is_no_request(text: str):
    assert signals(text).reply is Reply.CONTENT


@pytest.mark.parametrize(
    "text",
    [
        "My last boss was an idiot and I hated it there.",
        "I felt tired and I thought about it for a while.",
        "I am, I was and I think.",
    ],
)
def test_a_feeling_is_no_step_of_ones_own(text: str):
    assert signals(text).own_acts == ()


@pytest.mark.parametrize("text", ["I've rebuilt the pump.", "I have repaired the pump twice."])
def test_a_step_in_the_perfect_tense_is_a_step(text: str):
    assert signals(text).own_acts == (text,)


@pytest.mark.parametrize(
    ("text", "explains"),
    [
        ("I am the best engineer because I am the best engineer here", False),
        ("I chose the slow pump because the pressure had dropped", True),
        ("Because the pressure had dropped I chose the slow pump", True),
        ("I chose the slow pump becouse the pressure had dropped", True),
    ],
)
def test_a_reason_adds_something(text: str, explains: object):
    assert bool(signals(text).reasons) is explains


@pytest.mark.parametrize(
    "text",
    [
        STRONG,
        "I fixed a printer once.",
        "I had no idea at first, so I asked the night lead and compared the two logs by hand.",
        "I have never had such a case, but I once repaired the pump because it leaked.",
    ],
)
def test_content_is_not_mistaken_for_a_refusal(text: str):
    assert signals(text).reply is Reply.CONTENT


def test_a_full_story_shows_every_part():
    parts = signals(STRONG).parts

    assert set(parts) == set(Part) - {Part.TASK}
    assert parts[Part.SITUATION].startswith("When I worked")
    assert parts[Part.RESULT].startswith("As a result")
    assert parts[Part.MEASURE].startswith("As a result")


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        (NO_OUTCOME, {Part.RESULT, Part.MEASURE}),
        (ONLY_WE, {Part.OWN_PART}),
        (MIDDLING, {Part.MEASURE}),
        ("The sun shines on the bridge.", set(Part) - {Part.TASK}),
    ],
)
def test_missing_parts_are_seen(text: str, missing: set[Part]):
    assert set(Part) - {Part.TASK} - set(signals(text).parts) == missing


def test_what_fails_before_the_first_step_is_background_and_no_outcome():
    parts = signals(NO_OUTCOME).parts

    assert Part.RESULT not in parts


def test_an_imagined_situation_counts_steps_one_would_take():
    imagined = signals(
        "I'd first call the supplier. I would check the stock after a day.", "situational"
    )

    assert Part.ACTION in imagined.parts
    assert Part.RESULT in imagined.parts


def test_saying_the_same_again_adds_nothing():
    once, thrice = signals(MIDDLING), signals(f"{MIDDLING} {MIDDLING} {MIDDLING}")

    assert once.solid == thrice.solid
    assert thrice.repetition == pytest.approx(2 / 3, abs=0.05)
    assert once.repetition == 0


def test_repeating_the_question_adds_nothing():
    echo = planned().text

    assert signals(echo).solid == frozenset()
    assert signals("").repetition == 0


def test_fillers_are_counted_and_change_nothing_else():
    plain = signals(MIDDLING)
    filled = signals(MIDDLING.replace("I called", "um you know I called"))

    assert filled.fillers == 2
    assert plain.fillers == 0
    assert filled.parts.keys() == plain.parts.keys()


def test_labels_without_a_story_are_hollow():
    assert signals(HOLLOW).is_hollow
    assert not signals(STRONG).is_hollow
    assert not signals(VAGUE).is_hollow


def test_vague_phrases_are_quoted_as_they_stand():
    vague = signals(VAGUE).vague

    assert vague
    assert all(phrase in VAGUE for phrase in vague)


def test_key_points_are_found_with_their_sentences():
    question = bank.role_questions("software")[0]
    text = "I write unit tests first. Then a colleague reviews it."

    found = dict(read_answer(text, planned("technical", text=question.text)).points)

    assert found["automated tests"] == "I write unit tests first."
    assert found["review by others"] == "Then a colleague reviews it."
    assert len(found) < len(question.points)


@given(st.text(max_size=400))
def test_every_quote_stands_in_the_answer(text: str):
    read = signals(text)

    quotes = [*read.parts.values(), *read.vague, *read.facts, *read.reasons, *read.sentences]

    assert all(quote in text for quote in quotes)
    assert read.reply in Reply
