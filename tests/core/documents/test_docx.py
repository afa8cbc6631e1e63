import io
import zipfile
from random import Random

import docx
import pytest
from docx.exceptions import InvalidXmlError
from docx.opc.exceptions import PackageNotFoundError
from docx.package import Package

from core.documents import limits
from core.documents.docx import read_docx
from core.exceptions import UnreadableDocument
from tests.files import (
    CV,
    cv_docx,
    docx_of_xml,
    nested_table_docx,
    rezipped,
    saved,
    table_docx,
    zipped,
)

MAIN_TYPE = b"wordprocessingml.document.main+xml"


def paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def test_paragraphs_arrive_line_by_line():
    document = read_docx(cv_docx())

    assert document.text == CV.strip()
    assert document.warnings == ()


def test_a_row_of_a_table_stays_one_line_where_it_stands():
    rows = [("2020 to 2025", "Tallgrass Freight"), ("2018 to 2020", "Birchwater Post")]

    text = read_docx(table_docx(rows, before="Experience", after="Skills")).text

    assert text.split("\n") == ["Experience", *("\t".join(row) for row in rows), "Skills"]


def test_a_cell_of_several_lines_keeps_its_lines_together():
    text = read_docx(table_docx([("Skills", "Python\nSQL"), ("", "")])).text

    assert text == "Skills\tPython\nSQL"


def test_a_cell_of_several_paragraphs_is_read_cell_by_cell():
    body = (
        f"<w:tbl><w:tr><w:tc>{paragraph('Skills')}{paragraph('Python')}</w:tc>"
        f"<w:tc>{paragraph('Languages')}</w:tc></w:tr></w:tbl>"
    )

    text = read_docx(docx_of_xml(body)).text

    assert text == "Skills\nPython\nLanguages"


def test_a_table_inside_a_table_is_read():
    text = read_docx(
        nested_table_docx("Experience", [("2020", "Tallgrass"), ("2018", "Birch")])
    ).text

    assert [line for line in text.split("\n") if line] == [
        "Experience",
        "2020\tTallgrass",
        "2018\tBirch",
    ]


def test_a_header_comes_first_and_a_footer_last():
    text = read_docx(cv_docx("In the middle", header="Ines Calloway", footer="Page 1")).text

    assert text == "Ines Calloway\n\nIn the middle\n\nPage 1"


def test_a_header_repeated_for_each_kind_of_page_is_read_once():
    document = docx.Document()
    document.add_paragraph("In the middle")
    section = document.sections[0]
    section.different_first_page_header_footer = True
    section.header.paragraphs[0].text = section.first_page_header.paragraphs[0].text = "Ines"

    text = read_docx(saved(document)).text

    assert text == "Ines\n\nIn the middle"


HIDDEN = """<w:p>
<w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r>
<w:r><w:rPr><w:vanish w:val='0'/></w:rPr><w:t>shown</w:t></w:r>
<w:r><w:rPr><w:b/></w:rPr><w:t> bold</w:t></w:r>
</w:p>"""
BOXED = f"""<w:p>
<w:r><w:t>before</w:t></w:r>
<w:r><w:pict><w:txbxContent>{paragraph("boxed")}</w:txbxContent></w:pict></w:r>
<w:r><w:t> and after</w:t></w:r>
</w:p>"""
ALTERNATIVES = """<w:p><w:r><w:AlternateContent>
<w:Choice><w:t>once</w:t></w:Choice>
<w:Fallback><w:t>twice</w:t></w:Fallback>
</w:AlternateContent></w:r></w:p>"""
MERGED = f"""<w:tbl><w:sdt><w:sdtContent>
<w:tr><w:tc>{paragraph("row")}</w:tc></w:tr>
<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr>{paragraph("shadow")}</w:tc>
<w:tc><w:tcPr><w:vMerge w:val='restart'/></w:tcPr>{paragraph("next")}</w:tc></w:tr>
</w:sdtContent></w:sdt></w:tbl>"""


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<w:p><w:hyperlink><w:r><w:t>my page</w:t></w:r></w:hyperlink></w:p>", "my page"),
        ("<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r></w:p>", "a\tb\nc"),
        ("<w:p><w:r><w:t>full</w:t><w:noBreakHyphen/><w:t>time</w:t></w:r></w:p>", "full-time"),
        (
            f"<w:sdt><w:sdtContent>{paragraph('in a control')}</w:sdtContent></w:sdt>",
            "in a control",
        ),
        ("<w:p><w:ins><w:r><w:t>new</w:t></w:r></w:ins></w:p>", "new"),
        ("<w:p><w:del><w:r><w:t>old</w:t></w:r></w:del><w:r><w:t>kept</w:t></w:r></w:p>", "kept"),
        ("<w:p><w:r><w:instrText>PAGE</w:instrText><w:t>7</w:t></w:r><!-- note --></w:p>", "7"),
        (HIDDEN, "shown bold"),
        (BOXED, "before and after\nboxed"),
        (ALTERNATIVES, "once"),
        (MERGED, "row\nnext"),
    ],
)
def test_a_reader_sees_what_word_shows(body: str, text: str):
    document = read_docx(docx_of_xml(body))

    assert document.text == text


