"""The job description: typed or pasted, from a file, or from a link."""

from __future__ import annotations

from functools import partial
from uuid import uuid4

import streamlit as st

from core.bootstrap import Part, Progress, Reading, Work
from core.models import InterviewSession
from ui import checks
from ui.layout import Page
from ui.safe import safe_label
from ui.uploads import Box, Desk


def draw(page: Page, session: InterviewSession, desk: Desk) -> None:
    reading = desk.reading(Part.JOB)
    box = _box(page, session.job.description, desk.edition(Part.JOB))
    desk.draw_box(box, height=200, is_closed=session.plan is not None)
    with st.container():
        desk.draw_again(box)
        if session.plan is None:
            _draw_remarks(page, session, reading)
    if session.plan is None:
        _draw_other_ways(page, session, desk)


def _draw_remarks(page: Page, session: InterviewSession, reading: Reading) -> None:
    text = session.job.description
    is_new = bool(reading.token) and reading.edition == reading.token and bool(text)
    if is_new:
        st.caption(f"Taken from {safe_label(reading.name)}. Please correct what was read wrongly.")
    about_file = reading.remarks if is_new else ()
    checks.draw((*about_file, *page.app.documents.remarks_on_job(text)))


def _draw_other_ways(page: Page, session: InterviewSession, desk: Desk) -> None:
    opens_links = page.app.documents.opens_links
    name = "Or take it from a file or a link" if opens_links else "Or take it from a file"
    ways = st.expander(
        name,
        icon=":material/description:",
        key=f"other_ways_{session.id}",
        on_change="rerun",  # what is inside is there only while it is open
    )
    if ways.open:
        with ways:
            if session.job.description:
                st.caption("What is read here takes the place of the text above.")
            desk.take(Part.JOB, "Job advert (PDF, DOCX or TXT)", partial(_of_file, page))
            if opens_links:
                _draw_link(page, session, desk)
    desk.draw(Part.JOB)


def _draw_link(page: Page, session: InterviewSession, desk: Desk) -> None:
    with st.form(f"link_form_{session.id}", border=False):
        link = st.text_input("Or the link to its page", placeholder="https://example.com/jobs/12")
        asked = st.form_submit_button("Read this page")
    if asked and link and link.strip():
        document = Reading(token=uuid4().hex, name=link.strip())
        desk.begin(Part.JOB, document, _of_link(page, link))


def _of_file(page: Page, data: bytes, name: str) -> Work:
    def work(progress: Progress) -> tuple[str, ...]:
        return page.app.documents.process_job_upload(
            page.owner, page.session_id, data, name, progress
        )

    return work


def _of_link(page: Page, link: str) -> Work:
    def work(progress: Progress) -> tuple[str, ...]:
        return page.app.documents.process_job_link(page.owner, page.session_id, link, progress)

    return work


def _box(page: Page, text: str, edition: str) -> Box:
    return Box(
        part=Part.JOB,
        name=f"job_description_{page.session_id}",
        text=text,
        edition=edition,
        label="Job description",
        placeholder="Paste the whole advert here.",
        store=partial(page.app.documents.process_job_description, page.owner, page.session_id),
    )
