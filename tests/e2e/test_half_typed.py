"""Words that are typed and not sent yet, and where the next ones go."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.builders import answer, question
from tests.e2e.candidate import Candidate
from tests.e2e.conftest import Led
from tests.fakes.openai_server import delta, sends
from tests.fakes.replies import Hold, Pause

HALF = 'Half an answer, with <b>signs</b> & a "quote"\nand a second line'

LINE = """
window.line = { isDead: false, newest: null, lost: 0 }
window.WebSocket = class extends WebSocket {
    constructor(...about) { super(...about); line.newest = this }
    send(words) { if (line.isDead) line.lost += 1; else super.send(words) }
}
"""


@pytest.fixture
def candidate(page: Page, built_in, shelf) -> Candidate:
    """At the first question."""
    return Candidate(page, built_in.url).goes_on(shelf.begun()).sees_question(1)


def test_a_half_typed_answer_is_there_after_a_reload_and_gone_when_sent(candidate, page):
    candidate.composer.fill(HALF)
    candidate.reloads().sees_question(1)

    expect(candidate.composer).to_have_value(HALF)
    candidate.composer.press("Enter")
    candidate.sees_question(2)
    expect(page.get_by_text("Half an answer")).to_have_count(1)
    expect(candidate.composer).to_have_value("")
    candidate.reloads().sees_question(2)
    expect(candidate.composer).to_have_value("")
    assert page.evaluate("sessionStorage.length") == 0


@pytest.fixture
def hold(led: Led) -> Iterator[Hold]:
    """What holds back the end of the next question that the model words."""
    hold = Hold()
    words = (delta("Tell me of a time, on your ward, "), Pause(0.5), delta("when you "))
    led.model.then(sends(*words, hold, delta("led a team?"), delta(finish="stop")))
    yield hold
    hold.released.set()


def waits(page: Page, led: Led) -> Candidate:
    """A candidate who has answered and reads the first words of what comes next."""
    candidate = Candidate(page, led.server.url).goes_on(led.shelf.begun()).sees_question(1)
    candidate.answers("We led it together, and it took three weeks.")
    expect(page.get_by_text("Tell me of a time")).to_be_visible()
    expect(candidate.composer).to_be_disabled()
    return candidate


def test_the_field_has_the_focus_again_when_the_next_question_is_there(page, led, hold):
    candidate = waits(page, led)

    hold.released.set()

    expect(candidate.composer).to_be_focused()
    page.keyboard.type("and more")
    expect(candidate.composer).to_have_value("and more")


def test_nobody_is_called_back_who_went_elsewhere_meanwhile(page, led, hold):
    candidate = waits(page, led)

    page.get_by_text("Why this question?").click()
    hold.released.set()

    candidate.sees_question(2)
    expect(candidate.composer).not_to_be_focused()


def test_two_tabs_keep_two_texts(candidate, page):
    other = Candidate(page.context.new_page(), candidate.url)
    other.page.goto(page.url)
    other.sees_question(1)

    candidate.composer.fill("In the first tab")
    other.composer.fill("In the second tab")
    for tab in (candidate, other):
        tab.reloads().sees_question(1)

    expect(candidate.composer).to_have_value("In the first tab")
    expect(other.composer).to_have_value("In the second tab")


def test_what_was_typed_to_a_question_that_was_answered_elsewhere_is_kept(candidate, page):
    other = Candidate(page.context.new_page(), candidate.url)
    other.page.goto(page.url)
    other.sees_question(1)
    candidate.composer.fill("In the first tab")

    other.answers("In the second tab").sees_question(2)
    candidate.reloads().sees_question(2)

    expect(candidate.composer).to_have_value("In the first tab")


def test_words_that_could_not_be_stored_outlive_a_reload_until_they_are_put_aside(candidate, page):
    other = Candidate(page.context.new_page(), candidate.url)
    other.page.goto(page.url)
    other.sees_question(1)
    candidate.answers("In the first tab").sees_question(2)
    put_aside = other.button("Keep the stored answer")

    other.answers("In the second tab")
    expect(put_aside).to_be_visible()
    expect(other.composer).to_have_value("")
    other.reloads().sees_question(2)
    expect(other.composer).to_have_value("In the second tab")

    candidate.answers("The first tab again").sees_question(3)
    other.composer.press("Enter")
    put_aside.click()
    expect(put_aside).to_have_count(0)
    other.reloads().sees_question(3)
    expect(other.composer).to_have_value("")


def test_each_interview_has_its_own_words(candidate, shelf):
    candidate.composer.fill("For the first interview")

    candidate.goes_on(shelf.begun()).sees_question(1)

    expect(candidate.composer).to_have_value("")


def test_a_question_of_ones_own_is_kept_as_well(page, built_in, shelf):
    said = [part for number in (1, 2, 3) for part in (question(number), answer(number))]
    candidate = Candidate(page, built_in.url).goes_on(shelf.begun(said))
    own = page.get_by_placeholder("Ask a question of your own")
    own.fill("How large is the te")

    candidate.reloads()
    expect(own).to_have_value("How large is the te")
    own.fill("How large is the team?")
    own.press("Enter")
    expect(page.get_by_text("How large is the team?", exact=True)).to_be_visible()
    candidate.reloads()

    expect(page.get_by_text("How large is the team?", exact=True)).to_be_visible()
    expect(own).to_have_value("")


@pytest.fixture
def cut_off(make_browser, built_in, shelf) -> Candidate:
    """A candidate whose answer has left the field and reached nobody."""
    page = make_browser()
    page.add_init_script(LINE)
    candidate = Candidate(page, built_in.url).goes_on(shelf.begun()).sees_question(1)
    page.evaluate("line.isDead = true")
    candidate.answers(HALF)
    expect(candidate.composer).to_have_value("")
    return candidate


def test_words_that_were_sent_into_a_dead_connection_stand_in_the_field_again(cut_off):
    page = cut_off.page

    page.evaluate("line.isDead = false; line.newest.close()")

    expect(cut_off.composer).to_have_value(HALF)
    cut_off.composer.press("Enter")
    cut_off.sees_question(2)
    expect(page.get_by_text("Half an answer")).to_have_count(1)


def test_words_stand_in_the_field_again_although_the_line_fails_once_more(cut_off):
    page = cut_off.page

    page.evaluate("line.first = line.newest; line.newest.close()")
    page.wait_for_function("line.newest !== line.first && line.newest.readyState === 1")
    page.wait_for_function("line.lost > 1")  # the page has asked for a run, in vain
    page.evaluate("line.isDead = false")

    expect(cut_off.composer).to_have_value(HALF)


def test_words_that_a_dying_server_did_not_take_stand_in_the_field_again(
    page, make_server, own_shelf
):
    server = make_server()
    candidate = Candidate(page, server.url).goes_on(own_shelf.begun()).sees_question(1)
    server.hangs()

    candidate.answers(HALF)
    expect(candidate.composer).to_have_value("")
    server.kill()
    server.start()

    expect(candidate.composer).to_have_value(HALF)


def test_on_a_phone_the_words_come_back_and_the_keyboard_stays_down(make_browser, led, hold):
    page = make_browser(has_touch=True, is_mobile=True)
    page.set_viewport_size({"width": 390, "height": 844})
    candidate = Candidate(page, led.server.url).goes_on(led.shelf.begun()).sees_question(1)
    candidate.composer.fill(HALF)

    candidate.reloads().sees_question(1)
    expect(candidate.composer).to_have_value(HALF)
    candidate.composer.press("Enter")
    expect(candidate.composer).to_be_disabled()
    hold.released.set()
    candidate.sees_question(2)

    expect(candidate.composer).not_to_be_focused()
    assert page.evaluate("document.documentElement.scrollWidth - window.innerWidth") <= 0


def test_a_browser_without_storage_still_sends(make_browser, built_in, shelf):
    page = make_browser()
    page.add_init_script(
        "Object.defineProperty(window, 'sessionStorage', {get() { throw new DOMException('no') }})"
    )
    candidate = Candidate(page, built_in.url).goes_on(shelf.begun()).sees_question(1)

    candidate.answers("We led it together.").sees_question(2)

    expect(candidate.composer).to_be_focused()
