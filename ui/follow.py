"""Following what is being worded elsewhere. Nothing here calls a model."""

from __future__ import annotations

import time
from collections.abc import Iterator

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from core.bootstrap import TurnView
from core.models import InterviewSession
from ui import failures, state
from ui.layout import Page
from ui.safe import safe_label, safe_markdown

_SECONDS = 0.12  # about eight pictures a second: calm to read, and little traffic
_CURSOR = " ▌"
_NOTICE_LENGTH = 600  # on one line here; the stored question shows all of it
_ENOUGH_TRIES = 3
_LONG = 8.0  # seconds without a word, after which people begin to wonder
_PATIENCE = "This takes longer than usual. What you wrote is saved, so there is nothing to do."


def draw_question(page: Page, session: InterviewSession, place: DeltaGenerator) -> None:
    """Draw the question that is being worded into `place`, then run the page again."""
    name = f"{session.id}/{len(session.messages)}"
    if state.tries(name) >= _ENOUGH_TRIES:
        _offer_another_try(name, place)
        return
    with failures.shown():
        _draw(page.app.interviews.follow(session), place, _waiting_for(session))
    state.count_try(name)
    st.rerun()


def _waiting_for(session: InterviewSession) -> str:
    if session.owed_clarification:
        return "Putting the question in other words…"
    return "Thinking about your answer…" if session.answered else "Preparing your interview…"


def draw_feedback(page: Page) -> None:
    """Follow the feedback that is being written, then run the page again."""
    with failures.shown():
        version = len(page.app.feedback.history(page.owner, page.session_id)) + 1
    name = f"{page.session_id}/feedback/{version}"
    place = st.empty()
    if state.tries(name) >= _ENOUGH_TRIES:
        _offer_another_try(name, place)
        return
    with failures.shown():
        views = page.app.feedback.follow(page.owner, page.session_id)
        _draw(views, place, "Reading your answers. This can take a minute…")
    state.count_try(name)
    st.rerun()


def _draw(views: Iterator[TurnView], place: DeltaGenerator, waiting: str) -> None:
    """Each view in the place of the one before it. The last is drawn by the run that comes next."""
    words = ""
    place.markdown(_picture(words, "", waiting))
    began = drawn = time.monotonic()
    for view in views:
        words = view.text or words  # what is taken back stays until other words take its place
        now = time.monotonic()
        if now - drawn >= _SECONDS:
            is_long = not words and now - began >= _LONG
            place.markdown(_picture(words, view.notice or _PATIENCE * is_long, waiting))
            drawn = now


def _picture(text: str, notice: str, waiting: str) -> str:
    shown = safe_markdown(text) + _CURSOR if text else f":shimmer[{waiting}]"
    return f"{shown}\n\n:small[{safe_label(notice, _NOTICE_LENGTH)}]" if notice else shown


def _offer_another_try(name: str, place: DeltaGenerator) -> None:
    with place.container():
        st.warning("This did not work so far. Your answers are safe.")
        st.button("Try again", on_click=state.forget_tries, args=(name,))
