"""Points with their quotes, in Markdown."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from core.models import Point, telling
from core.reports.escaping import inline, quoted

_Item = TypeVar("_Item")


def listed(
    title: str,
    items: Sequence[_Item],
    draw: Callable[[_Item], str],
    otherwise: str = "None were found.",
) -> str:
    return "\n\n".join([f"## {title}", *(map(draw, items) if items else [otherwise])])


def placed(point: Point) -> str:
    """The point with the question that it belongs to, unless its own text names several."""
    is_placed = telling.is_placed(point) or not point.number
    return pointed(point, "" if is_placed else f" (question {point.number})")


def pointed(point: Point, place: str = "") -> str:
    parts = [f"- {inline(point.text)}{place}"]
    parts += [quoted(point.quote, indent="  ")] if point.quote else []
    parts += [f"  Why it matters: {inline(point.why)}"] if point.why else []
    parts += [f"  To do: {inline(point.advice)}"] if point.advice else []
    parts += titled_quote(f"{telling.label_of(point.stronger)}:", point.stronger)
    return "\n\n".join(parts)


def titled_quote(title: str, words: str) -> list[str]:
    return [f"  {title}", quoted(words, indent="  ")] if words else []
