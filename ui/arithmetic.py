"""How the score comes about: the answers' scores, their mean, and the steps to each of them."""

from __future__ import annotations

import streamlit as st

from core.models import AnswerReview, Assessment, delivery, explaining, reckoning
from ui.safe import safe_label, safe_markdown


def draw(assessment: Assessment) -> None:
    """Folded: the table that the score is read from. Nothing where nothing was rated."""
    if assessment.score.value is None:
        return
    reviews = assessment.answers
    with st.expander(reckoning.THE_SCORE, icon=":material/calculate:"):
        st.markdown("\n\n".join(map(safe_markdown, explaining.explanation_of(assessment))))
        st.markdown(reckoning.table(tuple(reckoning.score_rows(reviews))))
        st.caption("The levels and the steps stand with each answer above.")


def draw_delivery(assessment: Assessment) -> None:
    """Folded: what stood out in how the answers were spoken, if anything did."""
    rows = delivery.rows_of(assessment.answers)
    if rows:
        with st.expander(delivery.SPOKEN, icon=":material/graphic_eq:"):
            st.markdown(reckoning.table(rows))
            st.caption(delivery.meanings(assessment.answers))


def draw_steps(review: AnswerReview) -> None:
    """Folded: from the levels of one answer to its score."""
    lines = reckoning.lines_of(review)
    if not lines:
        return
    name = "The levels" if review.score is None else f"How {review.score:.1f} comes about"
    with st.expander(name, type="compact"):
        st.markdown("\n".join((*map(_line, lines), *_total(review))))


def _line(line: reckoning.Line) -> str:
    """A list, since a table leaves no room for the reasons on a phone."""
    points = "" if line.points is None else f": **{reckoning.signed(line.points)}**"
    because = f"  \n  {safe_label(line.because, 400)}" if line.because else ""
    return f"- {safe_label(line.name, 200)}{points}{because}"


def _total(review: AnswerReview) -> list[str]:
    lines = [f"- **{total}**"] if (total := reckoning.total_of(review)) else []
    if review.gain and review.gain.is_worth_telling:
        lines.append(f"- {safe_markdown(reckoning.worth_most(review.gain))}")
    return lines
