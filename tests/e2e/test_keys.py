"""A key that a visitor types in leads for them, for nobody else, and is written down nowhere."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.candidate import ANSWERS, Candidate
from tests.e2e.server import Server
from tests.fakes.openai_server import ScriptedOpenAI, plays_along, says
from tests.fakes.replies import Reply, refuses
from tests.fakes.server import Received

KEY = "tk-Zq8Rm2Vx7LpT4nB6wc9D"
PIECES = [KEY[start : start + 8] for start in range(len(KEY) - 7)]
BUILT_IN = "Your interviewer: Built-in interviewer, no key needed"


def along(received: Received) -> Reply:
    return says("ready") if "one word" in str(received.body) else plays_along(received)


@pytest.fixture
def model() -> Iterator[ScriptedOpenAI]:
    with ScriptedOpenAI(otherwise=along) as model:
        yield model


def types_key(page: Page) -> None:
    page.get_by_text("Interviewers and keys").click()
    page.get_by_label("Key", exact=True).fill(KEY)
    page.get_by_role("button", name="Use this key").click()
    expect(page.get_by_text("Your key for OpenRouter is kept")).to_be_visible()


def traces_in(folder: Path, *texts: str) -> list[str]:
    """Pieces of the key in these texts or in any file of the folder, the server's log included."""
    stored = [path.read_bytes().decode("latin-1") for path in folder.rglob("*") if path.is_file()]
    return [piece for piece in PIECES for text in (*texts, *stored) if piece in text]


def test_a_typed_key_leads_for_its_visitor_until_the_server_restarts(
    make_browser, make_server, model, tmp_path
):
    server: Server = make_server(OPENROUTER_BASE_URL=model.url, LOG_LEVEL="DEBUG")
    mine, theirs = make_browser(), make_browser()
    candidate = Candidate(mine, server.url).opens()
    types_key(mine)
    expect(mine.get_by_label("Key", exact=True)).to_have_value("")
    expect(mine.get_by_text("with your key")).to_be_visible()
    screens = [mine.content(), mine.url]

    Candidate(theirs, server.url).opens()
    expect(theirs.get_by_text(BUILT_IN)).to_be_visible()

    candidate.button("Try it with a sample CV").click()
    candidate.starts().sees_question(1, of=8)
    candidate.answers(ANSWERS[0]).sees_question(2, of=8)
    expect(mine.get_by_text("Worded by OpenRouter").nth(1)).to_be_visible()
    expect(mine.get_by_text("Next question: OpenRouter")).to_contain_text("with your key")
    screens += [mine.content(), mine.url]
    assert {received.headers["authorization"] for received in model.requests} == {f"Bearer {KEY}"}

    server.kill()
    server.start()
    candidate.reloads().sees_question(2, of=8)

    expect(mine.get_by_text("Next question: the built-in interviewer")).to_be_visible()
    assert traces_in(tmp_path, *screens, mine.content()) == []


def test_a_connection_is_tested_and_a_bad_key_is_told(make_browser, make_server, model, tmp_path):
    server: Server = make_server(OPENROUTER_BASE_URL=model.url)
    page = make_browser()
    Candidate(page, server.url).opens()
    types_key(page)
    test = page.get_by_role("button", name="Test connection")

    test.click()
    expect(page.get_by_text("Works: answered by served-model")).to_be_visible()
    model.then(refuses(401, {"error": {"message": f"Incorrect API key provided: {KEY}"}}))
    test.click()

    expect(page.get_by_text("OpenRouter did not accept its key. Check the key")).to_be_visible()
    expect(page.get_by_text("Key not accepted")).to_be_visible()
    expect(page.get_by_text(BUILT_IN)).to_be_visible()
    page.get_by_role("button", name="Forget my keys").click()
    expect(test).to_have_count(0)
    assert traces_in(tmp_path, page.content()) == []
