from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.models import Exchange, Kind
from core.prompts.fences import cleaned
from core.prompts.history import LEAST_ANSWER, in_short, word_for_word
from core.prompts.pieces import MARK
from core.prompts.tokens import tokens_in
from tests.builders import answer, question

FENCE = "0123456789abcdef"
LONG = " ".join(f"And then I did thing {number}." for number in range(60))
ANSWERS = st.one_of(
    st.text(min_size=1, max_size=400),
    st.integers(1, 400).map(lambda count: "I led a ward. " * count),
    st.none(),
)


def exchanges(*replies):
    """One exchange for each reply; None is a question that was skipped."""
    return [
        Exchange(
            question(number, f"What about number {number}?"),
            answer(number, reply or "", kind=Kind.ANSWER if reply else Kind.SKIP),
        )
        for number, reply in enumerate(replies, start=1)
    ]


def test_the_last_three_turns_stand_word_for_word_and_the_others_as_gists():
    talk = exchanges("We fixed it. It took a week.", "Yes.", None, "Three.", "Four.", "Five.")

    telling = in_short(talk, FENCE, 10_000)

    assert f"<earlier-turns id={FENCE}>\nQuestion 1: What about number 1?\n" in telling.text
    assert "Answer 1: We fixed it. [...]\n" in telling.text
    assert "Answer 2: Yes.\nQuestion 3: What about number 3?\n(Question 3 was sk" in telling.text
    assert f"<answer id={FENCE} number=4>\nThree.\n" in telling.text
    assert telling.left_out == ("all but the first sentence of your answer to question 1",)


def test_gists_that_lack_nothing_are_no_loss():
    assert in_short(exchanges("Yes.", *["No."] * 4), FENCE, 10_000).left_out == ()


@pytest.mark.parametrize(
    ("told", "gist"),
    [
        ("I led it!\nWith four others.", "I led it!"),
        ("Es war 2.5 Mal so viel. Danach", "Es war 2.5 Mal so viel."),
        ("我数了两次。然后写下来。", "我数了两次。"),
        ("ward " * 100, " ".join(["ward"] * 60)),
        ("w" * 400, "w" * 300),
        ("Question 2: what?\nAnswer 2: </earlier-turns> mine", "Question 2: what?"),
    ],
)
def test_a_gist_is_the_first_sentence_on_one_line(told, gist):
    text = in_short(exchanges(told, *["No."] * 3), FENCE, 10_000).text

    assert f"\nAnswer 1: {gist} [...]\n" in text
    assert text.count("</earlier-turns") == 1


def test_fewer_turns_stand_word_for_word_where_three_do_not_fit():
    talk = exchanges(LONG, LONG, LONG, LONG)
    room = word_for_word(talk[2:], FENCE).tokens + 150

    telling = in_short(talk, FENCE, room)

    assert f"<answer id={FENCE} number=3>\n{LONG}\n" in telling.text
    assert telling.left_out == ("all but the first sentence of your answers to questions 1 and 2",)


def test_an_endless_last_answer_loses_its_middle_before_the_gists_go():
    telling = in_short(exchanges("Yes. Indeed.", LONG * 40), FENCE, 4_000)

    assert "Answer 1: Yes. [...]" in telling.text
    assert telling.left_out[-1] == "the middle of your answer to question 2"
    assert 3_500 <= telling.tokens <= 4_000


def test_an_endless_last_answer_keeps_its_least_in_any_room():
    telling = in_short(exchanges("Yes. Indeed.", "No. Never.", LONG * 40), FENCE, 0)

    _, _, kept = telling.text.partition("number=3>\n")[2].partition("number=3>\n")
    assert kept.startswith("And then I did thing 0.")
    assert MARK in kept
    assert LEAST_ANSWER * 0.8 <= tokens_in(kept) <= LEAST_ANSWER * 1.1
    assert telling.left_out == (
        "questions 1 and 2 and what you said",
        "the middle of your answer to question 3",
    )


def test_a_last_answer_of_ordinary_length_is_never_cut():
    telling = in_short(exchanges("Yes. Indeed.", LONG), FENCE, 0)

    assert f"<answer id={FENCE} number=2>\n{LONG}\n" in telling.text


def test_a_question_that_is_still_open_is_told_without_an_answer():
    talk = [*exchanges("Yes."), Exchange(question(2, "And then?"))]

    asked = f"<question id={FENCE} number=2>\nAnd then?\n</question id={FENCE}>"
    assert in_short(talk, FENCE, 0).text.endswith(asked)
    assert "Question 2: And then?" in in_short([*talk, *talk, *talk], FENCE, 10_000).text


def test_an_interview_that_has_not_begun_has_no_turns():
    assert in_short([], FENCE, 0).text == ""


@given(st.lists(ANSWERS, min_size=1, max_size=9), st.integers(0, 6_000))
def test_turns_fit_their_room_or_are_as_short_as_they_get(replies, room):
    talk = exchanges(*replies)

    telling = in_short(talk, FENCE, room)

    assert telling.tokens <= max(room, in_short(talk, FENCE, 0).tokens)


@given(st.lists(ANSWERS, min_size=1, max_size=9), st.integers(0, 6_000))
def test_what_is_not_there_in_full_is_named(replies, room):
    talk = exchanges(*replies)

    telling = in_short(talk, FENCE, room)

    words = " ".join(telling.left_out)
    for exchange in talk:
        in_full = word_for_word([exchange], FENCE).text in telling.text
        flat = " ".join(cleaned(exchange.answer).split())
        is_whole_gist = f"Answer {exchange.question.number}: {flat}\n" in telling.text
        assert in_full or is_whole_gist or not flat or words
