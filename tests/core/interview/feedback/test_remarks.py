from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.interview.answers.signals import read_answer
from core.interview.assessment import assess
from core.interview.checking.invention import SLOT
from core.interview.feedback.remarks import improvements_of, strengths_of
from core.interview.feedback.stronger import invented
from core.interview.words.tables import table
from core.models import Point
from tests.core.interview.interviews import (
    CLICHES,
    GERMAN,
    HOLLOW,
    MIDDLING,
    NO_OUTCOME,
    ONLY_WE,
    STRONG,
    VAGUE,
    answered,
    planned,
    single,
)

NO_STEPS = "There was a strike at the port last May. The ships had to wait for nine days outside."
PLEASED = (
    "At the depot last year the scanner failed. I asked the supplier for a new one because the old "
    "one was worn out. In the end everybody was happy."
)
MANY = (
    "In March 2022 I ran a survey at the library. I asked a lot of readers what they miss because "
    "the loans had gone down. As a result the loans rose from 40 to 90 a day."
)
PERSON = re.compile(
    r"(?i)\byou are\b|\byou seem\b|\bpercentile|\bbetter than\b|\bhire[ds]?\b|\bfit\b"
    r"|\bcandidates\b|\b(?:great|excellent|good|well done|impressive|talented|smart|strong)\b|!"
)
REPLIES = [STRONG, MIDDLING, VAGUE, HOLLOW, CLICHES, NO_OUTCOME, ONLY_WE, NO_STEPS, PLEASED, MANY]
STYLES = ["behavioural", "situational", "technical", "opening", "motivation"]


def improvements(text: str, style: str = "behavioural", number: int = 1) -> list[Point]:
    return [r.point for r in improvements_of(read_answer(text, planned(style)), number)]


@pytest.mark.parametrize("text", ["", "no", "I don't know.", "\U0001f600", "pass"])
def test_a_non_answer_has_no_strength_and_no_stronger_version(text: str):
    signals = read_answer(text, planned())

    assert strengths_of(signals, 1) == ()
    assert [point.stronger for point in improvements(text)] == [""]


@pytest.mark.parametrize(
    ("text", "told", "version"),
    [
        (NO_OUTCOME, "The outcome is missing.", f"{NO_OUTCOME} [How did it end?]"),
        (
            NO_STEPS,
            "What you did yourself is not told yet.",
            "outside. [What did you do yourself?]",
        ),
        (
            PLEASED,
            "“everybody was happy” does not say what changed.",
            "In the end everybody was happy [what was different afterwards?].",
        ),
        (
            MANY,
            "“a lot of” can be made more exact.",
            "I asked a lot of readers [how many, or how much?] what they miss",
        ),
        ("I fixed a printer once.", "The answer is too short to show much.", "[How did it end?]"),
    ],
)
def test_an_improvement_comes_with_ones_own_sentence_and_a_slot(text: str, told: str, version: str):
    point = next(point for point in improvements(text) if point.text == told)

    assert version in point.stronger
    assert SLOT.search(point.stronger)


def test_a_view_without_an_event_gets_no_rewriting_of_it():
    point = improvements(CLICHES)[0]

    assert point.text == "This tells what you think or do in general, not what happened once."
    assert point.stronger == ""
    assert point.quote in CLICHES


def test_an_outcome_that_the_directors_reading_finds_is_not_called_missing():
    text = (
        "At the school where I teach a pupil stopped coming in March. I rang his mother and I went "
        "there with the tutor. He came back on the Monday and passed all five of his exams."
    )

    assert "The outcome is missing." not in [point.text for point in improvements(text)]


def test_a_plain_so_between_two_steps_is_a_reason():
    text = "The list was in five places at Bluebird in 2022, so I put it into one form for 9 teams."

    assert not [p for p in improvements(text) if p.text.startswith("The reasons")]


def test_two_neighbouring_answers_are_told_why_in_different_words():
    first, second = improvements(NO_OUTCOME, number=1)[0], improvements(NO_OUTCOME, number=2)[0]

    assert first.text == second.text
    assert first.why != second.why


def test_the_next_interview_gets_the_one_change_that_comes_up_most_and_is_worth_most():
    told = assess(answered(NO_OUTCOME, MIDDLING, NO_OUTCOME, STRONG)).next_time

    assert told.startswith("In ")
    assert told.count("Next time, ") == 1
    assert "  " not in told


def test_a_change_for_one_answer_names_its_question():
    told = assess(single("behavioural", NO_OUTCOME, None)).next_time

    assert told == (
        "In question 1, the outcome was missing. "
        "Next time, add one sentence on how it ended and how you know."
    )


@pytest.mark.parametrize("replies", [(None, None, None), (GERMAN, GERMAN, GERMAN)])
def test_where_nothing_was_rated_there_is_no_next_time(replies: tuple[str | None, ...]):
    assert assess(answered(*replies)).next_time == ""


def _is_line(value: object) -> bool:
    return isinstance(value, str)


def test_the_words_praise_nobody_compare_nobody_and_promise_nothing():
    told = [
        line
        for group in table("remarks").values()
        for remark in group.values()
        if isinstance(remark, dict)
        for line in (*filter(_is_line, remark.values()), *remark.get("why", ()))
    ]

    assert not [line for line in told if PERSON.search(line)]


@given(st.lists(st.sampled_from(REPLIES), min_size=1, max_size=3), st.sampled_from(STYLES))
def test_each_point_says_why_and_invents_nothing(replies: list[str], style: str):
    review = assess(single(style, " ".join(replies))).answers[0]

    assert len(review.strengths) <= 2
    assert len(review.improvements) <= 2
    assert all(point.why for point in (*review.strengths, *review.improvements))
    assert all(point.quote in review.answer for point in (*review.strengths, *review.improvements))
    sources = f"{review.answer} {' '.join(point.text for point in review.improvements)}"
    assert all(not invented(point.stronger, sources) for point in review.improvements)


@pytest.mark.parametrize(
    "said",
    [
        f"{STRONG} I do my best work in a team that talks at handover.",
        f"{STRONG} It went well.",
    ],
)
def test_words_that_leave_nothing_open_are_not_called_vague(said: str):
    review = assess(single("behavioural", said)).answers[0]

    assert not [p.text for p in review.improvements if "can be made more exact" in p.text]


def test_a_vague_phrase_is_told_of_the_answer_that_it_stands_in():
    first = NO_OUTCOME.replace("every night", "every night and various issues came up")
    second = ONLY_WE.replace("kept failing", "kept failing and a lot of things broke")

    assessment = assess(single("behavioural", first, None, second))

    for point in assessment.weaknesses:
        assert not (point.text.startswith("“") and "(Questions" in point.text)
