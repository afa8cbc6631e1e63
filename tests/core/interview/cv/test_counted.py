"""A number that stands in the answer is offered in a line of the CV, and not asked for."""

from __future__ import annotations

import pytest

from core.interview.cv.lines import line_advice
from core.interview.cv.told import Answer
from core.interview.words.text import sentences

LISTS = "Built the stock lists for the shelves in paint"
FELL = "Missing tins fell from nine to two."
MADE = f"I {LISTS[0].lower()}{LISTS[1:]}."


def rewrite(line: str, told: str) -> str:
    answer = Answer(tuple(sentences(told)), 3)
    cv = f"Work\n2019 to 2023: Clerk, Acme\n- {line}"
    return next(one.rewrite for one in line_advice(cv, (answer,)) if one.cv_quote == line)


@pytest.mark.parametrize(
    ("told", "slot"),
    [
        (f"{MADE} In May there were twelve lists. {FELL}", "[twelve lists?]"),
        (f"{MADE} I wrote the cards by hand. There were 140 cards. {FELL}", "[140 cards?]"),
        # Another thing, two numbers, a time, or none at all.
        (f"{MADE} There were three doors. {FELL}", "[how many?]"),
        (f"{MADE} There were six lists. Later there were nine lists. {FELL}", "[how many?]"),
        (f"{MADE} There were some lists. {FELL}", "[how many?]"),
        (f"{MADE} She wrote the cards by hand. There were 140 cards. {FELL}", "[how many?]"),
        (f"{MADE} {FELL}", "[how many?]"),
    ],
)
def test_a_count_is_offered_where_it_is_surely_of_what_was_made(told: str, slot: str):
    told_again = rewrite(LISTS, told)

    assert slot in told_again
    assert told_again.endswith(FELL)


def test_a_line_on_something_that_was_not_made_takes_no_count_of_what_was():
    line = "Trained the drivers of the north depots on paint"
    told = (
        "I trained the drivers of the north depots on paint. I wrote the cards by hand. "
        f"There were 140 cards. {FELL}"
    )

    assert "140" not in rewrite(line, told)
