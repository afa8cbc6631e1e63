from __future__ import annotations

import pytest

from core.bootstrap import build_app
from core.config import Access, TestSettings
from core.exceptions import ConfigurationError
from tests.pages.screen import links, shown
from ui import backend

ALL = ["streamlit_app.py", *(f"pages/{name}.py" for name in ("dashboard", "setup"))]
OF_ONE_INTERVIEW = [f"pages/{name}.py" for name in ("upload", "interview", "feedback")]
TOKEN = "a" * 43


@pytest.mark.parametrize("path", OF_ONE_INTERVIEW)
def test_a_page_without_an_interview_says_so_and_offers_the_way_back(open_page, path):
    page = open_page(path)

    assert not page.exception
    assert "No interview is open here." in page.info[0].value
    assert {"Dashboard", "New interview"} <= set(links(page))


@pytest.mark.parametrize("path", OF_ONE_INTERVIEW)
def test_a_page_with_an_unknown_interview_says_so_and_offers_the_way_back(open_page, path):
    page = open_page(path, "nowhere")

    assert not page.exception
    assert "was not found" in page.info[0].value
    assert {"Dashboard", "New interview"} <= set(links(page))


@pytest.mark.parametrize("path", OF_ONE_INTERVIEW)
def test_somebody_elses_interview_looks_like_one_that_does_not_exist(app, open_page, path):
    other = app.visitors.anonymous(TOKEN)
    theirs = app.sessions.create_sample_session(other.id)

    page = open_page(path, theirs.id)

    assert shown(page) == shown(open_page(path, "nowhere"))


@pytest.mark.parametrize("path", [*ALL, *OF_ONE_INTERVIEW])
def test_every_page_opens_by_direct_link(open_page, prepared, path):
    page = open_page(path, prepared.id)

    assert not page.exception
    assert page.title


@pytest.mark.parametrize("path", [*ALL, *OF_ONE_INTERVIEW])
def test_a_page_waits_for_the_browsers_token_and_says_nothing_before(
    open_page, monkeypatch, data_folder, path
):
    app = build_app(TestSettings(data_folder=data_folder, access=Access.LINK))
    monkeypatch.setattr(backend, "app", lambda: app)

    page = open_page(path, "nowhere")

    assert not page.exception
    assert page.get("skeleton")
    assert not page.info
    app.close()


def test_each_browser_sees_its_own_interviews_only(open_page, monkeypatch, data_folder):
    app = build_app(TestSettings(data_folder=data_folder, access=Access.LINK))
    mine = app.sessions.create_sample_session(app.visitors.anonymous(TOKEN).id)
    monkeypatch.setattr(backend, "app", lambda: app)

    here = open_page("pages/upload.py", mine.id, visitor_token=TOKEN)
    there = open_page("pages/upload.py", mine.id, visitor_token="b" * 43)

    assert here.text_area
    assert "was not found" in there.info[0].value
    app.close()


def test_nobody_is_taken_for_the_local_person_without_a_request(
    open_page, monkeypatch, data_folder
):
    app = build_app(TestSettings(data_folder=data_folder, access=None))
    monkeypatch.setattr(backend, "app", lambda: app)

    page = open_page("pages/dashboard.py")

    assert page.get("skeleton")
    app.close()


def test_an_installation_that_cannot_start_says_why(open_page, monkeypatch):
    def broken():
        raise ConfigurationError("Set DATA_FOLDER to a folder that can be written to.")

    monkeypatch.setattr(backend, "app", broken)

    page = open_page("streamlit_app.py")

    assert page.error[0].value == "Set DATA\\_FOLDER to a folder that can be written to."
