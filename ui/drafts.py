"""The half-typed words of the chat field, kept by the browser, and the field's focus."""

from __future__ import annotations

import secrets
from functools import cache
from pathlib import Path

import streamlit as st
from streamlit.components.v2.types import ComponentRenderer

from core.models import InterviewSession, Role
from ui import state

_STYLE = ".st-key-drafts { position: absolute; }"  # it takes no room on the page


def draw(session: InterviewSession, field: str) -> None:
    """Keep what is typed into the chat field of this name. To be drawn with it; it is unseen.

    The browser forgets a text when one more of the candidate's messages is stored, and keeps it
    for as long as it stands on the page as not sent.
    """
    stored = sum(message.role is Role.USER for message in session.messages)
    _component()(
        key="drafts",
        data={
            "place": f"{session.id}/{field}",
            "stored": stored,
            "shown": bool(state.unsent(session.id)),
            "visit": state.visit(),
            "run": secrets.token_hex(4),  # the script is called when something has changed
        },
        on_back_change=_nothing,
    )


@cache
def _component() -> ComponentRenderer:
    script = Path(__file__).with_name("drafts.js").read_text(encoding="utf-8")
    return st.components.v2.component(
        "interview_drafts", js=script, css=_STYLE, isolate_styles=False
    )


def _nothing() -> None:
    """The page runs anew when the connection is back; there is nothing else to do."""
