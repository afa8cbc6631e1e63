"""The overall score, with its band, who gave it, and what to do next time."""

from __future__ import annotations

import streamlit as st

from core.models import Assessment, Feedback, telling
from ui import words
from ui.safe import safe_label, safe_markdown


def draw(feedback: Feedback) -> None:
    assessment = feedback.assessment
    _draw_value(assessment)
    if assessment.next_time:
        with st.container(border=True):
            st.markdown(f"**Next time**\n\n{safe_markdown(assessment.next_time)}")
    _draw_origin(assessment, words.day(feedback.created_at))


def _draw_origin(assessment: Assessment, day: str) -> None:
    """Who assessed it. Only what is not the usual case stands out."""
    if telling.is_plain_estimate(assessment):
        notice = safe_markdown(assessment.notice)
        st.caption(f"Assessed by the built-in assessor on {day}. {notice}")
        return
    st.caption(f"Assessed by {assessor(assessment)} on {day}{_runs(assessment)}.")
    if assessment.notice:
        st.info(safe_markdown(assessment.notice), icon=":material/info:")


def assessor(assessment: Assessment) -> str:
    by = f"{safe_label(assessment.provider)} · {safe_label(assessment.model)}"
    return by if assessment.model else "the built-in assessor (a practice estimate)"


def _runs(assessment: Assessment) -> str:
    return f", in {assessment.samples} runs" if assessment.samples > 1 else ""


def _draw_value(assessment: Assessment) -> None:
    score = assessment.score
    if score.value is None:
        st.metric("Overall score", "No score")
        st.markdown(safe_markdown(score.reason or "Nothing could be rated."))
        return
    st.metric("Overall score", words.out_of_ten(score.value))
    st.markdown(telling.band_of(score))
