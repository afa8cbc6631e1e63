"""CVs as people lay them out: what is painted where, and what a reader makes of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tests.makers.pdf_pages import Piece, width_of

SIZE = 10.0
LEADING = 13.0
GAP = 7.0  # between paragraphs

PROFILE = (
    "Data engineer with six years of experience in building pipelines for freight companies, "
    "from the first interview with planners to the nightly run."
)
BULLETS = (
    (
        "Rebuilt the nightly import in Python and cut its running time from five hours to forty "
        "minutes."
    ),
    (
        "Led the move of twelve reports from spreadsheets to a warehouse that forty planners use "
        "each day."
    ),
    "Wrote the checks that find wrong addresses before parcels leave the depot.",
    "Taught three colleagues to review changes to the schema before they are released.",
    "Replaced a ledger kept by hand with one that reconciles invoices by itself every evening.",
    "Planned the release of the new booking service together with the teams in Gent and Porto.",
)
ASIDE = (
    "Speaks Dutch and English every day, and enough Portuguese to order lunch.",
    "Repairs old radios, and has given away more of them than were bought.",
    "Mentors two students of the evening school in their first projects.",
    "Keeps bees on the roof of the office with the consent of all neighbours.",
)
SKILLS = ("Python", "PostgreSQL", "Airflow", "Docker", "Terraform", "Kafka", "Grafana", "Linux")
JOBS = (
    ("Data Engineer, Tallgrass Freight", "2020 to 2025"),
    ("Junior Analyst, Birchwater Post", "2018 to 2020"),
    ("Intern, Northgate Foods", "2016 to 2017"),
)
LABELS = ("Planning and scheduling", "Checks and repairs", "Reports and figures")


@dataclass(frozen=True, slots=True)
class Layout:
    """`parts` are read one after the other; a paragraph, which is one string, is read whole.

    The two sides of a row are read together, the left one first.
    """

    name: str
    pieces: tuple[Piece, ...]
    parts: tuple[tuple[str, ...], ...]
    rows: tuple[tuple[str, str], ...] = ()

    @property
    def paragraphs(self) -> tuple[str, ...]:
        return tuple(paragraph for part in self.parts for paragraph in part)


class _Pen:
    """Writes paragraphs below each other into one column."""

    def __init__(self, x: float, y: float, width: float, size: float = SIZE) -> None:
        self.x, self.y, self.width, self.size = x, y, width, size
        self.pieces: list[Piece] = []

    def write(self, text: str) -> float:
        """Returns the baseline of the first line."""
        first = self.y
        for line in _broken(text, self.width, self.size):
            self.pieces.append(Piece(line, self.x, self.y, self.size))
            self.y += LEADING * self.size / SIZE
        self.y += GAP
        return first

    def list(self, texts: Sequence[str]) -> None:
        for text in texts:
            self.pieces.append(Piece(text, self.x, self.y, self.size))
            self.y += LEADING * self.size / SIZE
        self.y += GAP


def _broken(text: str, width: float, size: float) -> list[str]:
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if width_of(longer, size) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def one_column() -> Layout:
    pen = _Pen(60, 80, 470)
    for text in (PROFILE, *BULLETS):
        pen.write(text)
    return Layout("one column", tuple(pen.pieces), ((PROFILE, *BULLETS),))


def two_columns() -> Layout:
    left, right = _Pen(50, 120, 235), _Pen(310, 126, 235)
    for pen, texts in ((left, BULLETS[:4]), (right, (*BULLETS[4:], *ASIDE))):
        for text in texts:
            pen.write(text)
    pieces = (Piece("Ines Calloway", 50, 80, 22), *left.pieces, *right.pieces)
    return Layout("two columns", pieces, (BULLETS[:4], (*BULLETS[4:], *ASIDE)))


def side_bar(*, left: bool) -> Layout:
    bar, main = _Pen(40 if left else 400, 100, 150, 9), _Pen(220 if left else 50, 100, 320)
    bar.list(SKILLS)
    for text in ASIDE:
        bar.write(text)
    for text in (PROFILE, *BULLETS):
        main.write(text)
    first, second = (bar, main) if left else (main, bar)
    parts = (ASIDE, (PROFILE, *BULLETS))
    return Layout(
        f"side bar on the {'left' if left else 'right'}",
        (*first.pieces, *second.pieces),
        parts if left else parts[::-1],
    )


def label_column() -> Layout:
    """Labels of two lines beside paragraphs."""
    label, body = _Pen(50, 100, 80), _Pen(160, 100, 370)
    pieces: list[Piece] = []
    rows = []
    for name, text in zip(LABELS, BULLETS, strict=False):
        label.y = body.y = max(label.y, body.y) + LEADING
        label.write(name)
        body.write(text)
        rows.append((name, text))
        pieces += [*label.pieces, *body.pieces]
        label.pieces, body.pieces = [], []
    return Layout("label column", tuple(pieces), ((*LABELS, *BULLETS[:3]),), tuple(rows))


def timeline() -> Layout:
    """A year beside each paragraph, all years painted first."""
    body = _Pen(130, 100, 400)
    years, rows = [], []
    for number, text in enumerate((PROFILE, *BULLETS[:3])):
        year = f"{2024 - number}"
        years.append(Piece(year, 60, body.write(text), SIZE))
        rows.append((year, text))
    return Layout("timeline", (*years, *body.pieces), ((PROFILE, *BULLETS[:3]),), tuple(rows))


def letterhead() -> Layout:
    """Name and address on the left, the rest flush right, painted block by block."""
    left = ("Ines Calloway", "Coupure 12", "9000 Gent", "Belgium")
    right = ("Born in 1991", "ines@example.com", "+32 470 00 00 00", "Married")
    pieces = [Piece(text, 50, 80 + LEADING * row, SIZE) for row, text in enumerate(left)]
    pieces += [
        Piece(text, 545 - width_of(text, SIZE), 80 + LEADING * row, SIZE)
        for row, text in enumerate(right)
    ]
    pen = _Pen(50, 160, 490)
    for text in (PROFILE, *BULLETS):
        pen.write(text)
    rows = tuple(zip(left, right, strict=True))
    return Layout("letterhead", (*pieces, *pen.pieces), ((PROFILE, *BULLETS),), rows)


def date_column() -> Layout:
    """Dates on the right, painted after everything else, as some word processors do."""
    main = _Pen(50, 100, 380)
    dates = []
    for (job, date), text in zip(JOBS, (BULLETS[0], BULLETS[1], BULLETS[2]), strict=True):
        y = main.write(job)
        dates.append(Piece(date, 545 - width_of(date, SIZE), y, SIZE))
        main.write(text)
    return Layout("date column", (*main.pieces, *dates), (BULLETS[:3],), JOBS)


def table() -> Layout:
    """Rows of three cells, painted column by column."""
    columns: list[list[Piece]] = [[], [], []]
    rows = []
    for number, (skill, (job, date)) in enumerate(zip(SKILLS, JOBS * 2, strict=False)):
        y = 100 + 20 * number
        cells = (skill, f"{number + 2} years", f"{job}, {date}")
        for column, cell, x in zip(columns, cells, (50, 170, 290), strict=True):
            column.append(Piece(cell, x, y, SIZE))
        rows.append((skill, f"{cells[1]} {cells[2]}"))
    pieces = tuple(piece for column in columns for piece in column)
    return Layout("table", pieces, (), tuple(rows))


def cards() -> Layout:
    """Boxes side by side below a paragraph across the page."""
    top = _Pen(50, 100, 490)
    top.write(PROFILE)
    boxes = [_Pen(50 + 170 * number, 170, 150) for number in range(3)]
    for box, text in zip(boxes, BULLETS, strict=False):
        box.write(text)
    pieces = (*top.pieces, *(piece for box in boxes for piece in box.pieces))
    return Layout("cards", pieces, ((PROFILE,), *((text,) for text in BULLETS[:3])))


LAYOUTS = (
    one_column(),
    two_columns(),
    side_bar(left=True),
    side_bar(left=False),
    label_column(),
    timeline(),
    letterhead(),
    date_column(),
    table(),
    cards(),
)
