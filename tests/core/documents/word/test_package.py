import io
import zipfile

import pytest
from docx.exceptions import InvalidXmlError
from docx.opc.exceptions import PackageNotFoundError
from docx.opc.package import OpcPackage

from core.documents.docx import read_docx
from core.exceptions import UnreadableDocument
from tests.files import CV, cv_docx, docx_of_xml, rezipped, zipped
from tests.makers.word_file import paragraph, part, word_file, word_members

HEADED = f"{paragraph('Planner')}<w:sectPr><w:headerReference r:id='r1'/></w:sectPr>"


def test_the_body_is_found_whatever_its_part_is_called():
    named = read_docx(word_file(paragraph("Planner"), main="word/document2.xml"))
    elsewhere = read_docx(word_file(paragraph("Planner"), main="content/main body.xml"))

    assert named.text == elsewhere.text == "Planner"


def test_names_are_compared_as_word_does_it():
    members = word_members(HEADED, ("header", "HEADER%201.xml", part("hdr", paragraph("Ines"))))
    odd = {n.replace("/", "\\").replace("HEADER%20", "Header "): d for n, d in members.items()}

    text = read_docx(zipped(odd)).text

    assert text == "Ines\n\nPlanner"


@pytest.mark.parametrize(
    "target",
    ["missing.xml", "../../../../etc/passwd", "http://127.0.0.1:9/header.xml", "NULL", "#part", ""],
)
def test_a_relation_that_leads_nowhere_or_outside_is_not_followed(target: str):
    text = read_docx(word_file(HEADED, ("header", target, ""))).text

    assert text == "Planner"


def test_a_part_that_is_not_text_may_be_missing_or_damaged():
    members = word_members(paragraph("Planner"), ("styles", "styles.xml", ""))
    broken = bytearray(zipped(members | {"word/media/image1.png": bytes(500)}, zipfile.ZIP_STORED))
    broken[broken.index(bytes(500))] ^= 1

    text = read_docx(bytes(broken)).text

    assert text == "Planner"


def test_a_list_of_content_types_that_lacks_the_document_is_no_obstacle():
    types = b"<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'/>"

    text = read_docx(rezipped(cv_docx(), {"[Content_Types].xml": types})).text

    assert text == CV.strip()


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (docx_of_xml("<w:x>" * 300 + "</w:x>" * 300), "TOO_COMPLEX"),
        (docx_of_xml("<w:p>"), "CORRUPT"),
        (docx_of_xml("<w:p>&#0;</w:p>"), "CORRUPT"),
        (rezipped(cv_docx(), {"word/document.xml": b""}), "CORRUPT"),
        (rezipped(cv_docx(), {"word/document.xml": None}), "CORRUPT"),
        (rezipped(cv_docx(), {"word/styles.xml": b"<half"}), "CORRUPT"),
        (rezipped(cv_docx(), {"_rels/.rels": b"<Relationships/>"}), "CORRUPT"),
        (rezipped(cv_docx(), {"_rels/.rels": None}), "CORRUPT"),
        (zipped({"word/document.xml": b""}), "CORRUPT"),
    ],
)
def test_a_broken_package_is_refused(data: bytes, code: str):
    with pytest.raises(UnreadableDocument) as refusal:
        read_docx(data)

    assert refusal.value.code == code


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (InvalidXmlError("no"), "CORRUPT"),
        (PackageNotFoundError("no"), "CORRUPT"),
        (KeyError("no"), "CORRUPT"),
        (IndexError("no"), "CORRUPT"),
        (ValueError("no"), "CORRUPT"),
        (TypeError("no"), "CORRUPT"),
        (AttributeError("no"), "CORRUPT"),
        (AssertionError("no"), "CORRUPT"),
        (SyntaxError("no"), "CORRUPT"),
        (SyntaxError("Excessive depth: use XML_PARSE_HUGE"), "TOO_COMPLEX"),
        (RecursionError("no"), "TOO_COMPLEX"),
        (MemoryError(), "TOO_COMPLEX"),
    ],
)
def test_what_the_libraries_raise_becomes_words_for_the_candidate(monkeypatch, error, code):
    def fail(_: object) -> None:
        raise error

    source = cv_docx()
    monkeypatch.setattr(OpcPackage, "open", fail)  # some have no known file

    with pytest.raises(UnreadableDocument) as refusal:
        read_docx(source)

    assert refusal.value.code == code
    assert refusal.value.__cause__ is error


def test_python_docx_sees_neither_macros_nor_pictures_nor_addresses(monkeypatch):
    opened: list[zipfile.ZipFile] = []
    open_package = OpcPackage.open
    data = word_file(
        paragraph("Planner"),
        ("vbaProject", "vbaProject.bin", b"\x00"),
        ("image", "media/image1.png", b"\x89PNG"),
        ("attachedTemplate", "http://127.0.0.1:9/evil.dotm", ""),
    )

    def watched(stream: io.BytesIO) -> OpcPackage:
        opened.append(zipfile.ZipFile(io.BytesIO(stream.getvalue())))
        return open_package(stream)

    monkeypatch.setattr(OpcPackage, "open", watched)  # what it is given is nowhere else to be seen
    text = read_docx(data).text

    assert text == "Planner"
    assert sorted(opened[0].namelist()) == sorted(
        [
            "[Content_Types].xml",
            "_rels/.rels",
            "word/document.xml",
            "word/_rels/document.xml.rels",
        ]
    )
    assert b"Target" not in opened[0].read("word/_rels/document.xml.rels")
