"""The rubric, for whoever wants to know what each level looks like."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from core.bootstrap import Scale
from core.models import Quality
from ui.layout import Page
from ui.safe import safe_label


def draw(page: Page) -> None:
    """A button that opens it."""
    if st.button("See the rubric", type="tertiary", icon=":material/menu_book:"):
        _open(page.app.feedback.rubric())


@st.dialog("The rubric", width="large", icon=":material/menu_book:")
def _open(scales: Sequence[Scale]) -> None:
    st.markdown(
        "Every answer is rated on four qualities. An answer to a question about a competency is "
        "rated on that competency too. These are the five levels of each."
    )
    for heading, of_quality in (("Qualities", True), ("Competencies", False)):
        st.subheader(heading, anchor=False)
        for scale in scales:
            if isinstance(scale.item, Quality) is of_quality:
                with st.expander(f"**{scale.item.label}** · {safe_label(scale.question)}"):
                    st.markdown(_anchors(scale))


def _anchors(scale: Scale) -> str:
    return "\n".join(
        f"{level}. {safe_label(anchor, 400)}" for level, anchor in enumerate(scale.anchors, start=1)
    )
