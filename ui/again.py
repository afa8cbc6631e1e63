"""The next interview for the same job, from the feedback on the last one."""

from __future__ import annotations

import streamlit as st

from core.models import Assessment
from ui import failures, routes, state
from ui.layout import Page

_ONCE = "again"


def draw(page: Page, session_id: str, assessment: Assessment) -> None:
    left = sum(one.is_open for one in assessment.demands)
    st.subheader("Practise again", anchor=False)
    st.caption(f"A new interview with the same CV and advert, as long as this one.{_about(left)}")
    name = f"{_ONCE}_{session_id}"
    if not st.button("Plan the next interview", icon=":material/replay:"):
        state.start_afresh(name)
        return
    with failures.shown():
        create = page.app.sessions.create_next_session
        new_id = state.once(name, lambda: create(page.owner, session_id).id)
    routes.go(routes.UPLOAD, new_id)


def _about(left: int) -> str:
    if not left:
        return ""
    what = "one thing" if left == 1 else f"{left} things"
    return f" Its plan looks at the {what} in the advert that no answer has shown yet."
