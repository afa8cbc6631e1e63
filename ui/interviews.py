"""The candidate's interviews, each as a card with its next step."""

from __future__ import annotations

from functools import partial

import streamlit as st

from core.bootstrap import SessionSummary
from core.models import Stage
from ui import failures, routes, state, words
from ui.layout import Page
from ui.safe import safe_label


def draw_card(page: Page, summary: SessionSummary, *, can_delete: bool = False) -> None:
    with st.container(border=True):
        st.markdown(f"**{safe_label(summary.title)}** at {safe_label(summary.company)}")
        st.caption(_facts(summary))
        with st.container(horizontal=True, vertical_alignment="center"):
            _draw_next_step(summary)
            if can_delete:
                _draw_delete(page, summary.id)
        failures.beside(summary.id, "delete")


def _facts(summary: SessionSummary) -> str:
    progress = f"{summary.answered} of {summary.question_count} questions"
    return " · ".join(filter(None, (words.day(summary.created_at), progress, _score(summary))))


def _score(summary: SessionSummary) -> str:
    if summary.score is None:
        return "No score" if summary.has_feedback else ""
    provisional = " (provisional)" if summary.provisional else ""
    return f"Score {words.out_of_ten(summary.score)}{provisional}"


def _draw_next_step(summary: SessionSummary) -> None:
    match summary.stage:
        case Stage.FINISHED:
            routes.link("See feedback", routes.FEEDBACK, summary.id, ":material/reviews:")
        case Stage.PREPARING:
            routes.link("Continue", routes.UPLOAD, summary.id, ":material/arrow_forward:")
        case _:
            routes.link("Continue", routes.INTERVIEW, summary.id, ":material/arrow_forward:")


def _draw_delete(page: Page, session_id: str) -> None:
    if state.confirming() != session_id:
        ask = state.ask_to_confirm
        icon = ":material/delete:"
        st.button(
            "Delete",
            f"delete_{session_id}",
            type="tertiary",
            icon=icon,
            on_click=ask,
            args=(session_id,),
        )
        return
    st.markdown("Delete its answers, CV and feedback for good?")
    delete = partial(_delete, page, session_id)
    st.button("Yes, delete", f"confirm_{session_id}", on_click=delete)
    st.button("Keep it", f"keep_{session_id}", on_click=state.ask_to_confirm, args=("",))


def _delete(page: Page, session_id: str) -> None:
    state.ask_to_confirm("")
    with failures.kept(session_id, "delete"):
        page.app.sessions.delete_session(page.owner, session_id)
