"""What a rerun of the interview page costs, against a page that only draws the same elements."""

from __future__ import annotations

import os
import tempfile
import time
from pathlib import Path
from statistics import median

from streamlit.testing.v1 import AppTest

from benchmarks.figures import Figure

ROOT = Path(__file__).parent.parent
ROUNDS = 25
LIMIT = 2.0
ANSWER = "In March I checked every chart, moved one drawer, and the near misses fell to none."

# The same elements with nothing behind them: no interview is read, nobody is identified.
BARE = """
import streamlit as st
st.set_page_config(page_title="Bare")
with st.sidebar:
    for number in range(6):
        st.page_link("https://example.com", label=f"Page {number}")
st.title("Interview")
st.caption("Job at company")
for number in range(5):
    with st.chat_message("assistant"):
        st.markdown("Question?")
        with st.expander("Why this question?", type="compact"):
            st.caption("Because.")
            st.caption("Quote.")
    if number < 4:
        st.chat_message("user").markdown("Answer.")
st.caption("Next question: somebody")
with st.bottom:
    st.progress(0.5)
    with st.container(horizontal=True):
        st.markdown("Question 5 of 8")
        st.button("Skip this question", type="tertiary")
        st.button("Finish early and get feedback", type="tertiary")
st.chat_input("Type your answer")
"""


def measure() -> Figure:
    """CPU seconds of a rerun, interleaved, medians. The page reads its interview from SQLite."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {"ACCESS": "local", "DATA_FOLDER": folder, "APP_ENV": "test"}
        ours, bare = _interview(), AppTest.from_string(BARE).run()
        pairs = [(_cpu(ours), _cpu(bare)) for _ in range(ROUNDS)]
    ratio = median(ours for ours, _ in pairs) / median(bare for _, bare in pairs)
    return Figure("rerun of the interview page / of a page with the same elements", ratio, LIMIT)


def _interview() -> AppTest:
    page = AppTest.from_file(str(ROOT / "streamlit_app.py"), default_timeout=30).run()
    _press(page, "Try it with a sample CV")
    _press(page, "Start interview")
    for _ in range(4):
        page.chat_input[0].set_value(ANSWER).run()
    return page


def _press(page: AppTest, label: str) -> None:
    next(button for button in page.button if button.label == label).click().run()


def _cpu(page: AppTest) -> float:
    before = time.process_time()
    page.run()
    return time.process_time() - before
