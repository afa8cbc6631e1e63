from zipfile import ZIP_STORED

import pytest

from core.documents.sniff import FileKind, kind_of
from core.exceptions import UnreadableDocument
from tests.files import CV, cv_docx, cv_pdf, zipped

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


OPEN_DOCUMENT = zipped({"mimetype": b"application/vnd.oasis.opendocument.text"}, ZIP_STORED)


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (cv_pdf(), FileKind.PDF),
        (b"junk of a mail gateway\n" * 40 + cv_pdf(), FileKind.PDF),
        (cv_docx(), FileKind.DOCX),
        (CV.encode(), FileKind.TXT),
        (b"BMW Group, 2019 to 2021", FileKind.TXT),
        (b"\\documentclass{article}", FileKind.TXT),
        (b"PK is how my friends call me", FileKind.TXT),
    ],
)
def test_a_file_is_known_by_its_content(data: bytes, kind: FileKind):
    found = kind_of(data)

    assert found is kind


@pytest.mark.parametrize(
    ("data", "code", "words"),
    [
        (OLE + "WordDocument".encode("utf-16-le"), "LEGACY_DOC", "older Word document"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "ENCRYPTED", "password"),
        (OLE + "Workbook".encode("utf-16-le"), "UNSUPPORTED", "older Office file"),
        (b"{\\rtf1 Hello}", "LEGACY_DOC", "rich text"),
        (OPEN_DOCUMENT, "LEGACY_DOC", ".odt"),
        (
            zipped({"[Content_Types].xml": b"", "xl/workbook.xml": b""}),
            "UNSUPPORTED",
            "spreadsheet",
        ),
        (zipped({"ppt/presentation.xml": b""}), "UNSUPPORTED", "presentation"),
        (zipped({"word/document.xml": b""}), "UNSUPPORTED", "ZIP archive"),
        (zipped({}), "UNSUPPORTED", "ZIP archive"),
        (b"PK\x03\x04 and then nothing", "CORRUPT", "damaged"),
        (b"\x89PNG\r\n\x1a\n" + bytes(50), "UNSUPPORTED", "picture (PNG)"),
        (b"\xff\xd8\xff\xe0" + bytes(50), "UNSUPPORTED", "picture (JPEG)"),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", "UNSUPPORTED", "picture (WebP)"),
        (b"BM\x36\x10\x0e\x00\x00\x00\x00\x00\x36", "UNSUPPORTED", "picture (BMP)"),
        (b"\x00\x00\x00\x18ftypheic", "UNSUPPORTED", "picture"),
        (b"\xef\xbb\xbf\n <!DOCTYPE html><p>CV", "UNSUPPORTED", "web page"),
        (b"%!PS-Adobe-3.0", "UNSUPPORTED", "PostScript"),
        (b"Rar!\x1a\x07", "UNSUPPORTED", "RAR"),
    ],
)
def test_another_kind_is_named_in_the_refusal(data: bytes, code: str, words: str):
    with pytest.raises(UnreadableDocument) as refusal:
        kind_of(data)

    assert refusal.value.code == code
    assert words in str(refusal.value)
