"""PDF files written by hand: each piece of text stands where, and is painted when, a test says."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from math import cos, radians, sin

from fpdf import FPDF

A4 = (595, 842)
CHARACTER = 0.5  # of the size: the width of everything in a drawn font
_FIRST_CODE = 33


@dataclass(frozen=True, slots=True)
class Piece:
    """Text painted in one go. `y` counts from the top of the page, down to the baseline."""

    text: str
    x: float
    y: float
    size: float = 11
    font: str = "Helvetica"
    mode: int = 0  # 3 is invisible
    turn: int = 0  # degrees against the clock

    @property
    def width(self) -> float:
        return width_of(self.text, self.size)


@dataclass(frozen=True, slots=True)
class DrawnFont:
    """A font whose letters are drawings (Type 3), as old TeX makes them.

    With `letters`, each code is said to stand for one of them. Without, codes stay unexplained, and
    a text in this font is written in codes.
    """

    name: str
    letters: str = ""
    meanings: Mapping[int, str] = field(default_factory=dict)

    def codes(self, text: str) -> bytes:
        if not self.letters:
            return text.encode("latin-1")
        return bytes(_FIRST_CODE + self.letters.index(letter) for letter in text)

    def unicode(self) -> Mapping[int, str]:
        letters = {_FIRST_CODE + place: letter for place, letter in enumerate(self.letters)}
        return {**letters, **self.meanings}


@dataclass(frozen=True, slots=True)
class Page:
    pieces: Sequence[Piece]
    size: tuple[int, int] = A4
    turned: int = 0  # what the reader turns it by, with the clock
    crop: tuple[int, int, int, int] | None = None
    pictured: bool = False  # a picture lies under all of it


def pdf(*pages: Page | Sequence[Piece], fonts: Iterable[DrawnFont] = ()) -> bytes:
    writer = _Writer(fonts)
    return writer.file([page if isinstance(page, Page) else Page(page) for page in pages])


@cache
def _measure() -> FPDF:
    measure = FPDF(unit="pt")
    measure.set_font("Helvetica", size=1000)
    return measure


@cache
def width_of(text: str, size: float) -> float:
    """Of Helvetica, in points."""
    return float(_measure().get_string_width(text)) * size / 1000


class _Writer:
    def __init__(self, fonts: Iterable[DrawnFont]) -> None:
        self._objects: list[bytes] = []
        self._fonts = {font.name: font for font in fonts}
        self._pages = self._add(b"")  # its number is needed before its content is known
        self._resources = self._add(self._resource())

    def file(self, pages: Sequence[Page]) -> bytes:
        numbers = [self._page(page) for page in pages]
        kids = b" ".join(b"%d 0 R" % number for number in numbers)
        self._objects[self._pages - 1] = b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, len(numbers))
        root = self._add(b"<</Type/Catalog/Pages %d 0 R>>" % self._pages)
        return self._written(root)

    def _resource(self) -> bytes:
        helvetica = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"
        fonts = [b"/Helvetica %d 0 R" % self._add(helvetica)]
        fonts += [
            b"/%s %d 0 R" % (name.encode(), self._drawn(font)) for name, font in self._fonts.items()
        ]
        picture = self._stream(
            b"\x80",
            b"/Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8"
            b"/ColorSpace/DeviceGray",
        )
        return b"<</Font<<%s>>/XObject<</Picture %d 0 R>>>>" % (b"".join(fonts), picture)

    def _drawn(self, font: DrawnFont) -> int:
        box = self._stream(b"500 0 0 0 450 700 d1 50 0 400 700 re f")
        names = b" ".join(b"/a%d" % code for code in range(256))
        shapes = b" ".join(b"/a%d %d 0 R" % (code, box) for code in range(256))
        unicode = b"/ToUnicode %d 0 R" % self._map(font.unicode()) if font.unicode() else b""
        return self._add(
            b"<</Type/Font/Subtype/Type3/FontBBox[0 -200 500 800]/FontMatrix[.001 0 0 .001 0 0]"
            b"/FontDescriptor<</Type/FontDescriptor/FontName/%s/FontBBox[0 -200 500 800]/Flags 4"
            b"/Ascent 800/Descent -200>>/FirstChar 0/LastChar 255/Widths[%s]"
            b"/Encoding<</Type/Encoding/Differences[0 %s]>>/CharProcs<<%s>>/Resources<<>>%s>>"
            % (font.name.encode(), b"500 " * 256, names, shapes, unicode)
        )

    def _map(self, meanings: Mapping[int, str]) -> int:
        lines = b"".join(
            b"<%02x> <%s>\n" % (code, letters.encode("utf-16-be").hex().encode())
            for code, letters in meanings.items()
        )
        return self._stream(
            b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
            b"1 begincodespacerange <00> <ff> endcodespacerange\n"
            b"%d beginbfchar\n%sendbfchar endcmap end end" % (len(meanings), lines)
        )

    def _page(self, page: Page) -> int:
        width, height = page.size
        content = [b"q %d 0 0 %d 0 0 cm /Picture Do Q" % page.size] if page.pictured else []
        content += [self._painted(piece, height) for piece in page.pieces]
        crop = b"/CropBox[%d %d %d %d]" % page.crop if page.crop else b""
        return self._add(
            b"<</Type/Page/Parent %d 0 R/MediaBox[0 0 %d %d]%s/Rotate %d/Resources %d 0 R"
            b"/Contents %d 0 R>>"
            % (
                *(self._pages, width, height, crop, page.turned, self._resources),
                self._stream(b"\n".join(content)),
            )
        )

    def _painted(self, piece: Piece, height: float) -> bytes:
        font = self._fonts.get(piece.font)
        codes = font.codes(piece.text) if font else piece.text.encode("cp1252")
        a, b = cos(radians(piece.turn)), sin(radians(piece.turn))
        matrix = f"{a:.4f} {b:.4f} {-b:.4f} {a:.4f} {piece.x:.2f} {height - piece.y:.2f}"
        return b"BT %d Tr /%s %.2f Tf %s Tm <%s> Tj ET" % (
            *(piece.mode, piece.font.encode(), piece.size),
            *(matrix.encode(), codes.hex().encode()),
        )

    def _stream(self, data: bytes, entries: bytes = b"") -> int:
        packed = zlib.compress(data)
        return self._add(
            b"<<%s/Filter/FlateDecode/Length %d>>stream\n%s\nendstream"
            % (entries, len(packed), packed)
        )

    def _add(self, content: bytes) -> int:
        self._objects.append(content)
        return len(self._objects)

    def _written(self, root: int) -> bytes:
        out, places = b"%PDF-1.7\n", []
        for number, content in enumerate(self._objects, start=1):
            places.append(len(out))
            out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
        table = b"".join(b"%010d 00000 n \n" % place for place in places)
        return out + (
            b"xref\n0 %d\n0000000000 65535 f \n%strailer<</Size %d/Root %d 0 R>>\nstartxref\n%d\n"
            b"%%%%EOF" % (len(places) + 1, table, len(places) + 1, root, len(out))
        )
