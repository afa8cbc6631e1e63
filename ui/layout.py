"""The frame of every page. Its first line is `page = layout.open("Title")`."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from core.bootstrap import App
from core.models import Job
from ui import backend, direction, failures, identity, routes, state
from ui.safe import safe_label

NAME = "Interview practice"


@dataclass(frozen=True, slots=True)
class Page:
    """What a page works with. `session_id` comes from the address and may be unknown.

    The app is the one with the visitor's own keys.
    """

    app: App
    owner: str
    session_id: str


def open(title: str) -> Page:  # noqa: A001 - reads as layout.open(...) on each page's first line
    """Open a page: title, identity, way around. Ends the run for a visitor not yet known."""
    st.set_page_config(page_title=NAME if title == NAME else f"{title} · {NAME}", page_icon="💬")
    session_id = routes.session_in_address()
    routes.draw_menu(session_id)
    st.title(title, anchor=False)
    direction.draw()
    with failures.shown():
        app = backend.app_with(state.own_keys())
    return Page(app, identity.owner(app), session_id)


def open_interview(title: str) -> Page:
    """Open a page that shows one interview. Without one in its address the run ends here."""
    page = open(title)
    if not page.session_id:
        st.info("No interview is open here. Start a new one, or choose one of yours.")
        routes.draw_way_back()
        st.stop()
    return page


def draw_job(job: Job) -> None:
    st.caption(job_line(job))


def job_line(job: Job) -> str:
    return f"{safe_label(job.title)} at {safe_label(job.company)}"
