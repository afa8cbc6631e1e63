"""Advice for somebody who has never worked, or never done what was asked about."""

from __future__ import annotations

import pytest

from core.interview.answers.findings import Found
from core.interview.assessment import assess
from core.interview.feedback.newness import suited
from core.interview.feedback.remarks import Remark, point_of
from core.interview.feedback.summing import next_time
from core.interview.feedback.whole import Reviewed
from core.models import AnswerReview, Quality, Rating
from tests.core.interview.interviews import single

DONE = "I ask what they know already and then I draw it, and at the end they tell it to me."


def reviewed(number: int, answer: str, kind: str = "given_points") -> Reviewed:
    remark = Remark(kind, point_of("missing", Found(kind, about="aids"), number))
    review = AnswerReview(
        number=number,
        question="How?",
        answer=answer,
        score=2,
        ratings=(Rating(item=Quality.RELEVANCE, level=2),),
        improvements=(remark.point,),
    )
    return Reviewed(review, improvements=(remark,), asks_for_event=True, has_event=False)


def advice(item: Reviewed) -> str:
    return item.review.improvements[0].advice


@pytest.mark.parametrize(
    ("answer", "is_new"),
    [
        ("I have just left school and I have never worked.", True),
        ("I've never worked before, so I have none.", True),
        ("I have no work experience yet.", True),
        ("This would be my first job.", True),
        ("I have never worked in a bakery, I come from a hotel.", False),
        ("I have never worked with anybody like that.", False),
        ("I have no work experience with ovens.", False),
        ("My brother has never worked.", False),
        (DONE, False),
    ],
)
def test_who_has_never_worked_is_told_of_no_practice_in_any_answer(answer: str, *, is_new: bool):
    items = suited([reviewed(1, answer), reviewed(2, DONE)])

    assert all(item.is_new is is_new for item in items)
    assert all(("your own practice" in advice(item)) is not is_new for item in items)


@pytest.mark.parametrize(
    ("answer", "is_new"),
    [
        ("I don't know how that is done, I would have to be shown.", True),
        ("I have never done that.", True),
        ("I have never done it badly.", False),
        ("I do not know how the others do it, I draw it.", False),
        (DONE, False),
    ],
)
def test_who_has_not_done_what_was_asked_is_told_so_in_this_answer_only(
    answer: str, *, is_new: bool
):
    first, second = suited([reviewed(1, answer), reviewed(2, DONE)])

    assert ("your own practice" in advice(first)) is not is_new
    assert "your own practice" in advice(second)
    assert not first.is_new


def test_moments_to_write_down_are_none_at_work_where_somebody_never_worked():
    new = suited([reviewed(n, "I have never worked.", "no_example") for n in (1, 2)])
    other = suited([reviewed(n, "I have no example.", "no_example") for n in (1, 2)])

    assert "a case for" not in next_time(new, ("bake bread",))
    assert "school, a course, a club or home" in next_time(new, ("bake bread",))
    assert "a case for “bake bread”" in next_time(other, ("bake bread",))


def test_where_only_a_plan_was_told_nobody_asks_what_the_matter_was():
    told = assess(
        single(
            "behavioural",
            "I can't think of an example, sorry.",
            "I think I would ask somebody first. Then I would write down what has to be done, and "
            "I would tell my boss.",
        )
    )

    texts = [point.text for point in told.answers[0].improvements]
    assert texts[0] == "No example was given."
