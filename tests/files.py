"""Documents for tests, made in memory."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence

import docx
from docx.document import Document as WordDocument
from docx.table import _Cell
from fpdf import FPDF
from fpdf.enums import EncryptionMethod
from PIL import Image

CV = """\
Ines Calloway
Data Engineer
ines.calloway@example.com

Profile
Data engineer with six years of experience in building pipelines for logistics companies.

Experience
Data Engineer, Tallgrass Freight, 2020 to 2025
Rebuilt the nightly import in Python and cut its running time from five hours to forty minutes.
Led the move of twelve reports from spreadsheets to a warehouse that forty planners use each day.
Junior Analyst, Birchwater Post, 2018 to 2020
Wrote the SQL checks that found wrong addresses before parcels left the depot.

Skills
Python, SQL, Airflow, PostgreSQL, Docker
"""

_OPEN_XML = "http://schemas.openxmlformats.org"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_CONTENT_TYPES = f"""<Types xmlns="{_OPEN_XML}/package/2006/content-types">
<Default Extension="rels" ContentType="application/xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/word/document.xml" ContentType="{_MAIN}"/>
</Types>"""
_RELATIONSHIPS = f"""<Relationships xmlns="{_OPEN_XML}/package/2006/relationships">
<Relationship Id="rId1" Target="word/document.xml"
Type="{_OPEN_XML}/officeDocument/2006/relationships/officeDocument"/>
</Relationships>"""
_DOCUMENT = (
    f'<w:document xmlns:w="{_OPEN_XML}/wordprocessingml/2006/main">'
    "<w:body>{body}</w:body></w:document>"
)


def cv_pdf(text: str = CV) -> bytes:
    """One column, over as many pages as it takes. Latin-1 only, as are all PDFs here."""
    pdf = _pdf()
    _write(pdf, text)
    return bytes(pdf.output())


def two_column_pdf(left: str, right: str) -> bytes:
    """The left column is written first, as word processors and LaTeX do."""
    pdf = _pdf()
    for x, text in ((10, left), (110, right)):
        pdf.set_xy(x, 20)
        pdf.multi_cell(85, 6, text, align="L")
    return bytes(pdf.output())


def paged_pdf(*pages: str) -> bytes:
    """A page for each text; an empty text makes a blank page."""
    pdf = FPDF()
    pdf.set_font("Helvetica", size=11)
    for text in pages:
        pdf.add_page()
        if text:
            _write(pdf, text)
    return bytes(pdf.output())


def scan_pdf(pages: int = 1) -> bytes:
    """Pages that are one picture each, without any text."""
    pdf = FPDF()
    for shade in range(pages):
        pdf.add_page()
        pdf.image(Image.new("L", (60, 80), 200 - shade), x=0, y=0, w=pdf.w, h=pdf.h)
    return bytes(pdf.output())


def encrypted_pdf(text: str = CV, password: str = "open sesame") -> bytes:
    """With an empty password it opens without asking, and only printing is forbidden."""
    pdf = _pdf()
    pdf.set_encryption("owner", password, encryption_method=EncryptionMethod.AES_128)
    _write(pdf, text)
    return bytes(pdf.output())


def cv_docx(text: str = CV, *, header: str = "", footer: str = "") -> bytes:
    document = docx.Document()
    if header:
        document.sections[0].header.paragraphs[0].text = header
    if footer:
        document.sections[0].footer.paragraphs[0].text = footer
    for line in text.splitlines():
        document.add_paragraph(line)
    return saved(document)


def table_docx(rows: Sequence[Sequence[str]], *, before: str = "", after: str = "") -> bytes:
    document = docx.Document()
    document.add_paragraph(before)
    table = document.add_table(len(rows), len(rows[0]))
    _fill([list(row.cells) for row in table.rows], rows)
    document.add_paragraph(after)
    return saved(document)


def nested_table_docx(outer: str, inner: Sequence[Sequence[str]]) -> bytes:
    """A table of one cell that holds a paragraph and a second table."""
    document = docx.Document()
    cell = document.add_table(1, 1).cell(0, 0)
    cell.text = outer
    table = cell.add_table(len(inner), len(inner[0]))
    _fill([list(row.cells) for row in table.rows], inner)
    return saved(document)


def docx_of_xml(body: str, *, doctype: str = "", parts: Mapping[str, str] | None = None) -> bytes:
    """A Word document with this XML in its body, and further parts below `word/`."""
    members = {
        "[Content_Types].xml": _CONTENT_TYPES,
        "_rels/.rels": _RELATIONSHIPS,
        "word/document.xml": f"{doctype}{_DOCUMENT.format(body=body)}",
    } | {f"word/{name}": text for name, text in (parts or {}).items()}
    return zipped({name: text.encode() for name, text in members.items()})


def zipped(members: Mapping[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def rezipped(document: bytes, changes: Mapping[str, bytes | None]) -> bytes:
    """The archive with some members replaced or added, or left out where they are None."""
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    return zipped({n: data for n, data in (members | dict(changes)).items() if data is not None})


def saved(document: WordDocument) -> bytes:
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _pdf() -> FPDF:
    pdf = FPDF()
    pdf.add_page()
    pdf.set_font("Helvetica", size=11)
    return pdf


def _write(pdf: FPDF, text: str) -> None:
    pdf.multi_cell(0, 6, text, align="L", new_x="LMARGIN", new_y="NEXT")


def _fill(cells: Sequence[Sequence[_Cell]], rows: Sequence[Sequence[str]]) -> None:
    for line, texts in zip(cells, rows, strict=True):
        for cell, text in zip(line, texts, strict=True):
            cell.text = text
