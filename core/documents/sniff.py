"""What a file is, told from its content: names and extensions lie."""

from __future__ import annotations

from enum import StrEnum

from core.documents.archive import member_names
from core.documents.faults import Fault, unreadable
from core.exceptions import UnreadableDocument


class FileKind(StrEnum):
    PDF = "PDF"
    DOCX = "Word document"
    TXT = "text file"


_PDF_MARK = b"%PDF-"
_PDF_WITHIN = 1024
_ZIP = b"PK\x03\x04"
_EMPTY_ZIP = b"PK\x05\x06"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_RTF = b"{\\rtf"
_WEB = (b"<!doctype html", b"<html")
_OPEN_DOCUMENT = b"opendocument.text"
_HEAD = 512

# offset, the bytes that stand there, what the candidate knows it as
_OTHERS: tuple[tuple[int, bytes, str], ...] = (
    (0, b"\x89PNG\r\n\x1a\n", "a picture (PNG)"),
    (0, b"\xff\xd8\xff", "a picture (JPEG)"),
    (0, b"GIF8", "a picture (GIF)"),
    (0, b"II*\x00", "a picture (TIFF)"),
    (0, b"MM\x00*", "a picture (TIFF)"),
    (8, b"WEBP", "a picture (WebP)"),
    (4, b"ftyp", "a picture or a video"),
    (6, b"\x00\x00\x00\x00", "a picture (BMP)"),
    (0, b"Rar!", "a RAR archive"),
    (0, b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (0, b"\x1f\x8b", "a compressed archive"),
    (0, b"%!PS", "a PostScript file"),
)
_ALSO_STARTS_WITH = {"a picture (WebP)": b"RIFF", "a picture (BMP)": b"BM"}


def kind_of(data: bytes) -> FileKind:
    """The kind of the file. Raises `UnreadableDocument` for a kind that we do not read."""
    if data.startswith((_ZIP, _EMPTY_ZIP)):
        return _zipped(data)
    if data.startswith(_OLE):
        raise _ole(data)
    if data.startswith(_RTF):
        raise unreadable(Fault.LEGACY_DOC, looks="a rich text file (.rtf)")
    if _PDF_MARK in data[:_PDF_WITHIN]:
        return FileKind.PDF
    if looks := _other(data):
        raise unreadable(Fault.UNSUPPORTED, looks=looks)
    return FileKind.TXT


def _zipped(data: bytes) -> FileKind:
    names = member_names(data)
    if "[Content_Types].xml" in names and any(name.startswith("word/") for name in names):
        return FileKind.DOCX
    if _OPEN_DOCUMENT in data[:_HEAD]:
        raise unreadable(Fault.LEGACY_DOC, looks="an OpenDocument text (.odt)")
    raise unreadable(Fault.UNSUPPORTED, looks=_zip_contents(names))


def _zip_contents(names: tuple[str, ...]) -> str:
    folders = {name.partition("/")[0] for name in names}
    if "xl" in folders:
        return "a spreadsheet"
    return "a presentation" if "ppt" in folders else "a ZIP archive"


def _ole(data: bytes) -> UnreadableDocument:
    """The old Office container; a Word document with a password is wrapped in one too."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        return unreadable(Fault.ENCRYPTED)
    if "WordDocument".encode("utf-16-le") in data:
        return unreadable(Fault.LEGACY_DOC, looks="an older Word document (.doc)")
    return unreadable(Fault.UNSUPPORTED, looks="an older Office file")


def _other(data: bytes) -> str:
    if data[:_HEAD].removeprefix(b"\xef\xbb\xbf").lstrip().lower().startswith(_WEB):
        return "a web page"
    for offset, mark, looks in _OTHERS:
        starts = data.startswith(_ALSO_STARTS_WITH.get(looks, b""))
        if starts and data.startswith(mark, offset):
            return looks
    return ""
