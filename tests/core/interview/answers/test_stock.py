from __future__ import annotations

import pytest

from core.interview.answers.signals import read_answer
from core.interview.answers.stock import without_stock
from core.interview.rating import levels
from tests.core.interview.interviews import planned

HANDLE = "Suppose that a part will not be ready in time. How would you handle it?"
STOCK = (
    "I am a highly-motivated team player with a proven track record, and I thrive under pressure. "
    "I think outside the box, I always go the extra mile and I bring a lot to the table."
)
PLAIN = (
    "I would ring the supplier, ask for half of the order by Monday and tell the shop which shelf "
    "stays empty until then. I would also look whether the depot in Leeds has the part."
)


def score(text: str) -> float:
    signals = read_answer(text, planned("situational", text=HANDLE))
    return levels.score(signals, levels.ratings(signals))


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("I go the extra mile.", "I go the."),
        ("A results-driven, Highly Motivated nurse", "A , nurse"),
        ("We boxed the glasses outside.", "We boxed the glasses outside."),
        ("The bar was raised by two metres.", "The bar was raised by two metres."),
        ("He carried my weight of 80 kilos", "He carried my weight of 80 kilos"),
    ],
)
def test_only_fixed_phrases_are_taken_out(text: str, rest: str):
    found = without_stock(text)

    assert " ".join(found.split()).replace(" .", ".") == rest


def test_an_answer_of_stock_phrases_is_rated_as_one_without_words_of_its_own():
    assert score(STOCK) <= levels.EMPTY < score(PLAIN)
