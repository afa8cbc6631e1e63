"""Refresh, double click, two tabs, a killed server: every answer is there, once."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass

import pytest
from playwright.sync_api import expect

from tests.e2e.candidate import ADVERT, ANSWERS, Candidate
from tests.e2e.server import Server
from tests.fakes.openai_server import ScriptedOpenAI, delta, plays_along, sends, usage
from tests.fakes.replies import Hold
from tests.files import cv_pdf


def stored_answers(server: Server) -> list[str]:
    with closing(sqlite3.connect(server.log.parent / "interviews.db")) as database:
        rows = database.execute(
            "SELECT content FROM messages WHERE kind = 'answer' ORDER BY number"
        )
        return [content for (content,) in rows]


FIRST_WORDS = "Tell me of a time, on your ward, when you"
WHOLE_QUESTION = f"{FIRST_WORDS} led a team?"


def let_leases_expire(server: Server) -> None:
    """As if the 15 seconds of the dead server's lease had passed."""
    with closing(sqlite3.connect(server.log.parent / "interviews.db")) as database, database:
        database.execute("UPDATE leases SET expires_ms = 0")


def held_question(hold: Hold):
    """A question that stops after its first words until the test lets it go on."""
    words = (delta("Tell me of a time, on your ward, "), delta("when you "))
    return sends(*words, hold, delta("led a team?"), delta(finish="stop"), usage())


@dataclass
class Interrupted:
    """A candidate who sees the first words of question 2, and a model that holds back the rest."""

    candidate: Candidate
    server: Server
    model: ScriptedOpenAI
    hold: Hold


@pytest.fixture
def interrupted(page, make_server) -> Iterator[Interrupted]:
    hold = Hold()
    with ScriptedOpenAI(otherwise=plays_along) as model:
        server = make_server(OPENROUTER_BASE_URL=model.url, OPENROUTER_API_KEY="sk-test-1")
        candidate = Candidate(page, server.url).sets_up().brings(cv_pdf(), "cv.pdf").starts()
        candidate.sees_question(1)
        model.then(held_question(hold))
        candidate.answers(ANSWERS[0])
        expect(page.get_by_text(FIRST_WORDS)).to_be_visible()
        yield Interrupted(candidate, server, model, hold)
        hold.released.set()


def test_a_reload_in_the_middle_of_a_question_neither_loses_nor_doubles_it(interrupted, page):
    interrupted.candidate.reloads()
    expect(page.get_by_text(FIRST_WORDS)).to_be_visible()
    interrupted.hold.released.set()

    interrupted.candidate.sees_question(2)
    expect(page.get_by_text(WHOLE_QUESTION)).to_have_count(1)
    assert len(interrupted.model.requests) == 2
    assert stored_answers(interrupted.server) == [ANSWERS[0]]


def test_a_closed_tab_does_not_stop_the_question(interrupted, page, make_browser):
    address = page.url

    page.close()
    interrupted.hold.released.set()
    other = make_browser()
    other.goto(address)

    expect(other.get_by_text(WHOLE_QUESTION)).to_be_visible()
    assert len(interrupted.model.requests) == 2


def test_a_server_killed_in_the_middle_of_a_question_asks_it_after_the_restart(interrupted):
    interrupted.server.kill()
    let_leases_expire(interrupted.server)
    interrupted.server.start()
    interrupted.candidate.reloads()

    interrupted.candidate.sees_question(2)
    expect(interrupted.candidate.bubbles).to_have_count(3)
    assert stored_answers(interrupted.server) == [ANSWERS[0]]


def test_two_tabs_that_answer_the_same_question_keep_both_texts_in_view(
    page, built_in, make_browser
):
    candidate = Candidate(page, built_in.url).sets_up().brings(cv_pdf(), "cv.pdf").starts()
    candidate.sees_question(1)
    second = Candidate(page.context.new_page(), built_in.url)
    second.page.goto(page.url)
    second.sees_question(1)

    candidate.answers("From the first tab.").sees_question(2)
    second.answers("From the second tab.")

    expect(second.page.get_by_text("From the first tab.").first).to_be_visible()
    expect(second.page.get_by_text("From the second tab.").first).to_be_visible()
    second.sees_question(2)


def test_an_answer_sent_twice_is_there_once(page, built_in):
    candidate = Candidate(page, built_in.url).sets_up().brings(cv_pdf(), "cv.pdf").starts()
    candidate.sees_question(1)

    candidate.composer.fill("Sent with two quick presses.")
    candidate.composer.press("Enter")
    candidate.composer.press("Enter")

    candidate.sees_question(2)
    expect(page.get_by_text("Sent with two quick presses.", exact=True)).to_have_count(1)


def test_going_back_and_forth_changes_nothing(page, built_in):
    candidate = Candidate(page, built_in.url).sets_up().brings(cv_pdf(), "cv.pdf").starts()
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
    expect(page.get_by_label("Text taken from your CV")).not_to_have_value("")
