"""Text recognition of scanned pages by tesseract, for whoever has it installed.

Runs where a hostile file can do no harm: see `worker.py`. The pages are rendered by pypdfium2, and
tesseract gets them and gives their text through pipes, without a file.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterable, Iterator, Sequence
from math import sqrt
from time import monotonic
from typing import TYPE_CHECKING

from core.documents.faults import Fault
from core.documents.pdf import Sheet, is_undecoded, notices, read_sheets
from core.documents.taken import OnPage, Taken, ignore
from core.exceptions import UnreadableDocument

if TYPE_CHECKING:
    from pypdfium2 import PdfPage

PROGRAM = "tesseract"
SECONDS = 60  # for all pages; a page of a CV takes three to twelve
MAX_SCANS = 5
_SPARE = 3  # seconds that are left for what is not recognition
_FEW_WORDS = 25  # a page with fewer may be a scan with a stamp of the app that made it
_DOTS = 300 / 72  # per point
_MAX_DOTS = 12_000_000  # A4 has nine millions
_DIRECTION = "osd"  # a model that tells which way up a page is
_NO_LANGUAGES = {_DIRECTION, "equ", "snum"}  # models for other things than words
_MAX_LANGUAGES = 4  # each makes it slower
_FIRST = "eng"

_CHECK = (
    "This text was recognised in a picture, and recognition makes mistakes. Please check names, "
    "dates and numbers."
)
_NOTHING = (
    "No words could be recognised in this scan. Please paste the text, or upload a PDF or a .docx "
    "file whose text you can select."
)
_TOO_MANY = (
    f"Text recognition reads at most {MAX_SCANS} scanned pages, and this PDF has more. Please "
    "upload the pages of your CV only, or paste the text."
)
_TOO_SLOW = (
    "Recognising the text of this scan took too long and was stopped. Please paste the text, or "
    "upload a PDF or a .docx file whose text you can select."
)
_FAILED = (
    "Text recognition did not work on this server. Please paste the text, or upload a PDF or a "
    ".docx file whose text you can select."
)


def is_installed() -> bool:
    return shutil.which(PROGRAM) is not None


def read_scan(data: bytes, on_page: OnPage = ignore) -> Taken:
    """The text of a PDF with pages that are pictures, as far as it can be recognised.

    Pages whose text can be read give it as it is. Raises `UnreadableDocument`.
    """
    recognise = _Tesseract(SECONDS - _SPARE)
    sheets = list(read_sheets(data))
    scans = _scans(sheets)
    if len(scans) > MAX_SCANS:
        raise UnreadableDocument(Fault.TOO_MANY_PAGES.value, _TOO_MANY)
    for done, picture in enumerate(_pictures(data, scans)):
        on_page(done, len(scans))
        text = recognise(picture) if picture else ""
        if text.strip():
            sheets[scans[done]] = Sheet(text=text)
    on_page(len(scans), len(scans))
    if not any(sheet.text.strip() for sheet in sheets):
        raise UnreadableDocument(Fault.NO_TEXT.value, _NOTHING)
    warnings = (*((_CHECK,) if scans else ()), *notices(sheets))
    text = "\n\n".join(sheet.text for sheet in sheets)
    return Taken(text=text, pages=len(sheets), warnings=warnings)


def _scans(sheets: Sequence[Sheet]) -> list[int]:
    """The numbers, from 0, of pages whose words are to be seen and not to be read.

    Few words may be a stamp: on a picture, or where no page has many.
    """
    few = [len(sheet.text.split()) < _FEW_WORDS for sheet in sheets]
    return [
        number
        for number, sheet in enumerate(sheets)
        if not sheet.failure
        and (
            is_undecoded([sheet])
            or (few[number] and (sheet.pictured or all(few) or not sheet.text.strip()))
        )
    ]


def _pictures(data: bytes, numbers: Iterable[int]) -> Iterator[bytes]:
    """Of each of these pages; nothing of one that pdfium cannot open."""
    from pypdfium2 import PdfDocument, PdfiumError

    try:
        document = PdfDocument(data)
    except PdfiumError as error:
        raise UnreadableDocument(Fault.NO_TEXT.value, _NOTHING) from error
    for number in numbers:
        try:
            picture = _picture(document[number])
        except (PdfiumError, IndexError):
            picture = b""
        yield picture


def _picture(page: PdfPage) -> bytes:
    """The page in grey, in the simplest format that there is (PGM)."""
    width, height = page.get_size()
    scale = min(_DOTS, sqrt(_MAX_DOTS / max(width * height, 1)))
    picture = page.render(scale=scale, grayscale=True)
    rows = memoryview(picture.buffer).cast("B")
    lines = (
        rows[start : start + picture.width]
        for start in range(0, picture.stride * picture.height, picture.stride)
    )
    head = f"P5 {picture.width} {picture.height} 255\n".encode("ascii")
    return head + b"".join(lines)


class _Tesseract:
    """Recognises one picture after another, for so many seconds in all."""

    def __init__(self, seconds: float) -> None:
        self._until = monotonic() + seconds
        self._options = self._fitting(self._models())

    def __call__(self, picture: bytes) -> str:
        return self._run("stdin", "stdout", *self._options, given=picture)

    def _models(self) -> set[str]:
        _, *names = self._run("--list-langs").splitlines() or [""]
        return {name.strip() for name in names} - {""}

    def _fitting(self, models: set[str]) -> tuple[str, ...]:
        """All languages, as whoever installed them needs them; English first, unless too many."""
        languages = sorted(models - _NO_LANGUAGES, key=lambda name: (name != _FIRST, name))
        named = ("-l", "+".join(languages[:_MAX_LANGUAGES] or [_FIRST]))
        return (*named, "--psm", "1") if _DIRECTION in models else named

    def _run(self, *arguments: str, given: bytes = b"") -> str:
        try:
            done = subprocess.run(  # noqa: S603 - a program of the system, and no words of a file
                [PROGRAM, *arguments],
                input=given,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                check=True,
                timeout=max(0.0, self._until - monotonic()),
                env={**os.environ, "OMP_THREAD_LIMIT": "1"},  # other readers need a core as well
            )
        except subprocess.TimeoutExpired as error:
            raise UnreadableDocument(Fault.TOO_COMPLEX.value, _TOO_SLOW) from error
        except (OSError, subprocess.CalledProcessError) as error:
            raise UnreadableDocument(Fault.INTERNAL.value, _FAILED) from error
        return done.stdout.decode("utf-8", "replace")
