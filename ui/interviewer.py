"""Who asks the questions, and how to let a language model do it."""

from __future__ import annotations

import streamlit as st

from core.bootstrap import Interviewer
from ui import words
from ui.safe import safe_label

_ENGLISH = "en"
_HOW_TO_ADD_A_KEY = """
The built-in interviewer works without a key and without the internet, in English. A language model
asks more freely and knows other languages. To use one:

1. Get a key from [OpenRouter](https://openrouter.ai/keys) or
   [Google AI Studio](https://aistudio.google.com/apikey).
2. Put `OPENROUTER_API_KEY=` or `GEMINI_API_KEY=`, followed by the key, into the file `.env` beside
   `streamlit_app.py`; on Streamlit Community Cloud, into the app's secrets.
3. Start the app again.

With a key, your CV, the job description and your answers are sent to that provider.
"""


def draw(interviewer: Interviewer) -> None:
    st.markdown(f"**Your interviewer:** {safe_label(interviewer.label)}")
    with st.expander("Interviewers and keys", icon=":material/key:"):
        st.markdown(_table(interviewer))
        st.markdown(_HOW_TO_ADD_A_KEY)


def draw_language(interviewer: Interviewer, chosen: str) -> None:
    """Say so where nobody is there who speaks the chosen language, an ISO 639-1 code."""
    if interviewer.is_built_in and chosen != _ENGLISH:
        st.info(
            "This interview is in English: the built-in interviewer speaks no other language. "
            f"Add a key for an interview in {words.language(chosen)}."
        )


def _table(interviewer: Interviewer) -> str:
    rows = ["| Interviewer | Model | State |", "| --- | --- | --- |"]
    for line in interviewer.providers:
        state = "Ready" if line.active else "Not in use"
        reason = f": {safe_label(line.reason, 200)}" if line.reason else ""
        rows.append(f"| {safe_label(line.label)} | {safe_label(line.model)} | {state}{reason} |")
    return "\n".join(rows)
