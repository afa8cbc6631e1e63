"""A whole Word document: headers, body, notes and footers, each once."""

from __future__ import annotations

from dataclasses import dataclass

from core.documents.faults import Fault, unreadable
from core.documents.word.lists import Lists
from core.documents.word.package import Part, main_part
from core.documents.word.sight import Sight, on_paper
from core.documents.word.styles import Styles
from core.documents.word.translation import translated
from core.documents.word.walk import Walk
from core.documents.word.xml import attribute, below, switched

_DEEPEST = 2  # documents inside documents
_NOTES = ("footnotes", "endnotes")
_PICTURES = ("blip", "imagedata")


@dataclass(frozen=True, slots=True, kw_only=True)
class WordText:
    """What a document says, and what it holds beside it."""

    text: str
    hidden: tuple[str, ...]  # text that a reader does not see
    not_read: int  # documents inside it, of kinds that are not read
    pictures: int


def read_word(data: bytes, depth: int = 0) -> WordText:
    """Raises `UnreadableDocument` and nothing else."""
    if depth > _DEEPEST:
        raise unreadable(Fault.TOO_COMPLEX)
    with translated():
        return _read(main_part(data), depth)


def _read(main: Part, depth: int) -> WordText:
    headers, footers = _shown(main, "header"), _shown(main, "footer")
    notes = [part for kind in _NOTES for part in main.related(kind)]
    parts = [*headers, main, *notes, *footers]
    walk = _walk(main, parts, depth)
    body = walk.text_of(main)  # first, because it counts the notes
    texts = [*map(walk.text_of, headers), body, *map(walk.text_of, [*notes, *footers])]
    return WordText(
        text="\n\n".join(dict.fromkeys(filter(None, texts))),
        hidden=tuple(words for words in walk.hidden if any(map(str.isalnum, words))),
        not_read=walk.not_read,
        pictures=sum(map(_pictures, parts)),
    )


def _pictures(part: Part) -> int:
    """A picture that is stored for newer and for older programs counts once."""
    named = below(part.root, *_PICTURES)
    return len(
        {attribute(p, "embed") or attribute(p, "id") or attribute(p, "relid") for p in named}
    )


def _walk(main: Part, parts: list[Part], depth: int) -> Walk:
    styles = Styles(*(part.root for part in main.related("styles")[:1]))

    def inside(data: bytes) -> str:
        word = read_word(data, depth + 1)
        walk.hidden.extend(word.hidden)
        walk.not_read += word.not_read
        return word.text

    walk = Walk(
        styles=styles,
        lists=Lists(*(part.root for part in main.related("numbering")[:1])),
        sight=Sight(styles, lambda: on_paper([*styles.of_text, *(part.root for part in parts)])),
        word=inside,
    )
    return walk


def _shown(main: Part, kind: str) -> list[Part]:
    """The headers or footers that pages have: one for first and even pages only where it is on."""
    root = main.root
    first = any(switched(section, "titlePg") for section in below(root, "sectPr"))
    even = any(switched(part.root, "evenAndOddHeaders") for part in main.related("settings"))
    on = {"first": first, "even": even}
    named = [
        main.named(attribute(reference, "id"))
        for reference in below(root, f"{kind}Reference")
        if on.get(attribute(reference, "type"), True)
    ]
    return list({part.name: part for part in named if part is not None}.values())
