"""PDFs that look the same and are painted in another order, as some design programs write them."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

SEED = 20_251_122
_SAME_LINE = 1.0  # points between two baselines that count as one
_MAY_CHANGE = 0.01  # of the letters, by being joined otherwise


def shuffled(pdfs: Sequence[Path], folder: Path) -> Iterator[Path]:
    """Copies in `folder`, each page's lines in any order. What would look different is left out."""
    folder.mkdir()
    for pdf in pdfs:
        copy = folder / pdf.name
        if _shuffle(pdf, copy):
            yield copy


def _shuffle(pdf: Path, copy: Path) -> bool:
    import pypdfium2

    order = random.Random(SEED)  # noqa: S311 - the same shuffle in every run
    document = pypdfium2.PdfDocument(pdf)
    before = _characters(document)
    for page in document:
        lines = _lines(page)
        for line in lines:
            for piece in line:
                page.remove_obj(piece)
        order.shuffle(lines)
        for line in lines:
            for piece in line:
                page.insert_obj(piece)
        page.gen_content()
    document.save(copy)
    document.close()
    after = _characters(pypdfium2.PdfDocument(copy))
    return (before - after).total() <= _MAY_CHANGE * before.total()


def _lines(page: Any) -> list[list[Any]]:
    """The pieces of text, those together that follow each other on one baseline."""
    from pypdfium2.raw import FPDF_PAGEOBJ_TEXT

    pieces = list(page.get_objects(filter=[FPDF_PAGEOBJ_TEXT], max_depth=1))
    return [
        list(line)
        for _, line in groupby(pieces, lambda piece: round(piece.get_matrix().f / _SAME_LINE))
    ]


def _characters(document: Any) -> Counter[str]:
    """All that can be read, in no order."""
    texts = (page.get_textpage().get_text_range() for page in document)
    return Counter(letter for text in texts for letter in text.casefold() if letter.isalnum())
