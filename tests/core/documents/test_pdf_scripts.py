import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.documents.pdf import read_pdf
from core.documents.pdf.geometry import Char, Line, Word
from core.documents.pdf.scripts import leftwards, text_of
from core.documents.pdf.words import lines_of, words_of
from tests.makers.pdf_pages import CHARACTER, DrawnFont, Piece, pdf

HEBREW = "אבגדהוזחטיךכלםמןנסעףפץצקרשת"
ALL = HEBREW + "0123456789.,:-+()@ abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ\N{EN DASH}"
ALEF = "\N{ARABIC LETTER ALEF}"
FONT = DrawnFont("Script", "".join(dict.fromkeys(ALL)))


def line(shown: str) -> Line:
    """A line that shows these characters from left to right."""
    chars = [
        Char(sign, 50 + 5 * place, 55 + 5 * place, 92, 102, 100, painted=place)
        for place, sign in enumerate(shown)
    ]
    return Line.of(words_of(chars))


def read(shown: str, *, page_leftwards: bool = True) -> str:
    return text_of(line(shown), page_leftwards=page_leftwards)


@pytest.mark.parametrize(
    ("shown", "text"),
    [
        ("ןהכ העונ", "נועה כהן"),
        ("noa@example.com :ל״אוד", "דוא״ל: noa@example.com"),
        ("050-0000000 :ןופלט", "טלפון: 050-0000000"),
        ("+972 50 123 4567 :ןופלט", "טלפון: +972 50 123 4567"),
        ("4567 123 50 972+ :ןופלט", "טלפון: +972 50 123 4567"),
        ("2019 \N{EN DASH} 2016 ,הפיח", "חיפה, 2016 \N{EN DASH} 2019"),
        ("1.5 הדלוה 20,000", "20,000 הולדה 1.5"),
        ("Java Script םג Python", "Python גם Java Script"),
        ("(הבושת) הלאש", "שאלה (תשובה)"),
        ("Python 3.11 תעידי", "ידיעת Python 3.11"),
        ("SQL", "SQL"),
        ("۲۰۲۰ لاس", "سال ۲۰۲۰"),
    ],
)
def test_a_line_that_runs_to_the_left_is_read_in_order(shown, text):
    assert read(shown) == text


@pytest.mark.parametrize(
    ("shown", "text"),
    [
        ("Speaks Hebrew (תירבע) and English", "Speaks Hebrew (עברית) and English"),
        ("Lives in ביבא לת since 2019", "Lives in תל אביב since 2019"),
        ("Plain words only (and 10%)", "Plain words only (and 10%)"),
    ],
)
def test_words_that_run_to_the_left_are_read_inside_a_line_that_does_not(shown, text):
    assert read(shown, page_leftwards=False) == text


def test_a_line_of_hebrew_on_a_page_of_english_runs_to_the_left():
    assert read("2019 ,הפיח", page_leftwards=False) == "חיפה, 2019"


def test_a_ligature_keeps_its_letters_in_order():
    lam_alef = Char("لأ", 60, 66, 92, 102, 100)
    word = Word.of([Char("ن", 55, 60, 92, 102, 100), lam_alef, Char(ALEF, 66, 70, 92, 102, 100)])

    assert text_of(Line.of([word]), page_leftwards=True) == "الأن"


@pytest.mark.parametrize("painted_first", [True, False])
def test_a_mark_stays_with_its_letter(painted_first):
    alef, meem = Char(ALEF, 50, 55, 92, 102, 100), Char("م", 55, 62, 92, 102, 100)
    shadda, ain = Char("ّ", 58, 58, 92, 102, 100), Char("ع", 62, 68, 92, 102, 100)
    marked = [shadda, meem] if painted_first else [meem, shadda]

    (word,) = words_of([alef, *marked, ain])

    assert text_of(Line.of([word]), page_leftwards=True) == "عمّا"


WORDS = st.lists(
    st.one_of(
        st.text(HEBREW, min_size=1, max_size=8),
        st.from_regex(r"[A-Za-z]{1,8}", fullmatch=True),
        st.from_regex(r"[0-9]{1,4}", fullmatch=True),
    ),
    min_size=1,
    max_size=6,
)


@given(WORDS)
def test_the_same_words_are_read_that_are_shown(words):
    shown = " ".join(word[::-1] if word[0] in HEBREW else word for word in words)

    assert sorted(read(shown).split()) == sorted(words)


@given(st.lists(st.text(HEBREW, min_size=1, max_size=8), min_size=1, max_size=8))
def test_hebrew_is_read_backwards(words):
    text = " ".join(words)

    assert read(text[::-1]) == text


def test_a_page_is_leftwards_if_most_of_its_letters_are():
    assert leftwards(line("noa@example.com :ל״אוד").words) is False
    assert leftwards(line("SQL ןהכ העונ").words) is True
    assert leftwards(line("2019").words) is False


def shown_at(text: str, right: float, y: float) -> Piece:
    """Text set flush right, its characters from left to right."""
    return Piece(text[::-1], right - len(text) * CHARACTER * 10, y, 10, font="Script")


@pytest.mark.parametrize("backwards", [True, False])
def test_columns_of_a_page_that_runs_to_the_left_begin_on_the_right(backwards):
    main = ["מנהלת מוצר בעלת ניסיון של שבע שנים בבניית", "מוצרים דיגיטליים לצרכנים ולעסקים"] * 4
    aside = ["מיומנויות", "ניתוח נתונים", "מחקר משתמשים", "השכלה"] * 2
    right = [shown_at(text, 550, 80 + 15 * row) for row, text in enumerate(main)]
    left = [shown_at(text, 200, 87 + 16 * row) for row, text in enumerate(aside)]
    pieces = [*right, *left]

    text = read_pdf(pdf(pieces[::-1] if backwards else pieces, fonts=[FONT])).text

    assert text.split() == " ".join([*main, *aside]).split()


def test_a_line_painted_from_right_to_left_is_one_line():
    chars = [
        Char(sign, 200 - 5 * place, 205 - 5 * place, 92, 102, 100, painted=place)
        for place, sign in enumerate("נועה כהן")
    ]

    (found,) = lines_of(words_of(chars))

    assert text_of(found, page_leftwards=True) == "נועה כהן"
