"""A question that turns out to be faulty when it is whole, on the page."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.e2e.candidate import Candidate
from tests.e2e.test_output_hygiene import WATCH, start
from tests.fakes.openai_server import ScriptedOpenAI, delta, says, sends
from tests.fakes.replies import Hold

FAULTY = "Tell me of a time when you had to let somebody down, dear candidate"
NEW = "What brought you to nursing?"


def test_it_is_replaced_in_one_step_by_the_next_wording(page, make_server, own_shelf):
    hold = Hold()
    faulty = sends(*map(delta, FAULTY), hold, delta(", please."), delta(finish="stop"))
    with ScriptedOpenAI(faulty, says(NEW)) as model:
        server = make_server(OPENROUTER_BASE_URL=model.url, OPENROUTER_API_KEY="sk-test-1")
        page.goto(f"{server.url}/interview?session={start(own_shelf, 'Charge nurse')}")
        expect(page.get_by_text(FAULTY)).to_be_visible()
        page.evaluate(WATCH)
        hold.released.set()
        Candidate(page, server.url).sees_question(1)

    pictures = page.evaluate("window.pictures")
    assert all((FAULTY in picture) != (NEW[:5] in picture) for picture in pictures)
    expect(page.get_by_text(NEW)).to_be_visible()
    expect(page.get_by_text(FAULTY)).to_have_count(0)
    expect(page.get_by_text("OpenRouter gave an answer that cannot be used")).to_be_visible()
    assert len(model.requests) == 2


def test_after_two_faulty_wordings_the_banks_own_stands_there(page, led):
    led.model.then(says(f"{FAULTY}."), says(f"{FAULTY}, again."))
    page.goto(f"{led.server.url}/interview?session={start(led.shelf, 'Charge nurse')}")
    Candidate(page, led.server.url).sees_question(1)

    expect(page.get_by_text("Why?")).to_be_visible()
    expect(page.get_by_text(FAULTY)).to_have_count(0)
    expect(page.get_by_text("so the built-in interviewer asked this question")).to_be_visible()
    assert len(led.model.requests) == 2
