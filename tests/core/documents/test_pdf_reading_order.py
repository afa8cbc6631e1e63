from collections import Counter
from collections.abc import Callable
from functools import cache
from itertools import groupby
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.documents.pdf import read_pdf
from tests.makers.pdf_layouts import LAYOUTS, LEADING, Layout, label_column, side_bar, two_columns
from tests.makers.pdf_pages import Piece, pdf


def as_laid_out(pieces: list[Piece]) -> list[Piece]:
    return pieces


def lines_shuffled(pieces: list[Piece]) -> list[Piece]:
    Random(5).shuffle(pieces)
    return pieces


def words_shuffled(pieces: list[Piece]) -> list[Piece]:
    words = [word for piece in pieces for word in parted(piece)]
    Random(5).shuffle(words)
    return words


def halves_shuffled(pieces: list[Piece]) -> list[Piece]:
    """Words too are painted in pieces."""
    words = [word for piece in pieces for word in parted(piece)]
    halves = [half for word in words for half in halved(word)]
    Random(5).shuffle(halves)
    return halves


def row_by_row(pieces: list[Piece]) -> list[Piece]:
    return sorted(pieces, key=lambda piece: (piece.y, piece.x))


def box_by_box(pieces: list[Piece]) -> list[Piece]:
    """Paragraphs in the order in which they begin, whatever column they stand in."""
    boxes = [[pieces[0]]]
    for piece in pieces[1:]:
        last = boxes[-1][-1]
        if piece.x == last.x and 0 < piece.y - last.y <= LEADING:
            boxes[-1].append(piece)
        else:
            boxes.append([piece])
    return [piece for box in sorted(boxes, key=lambda box: box[0].y) for piece in box]


def from_the_bottom(pieces: list[Piece]) -> list[Piece]:
    return pieces[::-1]


ORDERS = [
    as_laid_out,
    lines_shuffled,
    words_shuffled,
    halves_shuffled,
    row_by_row,
    box_by_box,
    from_the_bottom,
]


def parted(piece: Piece) -> list[Piece]:
    words, x = [], piece.x
    for word in piece.text.split(" "):
        part = Piece(word, x, piece.y, piece.size)
        words.append(part)
        x += Piece(f"{word} ", x, piece.y, piece.size).width
    return words


def halved(word: Piece) -> list[Piece]:
    middle = len(word.text) // 2
    first = Piece(word.text[:middle], word.x, word.y, word.size)
    second = Piece(word.text[middle:], word.x + first.width, word.y, word.size)
    return [half for half in (first, second) if half.text]


def text_of(pieces: list[Piece]) -> str:
    return " ".join(read_pdf(pdf(pieces)).text.split())


@cache
def text_as(layout: Layout, painted: Callable[[list[Piece]], list[Piece]]) -> str:
    return text_of(painted(list(layout.pieces)))


@pytest.mark.parametrize("painted", ORDERS)
@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
def test_paragraphs_come_whole_and_columns_one_after_the_other(layout: Layout, painted):
    text = text_as(layout, painted)

    assert [paragraph for paragraph in layout.paragraphs if paragraph not in text] == []
    assert [part for part, _ in groupby(parts_in(text, layout))] == list(range(len(layout.parts)))


def parts_in(text: str, layout: Layout) -> list[int]:
    """To which part each paragraph belongs, in the order of the text."""
    places = [
        (text.index(paragraph), number)
        for number, part in enumerate(layout.parts)
        for paragraph in part
    ]
    return [number for _, number in sorted(places)]


@pytest.mark.parametrize("painted", ORDERS)
@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
def test_what_stands_on_one_line_is_read_together(layout: Layout, painted):
    text = text_as(layout, painted)

    assert [row for row in layout.rows if " ".join(row) not in text] == []


@settings(max_examples=15, deadline=None)
@given(random=st.randoms(use_true_random=False))
@pytest.mark.parametrize(
    "layout",
    [two_columns(), side_bar(left=True), label_column()],
    ids=lambda layout: layout.name,
)
def test_the_order_of_painting_changes_nothing(layout: Layout, random: Random):
    shuffled = list(layout.pieces)
    random.shuffle(shuffled)

    assert text_of(shuffled) == text_as(layout, as_laid_out)


PLACES = st.lists(
    st.tuples(st.integers(0, 4), st.integers(0, 25), st.sampled_from([8, 10, 12, 18])),
    max_size=60,
    min_size=1,
    unique_by=lambda place: place[:2],
)


@settings(max_examples=40, deadline=None)
@given(PLACES)
def test_every_word_that_is_painted_comes_out_once(places):
    pieces = [
        Piece(f"word{number}", 40 + 110 * column, 60 + 28 * row, size)
        for number, (column, row, size) in enumerate(places)
    ]

    words = text_of(pieces).split()

    assert Counter(words) == Counter(piece.text for piece in pieces)


def test_what_is_painted_last_comes_to_where_it_stands():
    lines = [Piece(f"Line {row} of a page", 50, 100 + 14 * row) for row in range(40)]
    dates = [Piece(f"{2000 + row}", 500, 100 + 14 * row) for row in range(0, 40, 10)]
    name = Piece("Ines Calloway", 50, 70, 20)

    text = text_of([*lines, *dates, name])

    assert text.startswith("Ines Calloway Line 0 of a page 2000 Line 1 of a page Line 2")
    assert "Line 30 of a page 2030 Line 31" in text


@pytest.mark.parametrize("painted", ORDERS)
def test_headings_in_the_margin_stay_above_what_they_are_the_headings_of(painted):
    pieces = []
    read = []
    for number in range(6):
        y = 80 + 100 * number
        heading, label = f"Heading {number}", f"Year {number}"
        text, more = f"What was done in year {number} there", "And what came of that in the end"
        pieces += [
            Piece(heading, 170 - Piece(heading, 0, 0, 12).width, y, 12),
            *([Piece(label, 170 - Piece(label, 0, 0, 10).width, y + 25, 10)] if number % 2 else []),
            Piece(text, 194, y + 25, 10),
            Piece(more, 194, y + 50, 10),
        ]
        read += [heading, *([label] if number % 2 else []), text, more]

    assert text_of(painted(pieces)) == " ".join(read)


def test_a_title_stays_with_its_text_when_the_label_beside_it_is_long():
    pieces = []
    read = []
    for number in range(3):
        y = 80 + 160 * number
        label = ("since 2019", "Gent, Belgium", "Logistics", "Warehousing", "Timetables and routes")
        title = f"Planner of routes {number}"
        text = ("Here is what came of it, in a few lines:", "Fewer empty lorries", "Fewer nights")
        tops = (0, 13, 38, 51, 64)
        pieces += [Piece(line, 50, y + top, 10) for line, top in zip(label, tops, strict=True)]
        pieces.append(Piece(title, 200, y + 1, 10))
        pieces += [Piece(line, 200, y + 23 * row, 10) for row, line in enumerate(text, start=1)]
        read += [*label, title, *text]

    assert text_of(pieces) == " ".join(read)
