from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.ai.providers.veil import MASK, PIECE, Veil

KEY = "sk-Zq8Rm2Vx7LpT4"
PLAIN = "abc -Zq8k"
TEXTS = st.lists(
    st.one_of(
        st.text(PLAIN, max_size=6),
        st.just(KEY),
        st.integers(0, len(KEY)).map(lambda end: KEY[:end]),
        st.integers(0, len(KEY)).map(lambda start: KEY[start:]),
    ),
    max_size=6,
).map("".join)


def pieces_in(text: str, key: str = KEY) -> list[str]:
    every = (key[start : start + PIECE] for start in range(len(key) - PIECE + 1))
    return [piece for piece in every if piece in text]


def said(veil: Veil, *parts: str) -> str:
    return "".join([veil.over(part) for part in parts]) + veil.rest()


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        (KEY, MASK),
        (f"the key {KEY}!", f"the key {MASK}!"),
        (f"begins {KEY[:8]}...", f"begins {MASK}..."),
        (f"ends {KEY[-8:]}", f"ends {MASK}"),
        (f"{KEY[:7]} and {KEY[-7:]}", f"{KEY[:7]} and {KEY[-7:]}"),
        (f"{KEY} {KEY}", f"{MASK} {MASK}"),
        (KEY + KEY, MASK),
        ("nothing", "nothing"),
        ("", ""),
    ],
)
def test_a_key_and_its_long_pieces_are_masked(text, masked):
    assert Veil([KEY]).over_all(text) == masked


def test_it_makes_no_difference_where_the_text_is_parted():
    text = f"Well, {KEY} and {KEY[:9]}, so."

    masked = Veil([KEY]).over_all(text)

    for place in range(len(text)):
        assert said(Veil([KEY]), text[:place], text[place:]) == masked
    assert said(Veil([KEY]), *text) == masked


def test_ordinary_words_are_not_held_back():
    assert Veil([KEY]).over("What came of it?") == "What came of it?"


def test_what_may_become_a_key_waits_until_it_is_known():
    veil = Veil([KEY])

    assert veil.over("an sk-") == "an "
    assert veil.over("y") == "sk-y"


def test_several_secrets_are_masked_at_once():
    assert Veil([KEY, "0123456789"]).over_all(f"{KEY} 12345678") == f"{MASK} {MASK}"


def test_with_a_longer_piece_less_is_masked():
    veil = Veil(["my-interview-key"], piece=16)

    assert veil.over_all("the interview, my-interview-key") == f"the interview, {MASK}"


@given(TEXTS, st.randoms(use_true_random=False))
def test_no_long_piece_of_a_key_is_ever_shown(text, random):
    cuts = sorted(random.randrange(len(text) + 1) for _ in range(4))
    parts = [text[i:j] for i, j in zip([0, *cuts], [*cuts, len(text)], strict=True)]

    shown = said(Veil([KEY]), *parts)

    assert pieces_in(shown) == []


@given(st.text(max_size=60))
def test_a_text_without_a_key_passes_unchanged(text):
    assert Veil(["0123456789abcdef-never-in-there"]).over_all(text) == text
