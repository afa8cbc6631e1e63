"""Text areas that are saved while the candidate types, not only when they lose the focus."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import streamlit as st
from streamlit.components.v2.types import ComponentRenderer


def draw() -> None:
    """Save the page's text areas in each pause of typing. To be drawn after them; it is unseen."""
    _component()(key="autosave", on_back_change=_nothing)


@cache
def _component() -> ComponentRenderer:
    script, style = (
        Path(__file__).with_name(f"autosave.{kind}").read_text(encoding="utf-8")
        for kind in ("js", "css")
    )
    return st.components.v2.component(
        "interview_autosave", js=script, css=style, isolate_styles=False
    )


def _nothing() -> None:
    """The page runs anew when the connection is back, and gets what was typed before."""
