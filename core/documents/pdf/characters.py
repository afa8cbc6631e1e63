"""The characters of a page as pdfplumber finds them, and its pictures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from core.documents.pdf.frame import Frame
from core.documents.pdf.geometry import Char

if TYPE_CHECKING:
    from pdfminer.layout import LTChar, LTContainer, LTItem
    from pdfplumber.page import Page

_SAME = 0.12  # of the size: two glyphs that lie closer than this are one, painted twice for weight


@dataclass(frozen=True, slots=True)
class Painted:
    """What lies on a page."""

    frame: Frame
    chars: tuple[Char, ...]
    pictured: float  # the share of the page that its largest picture covers


def painted(page: Page) -> Painted:
    """Everything on the page. Raises what pdfplumber and pdfminer raise."""
    from pdfminer.layout import LTChar, LTImage

    frame = _frame(page)
    dx, dy = _corner(page, frame)
    chars: list[Char] = []
    pictured = 0.0
    for item in _items(page.layout):
        if isinstance(item, LTChar):
            chars.append(_char(item, dx, dy, len(chars)))
        elif isinstance(item, LTImage):
            pictured = max(pictured, item.width * item.height)
    return Painted(frame, tuple(chars), pictured / max(1.0, frame.width * frame.height))


def without_repeats(chars: Sequence[Char]) -> tuple[Char, ...]:
    """Bold letters are sometimes made by painting them twice, a hair's breadth apart."""
    seen: dict[tuple[str, int, int], Char] = {}
    kept = []
    for char in chars:
        cell = max(0.1, 2 * _SAME * char.size)
        across, down = char.x0 / cell, char.baseline / cell
        keys = [
            (char.text, column, row)
            for column in {int(across), int(across + 0.5) + 1_000_000}
            for row in {int(down), int(down + 0.5) + 1_000_000}
        ]
        if not any(_same(char, seen.get(key)) for key in keys):
            kept.append(char)
        seen.update(dict.fromkeys(keys, char))
    return tuple(kept)


def _same(char: Char, other: Char | None) -> bool:
    near = _SAME * char.size
    return (
        other is not None
        and abs(char.x0 - other.x0) < near
        and abs(char.baseline - other.baseline) < near
    )


def _items(container: LTContainer[Any]) -> Iterator[LTItem]:
    from pdfminer.layout import LTContainer

    for item in container:
        if isinstance(item, LTContainer):
            yield from _items(item)
        else:
            yield item


def _frame(page: Page) -> Frame:
    media, crop = page.page_obj.mediabox, page.page_obj.cropbox
    left, bottom = max(media[0], crop[0]), max(media[1], crop[1])
    right, top = min(media[2], crop[2]), min(media[3], crop[3])
    if left < right and bottom < top:
        return Frame((left, bottom, right, top), page.page_obj.rotate % 360)
    return Frame((media[0], media[1], media[2], media[3]), page.page_obj.rotate % 360)


def _corner(page: Page, frame: Frame) -> tuple[float, float]:
    """Where on the shown page pdfminer's origin lies, which is a corner of the media box."""
    left, bottom, right, top = page.page_obj.mediabox
    x = right if frame.turned in {90, 180} else left
    y = top if frame.turned in {180, 270} else bottom
    return frame.place(x, y)


def _char(item: LTChar, dx: float, dy: float, painted: int) -> Char:
    a, b, _, _, x, y = item.matrix
    level = abs(a) >= abs(b)
    return Char(
        text=item.get_text(),
        x0=dx + item.x0,
        x1=dx + item.x1,
        top=dy - item.y1,
        bottom=dy - item.y0,
        baseline=dy - y if level else dx + x,
        font=item.fontname,
        painted=painted,
        runs=(0 if a >= 0 else 180) if level else (90 if b > 0 else 270),
    )
