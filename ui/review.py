"""What went well, what to work on, and how each answer was judged."""

from __future__ import annotations

import streamlit as st

from core.models import AnswerReview, Assessment, InterviewSession, Point, Rating, Story, Suggestion
from ui import words
from ui.safe import safe_label, safe_markdown

_LABEL_LENGTH = 60


def draw_points(assessment: Assessment) -> None:
    """Strengths and weaknesses. Nothing about them where nothing was rated."""
    is_rated = assessment.score.value is not None
    for heading, points, otherwise in (
        ("Strengths", assessment.strengths, "No strength could be shown with your own words yet."),
        ("Weaknesses", assessment.weaknesses, "Nothing stood out."),
    ):
        if points or is_rated:
            st.subheader(heading, anchor=False)
            _draw_all(points, otherwise)


def draw_cv_suggestions(assessment: Assessment) -> None:
    suggestions = assessment.cv_suggestions
    if not suggestions and assessment.score.value is None:
        return
    st.subheader("CV suggestions", anchor=False)
    for suggestion in suggestions:
        _draw_suggestion(suggestion)
    if not suggestions:
        st.markdown("Nothing to suggest.")


def draw_answers(assessment: Assessment, session: InterviewSession) -> None:
    st.subheader("Question by question", anchor=False)
    if assessment.score.value is not None:
        st.caption(
            "Each answer is rated on the levels shown, together with what you said to its "
            "follow-up questions. Fixed rules turn the levels into its score, and the score at "
            "the top is the mean of the rated answers."
        )
    stories = {story.number: story for story in session.stories}
    for review in assessment.answers:
        story = stories.get(review.number)
        with st.expander(_label(review, story)):
            _draw_review(review, story)


def _label(review: AnswerReview, story: Story | None) -> str:
    score = "not rated" if review.score is None else words.out_of_ten(review.score)
    followed = [str(exchange.question.number) for exchange in story.exchanges[1:]] if story else []
    follow_ups = "follow-up" if len(followed) == 1 else "follow-ups"
    name = f"Question {review.number}"
    name += f" with {follow_ups} {words.listed(followed)}" if followed else ""
    return f"**{name}** · {score} · {safe_label(review.question, _LABEL_LENGTH)}"


def _draw_review(review: AnswerReview, story: Story | None) -> None:
    _draw_story(review, story)
    if review.ratings:
        st.markdown(_levels(review.ratings))
    if review.note:
        st.caption(safe_markdown(review.note))
    for heading, points in (("Good", review.strengths), ("Improve", review.improvements)):
        if points:
            st.markdown(f"**{heading}**")
            for point in points:
                _draw_point(point)


def _draw_story(review: AnswerReview, story: Story | None) -> None:
    """What was asked and answered, follow-up by follow-up."""
    said = [(review.number, review.question, review.answer)]
    if story is not None:
        said = [(e.question.number, e.question.content, e.answer) for e in story.exchanges]
    for number, question, answer in said:
        name = "Question" if number == review.number else f"Follow-up, question {number}"
        st.markdown(f"**{name}**\n\n{safe_markdown(question)}")
        st.markdown(f"**Your answer**\n\n{safe_markdown(answer or 'No answer.')}")


def _draw_suggestion(suggestion: Suggestion) -> None:
    lines = [safe_markdown(suggestion.text)]
    lines += [_quote(suggestion.cv_quote, "Your CV")] if suggestion.cv_quote else []
    lines += [_quote(suggestion.job_quote, "The advert")] if suggestion.job_quote else []
    with st.container(border=True):
        st.markdown("\n\n".join(lines))


def _draw_all(points: tuple[Point, ...], otherwise: str) -> None:
    for point in points:
        _draw_point(point, f"Question {point.number}" if point.number else "")
    if not points:
        st.markdown(otherwise)


def _draw_point(point: Point, place: str = "") -> None:
    """`place` says where it belongs, unless the point stands there or names its questions."""
    lines = [safe_markdown(point.text)]
    if point.quote:
        lines.append(_quote(point.quote, place))
    elif place and "(Questions " not in point.text:
        lines.append(f":small[{place}]")
    if point.advice:
        lines.append(f"*Try this:* {safe_markdown(point.advice)}")
    with st.container(border=True):
        st.markdown("\n\n".join(lines))


def _quote(words_said: str, source: str) -> str:
    quote = f"> “{safe_label(words_said, 600)}”"
    return f"{quote}  \n> :small[{source}]" if source else quote


def _levels(ratings: tuple[Rating, ...]) -> str:
    """A list, since a table leaves no room for the reasons on a phone."""
    lines = ["**Level (1 to 5), and why**", ""]
    for rating in ratings:
        because = f"  \n  {safe_label(rating.because, 400)}" if rating.because else ""
        lines.append(f"- {rating.item.label}: **{rating.level:g}**{because}")
    return "\n".join(lines)
