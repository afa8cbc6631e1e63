"""The package of a Word document, laid out anew for python-docx.

It gets the parts that hold text and the relations that lead to them: no pictures, no macros, no
address outside the file, no relation whose target is missing. Content types are left generic, so
that every part is read in the same way whatever a document, a template or a Strict file calls it.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from functools import cached_property
from posixpath import dirname, join, normpath
from typing import Any
from urllib.parse import unquote

from core.documents.archive import contents
from core.documents.faults import Fault, unreadable
from core.documents.word.xml import attribute, parsed

_TEXTS = (
    *(".xml", ".rels"),
    # whole documents that Word takes in when it opens this one
    *(".htm", ".html", ".xhtml", ".mht", ".mhtml", ".txt", ".dat", ".rtf"),
    *(".docx", ".docm", ".dotx", ".dotm"),
)
_OBJECTS = "/embeddings/"  # spreadsheets and the like behind a picture
_MAIN = "officeDocument"
_KINDS = frozenset(
    {
        *(_MAIN, "styles", "numbering", "settings", "header", "footer", "footnotes", "endnotes"),
        *("aFChunk", "diagramData", "chart"),
    }
)
_TYPES = "[Content_Types].xml"
_GENERIC = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">{}</Types>'
_DEFAULT = '<Default Extension="{}" ContentType="application/octet-stream"/>'


class Part:
    """A part, and the parts that it names."""

    def __init__(self, part: Any) -> None:
        self._part = part
        self.name = str(part.partname)
        self.blob: bytes = part.blob

    @cached_property
    def root(self) -> Any:
        return parsed(self.blob)

    def related(self, kind: str) -> list[Part]:
        rels = self._part.rels.values()
        return [Part(rel.target_part) for rel in rels if _kind(rel.reltype) == kind]

    def named(self, rel_id: str) -> Part | None:
        rel = self._part.rels.get(rel_id)
        return None if rel is None else Part(rel.target_part)


def main_part(data: bytes) -> Part:
    """The part with the body, whatever its name. Raises `UnreadableDocument`."""
    from docx.opc.package import OpcPackage

    package = OpcPackage.open(io.BytesIO(_laid_out(contents(data, _holds_text))))
    for rel in package.rels.values():
        if _kind(rel.reltype) == _MAIN:
            return Part(rel.target_part)
    raise unreadable(Fault.CORRUPT)


def _holds_text(name: str) -> bool:
    return name.lower().endswith(_TEXTS) and _OBJECTS not in name


def _kind(reltype: str) -> str:
    """The same in both families of namespaces."""
    return reltype.rpartition("/")[2]


def _laid_out(members: Mapping[str, bytes]) -> bytes:
    names = {name.lower(): name for name in members}
    extensions = sorted({name.rpartition(".")[2] for name in members})
    types = _GENERIC.format("".join(map(_DEFAULT.format, extensions)))
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(_TYPES, types)
        for name, blob in members.items():
            if name.lower().endswith(".rels"):
                archive.writestr(name, _mended(name, blob, names))
            elif name != _TYPES:
                archive.writestr(name, blob)
    return buffer.getvalue()


def _mended(name: str, blob: bytes, names: Mapping[str, str]) -> bytes:
    from docx.opc.oxml import serialize_part_xml

    root = parsed(blob)
    folder = dirname(dirname(name))
    for relation in list(root):
        target = names.get(_target(relation, folder).lower())
        if target is None or _kind(attribute(relation, "Type")) not in _KINDS:
            root.remove(relation)
        else:
            relation.set("Target", f"/{target}")
            relation.attrib.pop("TargetMode", None)
    return bytes(serialize_part_xml(root))


def _target(relation: Any, folder: str) -> str:
    """The name of the member that is meant; empty for an address outside the file."""
    if attribute(relation, "TargetMode") == "External":
        return ""
    target = unquote(attribute(relation, "Target")).replace("\\", "/")
    return normpath(join("/", folder, target)).lstrip("/")
