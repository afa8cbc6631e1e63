import pytest

from core.documents.normalise import normalise
from core.documents.pdf import read_pdf
from core.exceptions import UnreadableDocument
from tests.makers.pdf_pages import DrawnFont, Piece, pdf

OLD = DrawnFont("OldTeX")  # says nothing of what its codes mean
LINE = "Rebuilt the nightly import in Python and cut its running time by half."
WORKED_OUT = "had to be worked out"
LEFT_OUT = "could not be made out and had to be left out"


def read(*pieces: Piece, fonts=(OLD,)):
    return read_pdf(pdf(list(pieces), fonts=fonts))


def in_old_font(text: str, y: float = 100) -> Piece:
    return Piece(text, 50, y, font="OldTeX")


@pytest.mark.parametrize(
    ("painted", "text"),
    [
        ("Certi\x1ccate", "Certificate"),
        ("o\x1ece and sta\x1b", "office and staff"),
        ("wa\x1fe and \x1dow", "waffle and flow"),
        ("di\x0berence, \x0crst", "difference, first"),
        ("\x13 Ainsi de suite \x14", "« Ainsi de suite »"),
        ("2019\x152021", "2019\N{EN DASH}2021"),
    ],
)
def test_codes_of_old_fonts_become_the_letters_that_they_show(painted, text):
    taken = read(in_old_font(painted))

    assert taken.text == text
    (warning,) = taken.warnings
    assert WORKED_OUT in warning


def test_letters_with_accents_are_asked_of_the_second_reader():
    taken = read(in_old_font("Math\xe9matiques \xe0 Gen\xe8ve"))

    assert taken.text == "Mathématiques à Genève"


def test_a_font_that_explains_itself_is_believed():
    kind = DrawnFont("Kind", meanings={0x41: "fi", 0x42: "rst", 0x43: "Ωмега"})

    taken = read(Piece("AB C", 50, 100, font="Kind"), fonts=[kind])

    assert taken.text == "first Ωмега"
    assert taken.warnings == ()


def test_letters_that_nobody_can_make_out_are_left_out_and_counted():
    font = DrawnFont("Holes", meanings={code: chr(code) for code in range(0x41, 0x7B)})

    taken = read(Piece("Cer\x01ificate in \x7fDF", 50, 100, font="Holes"), fonts=[font])

    assert taken.text == "Cerificate in DF"
    (warning,) = taken.warnings
    assert warning.startswith("2 characters ")
    assert LEFT_OUT in warning
    assert "mend words that miss letters" in warning


def test_icons_are_left_out_and_the_words_said_to_be_complete():
    icons = DrawnFont("Icons")
    text = Piece("ines@example.com", 70, 100)

    taken = read(text, Piece("\x9b", 50, 100, font="Icons"), fonts=[icons])

    assert taken.text == "ines@example.com"
    (warning,) = taken.warnings
    assert warning.startswith("1 sign ")
    assert "your words should be complete" in warning


def test_a_row_of_icons_is_no_word():
    icons = DrawnFont("Icons")

    taken = read(Piece(LINE, 50, 100), Piece("\x14" * 5, 50, 120, font="Icons"), fonts=[icons])

    assert taken.text == LINE
    assert taken.warnings[0].startswith("5 signs ")


def test_small_capitals_in_the_private_area_are_read():
    letters = "\ue055\ue056\ue057ABC"
    font = DrawnFont("Libertine", letters)

    taken = read(Piece("A\ue055\ue056\ue057BC", 50, 100, font="Libertine"), fonts=[font])

    assert taken.text == "AefgBC"


def test_private_icons_are_left_to_the_common_form():
    font = DrawnFont("Icons", "\uf0e0\uf095")

    taken = read(Piece(LINE, 50, 100), Piece("\uf0e0", 50, 120, font="Icons"), fonts=[font])

    assert normalise(taken.text) == LINE
    assert taken.warnings == ()


@pytest.mark.parametrize(
    "font", [OLD, DrawnFont("Zeroes", meanings=dict.fromkeys(range(256), "\0"))]
)
def test_a_pdf_of_letters_that_nobody_can_make_out_is_refused(font):
    codes = "".join(map(chr, range(0x80, 0x9A)))

    with pytest.raises(UnreadableDocument) as refusal:
        read(Piece(codes, 50, 100, font=font.name), fonts=[font])

    assert refusal.value.code == "UNREADABLE_FONT"


def test_nothing_undecoded_is_left_in_a_text():
    mixed = "".join(chr(code) for code in range(1, 256) if code != 0x20)

    taken = read(Piece(LINE * 3, 20, 80, 5), in_old_font(mixed[:120]), in_old_font("Fin\x1c", 140))

    assert "(cid:" not in taken.text
    assert all(char.isprintable() or char in "\n\t" for char in taken.text)
