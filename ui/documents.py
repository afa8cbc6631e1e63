"""The CV: from a file, from a scan, or pasted. Everything is saved as soon as it is there."""

from __future__ import annotations

from functools import partial

import streamlit as st
from streamlit.typing import UploadedFile

from core.bootstrap import Part, Progress, Work
from core.exceptions import UnreadableDocument
from core.models import Document, InterviewSession, telling
from ui import checks
from ui.layout import Page
from ui.safe import safe_label
from ui.uploads import Box, Desk

_DRAWN = {"NO_TEXT", "UNREADABLE_FONT"}  # to be seen on the pages, and not to be read


def draw_cv(page: Page, session: InterviewSession, desk: Desk) -> None:
    # What comes and goes around a text area stands in a container that is always there: an area
    # whose place on the page changes loses the focus, and the words that are being typed.
    with st.container():
        upload = _draw_upload(page, session, desk) if session.plan is None else None
    cv = session.cv or Document(text="")
    box = _box(page, cv)
    desk.draw_box(box, height=260, is_closed=session.plan is not None)
    with st.container():
        desk.draw_again(box)
        if session.cv and session.plan is None:
            _draw_remarks(page, session.cv, upload, desk)


def missing(session: InterviewSession, desk: Desk) -> str:
    """Why the interview cannot start yet, in words, or an empty text."""
    if desk.is_busy:
        return "A document is being read."
    has_cv = session.cv is not None and bool(session.cv.text.strip())
    has_job = bool(session.job.description.strip())
    needed = [] if has_cv else ["your CV"]
    needed += [] if has_job else ["the job description"]
    return f"Still missing: {telling.listed(needed)}." if needed else ""


def _draw_upload(page: Page, session: InterviewSession, desk: Desk) -> UploadedFile | None:
    upload = desk.take(Part.CV, "CV (PDF, DOCX or TXT)", partial(_of_file, page))
    desk.draw(Part.CV)
    error = desk.reading(Part.CV).error
    if isinstance(error, UnreadableDocument) and error.code in _DRAWN:
        _offer_recognition(page, upload, None, desk)
    if error and session.cv:
        st.caption(f"The former CV, {_source(session.cv)}, is still in use.")
    return upload


def _draw_remarks(page: Page, cv: Document, upload: UploadedFile | None, desk: Desk) -> None:
    advice = ", so please correct what was read wrongly" if cv.filename else ""
    st.caption(f"From {_source(cv)}. The interviewer works from this text{advice}.")
    box = checks.draw((*cv.warnings, *page.app.documents.remarks_on_cv(cv.text)))
    if box and upload and not desk.reading(Part.CV).error:
        with box:
            _offer_recognition(page, upload, cv, desk)


def _offer_recognition(
    page: Page, upload: UploadedFile | None, cv: Document | None, desk: Desk
) -> None:
    read = (cv.text, cv.warnings) if cv else ("", ())
    if upload and page.app.documents.may_recognise(upload.name, *read) and not desk.is_busy:
        st.button(
            "Read it with text recognition (slow)",
            icon=":material/document_scanner:",
            on_click=desk.recognise,
            args=(Part.CV, upload, partial(_of_scan, page)),
        )


def _of_file(page: Page, data: bytes, name: str) -> Work:
    def work(progress: Progress) -> tuple[str, ...]:
        page.app.documents.process_cv_upload(page.owner, page.session_id, data, name, progress)
        return ()

    return work


def _of_scan(page: Page, data: bytes, name: str) -> Work:
    def work(progress: Progress) -> tuple[str, ...]:
        page.app.documents.process_cv_scan(page.owner, page.session_id, data, name, progress)
        return ()

    return work


def _box(page: Page, cv: Document) -> Box:
    return Box(
        part=Part.CV,
        name=f"cv_text_{page.session_id}",
        text=cv.text,
        edition=cv.file_id,
        label="Text taken from your CV",
        placeholder="Upload a file above, or paste your CV here.",
        store=partial(page.app.documents.correct_cv_text, page.owner, page.session_id),
    )


def _source(cv: Document) -> str:
    return safe_label(cv.filename) if cv.filename else "the text you gave"
