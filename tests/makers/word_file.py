"""Word documents part by part, as programs other than python-docx write them."""

from __future__ import annotations

from tests.files import zipped

TRANSITIONAL = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
DOCUMENT = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
TEMPLATE = "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"
WITH_MACROS = "application/vnd.ms-word.document.macroEnabled.main+xml"

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STRICT_OFFICE = "http://purl.oclc.org/ooxml/officeDocument/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_NAMESPACES = f"""xmlns:v="urn:schemas-microsoft-com:vml" xmlns:a="{_DRAWING}/main"
xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"
xmlns:wp="{_DRAWING}/wordprocessingDrawing" xmlns:c="{_DRAWING}/chart"
xmlns:dgm="{_DRAWING}/diagram"
xmlns:w16se="http://schemas.microsoft.com/office/word/2015/wordml/symex\""""


def run(text: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t xml:space='preserve'>{text}</w:t></w:r>"


def paragraph(text: str = "", *, properties: str = "", inside: str = "") -> str:
    """A paragraph with this text, or with these runs and whatever else stands `inside`."""
    return f"<w:p><w:pPr>{properties}</w:pPr>{run(text) if text else ''}{inside}</w:p>"


def listed(text: str, num_id: int = 1, level: int = 0) -> str:
    numbering = f"<w:numPr><w:ilvl w:val='{level}'/><w:numId w:val='{num_id}'/></w:numPr>"
    return paragraph(text, properties=numbering)


def table(*rows: str) -> str:
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


def row(*cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def cell(content: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>"


def part(kind: str, content: str, word: str = TRANSITIONAL) -> str:
    """The XML of a part whose root element is `kind`."""
    office = _STRICT_OFFICE if word == STRICT else _OFFICE
    return f'<w:{kind} xmlns:w="{word}" xmlns:r="{office}" {_NAMESPACES}>{content}</w:{kind}>'


def word_members(
    body: str,
    *related: tuple[str, str, str | bytes],
    main: str = "word/document.xml",
    main_type: str = DOCUMENT,
    word: str = TRANSITIONAL,
) -> dict[str, bytes]:
    """The members of a document with this body, and with related parts beside its main part.

    Each of those is a kind of relation, a name or an address, and its content if it has one. The
    first gets the id "r1", the second "r2".
    """
    office = _STRICT_OFFICE if word == STRICT else _OFFICE
    folder, _, name = main.rpartition("/")
    own = (
        _relation(f"r{number}", f"{office}/{kind}", target)
        for number, (kind, target, _) in enumerate(related, start=1)
    )
    texts = {
        "[Content_Types].xml": _content_types(main, main_type),
        "_rels/.rels": _relations(_relation("r1", f"{office}/officeDocument", main)),
        main: part("document", f"<w:body>{body}</w:body>", word),
        f"{folder}/_rels/{name}.rels".lstrip("/"): _relations("".join(own)),
    }
    contents = {
        f"{folder}/{target}".lstrip("/"): content for _, target, content in related if content
    }
    return {
        name: content.encode() if isinstance(content, str) else content
        for name, content in (texts | contents).items()
    }


def word_file(body: str, *related: tuple[str, str, str | bytes], **ways: str) -> bytes:
    return zipped(word_members(body, *related, **ways))


def _relation(rel_id: str, kind: str, target: str) -> str:
    mode = ' TargetMode="External"' if target.startswith("http") else ""
    return f'<Relationship Id="{rel_id}" Type="{kind}" Target="{target}"{mode}/>'


def _relations(content: str) -> str:
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{content}</Relationships>'


def _content_types(main: str, main_type: str) -> str:
    return (
        f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/{main}" ContentType="{main_type}"/></Types>'
    )
