from unicodedata import normalize

import pytest

from core.documents.txt import read_txt
from core.exceptions import UnreadableDocument
from tests.files import CV
from tests.makers.languages import CASES, TEXTS

GERMAN = TEXTS["German"]
HINDI = TEXTS["Hindi"]


@pytest.mark.parametrize(("language", "encoding"), CASES)
@pytest.mark.parametrize("size", [None, 200, 60])
def test_every_letter_arrives_however_a_text_was_saved(language, encoding, size):
    data = TEXTS[language].encode(encoding, "ignore")[:size]
    text = data.decode(encoding, "ignore")  # a last character that is cut in two is nobody's

    taken = read_txt(data)

    assert normalize("NFC", taken.text) == normalize("NFC", text.removeprefix("\ufeff"))


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]
)
@pytest.mark.parametrize("text", [CV, HINDI, GERMAN, TEXTS["Chinese"], "李明。软件工程师"])
def test_unicode_is_no_guess_with_and_without_a_mark(text: str, encoding: str):
    taken = read_txt(text.encode(encoding))

    assert taken.text == text
    assert taken.warnings == ()


@pytest.mark.parametrize(
    ("language", "encoding", "named"),
    [
        ("German", "cp1252", "cp1252"),
        ("Russian", "cp1251", "cp1251"),
        ("Japanese", "iso2022_jp", "iso2022_jp"),
    ],
)
def test_a_guess_is_named(language: str, encoding: str, named: str):
    taken = read_txt(TEXTS[language].encode(encoding))

    (warning,) = taken.warnings
    assert named in warning


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"Jos\xe9", "José"),
        (b"caf\xe9 and r\xe9sum\xe9", "café and résumé"),
        (b"\x93Led the team\x94 \x96 2019 \x95 Python", "“Led the team” \u2013 2019 • Python"),
        (b"M\xfcller GmbH, Stra\xdfe 5", "Müller GmbH, Straße 5"),
        (b"Ran the caf\xe9 \x97 six years", "Ran the café \u2014 six years"),
    ],
)
def test_a_few_words_with_an_accent_are_enough(data: bytes, text: str):
    taken = read_txt(data)

    assert taken.text == text


@pytest.mark.parametrize("encoding", ["cp1252", "cp850"])
@pytest.mark.parametrize(
    "text",
    [
        "Ramón Núñez Ibáñez, técnico de señalización en Logroño.",
        "Año 2019: peón de montaña. Íñigo Ordóñez, jardinería y riego. Teléfono según petición.",
    ],
)
def test_no_frame_and_no_sign_of_money_is_made_of_the_letters_of_a_word(text: str, encoding: str):
    taken = read_txt(text.encode(encoding))

    assert taken.text == text


@pytest.mark.parametrize(
    "text",
    [
        "Niccolò è direttore della società più antica di Forlì, con attività svolta così.",
        "Élodie Lefèvre, à Orléans: développement, réception, dépêches.",
    ],
)
def test_letters_of_one_alphabet_are_not_put_into_words_of_another(text: str):
    taken = read_txt(text.encode("cp1252"))

    assert taken.text == text


def test_signs_that_do_stand_beside_letters_change_nothing():
    text = (
        "Ovens at 30\xb0C with Widget\u2122 parts, \xa3300k of budget, Acme\xae and 5\xd75 grids."
    )

    assert read_txt(text.encode("cp1252")).text == text


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_japanese_needs_no_space_to_be_text(encoding: str):
    text = "経理を担当。決算の早期化と新人教育に取り組み、毎月の締めを三日短くした。"

    taken = read_txt(text.encode(encoding))

    assert taken.text == text
    assert taken.warnings == ()


@pytest.mark.parametrize(
    "data",
    [
        "José".encode()[:-1] + "é".encode()[:1],
        "Jane 😀".encode()[:-1],
        GERMAN.encode("utf-16-le")[:-1],
        ("\ufeff" + GERMAN).encode("utf-16-be")[:-1],
    ],
)
def test_a_character_that_is_cut_in_two_is_mentioned(data: bytes):
    taken = read_txt(data)

    assert "middle of a character" in taken.warnings[0]
    assert "\ufffd" not in taken.text


def test_a_few_broken_characters_do_not_make_the_rest_unreadable():
    one = read_txt(GERMAN.encode() + b"bad \x93 byte")
    two = read_txt(GERMAN.encode() + b"bad \x93 bytes \x94")

    assert one.text == f"{GERMAN}bad  byte"
    assert one.warnings[0].startswith("1 character ")
    assert two.warnings[0].startswith("2 characters ")


def test_control_characters_and_gaps_of_earlier_programs_are_counted():
    taken = read_txt(f"{CV}pro\x02le and pro\ufffdle".encode())

    assert taken.text == f"{CV}prole and prole"
    assert taken.warnings[0].startswith("2 characters ")


def test_half_a_character_in_marked_text_does_not_make_the_rest_unreadable():
    taken = read_txt(b"\xff\xfe" + GERMAN.encode("utf-16-le") + b"\x00\xd8" + b"e\x00n\x00d\x00")

    assert taken.text == f"{GERMAN}end"
    assert taken.warnings[0].startswith("1 character ")


@pytest.mark.parametrize("mark", [b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff"])
def test_a_mark_alone_is_an_empty_text(mark: bytes):
    taken = read_txt(mark)

    assert taken.text == ""


def test_a_character_in_two_halves_is_put_together():
    taken = read_txt(b"Jane \xed\xa0\xbd\xed\xb8\x80 Doe")

    assert taken.text == "Jane 😀 Doe"
    assert taken.warnings == ()


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (bytes(range(256)) * 20, "NOT_TEXT"),
        (bytes(range(128, 256)) * 4, "NOT_TEXT"),
        (b"\x7fELF\x02\x01\x01" + bytes(200) + b"\xff\xfe\xfd", "NOT_TEXT"),
        (b"words and a NUL \x00 in between", "NOT_TEXT"),
        (b"\xff\xfe\x00\xd8\x01\xd8\x00\xd8b\x00", "NOT_TEXT"),
        (b"\xff\xfe" + bytes(range(256)), "NOT_TEXT"),
        (b"word " * 400_001, "TOO_COMPLEX"),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, code: str):
    with pytest.raises(UnreadableDocument) as refusal:
        read_txt(data)

    assert refusal.value.code == code
