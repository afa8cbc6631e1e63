"""How the answers of an interview share the words of its feedback."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from core.interview.answers.findings import Found
from core.interview.feedback.remarks import Remark, point_of
from core.interview.feedback.whole import Reviewed, told_apart
from core.models import AnswerReview

PICTURE = "There is a piece of work that one can picture"


def answer(number: int, score: float, *shown: tuple[str, str], lacks: Sequence[str] = ()):
    review = AnswerReview(
        number=number, question="How?", answer=" ".join(q for _, q in shown), score=score
    )
    found = (Found(kind, quote, quote) for kind, quote in shown)
    praise = tuple(Remark(one.kind, point_of("shown", one, number)) for one in found)
    return Reviewed(review, praise=praise, lacks=frozenset(lacks))


def strengths(*items: Reviewed) -> list[list[str]]:
    return [[one.kind for one in item.strengths] for item in told_apart(items)]


def test_a_piece_of_work_to_picture_is_named_once_in_an_interview():
    told = told_apart(
        [
            answer(1, 8, ("led", "I led the move.")),
            answer(2, 8, ("made", "I drew a plan.")),
            answer(3, 8, ("made", "I built a shed.")),
        ]
    )

    texts = [point.text for item in told for point in item.review.strengths]
    assert [text.startswith(PICTURE) for text in texts] == [True]


def test_one_of_the_two_things_a_full_answer_is_told_of_is_an_end():
    shown = (("ordered", "I sorted."), ("saw", "I went."), ("others", "They use it."))

    assert strengths(answer(1, 9, *shown)) == [["ordered", "others"]]
    assert strengths(answer(1, 8, *shown)) == [["ordered", "saw"]]


def test_an_end_that_is_one_of_the_two_stays_and_no_third_thing_is_added():
    shown = (("ordered", "I sorted."), ("change", "It fell."), ("others", "They use it."))

    assert strengths(answer(1, 9, *shown)) == [["ordered", "change"]]


def test_a_story_told_again_is_told_of_one_thing_that_is_new_in_it():
    first = answer(1, 8, ("cost", "I asked what it costs."), ("change", "It fell by two."))
    again = answer(
        2,
        6,
        ("cost", "I asked her what a stop costs."),
        ("exchange", "I gave it for a second year."),
        ("result", "They signed."),
        lacks=["repeat"],
    )

    assert strengths(first, again) == [["cost", "change"], ["exchange"]]


def test_what_was_said_before_in_the_same_words_is_no_strength_of_a_story_told_again():
    first = answer(1, 8, ("cost", "I asked what it costs."), ("change", "It fell by two."))
    again = answer(2, 6, ("measure", "It fell by two."), lacks=["repeat"])

    assert strengths(first, again)[1] == []


def very_long(number: int, *further: str) -> Reviewed:
    found = (Found("long", about="350"), *(Found(kind) for kind in further))
    told = tuple(Remark(one.kind, point_of("missing", one, number)) for one in found)
    return replace(answer(number, 7), improvements=told)


def test_that_an_answer_is_very_long_is_said_twice_and_further_only_where_nothing_else_is():
    items = told_apart([very_long(1), very_long(2, "result"), very_long(3, "result"), very_long(4)])

    kinds = [[one.kind for one in item.improvements] for item in items]
    assert kinds == [["long"], ["long", "result"], ["result"], ["long"]]


def test_what_to_do_is_said_in_full_at_the_first_answer_and_named_at_later_ones():
    items = told_apart([very_long(1, "result"), very_long(2), very_long(3, "result")])

    advice = [[point.advice for point in item.review.improvements] for item in items]
    assert advice[1] == ["as for question 1."]
    assert advice[2] == ["as for question 1."]
    assert "as for" not in " ".join(advice[0])
