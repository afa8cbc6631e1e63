"""What an interviewer would ask next of a sound answer."""

from __future__ import annotations

import pytest

from core.interview.answers.signals import read_answer
from core.interview.feedback.remarks import improvements_of, soft_remarks
from core.interview.feedback.soft_spots import soft_spots
from core.interview.words.tables import table
from tests.core.interview.interviews import planned

BEGUN = "In May I moved the bread to the front of the shop and I rang the mill about the flour."


def found(text: str) -> list[tuple[str, str]]:
    spots = soft_spots(read_answer(f"{BEGUN} {text}", planned()))
    return [(one.kind, one.about) for one in spots]


@pytest.mark.parametrize(
    ("text", "kind", "about"),
    [
        (
            "We sell more of it than before, and they signed in two days.",
            "soft_size",
            "We sell more of it than before",
        ),
        ("The round is faster than last year.", "soft_size", "The round is faster than last year"),
        ("Since May our returns went down.", "soft_size", "Since May our returns went down"),
        ("It is easier than it was.", "soft_felt", "It is easier than it was"),
        ("We shared it, and our tips went up too.", "soft_size", "our tips went up too"),
        ("That improved the team's sales.", "soft_size", "That improved the team's sales"),
        ("I was right in eight of ten weeks.", "soft_rest", "the other two weeks"),
        ("We were on time in 11 of the last 12 months.", "soft_rest", "the other one"),
        ("Nine of our twelve customers stayed.", "soft_rest", "the other three customers"),
    ],
)  # fmt: skip
def test_what_the_answers_own_words_leave_open_is_asked_for(text: str, kind: str, about: str):
    assert (kind, about) in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "We sell nine loaves more than before.",
        "It takes two hours less than last year.",
        "I like bread more than cake.",
        "She knew more than I did.",
        "Six of the eight tables were mine.",
        "Two of ten customers stayed.",
        "I was right in eight of ten weeks, and the other two were the holidays.",
        "Ten of ten orders were on time.",
        "I went up to the office and told them.",
        "One of our tills went down on the first day.",
        "I reflect on what could be improved.",
        "There was more flour than usual.",
        "Our relationship improved.",
        "Good service can lead to increased sales.",
    ],
)
def test_where_a_figure_stands_or_nothing_is_open_there_is_silence(text: str):
    assert found(text) == []


def test_a_price_that_rose_at_the_beginning_is_no_outcome():
    text = f"In March the price of flour went up. {BEGUN} I wrote to nine bakers. They all stayed."

    assert list(soft_spots(read_answer(text, planned()))) == []


def test_what_is_only_imagined_has_no_size_yet():
    text = f"{BEGUN} We would sell more of it than before."

    assert list(soft_spots(read_answer(text, planned("situational")))) == []


def test_a_soft_spot_comes_before_a_stock_step_and_not_where_the_score_is_full():
    text = (
        "In March 2023 a maker of soups wanted ten per cent off. I asked for larger orders and "
        "gave five per cent for it, because small ones cost us a day each. They signed nine days "
        "early. We earn more with them than before."
    )
    signals = read_answer(text, planned())

    (remark,) = improvements_of(signals, 1, 7.9)
    assert remark.point.text == "“We earn more with them than before” leaves open how much."
    assert remark.point.quote in text
    assert remark.point.advice == "Add how much it was. A rough figure is enough."
    assert soft_remarks(signals, 1, 9.0) == ()


def test_every_soft_spot_has_its_words():
    told = table("remarks")["missing"]

    for kind in ("soft_size", "soft_felt", "soft_rest", "soft_found"):
        assert told[kind]["small"]
        assert told[kind]["advice"].endswith((".", "?"))


@pytest.mark.parametrize(
    ("last", "about"),
    [
        ("That is how we found the wrong dose in May.", "the wrong dose in May"),
        (
            "It has found nine faults, the two per cent of lost loaves was one of them.",
            "the two per cent of lost loaves",
        ),
    ],
)
def test_a_find_that_is_told_in_half_a_sentence_is_asked_for(last: str, about: str):
    assert ("soft_found", about) in found(f"I count the rows before and after each step. {last}")


@pytest.mark.parametrize(
    "text",
    [
        "That is how we found the wrong dose. I rang the ward. The right one was given.",
        "That is how I found out.",
        "I was one of them.",
        "That is how we work.",
    ],
)
def test_a_find_that_is_told_on_or_not_named_is_left_alone(text: str):
    assert "soft_found" not in [kind for kind, _ in found(text)]
