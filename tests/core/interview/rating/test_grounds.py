"""Grounds, the change worth most, the improvements and the note go by one list."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.interview.answers.findings import named
from core.interview.answers.follow_ups import tells_a_deed_in
from core.interview.answers.signals import read_answer
from core.interview.assessment import assess, signals_of
from core.interview.feedback.remarks import GOOD, NOTHING_MISSING, NOTHING_TO_MEND
from core.interview.planning import bank
from core.interview.rating.arithmetic import gain
from core.interview.rating.grounds import because, tells_a_deed
from core.interview.rating.levels import ratings, score
from core.interview.words.tables import table
from core.models import Competency, Quality, Rating
from tests.core.interview.interviews import (
    CLICHES,
    HOLLOW,
    MIDDLING,
    NO_OUTCOME,
    ONLY_WE,
    STRONG,
    VAGUE,
    planned,
    single,
)

STYLES = ["behavioural", "situational", "technical", "opening", "motivation"]
EMPTY_STEP = "Last May a guest was furious. I did what I could for him. In the end he calmed down."
METHOD = "I read the meter first. If the pressure drops I close the second valve. I note the hour."
WISH = "I would love to do more of that, since it was what I liked best at school and later on too."
REPLIES = [
    STRONG,
    MIDDLING,
    VAGUE,
    HOLLOW,
    CLICHES,
    NO_OUTCOME,
    ONLY_WE,
    EMPTY_STEP,
    METHOD,
    WISH,
    "I fixed a printer once.",
    "no",
]
MACHINE = ("several thoughts", "Found:", "Not found", "No word in it", "Many of its words")


@given(st.lists(st.sampled_from(REPLIES), min_size=1, max_size=2), st.sampled_from(STYLES))
def test_whatever_is_called_open_stands_in_the_improvements(replies: list[str], style: str):
    text = " ".join(replies)
    session = single(style, text)
    signals = signals_of(session, session.stories[0])
    review = assess(session).answers[0]
    opens = table("grounds")["open"]

    still = [rating.because.partition("Still open: ")[2] for rating in review.ratings]
    told = [point.text for point in review.improvements]
    lacks = named(signals)
    assert len(lacks) <= len(told)
    for line in filter(None, still):
        known = [
            opens[one.kind].replace("{about}", one.about) for one in lacks if one.kind in opens
        ]
        assert any(name in line for name in known)
        rest = line
        for name in known:
            rest = rest.replace(name, "")
        assert not rest.replace(" and ", "").strip(" ,.;")


@given(st.lists(st.sampled_from(REPLIES), min_size=1, max_size=2), st.sampled_from(STYLES))
def test_nothing_is_missing_only_where_nothing_is_called_open_and_the_score_is_good(
    replies: list[str], style: str
):
    review = assess(single(style, " ".join(replies))).answers[0]

    if review.note in (NOTHING_MISSING, NOTHING_TO_MEND):
        assert (review.score or 0) >= GOOD
        assert not [r for r in review.ratings if "Still open" in r.because]
    elif review.score is not None:
        assert review.improvements


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("reply", REPLIES)
def test_the_change_worth_most_is_one_that_the_candidate_is_told_of(reply: str, style: str):
    review = assess(single(style, reply)).answers[0]

    if review.gain:
        assert review.improvements
        assert named(read_answer(reply, planned(style)))


@pytest.mark.parametrize(
    ("style", "kinds", "change"),
    [
        ("technical", ["facts", "reason"], "giving a reason"),
        ("situational", ["check", "reason"], "saying how you would know that it worked"),
    ],
)
def test_of_two_changes_that_are_told_the_one_that_brings_more_is_worth_most(
    style: str, kinds: list[str], change: str
):
    signals = read_answer(
        "I look at the line and at the belt, and then I start it again as soon as it can run.",
        planned(style, text="What do you look at when a line stops?"),
    )

    found = gain(signals, score(signals, ratings(signals)))

    assert [lack.kind for lack in named(signals)] == kinds
    assert found is not None
    assert found.change == change


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("reply", REPLIES)
def test_no_ground_is_written_in_the_words_of_a_machine(reply: str, style: str):
    rated = ratings(read_answer(reply, planned(style)))
    grounds = " ".join(rating.because for rating in rated if rating.because)

    assert not [words for words in MACHINE if words in grounds]
    assert "{" not in grounds
    assert "  " not in grounds


def test_clarity_says_what_lacks_or_nothing():
    long = (
        "I asked the clerk who had the list of all the boats that lay in the harbour on that day "
    )
    rambling = f"{long}and then {long}and then {long}until the evening."

    def clarity(text: str) -> str:
        [because] = [
            r.because for r in ratings(read_answer(text, planned())) if r.item is Quality.CLARITY
        ]
        return because

    assert clarity(STRONG) == ""
    assert clarity(f"{NO_OUTCOME} {NO_OUTCOME}") == "Some sentences say again what was said before."
    assert clarity(rambling).startswith("Long sentences: about ")


def test_a_competency_is_spoken_of_in_its_own_words():
    story = ratings(read_answer(STRONG, planned()))

    assert story[-1].because == "It shows how you look for a cause and a way out, and how it ended."
    assert story[-1].because != story[2].because


SAYS_GOOD = ("You stayed", "You tell", "It shows", "It mentions")
SAYS_NO_GOOD = re.compile(r"(?:You stayed|You tell|It shows (?!little))[^.]*\.")
COMPLAINS = (
    "Still open",
    "little",
    "could be",
    "would fit",
    "Only ",
    "hardly",
    "leave",
)
DEEDS = [
    "I rang the supplier and asked for the fault list.",
    "I sort by who could come to harm first.",
    "I read the meter first.",
    "I would check the invoice against the order.",
    "I take the trays out and count them.",
    "I cross out each name on the list when it is done.",
    "I keep a copy of each contract in the drawer.",
    "I stayed calm and called the ambulance.",
    "I learned the names of all thirty residents in a week.",
    "I paid the driver from the petty cash.",
]
TRAITS = [
    "I take things as they come, I work hard, and people know they can rely on me.",
    "I take my work seriously.",
    "I always stay calm.",
    "I get on well with everybody.",
    "I treat people with respect.",
    "I put the customer first.",
    "I learn fast and I adapt quickly.",
    "I bring a lot of energy.",
    "I give my best every day.",
    "I keep a cool head.",
    "I take pride in it.",
    "I did what I could.",
]


def _every_ground(reply: str) -> list[Rating]:
    questions = [planned(style) for style in STYLES]
    questions += [
        planned("technical", text=bank.role_questions(family)[0].text)
        for family in bank.families()[:3]
    ]
    return [one for question in questions for one in ratings(read_answer(reply, question))]


@pytest.mark.parametrize("reply", REPLIES)
def test_a_good_level_goes_without_complaint(reply: str):
    for rating in _every_ground(reply):
        if rating.level >= 4:
            assert rating.because == "" or rating.because.startswith(SAYS_GOOD)
            assert not [words for words in COMPLAINS if words in rating.because]
        else:
            assert "You stayed with" not in rating.because


@pytest.mark.parametrize("reply", REPLIES)
@pytest.mark.parametrize("style", STYLES)
def test_an_answer_with_a_low_level_is_told_what_lacks(reply: str, style: str):
    rated = ratings(read_answer(reply, planned(style)))

    grounds = " ".join(rating.because for rating in rated)
    if any(rating.level < 3 for rating in rated if rating.item is not Quality.CLARITY):
        assert SAYS_NO_GOOD.sub("", grounds).strip()


@pytest.mark.parametrize("said", DEEDS)
def test_what_is_done_or_would_be_done_is_a_deed(said: str):
    assert tells_a_deed_in(said, "technical")


@pytest.mark.parametrize("said", TRAITS)
def test_what_somebody_is_like_is_no_deed(said: str):
    assert not tells_a_deed_in(said, "technical")
    assert not tells_a_deed(read_answer(said, planned("technical")))


@pytest.mark.parametrize("family", bank.families())
def test_the_points_of_a_full_answer_are_named_where_they_are_there_and_where_not(family: str):
    asked = bank.role_questions(family)[0]
    first, second, *others = asked.points
    told = " ".join(f"I take the {min(point.stems)} first." for point in (first, second))
    signals = read_answer(
        f"{told} Then I go round with the others and write down what the two of us saw there.",
        planned("technical", text=asked.text, competency=Competency.ROLE_KNOWLEDGE),
    )

    line = ratings(signals)[-1].because

    there = {name for name, _ in signals.points}
    mentioned, _, missing = line.partition(". Not in it: ")
    assert mentioned.startswith(f"It mentions {len(there)} of {len(asked.points)} points")
    assert all(name in mentioned for name in there)
    assert all(point.name in missing for point in others if point.name not in there)


@pytest.mark.parametrize("said", TRAITS[:8])
def test_no_fact_is_worth_most_where_the_question_is_missed(said: str):
    question = planned("technical", text="How do you explain a Kafka queue?", skill="Kafka")
    signals = read_answer(f"{said} {said} That is what I would say, as people know.", question)

    found = gain(signals, score(signals, ratings(signals)))

    assert signals.unmentioned
    assert found is None or found.change == "answering what was asked"


def test_what_was_asked_is_worth_most_where_it_is_missed():
    text = (
        "I moved into a flat near the sea with a friend in March. We painted the kitchen green "
        "and found an old table, and on Sundays our neighbours come for soup."
    )
    signals = read_answer(text, planned("technical", skill="Kafka"))

    found = gain(signals, score(signals, ratings(signals)))

    assert found is not None
    assert found.change == "answering what was asked"
    assert found.points > 0


@pytest.mark.parametrize(
    ("level", "said"),
    [
        (4.2, "You stayed with the question."),
        (3.9, ""),
        (3.3, ""),
        (3.2, "Part of it goes with the question."),
        (2.6, "Part of it goes with the question."),
    ],
)
def test_one_phrase_stands_for_one_range_of_levels_and_none_where_little_is_missing(
    level: float, said: str
):
    signals = read_answer(STRONG, planned())

    assert because(Quality.RELEVANCE, level, signals) == said


def test_near_a_good_level_nothing_is_held_against_an_answer():
    signals = read_answer(STRONG, planned())

    for item in (Quality.EVIDENCE, Quality.STRUCTURE, Competency.PROBLEM_SOLVING):
        because_of = because(item, 3.7, signals)
        assert because_of.startswith(SAYS_GOOD)
        assert not [words for words in COMPLAINS if words in because_of]


def test_where_every_point_is_there_none_is_called_open():
    asked = bank.role_questions("health")[0]
    told = " ".join(f"I take the {min(point.stems)} of it first." for point in asked.points)
    question = planned("technical", text=asked.text, competency=Competency.ROLE_KNOWLEDGE)

    line = because(Competency.ROLE_KNOWLEDGE, 2.7, read_answer(told, question))

    count = len(asked.points)
    assert line.startswith(f"It mentions {count} of {count} points")
    assert line.count(".") == 1


def test_sentences_that_have_little_to_do_with_each_other_are_named_with_a_low_level():
    filling = (
        "The heating was broken all week. Somebody had bought a yellow folder. "
        "My neighbour grew tomatoes behind his garage. Long e-mails arrived late in the evening. "
        "A magazine explained communication at the dentist. The summer rota was empty again. "
        "People laughed loudly on the bus. I saw the old hospital from the corridor."
    )

    said = because(Quality.EVIDENCE, 2.0, read_answer(filling, planned()))

    assert said.endswith("Its sentences have little to do with each other.")
    assert "to do with each other" not in because(
        Quality.EVIDENCE, 2.0, read_answer(STRONG, planned())
    )


ASIDE = "Only a part of it was found to speak of what was asked, and only that counts."
FLAT = (
    "We moved into a flat near the sea in March and painted the kitchen green. Our neighbours come "
    "for soup on Sundays, and the dog sleeps under the old table that we found in the street. "
    "The bakery opens at six, so on most days I fetch bread before the tram leaves for town. "
)
PUMP = (
    "If the pump failed at night I would close the second valve and ring the engineer on call. "
    "I would know that it worked when the gauge held its pressure for an hour. "
)


@pytest.mark.parametrize("item", [Quality.EVIDENCE, Quality.STRUCTURE, Competency.PROBLEM_SOLVING])
@pytest.mark.parametrize(
    ("reply", "level", "is_told"),
    [
        (PUMP + FLAT, 1.8, True),
        (PUMP + FLAT, 3.0, False),
        (3 * PUMP, 1.8, False),
        (PUMP, 1.8, False),
    ],
    ids=["most is of other things", "no low level", "all of it is of that", "it is short"],
)
def test_a_low_level_says_where_little_of_a_longer_answer_is_on_the_question(
    item: Quality | Competency, reply: str, level: float, *, is_told: bool
):
    question = planned("situational", text="What would you do if the pump failed at night?")

    said = because(item, level, read_answer(reply, question))

    assert (ASIDE in said) is is_told
