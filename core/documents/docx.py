"""Word documents through python-docx, with tables, headers, notes and text boxes."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from core.documents.archive import check_archive
from core.documents.faults import Fault, unreadable
from core.documents.word_text import text_of
from core.models import Document

_MAIN = "/officeDocument"
_BEFORE = ("/header",)
_AFTER = ("/footnotes", "/endnotes", "/footer")


def read_docx(data: bytes) -> Document:
    """The text as it stands in the file. Raises `UnreadableDocument`.

    Word documents with macros and templates are read too; macros and pictures are not.
    """
    check_archive(data)
    with _translated():
        main = _main_part(data)
        texts = [*_related(main, _BEFORE), text_of(_root(main)), *_related(main, _AFTER)]
    return Document(text="\n\n".join(_once(texts)))


def _main_part(data: bytes) -> Any:
    """The part with the body; `docx.Document` opens it for one content type of several only."""
    from docx.package import Package

    package = Package.open(io.BytesIO(data))
    for rel in package.rels.values():
        if rel.reltype.endswith(_MAIN):
            return rel.target_part
    raise unreadable(Fault.CORRUPT)


def _related(main: Any, kinds: tuple[str, ...]) -> Iterator[str]:
    for kind in kinds:
        for rel in main.rels.values():
            if rel.reltype.endswith(kind) and not rel.is_external:
                yield text_of(_root(rel.target_part))


def _root(part: Any) -> Any:
    from docx.oxml.parser import parse_xml

    return part.element if hasattr(part, "element") else parse_xml(part.blob)


def _once(texts: Iterable[str]) -> Iterable[str]:
    """Headers repeat for first and even pages."""
    return dict.fromkeys(text for text in texts if text)


@contextmanager
def _translated() -> Iterator[None]:
    """Exceptions of python-docx and lxml as `UnreadableDocument`."""
    from docx.exceptions import PythonDocxError
    from docx.opc.exceptions import OpcError

    try:
        yield
    except (RecursionError, MemoryError) as error:
        raise unreadable(Fault.TOO_COMPLEX) from error
    except (PythonDocxError, OpcError) as error:
        raise unreadable(Fault.CORRUPT) from error
    except (
        SyntaxError,  # lxml's XMLSyntaxError is one
        KeyError,  # a part that is named and missing, or without a content type
        ValueError,  # an attribute that is no number
        TypeError,  # an attribute that is not there
        AttributeError,  # an element that stands where another belongs
    ) as error:
        raise unreadable(Fault.CORRUPT) from error
