"""Servers that send back the keys that they were sent, wherever a server can."""

from __future__ import annotations

import logging
import traceback
from collections.abc import Callable, Iterator
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from pydantic import SecretStr
from streamlit.testing.v1 import AppTest

from core.ai.redaction import MaskedConsole
from core.ai.roster import Roster
from core.bootstrap import App, build_app, start_logging
from core.config import TestSettings
from core.exceptions import ProviderError
from tests.fakes import gemini_server, openai_server
from tests.fakes.gemini_server import ScriptedGemini
from tests.fakes.interviewer import play
from tests.fakes.openai_server import ScriptedOpenAI
from tests.fakes.replies import Reply, refuses
from tests.fakes.server import Received
from tests.pages.screen import ANSWER, button, shown
from tests.pages.test_keys import type_in

TYPED, CONFIGURED = "tk-Zq8Rm2Vx7LpT4nB6wc9D", "ck-H3yKd5Gs1WjF0eUaQ8xN"
PIECES = {key[start : start + 8] for key in (TYPED, CONFIGURED) for start in range(len(key) - 7)}
TALKATIVE = ("core", "openai", "httpx2", "httpcore2", "google_genai")
Echo = Callable[[str], Reply]


def in_a_status_line(key: str) -> Reply:
    head = f"HTTP/1.1 503 Down {key}\r\nx-key: {key}\r\ncontent-length: 0\r\n\r\n"
    return Reply(head=head.encode())


def in_an_error(key: str) -> Reply:
    message = f"Incorrect API key provided: {key[:12]}...{key}"
    return refuses(401, {"error": {"message": message, "code": key}}, x_key=key)


def in_a_web_page(key: str) -> Reply:
    return refuses(403, f"<html><title>{key}</title></html>")


def in_broken_json(key: str) -> Reply:
    return openai_server.sends(f'data: {{"choices": "{key}\n\n'.encode())


def in_an_error_of_the_stream(key: str) -> Reply:
    return openai_server.sends(
        openai_server.delta(f"What is {key}, and"), openai_server.event({"error": {"message": key}})
    )


REFUSALS: tuple[Echo, ...] = (
    in_a_status_line,
    in_an_error,
    in_a_web_page,
    in_broken_json,
    in_an_error_of_the_stream,
)


def key_of(received: Received) -> str:
    bearer = received.headers.get("authorization", "").removeprefix("Bearer ")
    return received.headers.get("x-goog-api-key") or bearer


def playing_with_the_key(received: Received) -> Reply:
    """A model that leads and judges well, and says the key wherever it says anything."""
    key = key_of(received)
    if "one word" in str(received.body):
        text = f"ready, {key}"
    else:
        text = play(received.body).replace("The result is missing.", f"Hide {key}.")
        text = text.replace("?", f", {key[4:]}?")
    reply = openai_server.says(text)
    named = openai_server.chunk([], model=key)
    return Reply(frames=(named, *reply.frames[:-1], named, reply.frames[-1]))


def asking_with_the_key(received: Received) -> Reply:
    return gemini_server.says(f"Is {key_of(received)} yours?")


@pytest.fixture
def console(settings: TestSettings) -> Iterator[StringIO]:
    """What goes to the console while libraries say everything they can."""
    root, talkative = logging.getLogger(), [logging.getLogger(name) for name in TALKATIVE]
    before, levels = root.handlers, [logger.level for logger in talkative]
    start_logging(settings)
    [handler] = [one for one in root.handlers if isinstance(one, MaskedConsole)]
    console = StringIO()
    handler.setStream(console)
    for logger in talkative:
        logger.setLevel(logging.DEBUG)
    yield console
    root.handlers = before
    for logger, level in zip(talkative, levels, strict=True):
        logger.setLevel(level)


@pytest.fixture
def open_welcome(open_page, settings) -> Iterator[Callable[..., AppTest]]:
    """The first page where OpenAI is one server, and Gemini, with a configured key, another."""
    apps: list[App] = []

    def open_welcome(openai: ScriptedOpenAI, gemini: ScriptedGemini) -> AppTest:
        changes = {
            "openai_base_url": openai.url,
            "gemini_base_url": gemini.url,
            "gemini_api_key": SecretStr(CONFIGURED),
        }
        app = build_app(settings.model_copy(update=changes))
        app.visitors.local()
        apps.append(app)
        page: AppTest = open_page("streamlit_app.py", of=app)
        return page

    yield open_welcome
    for app in apps:
        app.close()


