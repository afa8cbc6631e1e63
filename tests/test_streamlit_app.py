from __future__ import annotations

import streamlit as st
from streamlit.testing.v1 import AppTest

from tests.pages.screen import ANSWER, ENTRANCE, button


def test_the_real_program_runs_from_the_first_page_to_the_score(monkeypatch, tmp_path):
    """Without fixtures: the app that the pages build for themselves."""
    st.cache_resource.clear()
    monkeypatch.setenv("ACCESS", "local")
    monkeypatch.setenv("DATA_FOLDER", str(tmp_path))
    monkeypatch.setenv("APP_ENV", "test")
    page = AppTest.from_file(str(ENTRANCE), default_timeout=15).run()

    button(page, "Try it with a sample CV").click().run()
    button(page, "Start interview").click().run()
    page.chat_input[0].set_value(ANSWER).run()
    button(page, "Finish now").click().run()

    assert not page.exception
    assert [metric.label for metric in page.metric] == ["Overall score"]
