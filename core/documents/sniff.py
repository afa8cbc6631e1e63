"""What a file is, told from its content: names and extensions lie."""

from __future__ import annotations

import re
import zipfile
from enum import StrEnum
from io import BytesIO

from core.documents.archive import beginning, member_names
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
_HEAD = 2048
_MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_TYPES = "[Content_Types].xml"
_WORD_TYPES = (b"wordprocessingml", b"application/vnd.ms-word")

_OPEN_DOCUMENT = "an OpenDocument text (.odt)"
_PAGES = "an Apple document (Pages, Numbers or Keynote)"
_PICTURE_OR_VIDEO = "a picture or a video"

# offset, the bytes that stand there, what the candidate knows it as
_BINARIES: tuple[tuple[int, bytes, str], ...] = (
    (0, b"\x89PNG\r\n\x1a\n", "a picture (PNG)"),
    (0, b"\xff\xd8\xff", "a picture (JPEG)"),
    (0, b"GIF8", "a picture (GIF)"),
    (0, b"II*\x00", "a picture (TIFF)"),
    (0, b"MM\x00*", "a picture (TIFF)"),
    (8, b"WEBP", "a picture (WebP)"),
    (4, b"ftyphei", "a picture (HEIC)"),
    (4, b"ftypmif1", "a picture (HEIC)"),
    (4, b"ftypavif", "a picture (AVIF)"),
    (4, b"ftyp", _PICTURE_OR_VIDEO),
    (4, b"jP  \r\n", "a picture (JPEG 2000)"),
    (6, b"\x00\x00\x00\x00", "a picture (BMP)"),
    (0, b"8BPS", "a picture (Photoshop)"),
    (0, b"Rar!", "a RAR archive"),
    (0, b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (0, b"\x1f\x8b", "a compressed archive"),
    (257, b"ustar", "a TAR archive"),
    (0, b"%!PS", "a PostScript file"),
    (0, b"\x7fELF", "a program"),
    (0, b"SQLite format 3\x00", "a database"),
)
_ALSO_STARTS_WITH = {"a picture (WebP)": b"RIFF", "a picture (BMP)": b"BM"}
_OLDER_WRITERS: tuple[tuple[bytes, str], ...] = (
    (b"\xdb\xa5\x2d\x00", "a very old Word document (.doc)"),
    (b"\x31\xbe\x00\x00", "a document of Windows Write"),
    (b"\xffWPC", "a WordPerfect document"),
)
_MARKUPS: tuple[tuple[str, Fault, str], ...] = (
    (r"\s*(?:<\?xml[^>]*>\s*)?<\?mso-application", Fault.LEGACY_DOC, "a Word 2003 XML document"),
    (r"\s*<\?xml[^>]*>\s*<w:worddocument", Fault.LEGACY_DOC, "a Word 2003 XML document"),
    (r"\s*<\?xml[^>]*>\s*<pkg:package", Fault.LEGACY_DOC, "a Word document saved as XML"),
    (r"\s*<\?xml[^>]*>\s*<office:document", Fault.LEGACY_DOC, "an OpenDocument text (.fodt)"),
    (
        r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,500}?-->\s*)?<svg\b",
        Fault.UNSUPPORTED,
        "a picture (SVG)",
    ),
    (
        r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,500}?-->\s*)?<(?:!doctype html|html|head|body)\b",
        Fault.UNSUPPORTED,
        "a web page",
    ),
    (r"\s*<\?xml\b", Fault.UNSUPPORTED, "an XML file"),
    (r"\s*mime-version:.{0,500}?multipart/related", Fault.UNSUPPORTED, "a saved web page (.mht)"),
)
_ENTRY = 128
_STREAMS: tuple[tuple[str, Fault, str], ...] = (  # how names in the old Office container begin
    ("Encrypt", Fault.ENCRYPTED, ""),
    ("\tDRMEncrypted", Fault.ENCRYPTED, ""),
    ("WordDocument", Fault.LEGACY_DOC, "an older Word document (.doc)"),
    ("Workbook", Fault.UNSUPPORTED, "an older spreadsheet (.xls)"),
    ("PowerPoint Document", Fault.UNSUPPORTED, "an older presentation (.ppt)"),
    ("__substg1.0_", Fault.UNSUPPORTED, "an e-mail message (.msg)"),
    ("MatOST", Fault.LEGACY_DOC, "a document of Microsoft Works (.wps)"),
)