def everything_shown(page: AppTest) -> str:
    """The words, and whatever else is sent to the browser."""
    assert not page.exception
    elements = (element for block in (page.main, page.sidebar) for element in block)
    return shown(page) + "".join(str(getattr(element, "proto", "")) for element in elements)


def interviewed(page: AppTest) -> Iterator[str]:
    """Type the key in, test both connections, answer one question, read the feedback."""
    page = type_in(page, TYPED)
    yield everything_shown(page)
    for place in range(2):
        [test] = [b for b in page.button if b.key == ("test_openai", "test_gemini")[place]]
        yield everything_shown(test.click().run())
    button(page, "Try it with a sample CV").click().run()
    button(page, "Start interview").click().run()
    yield everything_shown(page)
    yield everything_shown(page.chat_input[0].set_value(ANSWER).run())
    button(page, "Finish now").click().run()
    assert page.title[0].value == "Feedback"
    yield everything_shown(page)


def stored_in(folder: Path) -> str:
    files = [path for path in folder.rglob("*") if path.is_file()]
    return "".join(path.read_bytes().decode("latin-1") for path in files)


def pieces_in(text: str) -> list[str]:
    return [piece for piece in PIECES if piece in text]


@pytest.mark.sqlite
@pytest.mark.parametrize("echo", REFUSALS, ids=lambda echo: echo.__name__)
def test_a_refusal_that_quotes_the_key_leaves_no_trace_of_it(
    open_welcome, console, data_folder, echo
):
    with (
        ScriptedOpenAI(otherwise=lambda received: echo(key_of(received))) as openai,
        ScriptedGemini(otherwise=lambda received: echo(key_of(received))) as gemini,
    ):
        screens = list(interviewed(open_welcome(openai, gemini)))

    log = console.getvalue()
    assert TYPED in {key_of(received) for received in openai.requests}
    assert CONFIGURED in {key_of(received) for received in gemini.requests}
    assert "openai failed" in log
    assert "HTTP Request: POST" in log
    assert pieces_in(log) == []
    assert pieces_in(stored_in(data_folder)) == []
    assert [pieces_in(screen) for screen in screens] == [[]] * len(screens)
    assert "Asked by the built-in interviewer" in screens[3]


@pytest.mark.parametrize("echo", REFUSALS, ids=lambda echo: echo.__name__)
@pytest.mark.parametrize("name", ["openai", "gemini"])
def test_an_exception_holds_nothing_of_the_key(echo, name):
    kind = ScriptedGemini if name == "gemini" else ScriptedOpenAI
    with kind(otherwise=lambda received: echo(key_of(received))) as server:
        values: dict[str, Any] = {f"{name}_api_key": TYPED, f"{name}_base_url": server.url}
        settings = TestSettings(**values)
        provider = Roster(settings).providers()[0][0]

        with pytest.raises(ProviderError) as caught:
            provider.generate_response("Who are you?")

    error = caught.value
    told = [str(error), repr(error), repr(vars(error)), *traceback.format_exception(error)]
    assert server.requests
    assert pieces_in("".join(told)) == []


@pytest.mark.sqlite
def test_a_model_that_says_the_key_is_not_quoted(open_welcome, console, data_folder):
    with (
        ScriptedOpenAI(otherwise=playing_with_the_key) as openai,
        ScriptedGemini(otherwise=asking_with_the_key) as gemini,
    ):
        screens = list(interviewed(open_welcome(openai, gemini)))

    stored = stored_in(data_folder)
    assert "Worded by OpenAI" in screens[3]
    assert "hidden" in screens[3]
    assert "Hide [hidden]." in stored
    assert pieces_in(console.getvalue()) == []
    assert pieces_in(stored) == []
    assert [pieces_in(screen) for screen in screens] == [[]] * len(screens)


def test_the_search_finds_what_it_looks_for(tmp_path):
    (tmp_path / "file").write_bytes(b"\x00" + TYPED[5:13].encode() + b"\xff")

    assert pieces_in(stored_in(tmp_path)) == [TYPED[5:13]]
