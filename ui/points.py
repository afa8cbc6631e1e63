"""What is said of an answer: a point with its quote, its reason and a stronger version."""

from __future__ import annotations

import streamlit as st

from core.models import Point, telling
from ui.safe import safe_label, safe_markdown

_QUOTE_LENGTH = 600
_STRONGER_LENGTH = 1_500


def draw_all(points: tuple[Point, ...], otherwise: str) -> None:
    for point in points:
        draw(point, f"Question {point.number}" if point.number else "")
    if not points:
        st.markdown(otherwise)


def draw(point: Point, place: str = "") -> None:
    """`place` says where it belongs, unless the point stands there or names its questions."""
    is_placed = point.quote or telling.is_placed(point)
    lines = [
        safe_markdown(point.text)
        + (f"  \n:gray[:small[{place}]]" if place and not is_placed else "")
    ]
    lines += [quoted(point.quote, place)] if point.quote else []
    lines += [f"*Why it matters:* {safe_markdown(point.why)}"] if point.why else []
    lines += [f"*To do:* {safe_markdown(point.advice)}"] if point.advice else []
    with st.container(border=True):
        st.markdown("\n\n".join(lines))
        if point.stronger:
            _draw_stronger(point.stronger)


def quoted(words_said: str, source: str, length: int = _QUOTE_LENGTH) -> str:
    """Verbatim words, marked as such, with where they stand."""
    quote = f"> “{safe_label(words_said, length)}”"
    return f"{quote}  \n> :small[{source}]" if source else quote


def reworded(text: str) -> str:
    """Words that nobody has said in this form: a quotation's shape without its marks."""
    return f"> {safe_label(text, _STRONGER_LENGTH)}"


def says(text: str, quote: str) -> bool:
    """Whether a text already holds the words of the quote, so that it need not stand below."""
    return " ".join(quote.lower().split()).rstrip(" .;,:") in " ".join(text.lower().split())


def slots_in(text: str) -> str:
    """What to do with the gaps, if there are any."""
    return "; fill in the \\[slots\\]" if "[" in text else ""


def _draw_stronger(text: str) -> None:
    """Folded, since it can be as long as the answer."""
    with st.expander("A stronger version", type="compact"):
        st.caption(f"{telling.label_of(text)}.")
        st.markdown(reworded(text))
