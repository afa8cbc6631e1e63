from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from core.bootstrap import App
from core.models import InterviewSession
from tests.pages.screen import ANSWER, ENTRANCE
from ui import backend

OpenPage = Callable[..., AppTest]


@pytest.fixture(autouse=True)
def _fresh_caches(known_components: None) -> Iterator[None]:
    st.cache_resource.clear()
    yield
    st.cache_resource.clear()


@pytest.fixture
def open_page(app: App, monkeypatch: pytest.MonkeyPatch) -> OpenPage:
    """Open one page by direct link, with this in the browser session's state."""
    monkeypatch.setattr(backend, "app", lambda: app)

    def open_page(
        path: str, session_id: str | None = None, of: App | None = None, **state: object
    ) -> AppTest:
        if of is not None:
            monkeypatch.setattr(backend, "app", lambda: of)
        page = AppTest.from_file(str(ENTRANCE), default_timeout=15)
        if path != ENTRANCE.name:
            page.switch_page(path)
        if session_id is not None:
            page.query_params["session"] = session_id
        for key, value in state.items():
            page.session_state[key] = value
        return page.run()

    return open_page


@pytest.fixture
def prepared(app: App) -> InterviewSession:
    """An interview with CV and job description, not started."""
    return app.sessions.create_sample_session("local")


@pytest.fixture
def started(app: App, prepared: InterviewSession) -> InterviewSession:
    """An interview whose first question is open."""
    return app.interviews.start_interview("local", prepared.id)


@pytest.fixture
def finished(app: App, started: InterviewSession) -> InterviewSession:
    """An interview that was finished early after one answer."""
    app.interviews.submit_answer("local", started.id, 1, ANSWER)
    return app.interviews.finish_early("local", started.id)
