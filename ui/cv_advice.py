"""What to do with the CV, grouped by what each piece of advice is about."""

from __future__ import annotations

import streamlit as st

from core.models import Advice, Assessment, Suggestion
from ui import points
from ui.safe import safe_markdown

_HINTS = {
    Advice.NOT_FOUND: "The advert asks for these. Add one only if it is true.",
    Advice.SAID: "You said these in the interview. Where they are true, they can stand in the CV.",
    Advice.LINE: "Lines that can say more. A rewrite holds only what stands there; "
    "fill in the \\[slots\\] or leave them out.",
}
_LABELS = {
    Advice.FOUND: "Asked for, and found in your CV",
    Advice.NOT_FOUND: "Asked for, not found in your CV",
    Advice.SAID: "Said in the interview, not found in your CV",
    Advice.LINE: "Lines of your CV",
}


def draw(assessment: Assessment) -> None:
    suggestions = assessment.cv_suggestions
    if not suggestions and assessment.score.value is None:
        return
    st.subheader("CV suggestions", anchor=False)
    for kind, label in _LABELS.items():
        group = [one for one in suggestions if one.kind is kind]
        if group:
            with st.expander(f"{label} · {len(group)}"):
                _draw_group(group, _HINTS.get(kind, ""))
    _draw_group([one for one in suggestions if one.kind is Advice.OTHER], "")
    if not suggestions:
        st.markdown("Nothing to suggest.")


def _draw_group(group: list[Suggestion], hint: str) -> None:
    if hint:
        st.caption(hint)
    for suggestion in group:
        with st.container(border=True):
            st.markdown("\n\n".join(_lines(suggestion)))


def _lines(suggestion: Suggestion) -> list[str]:
    place = f"Your answer to question {suggestion.number}" if suggestion.number else "Your answer"
    quotes = (
        (suggestion.cv_quote, "Your CV"),
        (suggestion.answer_quote, place),
        (
            "" if points.says(suggestion.text, suggestion.job_quote) else suggestion.job_quote,
            "The advert",
        ),
    )
    lines = [safe_markdown(suggestion.text)]
    lines += [points.quoted(quote, source) for quote, source in quotes if quote]
    if suggestion.rewrite:
        lines += [f"*For example*{points.slots_in(suggestion.rewrite)}:"]
        lines += [points.reworded(suggestion.rewrite)]
    return lines
