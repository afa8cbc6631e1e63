from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.interview.checking.evidence import find_quote, invents

ANSWER = (
    "I moved\n  eleven items \u2013 and the team\u2019s errors fell from 90 to 12. "
    "It \u201cheld\u201d."
)


@pytest.mark.parametrize(
    ("quote", "found"),
    [
        ("moved eleven items", "moved\n  eleven items"),
        ("eleven items - and", "eleven items \u2013 and"),
        ("the team's errors fell", "the team\u2019s errors fell"),
        ("“I moved eleven items”", "I moved\n  eleven items"),
        ("I MOVED ELEVEN", "I moved\n  eleven"),
        ("errors fell from 90 to 12...", "errors fell from 90 to 12"),
        ('It "held"', "It \u201cheld"),
    ],
)
def test_a_quote_is_shown_as_it_stands(quote: str, found: str):
    assert find_quote(quote, ANSWER) == found
    assert found in ANSWER


@pytest.mark.parametrize(
    "quote", ["", "  ", "...", "moved twelve items", "errors fell from 90 to 1", "it", "eleven it"]
)
def test_a_quote_that_does_not_stand_there_is_not_found(quote: str):
    assert find_quote(quote, ANSWER) == ""


def test_a_very_short_answer_can_be_quoted_whole():
    assert find_quote("Tests.", "Tests") == "Tests"


def test_a_later_whole_match_is_found_behind_a_partial_one():
    assert find_quote("made it work", "remade it working, made it work") == "made it work"


@given(st.text(max_size=200), st.integers(0, 100), st.integers(8, 100))
def test_whatever_is_found_stands_in_the_text(text: str, start: int, size: int):
    found = find_quote(text[start : start + size], text)

    assert found in text


@pytest.mark.parametrize(
    "advice",
    [
        "Add how it ended and how you know.",
        "Say that errors fell from 90 to 12.",
        "Use the STAR order, and put it in your CV.",
        "Say what Maria did at Acme.",
        "Mention “the team's errors” first. Then stop.",
        "Add [how many?].",
        "Fügen Sie das Ergebnis hinzu und nennen Sie die Zahl, die Sie dem Team genannt haben.",
    ],
)
def test_advice_from_what_was_said_invents_nothing(advice: str):
    assert not invents(advice, f"{ANSWER} With Maria at Acme.")


@pytest.mark.parametrize(
    "advice",
    [
        "Say that errors fell by 40%.",
        "Say that it saved a million.",
        "Say that you worked with Peter.",
        "Mention PostgreSQL.",
        "Kafka would be worth naming.",
        "Mention your AWS work.",
        "Say that it halved the errors.",
    ],
)
def test_a_new_number_name_or_skill_is_an_invention(advice: str):
    assert invents(advice, ANSWER)
