"""How somebody spoke is told only where something stands out in it."""

from __future__ import annotations

import pytest

from core.models import AnswerReview, Delivery, delivery


def said(
    words: int, fillers: int = 0, a_sentence: float = 15.0, *, number: int = 1, asked: int = 1
) -> AnswerReview:
    return AnswerReview(
        number=number,
        question="Why?",
        answer="So.",
        score=5.0,
        unaided=4.0 if asked > 1 else None,
        delivery=Delivery(words=words, fillers=fillers, a_sentence=a_sentence),
    )


@pytest.mark.parametrize(
    ("answer", "row"),
    [
        (said(301), {"Words": "301"}),
        (said(601, asked=2), {"Words": "601"}),
        (said(60, 3), {"Fillers": "3"}),
        (said(40, 12), {"Fillers": "12"}),
        (said(100, a_sentence=28.4), {"Words a sentence": "28"}),
        (said(400, 30, 40), {"Words": "400", "Fillers": "30", "Words a sentence": "40"}),
    ],
)
def test_what_stands_out_is_told_and_nothing_beside_it(answer: AnswerReview, row: dict[str, str]):
    assert delivery.rows_of((answer,)) == (("Question", *row), ("1", *row.values()))


@pytest.mark.parametrize(
    "answer",
    [
        said(0),
        said(300),
        said(550, asked=2),
        said(20, 2),
        said(200, 3),
        said(200, 8),
        said(100, a_sentence=27.9),
        AnswerReview(number=1, question="Why?", answer="", score=None),
    ],
)
def test_where_nothing_stands_out_nothing_is_told(answer: AnswerReview):
    assert delivery.rows_of((answer,)) == ()
    assert delivery.meanings((answer,)) == ""


def test_answers_in_which_nothing_stands_out_have_no_row():
    answers = (said(60, 6), said(400, number=2), said(90, 1, number=3))

    assert delivery.rows_of(answers) == (
        ("Question", "Words", "Fillers"),
        ("1", "60", "6"),
        ("2", "400", "0"),
    )


def test_each_column_that_is_there_is_explained():
    assert delivery.meanings((said(60, 6), said(400, number=2))) == (
        "More than 300 words take over two minutes. "
        "Fillers are words such as \N{LEFT DOUBLE QUOTATION MARK}um\N{RIGHT DOUBLE QUOTATION MARK} "
        "and \N{LEFT DOUBLE QUOTATION MARK}you know\N{RIGHT DOUBLE QUOTATION MARK}."
    )
