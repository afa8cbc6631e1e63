"""Refresh, double click, two tabs, a killed server: every answer is there, once."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.candidate import ADVERT, ANSWERS, Candidate
from tests.e2e.conftest import Led
from tests.e2e.server import Server
from tests.fakes.openai_server import ScriptedOpenAI, delta, plays_along, sends, usage
from tests.fakes.replies import Hold, Pause
from tests.files import cv_pdf

FIRST_WORDS = "Tell me of a time, on your ward, when you"
WHOLE_QUESTION = f"{FIRST_WORDS} led a team?"


def let_leases_expire(server: Server) -> None:
    """As if the 15 seconds of the dead server's lease had passed."""
    with closing(sqlite3.connect(server.folder / "interviews.db")) as database, database:
        database.execute("UPDATE leases SET expires_ms = 0")


def held_question(hold: Hold):
    """A question that stops after its first words until the test lets it go on."""
    words = (delta("Tell me of a time, on your ward, "), Pause(0.5), delta("when you "))
    return sends(*words, hold, delta("led a team?"), delta(finish="stop"), usage())


@dataclass
class Interrupted:
    """A candidate who sees the first words of question 2, and a model that holds back the rest."""

    candidate: Candidate
    session_id: str
    hold: Hold


def interrupt(page: Page, led: Led) -> Interrupted:
    session_id = led.shelf.begun()
    candidate = Candidate(page, led.server.url).goes_on(session_id).sees_question(1)
    hold = Hold()
    led.model.then(held_question(hold))
    candidate.answers(ANSWERS[0])
    expect(page.get_by_text(FIRST_WORDS)).to_be_visible()
    return Interrupted(candidate, session_id, hold)


@pytest.fixture
def interrupted(page: Page, led: Led) -> Iterator[Interrupted]:
    interrupted = interrupt(page, led)
    yield interrupted
    interrupted.hold.released.set()


def test_a_reload_in_the_middle_of_a_question_neither_loses_nor_doubles_it(interrupted, led, page):
    interrupted.candidate.reloads()
    expect(page.get_by_text(FIRST_WORDS)).to_be_visible()
    interrupted.hold.released.set()

    interrupted.candidate.sees_question(2)
    expect(page.get_by_text(WHOLE_QUESTION)).to_have_count(1)
    assert len(led.model.requests) == 1
    assert led.shelf.answers(interrupted.session_id) == [ANSWERS[0]]


def test_a_closed_tab_does_not_stop_the_question(page, led):
    tab = page.context.new_page()
    interrupted = interrupt(tab, led)
    address = tab.url

    tab.close()
    interrupted.hold.released.set()
    page.goto(address)

    expect(page.get_by_text(WHOLE_QUESTION)).to_be_visible()
    assert len(led.model.requests) == 1


def test_a_server_killed_in_the_middle_of_a_question_asks_it_after_the_restart(
    page, make_server, own_shelf
):
    with ScriptedOpenAI(otherwise=plays_along) as model:
        server = make_server(OPENROUTER_BASE_URL=model.url, OPENROUTER_API_KEY="sk-test-1")
        interrupted = interrupt(page, Led(server, model, own_shelf))

        server.kill()
        let_leases_expire(server)
        server.start()
        interrupted.candidate.reloads()

        interrupted.candidate.sees_question(2)
        expect(interrupted.candidate.bubbles).to_have_count(3)
        assert own_shelf.answers(interrupted.session_id) == [ANSWERS[0]]
        interrupted.hold.released.set()


def test_two_tabs_that_answer_the_same_question_keep_both_texts_in_view(page, built_in, shelf):
    candidate = Candidate(page, built_in.url).goes_on(shelf.begun()).sees_question(1)
    second = Candidate(page.context.new_page(), built_in.url)
    second.page.goto(page.url)
    second.sees_question(1)

    candidate.answers("From the first tab.").sees_question(2)
    second.answers("From the second tab.")

    expect(second.page.get_by_text("From the first tab.").first).to_be_visible()
    expect(second.page.get_by_text("From the second tab.").first).to_be_visible()
    second.sees_question(2)


def test_an_answer_sent_twice_is_there_once(page, built_in, shelf):
    candidate = Candidate(page, built_in.url).goes_on(shelf.begun()).sees_question(1)

    candidate.composer.fill("Sent with two quick presses.")
    candidate.composer.press("Enter")
    candidate.composer.press("Enter")

    candidate.sees_question(2)
    expect(page.get_by_text("Sent with two quick presses.", exact=True)).to_have_count(1)


def test_going_back_and_forth_changes_nothing(page, built_in, shelf):
    candidate = Candidate(page, built_in.url).goes_on(shelf.prepared(), "upload").starts()
    candidate.sees_question(1).answers(ANSWERS[0]).sees_question(2)
    expect(candidate.bubbles).to_have_count(3)
    before = candidate.bubbles.all_inner_texts()

    page.go_back()
    expect(page.get_by_role("heading", name="Your documents")).to_be_visible()
    expect(candidate.bubbles).to_have_count(0)
    page.go_forward()

    candidate.sees_question(2)
    expect(candidate.bubbles).to_have_text(before, use_inner_text=True)


def test_what_was_typed_at_set_up_and_upload_is_there_after_a_reload(page, built_in):
    candidate = Candidate(page, built_in.url).sets_up().brings(cv_pdf(), "cv.pdf")
    expect(candidate.button("Start interview")).to_be_enabled()

    candidate.reloads()

    expect(page.get_by_role("textbox", name="Job description")).to_have_value(ADVERT)
    expect(page.get_by_role("textbox", name="Text taken from your CV")).not_to_have_value("")
