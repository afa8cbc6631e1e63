"""The CV and the job description. Everything is saved as soon as it is there."""

from __future__ import annotations

import streamlit as st
from streamlit.typing import UploadedFile

from core.models import Document, InterviewSession
from ui import failures, state, words
from ui.layout import Page
from ui.safe import safe_label, safe_markdown


def take_upload(page: Page, session: InterviewSession) -> None:
    """The uploader. A new file is read once; what was there before stays when that fails."""
    upload = st.file_uploader(
        "CV (PDF, DOCX or TXT)", key=f"cv_file_{session.id}", disabled=session.plan is not None
    )
    if upload is None:
        state.forget_failure(session.id, "upload")
    elif not state.is_taken(session.id, upload.file_id):
        _read(page, session.id, upload)
    if failures.beside(session.id, "upload"):
        if session.cv:
            st.caption(f"The former CV, {_source(session)}, is still in use.")
        if state.is_passing(session.id, "upload"):
            st.button("Read it again", on_click=state.remember_upload, args=(session.id, ""))


def _read(page: Page, session_id: str, upload: UploadedFile) -> None:
    with st.spinner("Reading your CV…"), failures.kept(session_id, "upload"):
        page.app.documents.process_cv_upload(page.owner, session_id, upload.getvalue(), upload.name)
    state.remember_upload(session_id, upload.file_id)


def draw_cv(page: Page, session: InterviewSession) -> None:
    cv = session.cv or Document(text="")
    key = f"cv_text_{session.id}"
    state.fill(key, cv.text, cv.file_id)
    st.text_area(
        "Text taken from your CV",
        height=200,
        key=key,
        on_change=_save_cv,
        args=(page, session.id, key),
        disabled=session.plan is not None,
        placeholder="Upload a file above, or paste your CV here.",
    )
    if session.cv and session.plan is None:
        st.caption(
            f"From {_source(session)}. The interviewer sees exactly this text, so please correct "
            "what was read wrongly."
        )
        for warning in cv.warnings:
            st.warning(f"In {_source(session)}: {safe_markdown(warning)}")
    _draw_failure(page, session.id, "cv_text", key)


def draw_job_description(page: Page, session: InterviewSession) -> None:
    key = f"job_description_{session.id}"
    st.text_area(
        "Job description",
        value=session.job.description,
        height=200,
        key=key,
        on_change=_save_job_description,
        args=(page, session.id, key),
        placeholder="Paste the whole advert here.",
        disabled=session.plan is not None,
    )
    _draw_failure(page, session.id, "job_description", key)


def missing(session: InterviewSession) -> str:
    """What is still needed before the interview can start, in words, or an empty text."""
    has_cv = session.cv is not None and bool(session.cv.text.strip())
    has_job = bool(session.job.description.strip())
    needed = [] if has_cv else ["your CV"]
    needed += [] if has_job else ["the job description"]
    return words.listed(needed)


def _draw_failure(page: Page, session_id: str, place: str, key: str) -> None:
    if failures.beside(session_id, place):
        save = {"cv_text": _save_cv, "job_description": _save_job_description}[place]
        st.button("Save again", key=f"again_{key}", on_click=save, args=(page, session_id, key))


def _save_cv(page: Page, session_id: str, key: str) -> None:
    text = state.typed(key)
    with failures.kept(session_id, "cv_text"):
        page.app.documents.correct_cv_text(page.owner, session_id, text)


def _save_job_description(page: Page, session_id: str, key: str) -> None:
    text = state.typed(key)
    with failures.kept(session_id, "job_description"):
        page.app.documents.process_job_description(page.owner, session_id, text)


def _source(session: InterviewSession) -> str:
    name = session.cv.filename if session.cv else ""
    return safe_label(name) if name else "the text you gave"
