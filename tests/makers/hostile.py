"""Files that mean harm, or are made so badly that they do it. Small here, huge once opened."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Sequence

from tests.files import docx_of_xml, zipped

MIB = 1024 * 1024
TEXT_OPERATIONS = (
    b"BT /F1 11 Tf 72 720 Td (Ines Calloway, Data Engineer, Tallgrass Freight) Tj ET\n"
)
_HELVETICA = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
_RUN = "<w:r><w:t>word </w:t></w:r>"


def inflating_pdf(mib: int = 1024) -> bytes:
    """A page whose content is deflated twice: a few KB become `mib` MB of spaces."""
    once = _deflated_blanks(mib)
    return _pdf_with_content(zlib.compress(once, 9), b"/Filter [/FlateDecode /FlateDecode]")


def busy_pdf(operations: int = 3_000_000) -> bytes:
    """A page that moves and draws for longer than anybody waits. Its text comes last."""
    content = zlib.compress(b"0 0 m 9 9 l S\n" * operations + TEXT_OPERATIONS)
    return _pdf_with_content(content, b"/Filter /FlateDecode")


def wordy_pdf(times: int = 400_000) -> bytes:
    """A page on which one line is written over and over."""
    content = zlib.compress(TEXT_OPERATIONS * times)
    return _pdf_with_content(content, b"/Filter /FlateDecode")


def laughing_pdf(levels: int = 9) -> bytes:
    """Forms that draw the next form ten times each: ten to the power of `levels` lines of text."""
    first = 6
    forms = []
    for level in range(levels):
        content = b"/X Do " * 10 if level < levels - 1 else TEXT_OPERATIONS
        inner = b"<< /Font << /F1 4 0 R >> /XObject << /X %d 0 R >> >>" % (first + level + 1)
        head = b"/Type /XObject /Subtype /Form /BBox [0 0 612 792] /Resources " + inner
        forms.append(_stream(content, head))
    return _pdf_with_content(b"/X Do", forms=forms)


def self_drawing_pdf() -> bytes:
    """A form that draws itself."""
    inner = b"<< /Font << /F1 4 0 R >> /XObject << /X 6 0 R >> >>"
    head = b"/Type /XObject /Subtype /Form /BBox [0 0 612 792] /Resources " + inner
    form = _stream(TEXT_OPERATIONS + b"/X Do", head)
    return _pdf_with_content(b"/X Do", forms=[form])


def thick_pdf(pages: int = 60_000) -> bytes:
    """More pages than anybody has certificates."""
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R >>"
    kids = b" ".join(b"%d 0 R" % number for number in range(5, 5 + pages))
    return _pdf(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Resources << /Font << /F1 3 0 R >> >> /Kids [%s] /Count %d >>"
        % (kids, pages),
        _HELVETICA,
        _stream(TEXT_OPERATIONS),
        *[page] * pages,
    )


def endless_comment_pdf(mib: int = 15) -> bytes:
    return b"%PDF-1.7\n%" + b"x" * (mib * MIB) + b"\nxref\ntrailer << /Root 1 0 R >>\n%%EOF"


def inflating_docx(mib: int = 1024) -> bytes:
    """The central directory says the truth; the text is `mib` MB of blanks."""
    return _with_member("word/document.xml", _deflated_blanks(mib), mib * MIB)


def lying_docx(mib: int = 400) -> bytes:
    """The same, and the directory claims that it is 100 bytes."""
    return _with_member("word/document.xml", _deflated_blanks(mib), 100)


def laughing_docx() -> bytes:
    entities = ['<!ENTITY a0 "ha ">']
    entities += [f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10)]
    doctype = f"<!DOCTYPE w [{''.join(entities)}]>"
    return docx_of_xml("<w:p><w:r><w:t>&a9;</w:t></w:r></w:p>", doctype=doctype)


def million_runs_docx(runs: int = 1_000_000) -> bytes:
    """One paragraph, below every limit of size."""
    return docx_of_xml(f"<w:p>{_RUN * runs}</w:p>")


def deep_docx(depth: int = 100_000) -> bytes:
    return docx_of_xml("<w:sdt><w:sdtContent>" * depth + "</w:sdtContent></w:sdt>" * depth)


def crowded_docx(members: int = 50_000) -> bytes:
    names = {f"word/media/{number}": b"" for number in range(members)}
    return zipped({"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<w/>", **names})


def _deflated_blanks(mib: int) -> bytes:
    """`mib` MB of blanks as a zlib stream, put together from one deflated MB."""
    block = b" " * MIB
    deflate = zlib.compressobj(9)
    head = deflate.compress(block) + deflate.flush(zlib.Z_FULL_FLUSH)
    middle = deflate.compress(block) + deflate.flush(zlib.Z_FULL_FLUSH)
    checksum = 1
    for _ in range(mib):
        checksum = zlib.adler32(block, checksum)
    return head + middle * (mib - 1) + b"\x03\x00" + struct.pack(">I", checksum)


def _pdf_with_content(content: bytes, filters: bytes = b"", forms: Sequence[bytes] = ()) -> bytes:
    """One page. The first of the forms, where there are any, is its `/X`."""
    xobjects = b"/XObject << /X 6 0 R >>" if forms else b""
    return _pdf(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 5 0 R "
        b"/Resources << /Font << /F1 4 0 R >> %s >> >>" % xobjects,
        _HELVETICA,
        _stream(content, filters),
        *forms,
    )


def _stream(content: bytes, head: bytes = b"") -> bytes:
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(content), head, content)


def _pdf(*objects: bytes) -> bytes:
    out, offsets = bytearray(b"%PDF-1.7\n"), []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    size = len(objects) + 1
    return bytes(out) + (
        b"xref\n0 %d\n0000000000 65535 f \n%strailer << /Size %d /Root 1 0 R >>\n"
        b"startxref\n%d\n%%%%EOF\n" % (size, table, size, len(out))
    )


def _with_member(name: str, stream: bytes, claimed: int) -> bytes:
    """A Word archive whose member holds this zlib stream and claims this size."""
    mark = b"put the stream here"
    packed = zipped({"[Content_Types].xml": b"<Types/>", name: mark}, method=0)
    raw = stream[2:-4]
    start = packed.index(mark)
    local = packed.rindex(b"PK\x03\x04", 0, start)
    central = packed.rindex(b"PK\x01\x02", start)
    sizes = struct.pack("<II", len(raw), claimed)
    grown = bytearray(packed)
    for at in (local + 8, central + 10):
        grown[at : at + 2] = struct.pack("<H", 8)
    for at in (local + 18, central + 20):
        grown[at : at + 8] = sizes
    grown[start : start + len(mark)] = raw
    end = grown.rindex(b"PK\x05\x06")
    moved = struct.unpack("<I", grown[end + 16 : end + 20])[0] + len(raw) - len(mark)
    grown[end + 16 : end + 20] = struct.pack("<I", moved)
    return bytes(grown)
