from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.interview.answers.signals import read_answer
from core.interview.feedback.stronger import invented, slotted, stronger, without_fillers
from tests.core.interview.interviews import (
    CLICHES,
    GERMAN,
    HOLLOW,
    MIDDLING,
    NO_OUTCOME,
    ONLY_WE,
    STRONG,
    VAGUE,
    planned,
)

PIECES = [
    sentence.strip() + "."
    for text in (STRONG, MIDDLING, VAGUE, NO_OUTCOME, ONLY_WE, CLICHES)
    for sentence in text.split(".")
    if sentence.strip()
]
FILLERS = ["um, ", "You know, ", "basically ", "I mean, ", "", "", "er "]


def version(text: str, style: str = "behavioural") -> str:
    return stronger(read_answer(text, planned(style)))


@pytest.mark.parametrize("text", ["", "no", "I don't know.", GERMAN, HOLLOW, CLICHES, "\U0001f600"])
def test_where_nothing_was_told_there_is_no_stronger_version(text: str):
    assert version(text) == ""


def test_a_story_that_lacks_nothing_has_no_stronger_version():
    assert version(STRONG) == ""


def test_a_story_of_many_pages_has_none_either():
    long = " ".join(f"I moved the box {number} to the shelf {number}." for number in range(900))

    assert version(long) == ""


def test_a_missing_end_becomes_a_slot_at_the_end():
    assert version(NO_OUTCOME) == f"{NO_OUTCOME} [How did it end?]"


def test_a_step_of_all_asks_which_part_was_ones_own():
    assert version(ONLY_WE).endswith("after 3 weeks [what did you do yourself?].")


def test_what_was_told_last_and_belongs_first_is_put_there():
    text = (
        "In the end we cut the waiting list from 60 to 22. It was in 2021 at Leeds General. "
        "I moved the short visits to the mornings because the doctors were free then. "
        "My job was to plan the clinics."
    )

    assert version(text) == (
        "It was in 2021 at Leeds General. My job was to plan the clinics. I moved the short visits "
        "to the mornings because the doctors were free then. In the end we cut the waiting list "
        "from 60 to 22."
    )


def test_an_imagined_event_asks_for_the_check():
    text = "I would first call the supplier, and then I would sort the parcels by date and size."

    assert version(text, "situational").endswith("[How would you know that it worked?]")


def test_knowledge_and_motives_have_no_parts_of_a_story():
    assert version(NO_OUTCOME, "technical") == version(NO_OUTCOME, "motivation") == ""


def test_a_spoken_sentence_that_runs_on_is_cut_where_a_new_step_begins():
    text = (
        "we had a big delivery at the shop and nobody was there to take it and I asked my "
        "colleague to take the till and then I checked every box against the list and then I "
        "called the depot because two were missing"
    )

    told = version(text)

    assert "I asked my colleague to take the till. Then I checked every box" in told


@pytest.mark.parametrize(
    ("spoken", "told"),
    [
        ("Um, the till froze.", "the till froze."),
        ("I called and, er, asked.", "I called and asked."),
        ("The till, you know, froze.", "The till froze."),
        ("When it froze, you know, I called.", "When it froze, I called."),
        ("It basically froze.", "It froze."),
        ("I mean, it froze.", "it froze."),
        ("The ER was full.", "The ER was full."),
        ("How do you know that it froze?", "How do you know that it froze?"),
        ("I asked what you know about it.", "I asked what you know about it."),
        ("um", ""),
    ],
)
def test_fillers_are_taken_out_and_words_that_look_like_them_stay(spoken: str, told: str):
    assert without_fillers(spoken) == told


def test_a_slot_stands_before_the_stop_of_the_sentence():
    assert slotted("I called them.", "[when?]") == "I called them [when?]."
    assert slotted("um.", "[when?]") == ""


@given(
    st.lists(st.tuples(st.sampled_from(FILLERS), st.sampled_from(PIECES)), min_size=1, max_size=9),
    st.sampled_from(["behavioural", "situational"]),
)
def test_nothing_is_invented_whatever_was_said(pieces: list[tuple[str, str]], style: str):
    text = " ".join(filler + piece for filler, piece in pieces)

    assert invented(version(text, style), text) == ()


@given(st.text(max_size=300), st.sampled_from(["behavioural", "situational"]))
def test_no_text_breaks_it(text: str, style: str):
    told = version(text, style)

    assert told == "" or invented(told, text) == ()


def test_a_stronger_version_leaves_out_that_no_example_came_to_mind_and_empty_words():
    said = (
        "I can't think of an example, sorry. There was a lot going on, and we managed somehow. In "
        "2022 our street had no fair. I made the list of who brings what. I asked two neighbours."
    )

    version = stronger(read_answer(said, planned()))

    assert "I made the list of who brings what" in version
    assert "sorry" not in version
    assert "somehow" not in version


def test_of_nothing_but_empty_words_there_is_no_stronger_version():
    said = "There was a lot going on in the team at that time, and we managed it all somehow."

    assert stronger(read_answer(said, planned("situational"))) == ""
