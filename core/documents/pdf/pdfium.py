"""The second reader: pypdfium2, which decodes fonts and opens files that pdfplumber cannot."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from ctypes import c_double
from functools import cached_property
from importlib import import_module
from math import degrees
from sys import maxunicode
from types import ModuleType
from typing import Any

from core.documents.pdf.frame import Frame
from core.documents.pdf.geometry import Char
from core.documents.pdf.turns import turned

_INVISIBLE = 3  # the text render mode
_HYPHEN = "-"  # the one at a line's end, which pdfium would take out
_UNDECODED = "\ufffd"


class SecondReaderFailed(Exception):
    """pypdfium2 cannot open the file, or a page of it; `locked` if there is a password."""

    def __init__(self, *, locked: bool) -> None:
        super().__init__()
        self.locked = locked


class SecondReader:
    """A file as pypdfium2 reads it. Everything raises `SecondReaderFailed`."""

    def __init__(self, document: Any) -> None:
        self._document = document

    def __len__(self) -> int:
        """Pages. Cheap, however many there are."""
        return len(self._document)

    @contextmanager
    def page(self, number: int) -> Iterator[SecondPage]:
        """The page with this number, from 0."""
        with (
            _translated(),
            closing(self._document[number]) as page,
            closing(page.get_textpage()) as text,
        ):
            yield SecondPage(text)


class SecondPage:
    """Everything raises what `SecondReader.page` translates."""

    def __init__(self, text: Any) -> None:
        self._text = text

    @cached_property
    def letters(self) -> int:
        return sum(map(str.isalnum, self._text.get_text_range()))

    @cached_property
    def frame(self) -> Frame:
        page = self._text.page
        return Frame(page.get_bbox(), page.get_rotation())

    @cached_property
    def chars(self) -> tuple[Char, ...]:
        return tuple(_characters(self._text, self.frame))

    def upright(self, runs: int) -> Sequence[Char]:
        """Those that run in this direction, turned as `turns.upright` does."""
        return [turned(char) for char in self.chars if char.runs == runs]

    @property
    def invisible(self) -> tuple[Char, ...]:
        """Those that are there to be searched and not to be seen."""
        pdfium = _functions()
        items = self._text.page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT])
        if not any(pdfium.FPDFTextObj_GetTextRenderMode(item) == _INVISIBLE for item in items):
            return ()
        return tuple(char for char in self.chars if self._is_invisible(char.painted))

    def _is_invisible(self, index: int) -> bool:
        pdfium = _functions()
        item = pdfium.FPDFText_GetTextObject(self._text, index)
        return bool(item) and pdfium.FPDFTextObj_GetTextRenderMode(item) == _INVISIBLE


@contextmanager
def opened(data: bytes) -> Iterator[SecondReader]:
    """Raises `SecondReaderFailed`."""
    with _translated(), closing(import_module("pypdfium2").PdfDocument(data)) as document:
        yield SecondReader(document)


@contextmanager
def _translated() -> Iterator[None]:
    pdfium = _functions()
    try:
        yield
    except import_module("pypdfium2").PdfiumError as error:
        locked = error.err_code in {pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY}
        raise SecondReaderFailed(locked=locked) from error


def _functions() -> ModuleType:
    """Of pdfium itself. Loaded by name, since the library has no types to check."""
    return import_module("pypdfium2.raw")


def _characters(text: Any, frame: Frame) -> Iterator[Char]:
    """Without the spaces and line ends that pdfium puts in by its own lights."""
    pdfium = _functions()
    x, y, box = c_double(), c_double(), pdfium.FS_RECTF()
    for index in range(text.count_chars()):
        if pdfium.FPDFText_IsGenerated(text, index):
            continue
        pdfium.FPDFText_GetLooseCharBox(text, index, box)
        pdfium.FPDFText_GetCharOrigin(text, index, x, y)
        angle = -degrees(pdfium.FPDFText_GetCharAngle(text, index)) - frame.turned
        runs = round(angle / 90) % 4 * 90
        x0, y0 = frame.place(box.left, box.bottom)
        x1, y1 = frame.place(box.right, box.top)
        yield Char(
            text=_letter(text, index, pdfium),
            x0=min(x0, x1),
            x1=max(x0, x1),
            top=min(y0, y1),
            bottom=max(y0, y1),
            baseline=frame.place(x.value, y.value)[runs in {0, 180}],
            painted=index,
            runs=runs,
        )


def _letter(text: Any, index: int, pdfium: ModuleType) -> str:
    if pdfium.FPDFText_IsHyphen(text, index):
        return _HYPHEN
    code = pdfium.FPDFText_GetUnicode(text, index)
    return chr(code) if code <= maxunicode else _UNDECODED
