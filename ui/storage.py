"""Where the candidate's words are kept."""

from __future__ import annotations

import streamlit as st

from core.bootstrap import App
from core.config import Access
from ui import identity
from ui.safe import safe_label


def draw(app: App) -> None:
    if app.storage.vanishes:
        st.warning(
            "This host does not keep files: your interviews vanish when it restarts. Download "
            "your feedback if you want to keep it."
        )
    with st.expander("Where your words are kept", icon=":material/lock:"):
        if identity.access(app) is Access.LOCAL:
            _draw_folder(app)
        else:
            st.markdown(
                "On the server that runs this page. Only this browser can open your interviews: "
                "if you clear its site data, they can no longer be reached."
            )
        if not app.interviewer.is_built_in:
            st.markdown(
                "Your CV, the job description and your answers are also sent to "
                f"{safe_label(app.interviewer.panel.first_model)}, which leads the interview."
            )
        st.markdown("Deleting an interview deletes every trace of it, files included.")


def _draw_folder(app: App) -> None:
    st.markdown("On this machine, in this folder:")
    st.code(str(app.storage.folder), language=None)
    if app.storage.is_fallback:
        st.warning(
            "This is a fall-back folder, because the app's own folder cannot be written to. Set "
            "DATA_FOLDER to choose another one."
        )
