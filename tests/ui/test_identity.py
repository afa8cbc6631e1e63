from __future__ import annotations

import re
from pathlib import Path

import pytest

from core.bootstrap import build_app
from core.config import Access, TestSettings
from tests.pages.screen import open_first_page
from ui import backend, identity

TOKEN = "A-b_" * 10 + "xyz"


@pytest.fixture
def answering(monkeypatch, data_folder):
    """A browser whose storage answers with this; there is no browser in these tests."""
    app = build_app(TestSettings(data_folder=data_folder, access=Access.LINK))
    monkeypatch.setattr(backend, "app", lambda: app)

    def answering(token: object):
        monkeypatch.setattr(identity, "_component", lambda: lambda **_: {"token": token})
        return open_first_page()

    yield answering
    app.close()


@pytest.mark.parametrize("chosen", list(Access))
def test_what_the_operator_has_set_wins_whatever_the_request_says(settings, chosen):
    app = build_app(settings.model_copy(update={"access": chosen}))

    assert identity.access(app) is chosen
    app.close()


def test_a_request_without_any_headers_is_not_taken_for_the_local_person(settings):
    app = build_app(settings.model_copy(update={"access": None}))

    assert identity.access(app) is Access.LINK
    app.close()


def test_a_browsers_token_opens_the_page_and_is_remembered(answering):
    page = answering(TOKEN)

    assert page.button
    assert page.session_state["visitor_token"] == TOKEN


@pytest.mark.parametrize("token", [None, "", "short", TOKEN + "!", "x" * 4000, 7, ["a"]])
def test_anything_but_a_token_is_not_taken_for_one(answering, token):
    page = answering(token)

    assert not page.exception
    assert page.get("skeleton")
    assert not page.button


def test_a_browser_that_blocks_storage_is_told_so(answering):
    page = answering("blocked")

    assert "blocks the storage" in page.warning[0].value
    assert not page.button


def test_the_token_is_made_of_32_random_bytes_in_the_browser_under_a_lock():
    script = Path(identity.__file__).with_name("visitor_token.js").read_text("utf-8")

    assert re.search(r"crypto\.getRandomValues\(new Uint8Array\(32\)\)", script)
    assert "navigator.locks.request" in script
    assert "location" not in script
