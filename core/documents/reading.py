"""A document as text, in this process: which reader, what form, what the candidate should know.

The readers are imported where they are used: a worker reads one document, and its candidate waits.
"""
# ruff: noqa: PLC0415 - see above

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from importlib import import_module

from core.documents.archive import member_names
from core.documents.faults import Fault, unreadable
from core.documents.limits import check_length
from core.documents.normalise import normalise
from core.documents.remarks import remarks
from core.documents.sniff import FileKind, kind_of
from core.documents.taken import Form, OnPage, Taken, ignore

_NEEDED = {
    Form.PDF: ("core.documents.pdf", "pdfplumber", "pypdfium2"),
    Form.DOCX: ("core.documents.docx", "docx"),
    Form.TXT: ("core.documents.txt", "chardet"),
    Form.SCAN: ("core.documents.ocr", "pypdfium2"),
    Form.ADVERT: ("core.documents.links.advert", "inscriptis", "lxml.html"),
}
_EXTENSIONS = {
    ".pdf": FileKind.PDF,
    ".txt": FileKind.TXT,
    **dict.fromkeys((".docx", ".docm", ".dotx", ".dotm"), FileKind.DOCX),
}
_MACROS = "vbaproject.bin"


def load(form: Form | None) -> None:
    """Import what reading this takes; without a form it is an archive, so most likely Word."""
    for name in _NEEDED[form or Form.DOCX]:
        import_module(name)


def read(
    data: bytes, filename: str = "", on_page: OnPage = ignore, form: Form | None = None
) -> Taken:
    """The text in its one form, with warnings; read as `form`, or as what it turns out to be.

    Raises `UnreadableDocument`.
    """
    form = form or Form[kind_of(data).name]
    taken = _raw(data, on_page, form)
    check_length(taken.text)
    text = normalise(taken.text)
    check_length(text)
    if not any(map(str.isalnum, text)):
        raise unreadable(Fault.NO_TEXT)
    about_the_file = (*_misnamed(filename, form), *_macros(data, form))
    warnings = (*about_the_file, *taken.warnings, *remarks(text))
    return replace(taken, text=text, warnings=warnings, form=form)


def _raw(data: bytes, on_page: OnPage, form: Form) -> Taken:
    match form:
        case Form.PDF:
            from core.documents.pdf import read_pdf

            return read_pdf(data, on_page)
        case Form.DOCX:
            from core.documents.docx import read_docx

            return read_docx(data)
        case Form.TXT:
            from core.documents.txt import read_txt

            return read_txt(data)
        case Form.SCAN:
            from core.documents.ocr import read_scan

            return read_scan(data, on_page)
        case Form.ADVERT:
            from core.documents.links.advert import read_advert

            return read_advert(data)


def _misnamed(filename: str, form: Form) -> Iterator[str]:
    kind = FileKind.__members__.get(form.name)
    extension = filename[filename.rfind(".") :].lower()
    if kind and _EXTENSIONS.get(extension, kind) is not kind:
        yield f"This file is named {extension} but is a {kind}. It was read as what it is."


def _macros(data: bytes, form: Form) -> Iterator[str]:
    if form is Form.DOCX and any(n.lower().endswith(_MACROS) for n in member_names(data)):
        yield "This Word document holds macros. Only its text was read; nothing in it was run."
