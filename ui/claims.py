"""What was said against the CV and earlier answers, and what came up of the advert's demands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import streamlit as st

from core.models import Assessment, Clash, Demand, Shown, Wanted
from ui import points
from ui.safe import safe_label, safe_markdown

_NAMES = {
    Shown.EVIDENCED: "shown",
    Shown.PARTLY: "partly shown",
    Shown.SPOKEN_OF: "spoken of",
    Shown.ASKED: "asked but not shown",
    Shown.NOT_ASKED: "not asked",
}
_NEAR = "not asked directly"  # and an answer, or another question, came near it
_QUOTE_LENGTH = 400


def draw_clashes(assessment: Assessment) -> None:
    if not assessment.clashes:
        return
    st.subheader("Worth a second look", anchor=False)
    st.caption("These do not go together. A slip is easily put right, here or in the CV.")
    for clash in assessment.clashes:
        _draw_clash(clash)


def draw_demands(assessment: Assessment) -> None:
    """How far each thing that the advert asks for came up, the must-haves first."""
    demands = assessment.demands
    if not demands:
        return
    printed = {one.cv_quote for one in assessment.cv_suggestions}
    st.subheader("What the advert asks for", anchor=False)
    with st.expander(_counts(demands)):
        for wanted in Wanted:
            group = [one for one in demands if one.wanted is wanted]
            if group:
                lines = [f"**{wanted.value.capitalize()}**", ""]
                for one in group:
                    lines.append(_demand(one, printed))
                    printed |= {one.answer_quote, one.cv_quote, one.job_quote}
                st.markdown("\n".join(lines))


def _counts(demands: Sequence[Demand]) -> str:
    """How many stand how, those that something came near apart from those that nothing did."""
    found = Counter(map(_name, demands))
    *most, nothing = _NAMES.values()
    order = (*most, _NEAR, nothing)
    return " · ".join(f"{found[name]} {name}" for name in order if found[name])


def _name(demand: Demand) -> str:
    is_near = demand.state is Shown.NOT_ASKED and (demand.number or demand.asked)
    return _NEAR if is_near else _NAMES[demand.state]


def _draw_clash(clash: Clash) -> None:
    """Each quote once: most sentences about a clash hold both."""
    against = f"Your answer to question {clash.other}" if clash.other else "Your CV"
    quotes = ((clash.said, f"Your answer to question {clash.number}"), (clash.against, against))
    lines = [
        safe_markdown(clash.text or "These two do not go together."),
        *(points.quoted(q, place) for q, place in quotes if not points.says(clash.text, q)),
    ]
    with st.container(border=True):
        st.markdown("\n\n".join(lines))


def _demand(demand: Demand, printed: set[str]) -> str:
    """One line of a list, with what shows it below. Quotes in `printed` stand further up."""
    written = "; your CV shows it" if demand.cv_quote else ""
    note = f" {safe_label(demand.note)}" if demand.note else ""
    is_named = points.says(demand.name, demand.job_quote)
    quotes = (
        ("" if demand.answer_quote in printed else demand.answer_quote, "your answer"),
        ("" if demand.cv_quote in printed else demand.cv_quote, "your CV"),
        ("" if is_named or demand.job_quote in printed else demand.job_quote, "the advert"),
    )
    lines = [f"- **{safe_label(demand.name)}**: {demand.standing}{written}.{note}"]
    lines += [
        f"  :small[“{safe_label(quote, _QUOTE_LENGTH)}” ({source})]"
        for quote, source in quotes
        if quote
    ]
    return "  \n".join(lines)
