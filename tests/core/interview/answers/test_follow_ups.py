"""An answer to a follow-up counts for what it adds, and never for being given."""

from __future__ import annotations

from functools import cache
from math import fsum

import pytest

from core.interview.answers.follow_ups import adds
from core.interview.assessment import assess, signals_of
from core.interview.rating.arithmetic import KEPT
from core.models import AnswerReview
from tests.core.interview.interviews import CLICHES, NO_OUTCOME, ONLY_WE, single

ASKED = "What happened there, from beginning to end?"
FIRST = (
    "We had somebody at the counter who was really not satisfied with a lamp. I was friendly and "
    "did what I could, and he calmed down, so it was a good outcome."
)
EMPTY = [
    "It was just a normal situation in the shop, busy as always.",
    "Nothing special, just the usual stuff.",
    "It was an ordinary day at work with a lot going on.",
    "It was the way it always is there.",
    "As I said, it was quite stressful.",
    "Like I said before.",
    "I already told you that.",
    "That is really all there is to say about it.",
    "We managed somehow.",
    "I did my best, as always.",
    "There is not much more to tell.",
    "It is hard to describe, it was just a busy time.",
    "It was a normal case like many others.",
    "It was quite a challenge, but in the end it went fine.",
    "I just did my job.",
    "We all worked hard and it was fine.",
    "I think I am good at that kind of thing.",
    "Yes, exactly.",
    "You know how it goes in retail.",
    "I really can't think of anything.",
    "No, nothing comes to mind.",
    "I can\u2019t really remember the details of that counter anymore, sorry.",
    "I cannot say.",
    "I don't have a figure for that.",
    "I'm afraid I don't know who decided it in the end.",
    "Pass.",
    FIRST,
    "I was friendly and did what I could, and he calmed down, so it was a good outcome.",
    "As I said, we had somebody at the counter who was really not satisfied with a lamp.",
]
REAL = [
    "About forty, in two weeks.",
    "My boss, Anna.",
    "I rang her.",
    "Anna.",
    "The supplier.",
    "At the depot in Leeds.",
    "Because the seal was worn.",
    "She came back the next day and bought another one.",
    "In spring last year.",
    "The customer kept shouting and the queue reached the door.",
    "I would check the meter first.",
    "Twice a week.",
    "We moved the pallets by hand.",
    "She signed.",
    "He got his money back.",
    "On the phone.",
    "It was the pump.",
    "Only me.",
    "Nobody else was there.",
    "Less waste.",
    "Yes, she thanked me.",
    "As always the pump failed at night, and the cellar was under water.",
    "As I said, he wanted a refund, and I rang the manager for leave to give it.",
    "I can't remember the figure, but it was about half of the deliveries.",
    "I don't know why it tripped, so I changed the fuse.",
    "I couldn't reach the supplier and took the pump from the other cellar.",
    "It was a normal day until the fire alarm went off.",
]


@cache
def review_of(*replies: str) -> AnswerReview:
    return assess(single("behavioural", *replies)).answers[0]


@pytest.mark.parametrize("reply", EMPTY)
def test_what_could_be_said_of_any_day_adds_nothing(reply: str):
    assert not adds(reply, FIRST, ASKED)


@pytest.mark.parametrize("reply", REAL)
def test_what_tells_something_adds_it_however_short_it_is(reply: str):
    assert adds(reply, FIRST, ASKED)


@pytest.mark.parametrize("first", [FIRST, NO_OUTCOME])
@pytest.mark.parametrize("reply", EMPTY[:26])
def test_an_empty_answer_to_a_follow_up_is_shown_and_changes_no_score(first: str, reply: str):
    alone = review_of(first)

    review = review_of(first, reply)

    assert review.score == alone.score
    assert reply in review.answer
    assert [rating.level for rating in review.ratings] == [r.level for r in alone.ratings]


@pytest.mark.parametrize("reply", REAL)
def test_a_real_answer_to_a_follow_up_is_part_of_what_is_rated(reply: str):
    session = single("behavioural", FIRST, reply)

    text = signals_of(session, session.stories[0]).text

    assert text == f"{FIRST}\n\n{reply}"


def test_a_first_answer_is_rated_whatever_it_says():
    session = single("behavioural", EMPTY[0])

    assert signals_of(session, session.stories[0]).text == EMPTY[0]


def test_all_words_of_an_answer_are_counted_in_how_it_was_spoken():
    spoken = assess(single("behavioural", NO_OUTCOME, EMPTY[0])).answers[0].delivery
    alone = assess(single("behavioural", NO_OUTCOME)).answers[0].delivery

    assert spoken is not None
    assert alone is not None
    assert spoken.words == alone.words + len(EMPTY[0].split())


@pytest.mark.parametrize("style", ["behavioural", "situational", "technical"])
@pytest.mark.parametrize("first", [FIRST, NO_OUTCOME, ONLY_WE, CLICHES])
@pytest.mark.parametrize("reply", [*REAL[::3], *EMPTY[:3], "I don't know."])
def test_to_answer_a_follow_up_never_costs_points(first: str, reply: str, style: str):
    review = assess(single(style, first, reply)).answers[0]

    assert review.score is not None
    assert review.score >= (review.unaided or 0)
    assert round(fsum(step.points for step in review.steps), 1) == review.score


def test_where_the_first_answer_is_worth_more_a_line_says_that_its_score_is_kept():
    review = assess(single("situational", CLICHES, "She signed, and the pump ran again.")).answers[
        0
    ]

    kept = [step for step in review.steps if step.label == KEPT]

    assert review.score == review.unaided
    assert [step.points > 0 for step in kept] == [True]