def kind_of(data: bytes) -> FileKind:
    """The kind of the file. Raises `UnreadableDocument` for a kind that is not read."""
    if data.startswith((_ZIP, _EMPTY_ZIP)):
        return _zipped(data)
    if data.startswith(_OLE):
        raise _ole(data)
    if _PDF_MARK in data[:_PDF_WITHIN]:
        return FileKind.PDF
    if refusal := _other(data):
        raise refusal
    if b"\x00" in data and zipfile.is_zipfile(BytesIO(data)):
        return _zipped(data)  # with something in front of it
    return FileKind.TXT


def _zipped(data: bytes) -> FileKind:
    names = member_names(data)
    if _TYPES in names and _is_word(data, names):
        return FileKind.DOCX
    raise _other_zip(data, names)


def _is_word(data: bytes, names: tuple[str, ...]) -> bool:
    folders = {name.partition("/")[0] for name in names}
    types = beginning(data, _TYPES, 64 * 1024)
    return "word" in folders or (
        any(kind in types for kind in _WORD_TYPES) and not folders & {"xl", "ppt"}
    )


def _other_zip(data: bytes, names: tuple[str, ...]) -> UnreadableDocument:
    folders = {name.partition("/")[0] for name in names}
    kind = beginning(data, "mimetype", 200)
    if b"opendocument.text" in kind or (not kind and {"content.xml", "styles.xml"} <= folders):
        return unreadable(Fault.LEGACY_DOC, looks=_OPEN_DOCUMENT)
    if any(name.endswith((".iwa", "/Index.zip", "/index.apxl")) for name in names):
        return unreadable(Fault.LEGACY_DOC, looks=_PAGES)
    return unreadable(Fault.UNSUPPORTED, looks=_zip_contents(kind, folders))


def _zip_contents(kind: bytes, folders: set[str]) -> str:
    if "xl" in folders or b"opendocument.spreadsheet" in kind:
        return "a spreadsheet"
    if "ppt" in folders or b"opendocument.presentation" in kind:
        return "a presentation"
    if b"epub" in kind:
        return "an e-book (EPUB)"
    return "an XPS document" if "FixedDocSeq.fdseq" in folders else "a ZIP archive"


def _ole(data: bytes) -> UnreadableDocument:
    """The old Office container; a Word document with a password is wrapped in one too."""
    for stream, fault, looks in _STREAMS:
        if _has_stream(data, stream.encode("utf-16-le")):
            return unreadable(fault, looks=looks)
    return unreadable(Fault.UNSUPPORTED, looks="an older Office file")


def _has_stream(data: bytes, name: bytes) -> bool:
    """Names stand at the beginning of entries of one size; elsewhere they are somebody's words."""
    place = data.find(name)
    while place >= 0 and place % _ENTRY:
        place = data.find(name, place + 1)
    return place >= 0


def _other(data: bytes) -> UnreadableDocument | None:
    for mark, looks in _OLDER_WRITERS:
        if data.startswith(mark):
            return unreadable(Fault.LEGACY_DOC, looks=looks)
    for offset, mark, looks in _BINARIES:
        if data.startswith(_ALSO_STARTS_WITH.get(looks, b"")) and data.startswith(mark, offset):
            return unreadable(Fault.UNSUPPORTED, looks=looks)
    return _markup(_head(data))


def _markup(head: str) -> UnreadableDocument | None:
    if head.lstrip().startswith(_RTF.decode()):
        return unreadable(Fault.LEGACY_DOC, looks="a rich text file (.rtf)")
    for pattern, fault, looks in _MARKUPS:
        if re.match(pattern, head, re.IGNORECASE | re.DOTALL):
            return unreadable(fault, looks=looks)
    return None


def _head(data: bytes) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) : _HEAD].decode(encoding, "replace")
    return data[:_HEAD].decode("latin-1")
