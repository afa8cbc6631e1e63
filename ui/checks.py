"""What the candidate should look at in a text before it is used: one quiet list."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from ui.safe import safe_markdown


def draw(remarks: Sequence[str]) -> DeltaGenerator | None:
    """A box with the remarks, and room for what helps; None where there is nothing to say."""
    if not remarks:
        return None
    box = st.container(border=True)
    lines = (f"- :small[{safe_markdown(remark)}]" for remark in remarks)
    box.markdown("\n".join((":small[**Please check**]", "", *lines)))
    return box
