"""Words that run from right to left, and those beside them that do not."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import streamlit as st
from streamlit.components.v2.types import ComponentRenderer


def draw() -> None:
    """Let each line of the page run its own way. Needed once a page; it is unseen."""
    _component()(key="direction")


@cache
def _component() -> ComponentRenderer:
    style = Path(__file__).with_name("direction.css").read_text(encoding="utf-8")
    return st.components.v2.component("interview_direction", css=style, isolate_styles=False)
