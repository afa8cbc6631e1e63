"""Who is asking: the person at this machine, or one anonymous browser among many."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import streamlit as st
from streamlit.components.v2.types import ComponentRenderer

from core.bootstrap import App
from core.config import Access
from ui import failures, state
from ui.access import access_of

_TOKEN = re.compile(r"[A-Za-z0-9_-]{43}")
_BLOCKED = "blocked"


def owner(app: App) -> str:
    """The id of whoever owns what this page shows. A run without one ends here."""
    if access(app) is Access.LOCAL:
        with failures.shown():
            return app.visitors.local().id
    with st.container():  # there in every run, so that what follows keeps its place on the page
        token = state.visitor_token() or _token_of_browser()
    with failures.shown():
        return app.visitors.anonymous(token).id


def access(app: App) -> Access:
    """The operator's choice, or else what this request tells of where it comes from."""
    if app.settings.access is not None:
        return app.settings.access
    headers = st.context.headers
    return access_of(
        headers.get("Host"), st.context.ip_address, list(headers), headers.get("Origin")
    )


def _token_of_browser() -> str:
    """The token that the browser keeps. It arrives one run later; until then the page waits."""
    token = _component()(key="visitor", on_token_change=_nothing).get("token")
    if token == _BLOCKED:
        st.warning(
            "This browser blocks the storage that tells your interviews from other people's. "
            "Please allow site data (cookies) for this address, or leave private browsing, and "
            "load the page again."
        )
        st.stop()
    if not (isinstance(token, str) and _TOKEN.fullmatch(token)):
        st.skeleton(height=320)
        st.stop()
    state.remember_visitor_token(token)
    return token


@cache
def _component() -> ComponentRenderer:
    script = Path(__file__).with_name("visitor_token.js").read_text(encoding="utf-8")
    return st.components.v2.component("interview_visitor", js=script)


def _nothing() -> None:
    """A state value needs somebody who listens; the next run reads it."""
