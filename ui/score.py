"""The overall score, with its band, who gave it, and what to do next time."""

from __future__ import annotations

import streamlit as st

from core.models import Assessment, Feedback, Score
from ui import words
from ui.safe import safe_label, safe_markdown


def draw(feedback: Feedback) -> None:
    assessment = feedback.assessment
    _draw_value(assessment)
    day = words.day(feedback.created_at)
    by = f"Assessed by {assessor(assessment)} on {day}{_runs(assessment)}."
    st.caption(f"{_band(assessment.score)}{by}")
    if assessment.notice:
        st.info(safe_markdown(assessment.notice), icon=":material/info:")
    if assessment.next_time:
        with st.container(border=True):
            st.markdown(f"**Next time**\n\n{safe_markdown(assessment.next_time)}")


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


def _band(score: Score) -> str:
    """How far the score can be trusted, in words; an empty text where there is none."""
    if score.value is None or score.low is None or score.high is None:
        return ""
    answers = "one rated answer" if score.rated == 1 else f"{score.rated} rated answers"
    off = max(score.value - score.low, score.high - score.value)
    band = f"With {answers} the score can be off by about {off:.1f} either way"
    return f"{band}, so it is provisional. " if score.provisional else f"{band}. "
