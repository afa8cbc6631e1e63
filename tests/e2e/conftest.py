from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from core.models import OwnerKind, User
from core.repositories.database import Database
from core.repositories.migrate import migrate
from core.repositories.users import UserRepository
from tests.builders import NOW, OWNER
from tests.e2e.browser import CHROMIUM, FLAGS
from tests.e2e.server import Server

WAIT_MS = 45_000  # machines that build and test are slow at times

expect.set_options(timeout=WAIT_MS)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.path.is_relative_to(Path(__file__).parent):
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's Chromium. Without one the tests are skipped, except in CI, where they fail."""
    if not CHROMIUM.exists():
        reason = f"no browser at {CHROMIUM}: install Chromium or set CHROMIUM_PATH"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def built_in(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server without any key, shared by the tests that do not stop it."""
    server = Server(tmp_path_factory.mktemp("built-in")).start()
    yield server
    server.stop()


@pytest.fixture
def make_server(tmp_path: Path) -> Iterator[Callable[..., Server]]:
    """Servers of a test's own, on the test's own data folder."""
    made: list[Server] = []

    def make(**settings: str) -> Server:
        server = Server(tmp_path, **settings).start()
        made.append(server)
        return server

    yield make
    for server in made:
        server.stop()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Database]:
    """The database of the server that `make_server` starts."""
    database = Database(f"sqlite:///{tmp_path / 'interviews.db'}")
    migrate(database)
    UserRepository(database).create(User(OWNER, OwnerKind.LOCAL), NOW)
    yield database
    database.close()


@pytest.fixture
def make_browser(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Pages in browser profiles of their own: each is another person's browser."""
    contexts: list[BrowserContext] = []

    def make(**options: object) -> Page:
        context = browser.new_context(viewport={"width": 1280, "height": 900}, **options)  # type: ignore[arg-type]  # passed on
        context.set_default_timeout(WAIT_MS)
        contexts.append(context)
        return context.new_page()

    yield make
    for context in contexts:
        context.close()


@pytest.fixture
def page(make_browser: Callable[..., Page]) -> Page:
    return make_browser()
