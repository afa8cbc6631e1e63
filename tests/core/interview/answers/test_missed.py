"""Stories that leave out what was asked, and those that only use other words for it."""

from __future__ import annotations

import pytest

from core.interview.answers.missed import missed
from core.interview.answers.signals import read_answer
from core.interview.feedback.asked_again import asked_again
from core.interview.feedback.remarks import improvements_of
from core.interview.words.tables import table
from tests.core.interview.interviews import STRONG, planned, single

TURNED_DOWN = (
    "Think of an idea of yours that somebody turned down at first. How did you win them over?"
)
DELAY = "When did you have to explain a delay to somebody who was waiting?"
QUARREL = "Think of a disagreement with a colleague about how to do a job. How did it end?"
CRITICISM = "How did it go when somebody last criticised your work?"
SAYING_NO = "When did you have to say no to somebody who mattered for your work?"
TEACHING = "What is something that you taught another person to do?"


def gap(asked: str, text: str):
    return missed(read_answer(text, planned(text=asked)))


@pytest.mark.parametrize(
    ("asked", "text", "about"),
    [
        (TURNED_DOWN, "In May I drew new labels for the shelves. Nine shops use them now.", "idea"),
        (TURNED_DOWN, "I was asked to lead the move to the new till. We moved in June.", "idea"),
        (TURNED_DOWN, "I picked four cooks and tried each recipe with them.", "idea"),
        (DELAY, "The hall changed its hours five times. I set up one page with a date.", "delay"),
        (DELAY, "I rang the buyer and told her the price. She signed on Friday.", "delay"),
        (QUARREL, "I painted the fence with a friend in two days. It looked fine.", "disagreement"),
        (QUARREL, "We built the shed on Sunday. I drew the plan and he sawed.", "disagreement"),
        (CRITICISM, "I painted the gate green in June.", "your work"),
        (SAYING_NO, "I sold her the larger tent and a lamp.", "say no"),
        (TEACHING, "I repaired the pump of the school in one night.", "learn"),
    ],
)
def test_a_story_without_what_was_asked_is_told_so(asked: str, text: str, about: str):
    found = gap(asked, text)

    assert found
    assert about in found.about
    assert found.ask.endswith("?")


@pytest.mark.parametrize(
    ("asked", "text"),
    [
        (TURNED_DOWN, "My boss said no to the new labels. I showed her one shelf."),
        (TURNED_DOWN, "The cooks did not want the new list. I cooked from it for a week."),
        (TURNED_DOWN, "He thought it was a toy. I let him try it."),
        (TURNED_DOWN, "It took me a month to convince the porter."),
        (TURNED_DOWN, "The head was sceptical of the garden."),
        (DELAY, "The bread was not ready at six. I rang the hotel."),
        (DELAY, "A family stood at the desk and waited for their keys."),
        (DELAY, "The lorry came two hours later than planned."),
        (QUARREL, "She wanted the boxes by size and I wanted them by date."),
        (QUARREL, "He was cross because I had moved his tools."),
        (CRITICISM, "My tutor told me that the chapter was too long."),
        (SAYING_NO, "I told the director that we could not open on Sunday."),
        (TEACHING, "A new porter came in May, and I showed him the lift."),
        ("Think of a week with more to do than time to do it. How did you handle it?", "I swam."),
        ("Which problem at work took you longest to understand?", "It was the lockers."),
    ],
)
def test_other_words_for_it_and_other_questions_are_left_alone(asked: str, text: str):
    assert gap(asked, text) is None


def test_the_remark_says_what_was_asked_and_asks_for_it():
    text = (
        "From the rowing club: the hall changed its hours five times in spring 2021, and people "
        "were cross. I set up one page with a date on it, because the phone rang all day. After "
        "the second change nobody stood at a closed door, and calls fell from nine to two."
    )

    told = improvements_of(read_answer(text, planned(text=DELAY)), 1)

    point = next(one.point for one in told if one.kind == "link")
    assert point.text == "You were asked about a delay. Nothing is late in this story."
    assert point.advice.endswith("What was late, who waited for it, and what did you tell them?")


def test_a_story_that_leaves_out_what_was_asked_is_not_one_to_begin_with():
    session = single("behavioural", "I can't think of an example, sorry.", STRONG)
    signals = read_answer(STRONG, planned(text=TURNED_DOWN))

    again = asked_again(session.stories[0], signals, 6.0, 1.0)

    point = improvements_of(signals, 1, 6.0, again)[0].point
    assert "Begin your first answer" not in point.advice
    assert point.advice.startswith("Have an example ready in which somebody first says no")


def test_every_entry_has_its_words():
    for entry in table("missed")["asked"]:
        assert entry["ask"].endswith("?")
        assert entry["have"].startswith("in which")
        assert entry["about"]
        assert entry["untold"].endswith("in this story")
