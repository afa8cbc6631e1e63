"""Qualities that are named and not shown."""

from __future__ import annotations

from dataclasses import replace

import pytest

from core.interview.answers.signals import read_answer
from core.interview.assessment import assess, review_of
from core.interview.feedback.claims import CLAIM, claim_of, claimed
from core.interview.feedback.whole import Reviewed, told_apart
from tests.core.interview.interviews import answered, planned, single

HARD = "I have done a bit of everything, mostly in kitchens. I am a hard worker, as people say."


def named(text: str, style: str = "opening") -> str:
    return claimed(read_answer(text, planned(style)))


@pytest.mark.parametrize(
    "said",
    [
        "I am a hard worker and I get on with things.",
        "I'm a real team player.",
        "I am very organised, and that is what it needs.",
        "I would say I am reliable.",
        "People know they can rely on me.",
        "Everybody can always count on me.",
        "I get along well with people.",
        "I work hard and I take things as they come.",
        "I am a motivated person.",
        "I always give 100 per cent.",
    ],
)
def test_a_quality_that_is_only_named_is_found(said: str):
    assert named(f"{said} That is how it goes in a kitchen.") == said


@pytest.mark.parametrize(
    "said",
    [
        "I am very organised: I sorted the keys of nine halls by colour.",
        "I am reliable. In 2021 I opened the shop on each of the 300 days.",
        "I am a quick learner, when I began at the mill I could run the saw within a week.",
        "People can rely on me, for example on the night of the flood.",
        "I am flexible about the shifts.",
        "I am passionate about bread and water.",
        "She is a hard worker.",
        "You can rely on the till.",
        "I get on with my work.",
        "I work hard on the second draft because it is the one that is read.",
        "I am the only one with a key.",
    ],
)
def test_a_quality_that_is_shown_or_is_none_is_left_alone(said: str):
    assert named(said) == ""


def item(number: int, *, score: float = 3.0, text: str = HARD) -> Reviewed:
    session = single("opening", text)
    made = review_of(session, session.stories[0])
    review = replace(made.review, number=number, score=score)
    claim = claim_of(read_answer(text, planned("opening")), number)
    return replace(made, review=review, claim=claim)


def test_it_is_said_once_in_an_interview_and_with_a_way_out():
    told = told_apart([item(1), item(2)])

    kinds = [[remark.kind for remark in one.improvements] for one in told]
    assert kinds[0].count(CLAIM) == 1
    assert CLAIM not in kinds[1]
    assert len(kinds[0]) <= 2
    point = told[0].review.improvements[-1]
    assert point.advice == "Say one thing that you did and that shows it."
    assert point.quote == "I am a hard worker, as people say."


def test_a_good_answer_may_name_a_quality_in_passing():
    assert not any(r.kind == CLAIM for r in told_apart([item(1, score=7.0)])[0].improvements)


def test_an_interview_with_such_words_is_told_of_them():
    assessment = assess(answered(HARD, HARD))

    texts = [point.text for review in assessment.answers for point in review.improvements]
    assert sum(text.startswith("This names a quality") for text in texts) == 1
