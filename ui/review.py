"""What went well, what to work on, and how each answer was judged."""

from __future__ import annotations

import streamlit as st

from core.models import AnswerReview, Assessment, InterviewSession, Story
from ui import arithmetic, points, words
from ui.safe import safe_label, safe_markdown

_LABEL_LENGTH = 60


def draw_points(assessment: Assessment) -> None:
    """Strengths and weaknesses. Nothing about them where nothing was rated."""
    is_rated = assessment.score.value is not None
    for heading, group, otherwise in (
        ("Strengths", assessment.strengths, "No strength could be shown with your own words yet."),
        ("Weaknesses", assessment.weaknesses, "Nothing stood out."),
    ):
        if group or is_rated:
            st.subheader(heading, anchor=False)
            points.draw_all(group, otherwise)


def draw_answers(assessment: Assessment, session: InterviewSession) -> None:
    st.subheader("Question by question", anchor=False)
    stories = {story.number: story for story in session.stories}
    for review in assessment.answers:
        story = stories.get(review.number)
        with st.expander(_label(review, story)):
            _draw_review(review, story, by_model=bool(assessment.model))


def _label(review: AnswerReview, story: Story | None) -> str:
    score = "not rated" if review.score is None else words.out_of_ten(review.score)
    followed = [str(exchange.question.number) for exchange in story.exchanges[1:]] if story else []
    follow_ups = "follow-up" if len(followed) == 1 else "follow-ups"
    name = f"Question {review.number}"
    name += f" with {follow_ups} {words.listed(followed)}" if followed else ""
    return f"**{name}** · {score} · {safe_label(review.question, _LABEL_LENGTH)}"


def _draw_review(review: AnswerReview, story: Story | None, *, by_model: bool) -> None:
    _draw_summary(review, by_model=by_model)
    _draw_story(review, story)
    if review.delivery:
        st.caption(arithmetic.delivery(review.delivery))
    for heading, group in (("Good", review.strengths), ("Improve", review.improvements)):
        if group:
            st.markdown(f"**{heading}**")
            for point in group:
                points.draw(point)
    for lines in _arithmetic(review):
        st.markdown(lines)


def _draw_summary(review: AnswerReview, *, by_model: bool) -> None:
    """The few lines that matter most, before all the words."""
    lines = [arithmetic.both_scores(review)]
    lines += [arithmetic.worth_most(review.gain)] if review.gain else []
    if any(lines):
        st.markdown("  \n".join(filter(None, lines)))
    remarks = arithmetic.remarks(review, by_model=by_model)
    if remarks:
        st.info("\n\n".join(remarks), icon=":material/info:")
    if review.note:
        st.caption(safe_markdown(review.note))


def _draw_story(review: AnswerReview, story: Story | None) -> None:
    """What was asked and answered, follow-up by follow-up."""
    said = [(review.number, review.question, review.answer)]
    if story is not None:
        said = [(e.question.number, e.question.content, e.answer) for e in story.exchanges]
    for number, question, answer in said:
        name = "Question" if number == review.number else f"Follow-up, question {number}"
        st.markdown(f"**{name}**\n\n{safe_markdown(question)}")
        st.markdown(f"**Your answer**\n\n{safe_markdown(answer or 'No answer.')}")


def _arithmetic(review: AnswerReview) -> list[str]:
    lines = [arithmetic.levels(review.ratings)] if review.ratings else []
    return lines + ([arithmetic.steps(review)] if review.steps else [])
