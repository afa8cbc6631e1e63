"""What went well, what to work on, and how each answer was judged."""

from __future__ import annotations

from textwrap import shorten

import streamlit as st

from core.models import AnswerReview, Assessment, InterviewSession, Story, telling
from ui import arithmetic, points, words
from ui.safe import safe_label, safe_markdown

_LABEL_LENGTH = 90


def draw_points(assessment: Assessment) -> None:
    """Strengths and what to work on. Nothing about them where nothing was rated."""
    is_rated = assessment.score.value is not None
    for heading, group, otherwise in (
        ("Strengths", assessment.strengths, telling.NO_STRENGTH),
        ("What to work on", assessment.weaknesses, telling.no_weakness(assessment)),
    ):
        if group or is_rated:
            st.subheader(heading, anchor=False)
            points.draw_all(group, otherwise)


def draw_answers(assessment: Assessment, session: InterviewSession) -> None:
    st.subheader("Question by question", anchor=False)
    st.caption(f"{telling.what_was_asked(session)}.")
    stories = {story.number: story for story in session.stories}
    for review in assessment.answers:
        story = stories.get(review.number)
        with st.expander(_label(review, story)):
            _draw_review(review, story, by_model=bool(assessment.model))


def draw_own_questions(line: str) -> None:
    """What the candidate asked at the end, or which questions to have ready."""
    if line:
        st.subheader("Your own questions", anchor=False)
        st.markdown(safe_markdown(line))


def _label(review: AnswerReview, story: Story | None) -> str:
    score = "not rated" if review.score is None else words.out_of_ten(review.score)
    name = telling.name_of(review.number, story)
    question = shorten(review.question, _LABEL_LENGTH, placeholder="…").replace(".…", " …")
    return f"**{name}** · {score} · {safe_label(question)}"


def _draw_review(review: AnswerReview, story: Story | None, *, by_model: bool) -> None:
    _draw_story(review, story)
    for line in filter(None, (telling.before_follow_ups(review), safe_markdown(review.note))):
        st.caption(line)
    remarks = [safe_markdown(one) for one in telling.remarks_on(review, by_model=by_model)]
    if remarks:
        st.info("\n\n".join(remarks), icon=":material/info:")
    for heading, group in (
        ("Went well", review.strengths),
        ("Could be better", review.improvements),
    ):
        if group:
            st.markdown(f"**{heading}**")
            for point in group:
                points.draw(point)
    arithmetic.draw_steps(review)


def _draw_story(review: AnswerReview, story: Story | None) -> None:
    """What was asked and answered, follow-up by follow-up."""
    if story is None:
        _draw_exchange("Question", review.question, review.answer)
        return
    first, *follow_ups = story.exchanges
    _draw_exchange("Question", review.question, first.answer)
    for exchange in follow_ups:
        asked = exchange.question
        _draw_exchange(f"Follow-up {asked.number}", asked.content, exchange.answer)


def _draw_exchange(name: str, question: str, answer: str) -> None:
    st.markdown(f"**{name}**\n\n{safe_markdown(question)}")
    st.markdown(f"**Your answer**\n\n{safe_markdown(answer or 'No answer.')}")
