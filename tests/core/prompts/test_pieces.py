from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.prompts.pieces import LONGEST_PIECE, MARK, pieces_of, without_middle
from core.prompts.tokens import tokens_in, weight_of

SENTENCE = "I counted the beds on every ward twice a day. "


def test_a_text_is_cut_between_its_lines():
    assert pieces_of("One.\n\nTwo. Three.\nFour") == ["One.\n\n", "Two. Three.\n", "Four"]


def test_an_endless_line_is_cut_between_sentences():
    *pieces, last = pieces_of(SENTENCE * 40)

    assert all(piece.endswith("a day. ") for piece in pieces)
    assert last.endswith("a day. ")


def test_an_endless_sentence_is_cut_between_words():
    pieces = pieces_of("ward " * 400)

    assert all(piece.endswith("ward ") for piece in pieces)


@pytest.mark.parametrize("text", ["x" * 2_000, "中" * 2_000])
def test_an_endless_word_is_cut_somewhere(text):
    assert max(map(len, pieces_of(text))) <= LONGEST_PIECE
    assert "".join(pieces_of(text)) == text


def test_chinese_sentences_need_no_space_between_them():
    assert all(piece.endswith("\u3002") for piece in pieces_of("我数了两次。" * 200))


@given(st.text() | st.text("ab. \n\u3002", min_size=300, max_size=3_000))
def test_the_pieces_are_the_text_and_never_take_less(text):
    pieces = pieces_of(text)

    assert "".join(pieces) == text
    assert sum(map(weight_of, pieces)) >= weight_of(text) - 1e-6


@given(st.integers(20, 2_000))
def test_a_text_without_its_middle_fits_and_keeps_both_ends(room):
    text = "".join(f"This is sentence {number}.\n" for number in range(500))

    short = without_middle(text, room)

    assert tokens_in(short) <= room
    head, _, tail = short.partition(f"\n{MARK}\n")
    assert text.startswith(head)
    assert text.endswith(tail)


def test_most_of_the_room_goes_to_the_beginning():
    text = "".join(f"This is sentence {number}.\n" for number in range(500))

    head, _, tail = without_middle(text, 1_000).partition(MARK)

    assert len(head) > len(tail) > 0
