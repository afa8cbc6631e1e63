from zipfile import ZIP_STORED

import pytest

from core.documents.sniff import FileKind, kind_of
from core.exceptions import UnreadableDocument
from tests.files import CV, cv_docx, cv_pdf, zipped
from tests.makers.word_file import TEMPLATE, WITH_MACROS, paragraph, word_file

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
ODT = {"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<office/>"}
SHEET = {"mimetype": b"application/vnd.oasis.opendocument.spreadsheet", "content.xml": b""}
SLIDES = {"mimetype": b"application/vnd.oasis.opendocument.presentation"}
BARE_ODT = {"content.xml": b"<office/>", "styles.xml": b"<office/>", "meta.xml": b""}
OTHERS_FIRST = dict(reversed(ODT.items()))
XML = b"<?xml version='1.0' encoding='UTF-8'?>\n"


def stream(name: str) -> bytes:
    """An old Office container with a stream of this name."""
    return OLE + name.encode("utf-16-le")


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (cv_pdf(), FileKind.PDF),
        (b"junk of a mail gateway\n" * 40 + cv_pdf(), FileKind.PDF),
        (cv_docx(), FileKind.DOCX),
        (b"junk of a mail gateway\n" * 40 + cv_docx(), FileKind.DOCX),
        (word_file(paragraph("CV"), main_type=WITH_MACROS), FileKind.DOCX),
        (word_file(paragraph("CV"), main_type=TEMPLATE), FileKind.DOCX),
        (word_file(paragraph("CV"), main="content/main.xml"), FileKind.DOCX),
        (CV.encode(), FileKind.TXT),
        (CV.encode("utf-16"), FileKind.TXT),
        (b"BMW Group, 2019 to 2021", FileKind.TXT),
        (b"\\documentclass{article}", FileKind.TXT),
        (b'{"basics": {"name": "Ines"}}', FileKind.TXT),
        (b"<Ines Calloway> planner", FileKind.TXT),
        (b"PK is how my friends call me", FileKind.TXT),
        (b"", FileKind.TXT),
    ],
)
def test_a_file_is_known_by_its_content(data: bytes, kind: FileKind):
    found = kind_of(data)

    assert found is kind


@pytest.mark.parametrize(
    ("data", "code", "words"),
    [
        (stream("WordDocument"), "LEGACY_DOC", "older Word document"),
        (stream("EncryptedPackage"), "ENCRYPTED", "password"),
        (stream("\tDRMEncryptedDataSpace"), "ENCRYPTED", "password"),
        (OLE + b"--" + "Encrypted words".encode("utf-16-le"), "UNSUPPORTED", "older Office file"),
        (stream("Workbook"), "UNSUPPORTED", "older spreadsheet"),
        (stream("PowerPoint Document"), "UNSUPPORTED", "older presentation"),
        (stream("__substg1.0_0037001F"), "UNSUPPORTED", "e-mail"),
        (stream("MatOST"), "LEGACY_DOC", "Works"),
        (b"{\\rtf1 Hello}", "LEGACY_DOC", "rich text"),
        (b"\xef\xbb\xbf\n{\\rtf1 Hello}", "LEGACY_DOC", "rich text"),
        (b"\xdb\xa5\x2d\x00 Word 2", "LEGACY_DOC", "very old Word document"),
        (b"\xffWPC\x10", "LEGACY_DOC", "WordPerfect"),
        (zipped(ODT, ZIP_STORED), "LEGACY_DOC", ".odt"),
        (zipped(OTHERS_FIRST), "LEGACY_DOC", ".odt"),
        (zipped(BARE_ODT), "LEGACY_DOC", ".odt"),
        (zipped({"Index/Document.iwa": b""}), "LEGACY_DOC", "Pages"),
        (zipped({"CV.pages/Index.zip": b""}), "LEGACY_DOC", "Pages"),
        (XML + b"<?mso-application progid='Word.Document'?>", "LEGACY_DOC", "Word 2003"),
        (XML + b"<w:wordDocument>", "LEGACY_DOC", "Word 2003"),
        (XML + b"<pkg:package>", "LEGACY_DOC", "saved as XML"),
        (XML + b"<office:document>", "LEGACY_DOC", ".fodt"),
        (XML + b"<resume/>", "UNSUPPORTED", "an XML file"),
        (zipped(SHEET), "UNSUPPORTED", "spreadsheet"),
        (zipped(SLIDES), "UNSUPPORTED", "presentation"),
        (
            zipped({"[Content_Types].xml": b"", "xl/workbook.xml": b""}),
            "UNSUPPORTED",
            "spreadsheet",
        ),
        (zipped({"ppt/presentation.xml": b""}), "UNSUPPORTED", "presentation"),
        (zipped({"mimetype": b"application/epub+zip"}), "UNSUPPORTED", "e-book"),
        (zipped({"FixedDocSeq.fdseq": b""}), "UNSUPPORTED", "XPS"),
        (zipped({"word/document.xml": b""}), "UNSUPPORTED", "ZIP archive"),
        (zipped({}), "UNSUPPORTED", "ZIP archive"),
        (b"PK\x03\x04 and then nothing", "CORRUPT", "damaged"),
        (b"\x89PNG\r\n\x1a\n" + bytes(50), "UNSUPPORTED", "picture (PNG)"),
        (b"\xff\xd8\xff\xe0" + bytes(50), "UNSUPPORTED", "picture (JPEG)"),
        (b"GIF89a" + bytes(50), "UNSUPPORTED", "picture (GIF)"),
        (b"II*\x00" + bytes(50), "UNSUPPORTED", "picture (TIFF)"),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", "UNSUPPORTED", "picture (WebP)"),
        (b"BM\x36\x10\x0e\x00\x00\x00\x00\x00\x36", "UNSUPPORTED", "picture (BMP)"),
        (b"\x00\x00\x00\x18ftypheic", "UNSUPPORTED", "picture (HEIC)"),
        (b"\x00\x00\x00\x18ftypmp42", "UNSUPPORTED", "picture or a video"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'>", "UNSUPPORTED", "picture (SVG)"),
        (b"\xef\xbb\xbf\n <!DOCTYPE html><p>CV", "UNSUPPORTED", "web page"),
        (XML + b"<!-- saved --><html>", "UNSUPPORTED", "web page"),
        ("<html><body>".encode("utf-16"), "UNSUPPORTED", "web page"),
        (b"MIME-Version: 1.0\nContent-Type: multipart/related;", "UNSUPPORTED", ".mht"),
        (b"%!PS-Adobe-3.0", "UNSUPPORTED", "PostScript"),
        (b"Rar!\x1a\x07", "UNSUPPORTED", "RAR"),
        (b"\x1f\x8b\x08", "UNSUPPORTED", "compressed archive"),
        (bytes(257) + b"ustar", "UNSUPPORTED", "TAR"),
    ],
)
def test_another_kind_is_named_in_the_refusal(data: bytes, code: str, words: str):
    with pytest.raises(UnreadableDocument) as refusal:
        kind_of(data)

    assert refusal.value.code == code
    assert words in str(refusal.value)
