from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from core.bootstrap import App, build_app
from core.config import TestSettings
from core.models import InterviewSession
from tests.databases import Template
from tests.pages.screen import ANSWER, ENTRANCE
from ui import backend

OpenPage = Callable[..., AppTest]
Play = Callable[[App], InterviewSession]


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


def begin(app: App) -> InterviewSession:
    prepared = app.sessions.create_sample_session("local")
    return app.interviews.start_interview("local", prepared.id)


def answer_once_and_finish(app: App) -> InterviewSession:
    started = begin(app)
    app.interviews.submit_answer("local", started.id, 1, ANSWER)
    return app.interviews.finish_early("local", started.id)


@pytest.fixture(scope="session")
def database_after(
    empty_database: Template, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Callable[[Play], str]]:
    """The address of a database in which this was played. It is played once and then copied."""
    played: dict[Play, str] = {}

    def database_after(play: Play) -> str:
        if play not in played:
            folder = tmp_path_factory.mktemp(play.__name__)
            played[play] = empty_database.copy(folder)
            app = build_app(TestSettings(data_folder=folder, database_url=played[play]))
            app.visitors.local()
            play(app)
            app.close()
        return played[play]

    yield database_after
    for url in played.values():
        empty_database.discard(url)


@pytest.fixture
def database_url(
    request: pytest.FixtureRequest,
    data_folder: Path,
    empty_database: Template,
    database_after: Callable[[Play], str],
) -> Iterator[str]:
    """As far as the interview has come that the test asks for."""
    plays = {"finished": answer_once_and_finish, "started": begin}
    wanted = [play for name, play in plays.items() if name in request.fixturenames]
    url = empty_database.copy(data_folder, database_after(wanted[0]) if wanted else "")
    yield url
    empty_database.discard(url)


@pytest.fixture
def prepared(app: App) -> InterviewSession:
    """An interview with CV and job description, not started."""
    return app.sessions.create_sample_session("local")


@pytest.fixture
def started(app: App) -> InterviewSession:
    """An interview whose first question is open."""
    return the_only_one(app)


@pytest.fixture
def finished(app: App) -> InterviewSession:
    """An interview that was finished early after one answer."""
    return the_only_one(app)


def the_only_one(app: App) -> InterviewSession:
    [summary] = app.sessions.recent("local")
    return app.sessions.get_session("local", summary.id)
