"""Grounds, the change worth most, the improvements and the note go by one list."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.interview.assessment import assess, signals_of
from core.interview.findings import named
from core.interview.levels import ratings
from core.interview.remarks import GOOD, NOTHING_MISSING, NOTHING_TO_MEND
from core.interview.signals import read_answer
from core.interview.tables import table
from core.models import Quality
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
        assert not rest.replace(" and ", "").strip(" ,.")


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
def test_the_change_worth_most_is_the_first_that_the_candidate_is_told_of(reply: str, style: str):
    review = assess(single(style, reply)).answers[0]

    if review.gain:
        assert review.improvements
        assert named(read_answer(reply, planned(style)))


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
