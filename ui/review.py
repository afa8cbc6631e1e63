"""What went well, what to work on, and how each answer was judged."""

from __future__ import annotations

import streamlit as st

from core.models import AnswerReview, Assessment, Point, Rating, Suggestion
from ui import words
from ui.safe import safe_label, safe_markdown


def draw_points(assessment: Assessment) -> None:
    st.subheader("Strengths", anchor=False)
    _draw_all(assessment.strengths, "No strength could be shown with your own words yet.")
    st.subheader("Weaknesses", anchor=False)
    _draw_all(assessment.weaknesses, "Nothing stood out.")


def draw_cv_suggestions(suggestions: tuple[Suggestion, ...]) -> None:
    st.subheader("CV suggestions", anchor=False)
    for suggestion in suggestions:
        lines = [safe_markdown(suggestion.text)]
        lines += [_quote(suggestion.cv_quote, "Your CV")] if suggestion.cv_quote else []
        lines += [_quote(suggestion.job_quote, "The advert")] if suggestion.job_quote else []
        with st.container(border=True):
            st.markdown("\n\n".join(lines))
    if not suggestions:
        st.markdown("Nothing to suggest.")


def draw_answers(reviews: tuple[AnswerReview, ...]) -> None:
    st.subheader("Question by question", anchor=False)
    st.caption(
        "Each answer is rated on the levels shown. Fixed rules turn them into its score, and the "
        "overall score is the mean of the rated answers."
    )
    for review in reviews:
        score = "not rated" if review.score is None else words.out_of_ten(review.score)
        with st.expander(f"{review.number}. {safe_label(review.question)} · {score}"):
            _draw_review(review)


def _draw_review(review: AnswerReview) -> None:
    st.markdown(f"**Question**\n\n{safe_markdown(review.question)}")
    st.markdown(f"**Your answer**\n\n{safe_markdown(review.answer or 'No answer.')}")
    if review.ratings:
        st.markdown(_table(review.ratings))
    if review.note:
        st.caption(safe_markdown(review.note))
    for heading, points in (("Good", review.strengths), ("Improve", review.improvements)):
        if points:
            st.markdown(f"**{heading}**")
            _draw_all(points, "")


def _draw_all(points: tuple[Point, ...], otherwise: str) -> None:
    for point in points:
        lines = [safe_markdown(point.text)]
        lines += [_quote(point.quote, _place(point))] if point.quote else []
        lines += [f"*Try this:* {safe_markdown(point.advice)}"] if point.advice else []
        with st.container(border=True):
            st.markdown("\n\n".join(lines))
    if not points:
        st.markdown(otherwise)


def _place(point: Point) -> str:
    return f"Question {point.number}" if point.number else "You"


def _quote(words_said: str, source: str) -> str:
    return f"> “{safe_label(words_said, 600)}”  \n> :small[{source}]"


def _table(ratings: tuple[Rating, ...]) -> str:
    rows = ["| Rated | Level | Why |", "| --- | --- | --- |"]
    for rating in ratings:
        because = safe_label(rating.because, 400)
        rows.append(f"| {rating.item.label} | {rating.level:g} of 5 | {because} |")
    return "\n".join(rows)
