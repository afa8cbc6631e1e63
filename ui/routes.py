"""Where the pages are, and how one leads to another. The interview's id travels in the address."""

from __future__ import annotations

from typing import NoReturn

import streamlit as st

WELCOME = "streamlit_app.py"
DASHBOARD = "pages/dashboard.py"
SETUP = "pages/setup.py"
UPLOAD = "pages/upload.py"
INTERVIEW = "pages/interview.py"
FEEDBACK = "pages/feedback.py"

_SESSION = "session"
_STEPS = {UPLOAD: "Documents", INTERVIEW: "Interview", FEEDBACK: "Feedback"}


def session_in_address() -> str:
    return st.query_params.get(_SESSION, "").strip()


def link(label: str, path: str, session_id: str = "", icon: str | None = None) -> None:
    st.page_link(path, label=label, icon=icon, query_params=_query(session_id))


def go(path: str, session_id: str = "") -> NoReturn:
    st.switch_page(path, query_params=_query(session_id))


def draw_menu(session_id: str) -> None:
    """The way to every page, in the sidebar."""
    with st.sidebar:
        link("Welcome", WELCOME, icon=":material/home:")
        link("Dashboard", DASHBOARD, icon=":material/folder_open:")
        link("New interview", SETUP, icon=":material/add_circle:")
        if session_id:
            st.caption("This interview")
            for path, label in _STEPS.items():
                link(label, path, session_id)


def draw_way_back() -> None:
    with st.container(horizontal=True):
        link("Dashboard", DASHBOARD, icon=":material/folder_open:")
        link("New interview", SETUP, icon=":material/add_circle:")


def _query(session_id: str) -> dict[str, str]:
    return {_SESSION: session_id} if session_id else {}
