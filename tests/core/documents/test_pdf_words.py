from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.documents.pdf import read_pdf
from core.documents.pdf.geometry import Char
from core.documents.pdf.words import lines_of, words_of
from tests.makers.pdf_pages import DrawnFont, Piece, pdf

SIZE = 10.0
WORDS = ("Senior", "data", "engineer", "in", "Gent")
ACUTE, CEDILLA, DOTLESS = "\N{ACUTE ACCENT}", "\N{CEDILLA}", "\N{LATIN SMALL LETTER DOTLESS I}"


def painted(
    text: str, gaps: dict[str, float], *, x: float = 50.0, letter: float = 0.0
) -> list[Char]:
    """Characters of one width on a line, without blanks: `gaps` says how wide these are."""
    chars: list[Char] = []
    for sign in text:
        if sign in gaps:
            x += gaps[sign] * SIZE
            continue
        chars.append(Char(sign, x, x + 5, 92, 102, 100, painted=len(chars)))
        x += 5 + letter * SIZE
    return chars


@pytest.mark.parametrize(
    ("gap", "letter"),
    [
        (0.25, 0.0),  # as usual
        (0.16, 0.0),
        (0.1, 0.0),  # set tight
        (0.3, 0.03),
        (0.35, 0.2),  # spaced out
        (0.5, 0.4),
        (0.2, -0.02),  # kerned
    ],
)
def test_words_are_parted_by_their_gaps(gap, letter):
    chars = painted(" ".join(WORDS), {" ": gap}, letter=letter)

    assert [word.text for word in words_of(chars)] == list(WORDS)


def test_a_heading_that_is_spaced_out_is_one_word():
    assert [word.text for word in words_of(painted("EXPERIENCE", {}, letter=0.3))] == ["EXPERIENCE"]


def test_columns_on_one_line_are_two_pieces_of_text():
    chars = painted("Engineer at Tallgrass|May 2020", {" ": 0.25, "|": 2.0})

    lines = lines_of(words_of(chars))

    assert [" ".join(word.text for word in line.words) for line in lines] == [
        "Engineer at Tallgrass",
        "May 2020",
    ]


def test_a_raised_letter_belongs_to_its_word():
    power = [Char("1", 50, 55, 92, 102, 100), Char("0", 55, 60, 92, 102, 100)]
    raised = Char("2", 60, 63, 90, 96, 95.5)

    assert [word.text for word in words_of([*power, raised])] == ["102"]


def test_letters_painted_twice_for_weight_come_once():
    bold = [Piece("Allocated", 50, 100), Piece("Allocated", 50.3, 100)]

    assert read_pdf(pdf(bold)).text == "Allocated"


def test_a_word_that_stands_twice_comes_twice():
    twice = [Piece("Allocated", 50, 100), Piece("Allocated", 50, 120)]

    assert read_pdf(pdf(twice)).text == "Allocated\nAllocated"


@pytest.mark.parametrize(
    ("letters", "text"),
    [
        (f"caf{ACUTE}e", "café"),
        (f"cafe{ACUTE}", "café"),
        ("Malm¨o", "Malmö"),
        (f"Ga{CEDILLA}c", "Gaç"),
        (ACUTE + DOTLESS, "í"),
    ],
)
def test_accents_painted_over_their_letters_are_composed(letters, text):
    font = DrawnFont("Accents", "".join(sorted(set(letters))))
    accents = {ACUTE, "¨", CEDILLA}
    pieces, x = [], 50.0
    for sign, following in pairwise([*letters, ""]):
        over = sign in accents
        at_the_end = over and not following
        pieces.append(Piece(sign, x - 5 if at_the_end else x, 100, 10, font="Accents"))
        x += 0 if over else 5

    assert read_pdf(pdf(pieces, fonts=[font])).text == text


def test_an_accent_that_stands_alone_is_kept():
    assert read_pdf(pdf([Piece("~/reports and a^b", 50, 100)])).text == "~/reports and a^b"


def test_a_hyphen_at_the_end_of_a_line_is_kept_for_whoever_joins_the_word():
    soft = DrawnFont("Soft", "abcdeghilmnoprstuvy\xad ")
    lines = [
        Piece("an event\xad", 50, 100, font="Soft"),
        Piece("driven pipeline", 50, 113, font="Soft"),
    ]

    assert read_pdf(pdf(lines, fonts=[soft])).text == "an event-\ndriven pipeline"


@given(st.lists(st.text("abcdefgh", min_size=3, max_size=9), min_size=1, max_size=8))
def test_every_letter_belongs_to_one_word(words):
    chars = painted(" ".join(words), {" ": 0.3})

    found = words_of(chars)

    assert [char for word in found for char in word.chars] == chars
    assert [word.text for word in found] == words