def test_footnotes_are_read_without_the_line_above_them():
    word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    rels = "http://schemas.openxmlformats.org/package/2006/relationships"
    notes = (
        f'<w:footnotes xmlns:w="{word}"><w:footnote w:type="separator">{paragraph("---")}'
        f"</w:footnote><w:footnote>{paragraph('as of 2024')}</w:footnote></w:footnotes>"
    )
    links = (
        f'<Relationships xmlns="{rels}">'
        '<Relationship Id="r1" Type="http://x/footnotes" Target="footnotes.xml"/>'
        '<Relationship Id="r2" Type="http://x/header" Target="http://x" TargetMode="External"/>'
        "</Relationships>"
    )
    parts = {"footnotes.xml": notes, "_rels/document.xml.rels": links}

    text = read_docx(docx_of_xml(paragraph("Forty planners"), parts=parts)).text

    assert text == "Forty planners\n\nas of 2024"


@pytest.mark.parametrize(
    "content_type",
    [
        b"application/vnd.ms-word.document.macroEnabled.main+xml",
        b"application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
    ],
)
def test_documents_with_macros_and_templates_are_read(content_type: bytes):
    source = cv_docx()
    types = member(source, "[Content_Types].xml").replace(
        b"application/vnd.openxmlformats-officedocument." + MAIN_TYPE, content_type
    )

    document = read_docx(rezipped(source, {"[Content_Types].xml": types}))

    assert content_type in types
    assert document.text == CV.strip()


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (zipped({f"word/{n}.xml": b"" for n in range(limits.MAX_MEMBERS + 1)}), "TOO_COMPLEX"),
        (zipped({"word/a.xml": b"<a>" + bytes(2 * limits.MIB)}), "TOO_COMPLEX"),
        (docx_of_xml("<w:p/>" * (limits.MAX_PARAGRAPHS + 1)), "TOO_COMPLEX"),
        (docx_of_xml("<w:x>" * 300 + "</w:x>" * 300), "CORRUPT"),
        (docx_of_xml(paragraph("&e;"), doctype="<!DOCTYPE d [<!ENTITY e 'x'>]>"), "CORRUPT"),
        (docx_of_xml("<w:p>"), "CORRUPT"),
        (rezipped(cv_docx(), {"word/styles.xml": None}), "CORRUPT"),
        (rezipped(cv_docx(), {"word/document.xml": b""}), "CORRUPT"),
        (rezipped(cv_docx(), {"_rels/.rels": b"<Relationships/>"}), "CORRUPT"),
        (rezipped(cv_docx(), {"_rels/.rels": None}), "CORRUPT"),
        (rezipped(cv_docx(), {"[Content_Types].xml": b"<Types/>"}), "CORRUPT"),
        (zipped({"word/document.xml": b""}), "CORRUPT"),
    ],
)
def test_a_bomb_or_a_broken_package_is_refused(data: bytes, code: str):
    with pytest.raises(UnreadableDocument) as refusal:
        read_docx(data)

    assert refusal.value.code == code


def test_xml_is_counted_over_all_parts(monkeypatch):
    monkeypatch.setattr(limits, "MAX_XML_BYTES", 1000)

    with pytest.raises(UnreadableDocument) as refusal:
        read_docx(cv_docx())

    assert refusal.value.code == "TOO_COMPLEX"


def test_two_members_of_one_name_are_refused():
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("word/document.xml", "one")
        with pytest.warns(UserWarning, match="Duplicate"):
            archive.writestr("word/document.xml", "two")

    with pytest.raises(UnreadableDocument) as refusal:
        read_docx(buffer.getvalue())

    assert refusal.value.code == "CORRUPT"


def test_a_zip_with_a_password_is_said_to_be_locked():
    data = bytearray(cv_docx())
    directory = data.rindex(b"PK\x01\x02")
    data[directory + 8] |= 1  # the flag in the central directory

    with pytest.raises(UnreadableDocument) as refusal:
        read_docx(bytes(data))

    assert refusal.value.code == "ENCRYPTED"


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (InvalidXmlError("no"), "CORRUPT"),
        (PackageNotFoundError("no"), "CORRUPT"),
        (KeyError("no"), "CORRUPT"),
        (ValueError("no"), "CORRUPT"),
        (TypeError("no"), "CORRUPT"),
        (AttributeError("no"), "CORRUPT"),
        (SyntaxError("no"), "CORRUPT"),
        (RecursionError("no"), "TOO_COMPLEX"),
        (MemoryError(), "TOO_COMPLEX"),
    ],
)
def test_what_the_libraries_raise_becomes_words_for_the_candidate(monkeypatch, error, code):
    def fail(_: object) -> None:
        raise error

    source = cv_docx()
    monkeypatch.setattr(Package, "open", fail)  # some have no known file

    with pytest.raises(UnreadableDocument) as refusal:
        read_docx(source)

    assert refusal.value.code == code


def test_a_damaged_word_document_is_read_or_refused_and_never_crashes():
    source = cv_docx()
    random = Random(7)

    outcomes = {outcome(damaged(source, random)) for _ in range(60)}

    assert outcomes <= {"read", "CORRUPT", "ENCRYPTED", "TOO_COMPLEX"}


def damaged(source: bytes, random: Random) -> bytes:
    data = bytearray(source[: random.choice([len(source), random.randrange(8, len(source))])])
    for _ in range(6):
        data[random.randrange(len(data))] ^= random.randrange(1, 256)
    return bytes(data)


def member(document: bytes, name: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        return archive.read(name)


def outcome(data: bytes) -> str:
    try:
        read_docx(data)
    except UnreadableDocument as refusal:
        return refusal.code
    return "read"
