from __future__ import annotations

from core.interview.cv.once import AGAIN, said_once
from core.models import Advice, Suggestion


def texts(*told: str, kind: Advice = Advice.LINE) -> list[str]:
    return [one.text for one in said_once(Suggestion(text=text, kind=kind) for text in told)]


def test_a_sentence_that_was_said_is_left_out_of_the_next_piece_of_advice():
    told = texts("“Lathe”: found. Have an example ready.", "“Saw”: found. Have an example ready.")

    assert told == ["“Lathe”: found. Have an example ready.", "“Saw”: found."]


def test_where_all_of_it_was_said_it_is_referred_to():
    assert texts("Add how it went.", "Add how it went.", "Add how it went.") == [
        "Add how it went.",
        AGAIN,
        AGAIN,
    ]


def test_what_was_said_of_something_of_another_kind_is_said_again():
    found = Suggestion(text="Have an example ready.", kind=Advice.FOUND)
    said = Suggestion(text="Have an example ready.", kind=Advice.SAID)

    assert list(said_once((found, said))) == [found, said]
