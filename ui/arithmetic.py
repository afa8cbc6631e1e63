"""How the score comes about: the answers' scores, their mean, and the steps to each of them."""

from __future__ import annotations

from statistics import fmean

import streamlit as st

from core.models import AnswerReview, Assessment, Delivery, Gain, Rating, Step
from ui import words
from ui.safe import safe_label, safe_markdown

_RULE = (
    "Each answer is rated on levels from 1 to 5, together with what you said to its follow-up "
    "questions. Fixed rules turn the levels into its score, and the score at the top is the mean "
    "of the rated answers. The levels and the steps stand below, with each answer."
)

_BEFORE_PROBES = (
    "The model rates an answer as a whole. What your follow-up answers added to its levels is "
    "measured by the built-in assessor and taken off again for the score unaided."
)


def draw(assessment: Assessment) -> None:
    """The table that the score is read from. Nothing where nothing was rated."""
    if assessment.score.value is None:
        return
    reviews = assessment.answers
    with st.expander("How this score comes about", icon=":material/calculate:"):
        st.markdown(_table(reviews))
        st.markdown("\n\n".join(_explanation(reviews, by_model=bool(assessment.model))))


def remarks(review: AnswerReview, *, by_model: bool) -> list[str]:
    """What has to be known of how this answer was rated."""
    lines = [safe_markdown(flag) for flag in review.flags]
    if review.other is not None and review.score is not None:
        ours, theirs = ("model", "built-in assessor")[:: 1 if by_model else -1]
        lines.append(
            f"The {ours} gives {review.score:.1f}, the {theirs} {review.other:.1f}. "
            "They differ widely, so look at the levels yourself."
        )
    if review.spread:
        lines.append(
            f"The model's runs disagree, by up to {_count(review.spread, 'level')}. "
            "Take this score as a rough one."
        )
    return lines


def both_scores(review: AnswerReview) -> str:
    """The score unaided and after follow-ups; an empty text where there were none."""
    if review.unaided is None or review.score is None:
        return ""
    return f"**Unaided** {review.unaided:.1f} · **after follow-ups** {review.score:.1f}"


def worth_most(gain: Gain) -> str:
    return f"**Worth most:** {safe_markdown(gain.change)}, {words.points(gain.points)}"


def levels(ratings: tuple[Rating, ...]) -> str:
    """A list, since a table leaves no room for the reasons on a phone."""
    lines = ["**Level (1 to 5), and why**", ""]
    for rating in ratings:
        because = f"  \n  {safe_label(rating.because, 400)}" if rating.because else ""
        lines.append(f"- {rating.item.label}: **{rating.level:g}**{because}")
    return "\n".join(lines)


def steps(review: AnswerReview) -> str:
    """From the levels to the score."""
    lines = ["**From the levels to the score**", "", *map(_step, review.steps)]
    if review.score is not None:
        lines.append(f"- **Score of this answer: {review.score:.1f}**")
    return "\n".join(lines)


def delivery(how: Delivery) -> str:
    facts = [_count(how.words, "word")]
    facts += [_count(how.fillers, "filler") + " such as “um”"] if how.fillers else []
    facts += [f"{how.a_sentence:.0f} words in a sentence"] if how.a_sentence else []
    return f"Not part of the score: {', '.join(facts)}."


def _table(reviews: tuple[AnswerReview, ...]) -> str:
    """Hardly more than figures, so that it fits a phone."""
    has_unaided = any(review.unaided is not None for review in reviews)
    head = ["Answer", "Unaided", "After follow-ups"] if has_unaided else ["Answer", "Score"]
    rows = [head, [":---", *("---:" for _ in head[1:])]]
    for review in reviews:
        name = f"Question {review.number}"
        unaided = "" if review.unaided is None else f"{review.unaided:.1f}"
        score = "not rated" if review.score is None else f"{review.score:.1f}"
        rows.append([name, unaided, score] if has_unaided else [name, score])
    rated = _rated(reviews)
    if rated:
        mean = [f"**Mean of {_count(len(rated), 'rated answer')}**", f"**{fmean(rated):.1f}**"]
        rows.append([mean[0], "", mean[1]] if has_unaided else mean)
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _explanation(reviews: tuple[AnswerReview, ...], *, by_model: bool) -> list[str]:
    lines = [_RULE]
    if by_model and any(review.unaided is not None for review in reviews):
        lines.append(_BEFORE_PROBES)
    gains = [(review.gain, review.number) for review in reviews if review.gain]
    if gains:
        gain, number = max(gains, key=lambda pair: pair[0].points)
        lines.append(f"{worth_most(gain)} on question {number}.")
    return lines


def _rated(reviews: tuple[AnswerReview, ...]) -> list[float]:
    return [review.score for review in reviews if review.score is not None]


def _step(step: Step) -> str:
    return f"- {safe_label(step.label, 200)}: {words.points(step.points)}"


def _count(number: float, name: str) -> str:
    return f"{number:g} {name}" if number == 1 else f"{number:g} {name}s"
