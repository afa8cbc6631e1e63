"""A visitor's own keys: typed in here, kept for this browser session, and forgotten with it."""

from __future__ import annotations

import streamlit as st

from core.bootstrap import Interviewer, State
from core.models import telling
from ui import backend, failures, state

_PROVIDER, _KEY, _MODEL = "own_key_provider", "own_key", "own_key_model"
_HERE = "own keys"
_WHY = """
The built-in interviewer works without a key and without the internet, in English. A language model
asks more freely and knows other languages. To use one, get a key from
[OpenRouter](https://openrouter.ai/keys), [Google AI Studio](https://aistudio.google.com/apikey) or
[OpenAI](https://platform.openai.com/api-keys), and paste it here.
"""
_WHERE_IT_GOES = """
Your key goes to the server that runs this page, and from there to its provider only. It is kept in
memory for this browser session and written down nowhere: reload or close this page, or restart the
app, and it is gone. Your CV, the job description and your answers are sent to the provider as well.
"""
_FOR_GOOD = """
To keep a key for good, set `OPENROUTER_API_KEY`, `GEMINI_API_KEY` or `OPENAI_API_KEY` in the file
`.env` beside `streamlit_app.py`; on Streamlit Community Cloud, in the app's secrets. Then start the
app again. Everybody who uses the app then uses that key.
"""


def draw(interviewer: Interviewer) -> None:
    st.markdown("**Use a key of your own**")
    st.markdown(_WHY)
    _draw_form(interviewer)
    failures.beside(_HERE, _KEY)
    _draw_own(interviewer)
    st.caption(_WHERE_IT_GOES)
    st.caption(_FOR_GOOD)


def _draw_form(interviewer: Interviewer) -> None:
    labels = {status.name: status.label for status in interviewer.open_to_keys}
    with st.form("own_key_form"):
        st.radio(
            "Whose key is it?",
            list(labels),
            format_func=lambda name: labels[name],
            horizontal=True,
            key=_PROVIDER,
        )
        st.text_input("Key", type="password", autocomplete="off", key=_KEY)
        st.text_input("Model (optional)", placeholder="Empty: the usual one", key=_MODEL)
        st.form_submit_button("Use this key", on_click=_take, args=(interviewer,))


def _draw_own(interviewer: Interviewer) -> None:
    typed = [seat for seat in interviewer.panel.seats if seat.has_typed_key]
    own = [seat.provider.label for seat in typed]
    if any(seat.state is State.KEY_REFUSED for seat in typed):
        st.warning("A key that you typed was not accepted. Please type another one.")
    elif own:
        kept = f"key for {own[0]} is" if len(own) == 1 else f"keys for {telling.listed(own)} are"
        st.success(
            f"Your {kept} kept for this browser session. Press Test connection above to try it."
        )
    if own:
        st.button("Forget my keys", on_click=_forget)


def _take(interviewer: Interviewer) -> None:
    with failures.kept(_HERE, _KEY):
        provider, model = state.typed(_PROVIDER), state.typed(_MODEL)
        state.keep_key(interviewer.accept(provider, state.typed(_KEY), model))
        state.empty(_KEY)
        state.empty(_MODEL)


def _forget() -> None:
    state.forget_keys()
    state.forget_failure(_HERE, _KEY)
    backend.forget_keys()
