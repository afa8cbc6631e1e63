"""Which assessment is on screen: each one that was given is kept and can be opened."""

from __future__ import annotations

import streamlit as st

from core.bootstrap import Change
from core.models import Feedback
from ui import score, words
from ui.layout import Page


def choose(history: tuple[Feedback, ...]) -> Feedback:
    """The version to draw: the latest one unless another is chosen."""
    if len(history) == 1:
        return history[0]
    newest_first = tuple(reversed(history))
    # A new version gets a new widget, so that it is what is seen first.
    key = f"version_{newest_first[0].session_id}_{newest_first[0].version}"
    names = {one.version: _name(one) for one in newest_first}
    version = st.selectbox("Assessment", list(names), format_func=names.__getitem__, key=key)
    chosen = next(one for one in newest_first if one.version == version)
    _draw_stand_in(chosen, newest_first)
    return chosen


def _name(feedback: Feedback) -> str:
    made = feedback.assessment
    by = f"{made.provider} · {made.model}" if made.model else "practice estimate"
    day = words.day(feedback.created_at)
    return f"Version {feedback.version} · {words.overall(made.score)} · {by} · {day}"


def _draw_stand_in(chosen: Feedback, newest_first: tuple[Feedback, ...]) -> None:
    """Say where a model's assessment is while one without a model is on screen."""
    if chosen.assessment.model:
        return
    by_model = next((one for one in newest_first if one.assessment.model), None)
    if by_model:
        who = score.assessor(by_model.assessment)
        told = words.overall(by_model.assessment.score)
        st.info(
            f"The assessment by {who} is kept as version {by_model.version}: {told}. "
            "Open it in the list above.",
            icon=":material/history:",
        )


def draw_changes(page: Page, drawn: Feedback) -> None:
    """What is different from the version before the one on screen."""
    if drawn.version == 1:
        return
    changes = page.app.feedback.changes(page.owner, drawn.session_id, drawn.version)
    with st.expander(f"What changed since version {drawn.version - 1}", icon=":material/compare:"):
        st.markdown("\n".join(map(_change, changes)) or "No score changed.")
        if any(change.within for change in changes):
            st.caption("A small difference is within what such a score can be off by.")


def _change(change: Change) -> str:
    name = f"Question {change.number}" if change.number else "Overall"
    small = ", a small difference" if change.within else ""
    return f"- **{name}:** {_value(change.before)} → {_value(change.after)}{small}"


def _value(score_given: float | None) -> str:
    return "not rated" if score_given is None else f"{score_given:.1f}"
