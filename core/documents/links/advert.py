"""The advert on a web page, as text. Runs where a hostile page can do no harm: see `worker.py`."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html import escape, unescape
from typing import Any

from core.documents.faults import Fault
from core.documents.remarks import words_in
from core.documents.taken import Taken
from core.exceptions import UnreadableDocument

_MARK = b"\xef\xbb\xbf"
_FEW_WORDS = 30  # fewer are a notice that the page needs a browser, or a login
_NO_ADVERT = (
    "No advert was found on this page; some job sites show theirs in a browser only. Please copy "
    "it there and paste it here."
)
_POSTING = "JobPosting"
_FURTHER = ("responsibilities", "qualifications", "skills", "experienceRequirements")
# Around the advert: menus, notices, what can be filled in, what is not there for readers. Parts
# that unfold on a click are hidden too, and belong to it; so do the headings that unfold them.
_AROUND = (
    "//comment()|//script|//style|//noscript|//template|//svg|//iframe|//nav|//footer|//aside"
    "|//dialog|//label|//input|//select|//textarea|//button[not(@aria-expanded or ancestor::h2"
    " or ancestor::h3 or ancestor::h4)]|//header[.//nav or count(.//a) > 2]"
    "|//*[@hidden and not(@role='region' or @role='tabpanel')]"
    "|//*[@role='navigation' or @role='banner' or @role='contentinfo' or @role='dialog'"
    " or @role='alertdialog' or @role='complementary' or @role='search' or @role='menu']"
    "|//*[contains(@id,'cookie') or contains(@class,'cookie') or contains(@id,'consent')"
    " or contains(@class,'consent')]"
)
_GAP = re.compile(r"(?<=\S)[ \t]{2,}(?=\S)")


def read_advert(data: bytes) -> Taken:
    """What the page says of the job: as it tells search engines, or else all that it shows.

    Raises `UnreadableDocument` where it says next to nothing.
    """
    page = _parsed(data)
    if page is not None:
        for text_of in (_posting_text, _shown_text):
            text = text_of(page)
            if words_in(text) >= _FEW_WORDS:
                return Taken(text=text)
    raise UnreadableDocument(Fault.NO_TEXT.value, _NO_ADVERT)


def _parsed(data: bytes) -> Any:
    """The tree of lxml, or None for a page without anything in it."""
    from lxml.etree import ParserError
    from lxml.html import HTMLParser, document_fromstring

    parser = HTMLParser(encoding="utf-8" if _is_utf8(data) else None)
    try:
        return document_fromstring(data.lstrip(_MARK), parser=parser)
    except ParserError:
        return None


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True


def _posting_text(page: Any) -> str:
    """The job as the page describes it in schema.org's words; a list of jobs is no advert."""
    blocks = page.xpath("//script[@type='application/ld+json']/text()")
    postings = [posting for block in blocks for posting in _postings(str(block))]
    if len(postings) != 1:
        return ""
    described = _parsed("".join(_lines(postings[0])).encode("utf-8", "replace"))
    return "" if described is None else _shown_text(described)


def _lines(posting: dict[str, Any]) -> Iterator[str]:
    """In HTML, as most descriptions are."""
    firm = posting.get("hiringOrganization")
    name = firm.get("name") if isinstance(firm, dict) else firm
    parts = (posting.get("title"), name, *map(posting.get, ("description", *_FURTHER)))
    for part in parts:
        if isinstance(part, str):
            yield f"<div>{_as_html(part)}</div>"


def _as_html(text: str) -> str:
    """Some escape their HTML once more than they should, and some write plain text."""
    if "<" not in text:
        text = unescape(text)
    return text if "<" in text else escape(text).replace("\n", "<br>")


def _postings(block: str) -> Iterator[dict[str, Any]]:
    try:
        told = json.loads(block, strict=False)
    except ValueError:
        return
    several = told if isinstance(told, list) else [told]
    for one in several:
        graph = one.get("@graph") if isinstance(one, dict) else None
        for item in graph if isinstance(graph, list) else [one]:
            if isinstance(item, dict) and _POSTING in _listed(item.get("@type")):
                yield item


def _listed(value: object) -> list[object]:
    return value if isinstance(value, list) else [value]


def _shown_text(page: Any) -> str:
    from inscriptis import Inscriptis

    for element in page.xpath(_AROUND):
        _drop(element)
    for cell in page.iter("td", "th"):
        cell.set("valign", "top")  # a label stands beside the first line that it labels
    lines = Inscriptis(page).get_text().splitlines()
    return "\n".join(_GAP.sub("  ", line.strip()) for line in lines)


def _drop(element: Any) -> None:
    """The element, but not the words that follow it."""
    parent = element.getparent()
    if parent is not None and element.tag not in {"html", "body"}:
        element.drop_tree()
