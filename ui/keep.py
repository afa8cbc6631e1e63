"""The interview with its feedback as files to keep."""

from __future__ import annotations

import streamlit as st

from ui import failures
from ui.layout import Page


def draw(page: Page, session_id: str, version: int) -> None:
    st.subheader("Keep it", anchor=False)
    with failures.shown(), st.container(horizontal=True):
        markdown = page.app.feedback.as_markdown(page.owner, session_id, version)
        st.download_button(
            "Download Markdown", markdown, "interview.md", "text/markdown", on_click="ignore"
        )
        json = page.app.feedback.as_json(page.owner, session_id, version)
        st.download_button(
            "Download JSON", json, "interview.json", "application/json", on_click="ignore"
        )
