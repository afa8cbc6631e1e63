"""The documents are saved while the candidate types, and no keystroke is lost to it."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Locator, Page, expect

from tests.builders import job
from tests.e2e.candidate import ADVERT, Candidate
from tests.e2e.server import Server
from tests.e2e.shelf import Shelf
from tests.files import cv_pdf

LONG = "".join(f"word {number}, " for number in range(40))[:300]
SOON_MS = 5_000


def description(page: Page) -> Locator:
    return page.get_by_role("textbox", name="Job description")


def test_the_interview_can_be_started_without_leaving_the_text(
    page: Page, built_in: Server, shelf: Shelf
):
    candidate = Candidate(page, built_in.url).goes_on(shelf.prepared(cv=None, job=job()), "upload")
    page.locator("input[type=file]").set_input_files(
        {"name": "cv.pdf", "mimeType": "", "buffer": cv_pdf()}
    )
    expect(page.get_by_role("textbox", name="Text taken from your CV")).not_to_have_value("")
    expect(candidate.button("Start interview")).to_be_disabled()
    description(page).fill(ADVERT)

    candidate.button("Start interview").click(timeout=SOON_MS)

    candidate.sees_question(1)


def test_fast_typing_loses_nothing_and_keeps_the_focus(page: Page, built_in: Server, shelf: Shelf):
    Candidate(page, built_in.url).goes_on(shelf.prepared(cv=None, job=job()), "upload")
    description(page).click()

    page.keyboard.type(LONG, delay=10)
    expect(page.get_by_text("Still missing: your CV.")).to_be_visible()
    page.keyboard.type(LONG, delay=10)

    expect(description(page)).to_have_value(LONG + LONG)
    expect(description(page)).to_be_focused()


def test_there_is_one_text_of_the_cv_at_every_moment(page: Page, built_in: Server, shelf: Shelf):
    Candidate(page, built_in.url).goes_on(shelf.prepared(cv=None, job=job()), "upload")
    text = page.get_by_role("textbox", name="Text taken from your CV")
    text.wait_for()

    page.evaluate(
        """() => {
            window.most = 0
            const count = () => {
                const areas = document.querySelectorAll('[aria-label="Text taken from your CV"]')
                const seen = [...areas].filter((area) => area.checkVisibility())
                window.most = Math.max(window.most, seen.length)
            }
            new MutationObserver(count).observe(document.body, { childList: true, subtree: true })
        }"""
    )
    page.locator("input[type=file]").set_input_files(
        {"name": "cv.pdf", "mimeType": "", "buffer": cv_pdf()}
    )

    expect(text).not_to_have_value("")
    assert page.evaluate("window.most") <= 1


def test_words_typed_just_before_the_server_died_stay_and_can_be_saved_when_it_is_back(
    page: Page, make_server: Callable[..., Server], own_shelf: Shelf
):
    server = make_server()
    session_id = own_shelf.prepared(cv=None, job=job())
    Candidate(page, server.url).goes_on(session_id, "upload")
    description(page).click()

    page.keyboard.type("A nurse")
    server.kill()
    expect(description(page)).to_be_disabled()
    server.start()

    expect(page.get_by_text("What stands in this box is not what is stored.")).to_be_visible()
    expect(description(page)).to_have_value("A nurse")
    page.get_by_role("button", name="Save again").click()
    expect(page.get_by_text("Still missing: your CV.")).to_be_visible()
    page.reload()
    expect(description(page)).to_have_value("A nurse")
