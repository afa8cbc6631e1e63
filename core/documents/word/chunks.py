"""Documents of another kind that Word takes in when it opens this one (`altChunk`)."""

from __future__ import annotations

import re
from collections.abc import Callable
from email import message_from_bytes
from html.parser import HTMLParser

from core.documents.faults import Fault, unreadable
from core.documents.limits import MAX_CHARACTERS
from core.documents.txt import read_txt
from core.documents.word.lists import BULLET

_ZIP = b"PK\x03\x04"
_RTF = b"{\\rtf"
_MAIL = re.compile(rb"(?i)\A\s*(?:mime-version|content-type|from|date):")
_MARKUP = re.compile(r"(?i)<(?:!doctype|html|head|body|p|div|span|table|h\d|ul|ol|br|font)\b")
_MARKUP_PER_LETTER = 5
_SKIPPED = frozenset({"script", "style", "head", "title", "template"})
_LINES = frozenset(
    {
        *("p", "div", "br", "li", "ul", "ol", "tr", "table", "section", "article", "header"),
        *("h1", "h2", "h3", "h4", "h5", "h6", "dt", "dd", "blockquote", "pre", "hr", "footer"),
    }
)
_CELLS = frozenset({"td", "th"})


def chunk_text(blob: bytes, word: Callable[[bytes], str]) -> str | None:
    """The text of a chunk, Word documents read by `word`; None for a kind that is not read."""
    if blob.startswith(_ZIP):
        return word(blob)
    if blob.lstrip().startswith(_RTF):
        return None
    if _MAIL.match(blob):
        return _archived(blob)
    return _plain_or_page(read_txt(blob).text)


def _archived(blob: bytes) -> str | None:
    """A page saved as a mail, as programs that make Word documents in a browser do it."""
    parts = list(message_from_bytes(blob).walk())
    for kind in ("text/html", "text/plain"):
        for part in parts:
            payload = part.get_payload(decode=True)
            if part.get_content_type() == kind and isinstance(payload, bytes):
                return _plain_or_page(read_txt(payload).text)
    return None


def _plain_or_page(text: str) -> str:
    if not _MARKUP.search(text):
        return text
    if len(text) > _MARKUP_PER_LETTER * MAX_CHARACTERS:
        raise unreadable(Fault.TOO_COMPLEX)
    page = _Page()
    page.feed(text)
    page.close()
    lines = (re.sub(" +", " ", line).strip() for line in "".join(page.pieces).splitlines())
    return "\n".join(line for line in lines if line not in {"", BULLET.strip()})


class _Page(HTMLParser):
    """Collects what a browser would show, a line for each block."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self._skipping: list[str] = []

    def handle_starttag(self, tag: str, _attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SKIPPED:
            self._skipping.append(tag)
        elif tag in _LINES:
            self.pieces.append(f"\n{BULLET}" if tag == "li" else "\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in _SKIPPED and tag in self._skipping:
            self._skipping.remove(tag)
        elif tag in _LINES:
            self.pieces.append("\n")
        elif tag in _CELLS:
            self.pieces.append("\t")

    def handle_data(self, data: str) -> None:
        if not self._skipping:
            self.pieces.append(re.sub(r"\s+", " ", data))
