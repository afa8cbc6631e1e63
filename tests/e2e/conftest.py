from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    Page,
    ViewportSize,
    expect,
    sync_playwright,
)

from tests.e2e.browser import CHROMIUM, FLAGS
from tests.e2e.server import Server
from tests.e2e.shelf import Shelf
from tests.fakes.openai_server import ScriptedOpenAI, plays_along

WAIT_MS = 45_000  # machines that build and test are slow at times

WIDE: ViewportSize = {"width": 1280, "height": 900}
KEY = "sk-or-v1-a-made-up-key"
FORGET = "() => { if (location.host) { localStorage.clear(); sessionStorage.clear() } }"

expect.set_options(timeout=WAIT_MS)


@dataclass(frozen=True)
class Led:
    """A server, the scripted model that leads its interviews, and these interviews."""

    server: Server
    model: ScriptedOpenAI
    shelf: Shelf


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
    folder = tmp_path_factory.mktemp("built-in")
    Shelf(folder).database.close()
    server = Server(folder).start()
    yield server
    server.stop()


@pytest.fixture
def shelf(built_in: Server) -> Iterator[Shelf]:
    """The interviews of `built_in`."""
    shelf = Shelf(built_in.folder)
    yield shelf
    shelf.database.close()


@pytest.fixture(scope="session")
def _led(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Led]:
    folder = tmp_path_factory.mktemp("led")
    with ScriptedOpenAI(otherwise=plays_along) as model:
        shelf = Shelf(folder)
        server = Server(folder, OPENROUTER_BASE_URL=model.url, OPENROUTER_API_KEY=KEY).start()
        yield Led(server, model, shelf)
        server.stop()
        shelf.database.close()


@pytest.fixture
def led(_led: Led) -> Led:
    """A server with a model, shared by the tests in which the model never fails."""
    _led.model.forget()
    return _led


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
def own_shelf(tmp_path: Path) -> Iterator[Shelf]:
    """The interviews of the server that `make_server` starts."""
    shelf = Shelf(tmp_path)
    yield shelf
    shelf.database.close()


@pytest.fixture
def make_browser(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Pages in browser profiles of their own: each is another person's browser."""
    contexts: list[BrowserContext] = []

    def make(**options: object) -> Page:
        context = browser.new_context(viewport=WIDE, **options)  # type: ignore[arg-type]  # passed on
        context.set_default_timeout(WAIT_MS)
        contexts.append(context)
        return context.new_page()

    yield make
    for context in contexts:
        context.close()


@pytest.fixture(scope="session")
def _window(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport=WIDE)
    context.set_default_timeout(WAIT_MS)
    yield context.new_page()
    context.close()


@pytest.fixture
def page(_window: Page) -> Iterator[Page]:
    """One window for all tests, emptied after each: a new one takes seconds to warm up."""
    _window.set_viewport_size(WIDE)
    yield _window
    for other in _window.context.pages:
        if other is not _window:
            other.close()
    _window.evaluate(FORGET)
    _window.goto("about:blank")
    _window.emulate_media(color_scheme="null")
