"""What was said against the CV and earlier answers, and what came up of the advert's demands."""

from __future__ import annotations

import streamlit as st

from core.models import Assessment, Clash, Demand, Shown
from ui import points, words
from ui.safe import safe_label, safe_markdown

_NAMES = {
    Shown.EVIDENCED: "shown",
    Shown.ASKED: "asked but not shown",
    Shown.NOT_ASKED: "not asked",
}
_QUOTE_LENGTH = 400


def draw_clashes(assessment: Assessment) -> None:
    if not assessment.clashes:
        return
    st.subheader("Worth a second look", anchor=False)
    st.caption("These do not go together. A slip is easily put right, here or in the CV.")
    for clash in assessment.clashes:
        _draw_clash(clash)


def draw_demands(assessment: Assessment) -> None:
    """How far each must-have of the advert came up."""
    demands = assessment.demands
    if not demands:
        return
    groups = {state: [one for one in demands if one.state is state] for state in Shown}
    counts = [f"{len(group)} {_NAMES[state]}" for state, group in groups.items() if group]
    st.subheader("What the advert asks for", anchor=False)
    with st.expander(" · ".join(counts)):
        for state, group in groups.items():
            if group:
                lines = [f"**{_NAMES[state].capitalize()}**", "", *map(_demand, group)]
                st.markdown("\n".join(lines))


def _draw_clash(clash: Clash) -> None:
    against = f"Your answer to question {clash.other}" if clash.other else "Your CV"
    lines = [
        safe_markdown(clash.text or "These two do not go together."),
        points.quoted(clash.said, f"Your answer to question {clash.number}"),
        points.quoted(clash.against, against),
    ]
    with st.container(border=True):
        st.markdown("\n\n".join(lines))


def _demand(demand: Demand) -> str:
    """One line of a list, with what shows it below."""
    asked = f" · {words.questions(demand.asked)}" if demand.asked else ""
    quotes = (
        (demand.answer_quote, f"question {demand.number}" if demand.number else "your answer"),
        (demand.cv_quote, "your CV"),
        (demand.job_quote, "the advert"),
    )
    lines = [f"- {safe_label(demand.name)}{asked}"]
    lines += [
        f"  :small[“{safe_label(quote, _QUOTE_LENGTH)}” ({source})]"
        for quote, source in quotes
        if quote
    ]
    return "  \n".join(lines)
