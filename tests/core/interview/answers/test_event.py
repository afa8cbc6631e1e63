from __future__ import annotations

import pytest

from core.interview.answers.event import asks_for_a_case, is_general
from core.interview.answers.findings import missing
from core.interview.answers.signals import read_answer
from tests.core.interview.interviews import CLICHES, ONLY_WE, STRONG, VAGUE, planned


@pytest.mark.parametrize(
    "text",
    [
        CLICHES,
        "I always stay calm with guests and usually they understand it after a while, you know.",
        "It is about listening. In general people only want to be heard by somebody at the desk.",
        "Most of the time I talk to them quietly, and each time that helps a good deal with them.",
        "You have to be patient with people. I think that a smile is worth more than any rule.",
        "I alway try to keep calm and keep all of them going, whatever they bring.",
        "Every day there are guests with a complaint, so nobody at the desk worries much.",
    ],
)
def test_habits_and_views_without_an_event_are_told_first(text: str):
    signals = read_answer(text, planned())

    assert is_general(signals)
    assert next(missing(signals)).kind == "general"


@pytest.mark.parametrize(
    "text",
    [
        STRONG,
        VAGUE,
        ONLY_WE,
        "I always listen. Last May a guest shouted at me, and I gave him my chair and some water.",
        "We usually close at six. On that Friday the till was short by forty pounds.",
        "My brother and I repaired the boat as always, and it was dry by the evening.",
    ],
)
def test_where_something_happened_once_a_habit_beside_it_does_no_harm(text: str):
    signals = read_answer(text, planned())

    assert not is_general(signals)
    assert "general" not in [found.kind for found in missing(signals)]


@pytest.mark.parametrize("style", ["technical", "situational", "opening", "motivation"])
def test_only_a_story_can_lack_its_event(style: str):
    assert not is_general(read_answer(CLICHES, planned(style)))


@pytest.mark.parametrize(
    ("style", "text", "asks"),
    [
        ("behavioural", "Tell me of a day that went wrong.", True),
        ("technical", "What is the hardest thing that you have done with Excel?", True),
        ("technical", "When did you last do something of that kind?", True),
        ("technical", "How do you keep a list in order?", False),
        ("motivation", "What would you like to have done in a year?", False),
    ],
)
def test_a_question_about_a_skill_may_ask_for_a_case(style: str, text: str, asks: object):
    assert asks_for_a_case(planned(style, text=text)) is asks


def test_an_imagined_case_in_place_of_an_event_is_told_as_no_example():
    text = "I can't think of one. I think I would ask my boss first and then write down the order."

    assert next(missing(read_answer(text, planned()))).kind == "no_example"


@pytest.mark.parametrize(
    ("text", "is_missing"),
    [
        (
            "I have done this and that in shops, and I get on with most people quite well.",
            True,
        ),
        (
            "I was a cook for six years in Hull and then in York, always in hotels by the sea.",
            False,
        ),
        (
            "I have just finished school and have never worked, and I like to be on my feet.",
            False,
        ),
    ],
)
def test_an_introduction_needs_its_path_unless_there_is_none_yet(text: str, is_missing: object):
    kinds = [found.kind for found in missing(read_answer(text, planned("opening")))]

    assert ("path" in kinds) is is_missing


@pytest.mark.parametrize(
    ("asked", "text", "kind"),
    [
        (
            "How do you keep a list in order?",
            "It is about experience and a clear head, and most of it comes by itself after a time.",
            "method",
        ),
        (
            "What is your best example of that?",
            "There was something like it some time ago, and with a lot of effort it was fine then.",
            "own_steps",
        ),
        (
            "How do you keep a list in order?",
            "I sort it by street and cross out what is done, and on Friday I write it out anew.",
            "",
        ),
    ],
)
def test_a_question_about_the_work_wants_steps(asked: str, text: str, kind: str):
    kinds = [found.kind for found in missing(read_answer(text, planned("technical", text=asked)))]

    assert {"method", "own_steps"} & set(kinds) == ({kind} if kind else set())
