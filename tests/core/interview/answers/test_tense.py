"""A story told in the present tense is read as told; what is so in general is not."""

from __future__ import annotations

import pytest

from core.interview.answers.signals import read_answer
from core.interview.answers.tense import in_the_past, tells_one_event
from core.interview.words.text import sentences
from core.models import Part
from tests.core.interview.interviews import planned

TOLD = [
    (
        "Last year we get a new till. Nobody knows how to void a sale. I read the "
        "handbook in the evening and I write a card with four steps. I stick it beside "
        "the till."
    ),
    (
        "A woman comes to the desk and shouts at me because her parcel is lost. I take "
        "her to the side room and I call the depot. In the end the driver finds it under "
        "a seat."
    ),
    (
        "In May my colleague is ill and I have the whole ward alone. I ask the night "
        "nurse to stay one hour. She stays and we finish the round at nine."
    ),
    (
        "There is a machine which stops again and again. I look at the log and see that "
        "it stops when the oil is warm. Then I change the filter and it runs."
    ),
    (
        "One evening a guest asks for a room with a bath and we do not have one. I phone "
        "two hotels nearby, and I book him a taxi."
    ),
    (
        "Two days before the fair the stand is not there. I go to the printer and ask him "
        "for a smaller one. He prints it in the night."
    ),
    (
        "My boss wants to close the branch. I make a list of the customers who live near "
        "and I show it to him. He thinks about it and he decided to keep it."
    ),
    (
        "I have a pupil who does not speak in class. After school I show him a book and "
        "he reads to me. After two months he gives a talk."
    ),
]
IN_GENERAL = [
    "I listen to the customer and stay calm. Then I offer a solution and I make a note.",
    "When a customer shouts, I take them aside and I call the depot. I always say sorry.",
    "If a colleague is ill I ask somebody to stay. We finish the round together.",
    "I check the log every day and I write down what I see. I tell my supervisor.",
    "I am a calm person and I get along with everybody. I talk to people like adults.",
    "Usually I look at the machine and then I know what it is. I ask somebody if I do not know.",
    "I work in a hotel. I welcome the guests and I give them their keys. I answer the phone.",
    "In my job you have to decide quickly. I trust my feeling and it is mostly right.",
    "I believe that people want to be heard. So I ask questions and I give them time.",
    "I treat every patient with respect. I wash my hands and I explain what I do.",
]


@pytest.mark.parametrize("text", TOLD)
def test_an_event_told_in_the_present_is_one_event(text: str):
    assert tells_one_event(sentences(text))


@pytest.mark.parametrize("text", IN_GENERAL)
def test_what_is_done_as_a_rule_is_no_event(text: str):
    assert not tells_one_event(sentences(text))


def test_a_story_that_is_told_in_the_past_stays_as_it_is():
    said = sentences(
        "Last year I rang the depot. They found the parcel. I bring the same care today."
    )

    assert not tells_one_event(said)


@pytest.mark.parametrize(
    ("sentence", "past"),
    [
        ("I go to him and ask him.", "I went to him and asked him."),
        ("She tell me that the door is open.", "She told me that the door was open."),
        ("Then we carry the chairs out.", "Then we carried the chairs out."),
        ("I quickly stop the belt.", "I quickly stopped the belt."),
        ("He does not want it.", "He did not want it."),
        ("I once made a list.", "I once made a list."),
        ("I put it on the shelf and they let me.", "I put it on the shelf and they let me."),
        ("I didn't see it.", "I didn't see it."),
        ("I can see it.", "I can see it."),
        ("If it rains I always close the roof.", "If it rains I always close the roof."),
    ],
)
def test_only_what_happens_is_put_into_the_past(sentence: str, past: str):
    (told,) = in_the_past([sentence])

    assert told == past


@pytest.mark.parametrize("text", TOLD)
def test_steps_in_the_present_are_own_steps_in_the_words_of_the_answer(text: str):
    signals = read_answer(text, planned(style="behavioural"))

    assert signals.own_acts
    assert all(act in text for act in signals.own_acts)
    assert Part.OWN_PART in signals.parts


@pytest.mark.parametrize("text", IN_GENERAL)
def test_what_is_done_as_a_rule_is_no_own_step_of_a_story(text: str):
    assert not read_answer(text, planned(style="behavioural")).own_acts
