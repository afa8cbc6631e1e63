"""Who sees what: the loopback rule, other hosts, and browsers that share one server."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.e2e.candidate import Candidate
from tests.files import cv_pdf

NOT_FOUND = "This interview was not found"


def test_two_browsers_on_a_shared_link_do_not_see_each_others_interviews(make_server, make_browser):
    server = make_server(ACCESS="link")
    mine, theirs = make_browser(), make_browser()
    candidate = (
        Candidate(mine, server.url).sets_up(title="My secret job").brings(cv_pdf(), "cv.pdf")
    )
    address = mine.url

    Candidate(theirs, server.url).opens("/dashboard")
    expect(theirs.get_by_text("You have no interviews yet.")).to_be_visible()
    theirs.goto(address)

    expect(theirs.get_by_text(NOT_FOUND)).to_be_visible()
    expect(theirs.get_by_text("My secret job")).to_have_count(0)
    candidate.opens("/dashboard")
    expect(mine.get_by_text("My secret job").first).to_be_visible()


def test_a_browser_keeps_its_interviews_over_a_restart_of_the_server(make_server, make_browser):
    server = make_server(ACCESS="link")
    page: Page = make_browser()
    Candidate(page, server.url).sets_up(title="Kept over night").brings(cv_pdf(), "cv.pdf")
    address = page.url

    server.kill()
    server.start()
    page.goto(address)

    expect(page.get_by_label("Text taken from your CV")).not_to_have_value("")


def test_a_host_that_is_not_loopback_is_shared_even_from_this_machine(make_server, make_browser):
    server = make_server()
    local, named = make_browser(), make_browser()
    Candidate(local, server.url).sets_up(title="Mine at this machine").brings(cv_pdf(), "cv.pdf")
    address = local.url.replace("127.0.0.1", "interview.test")

    Candidate(named, server.url.replace("127.0.0.1", "interview.test")).opens("/dashboard")
    expect(named.get_by_text("You have no interviews yet.")).to_be_visible()
    named.goto(address)

    expect(named.get_by_text(NOT_FOUND)).to_be_visible()


def test_a_browser_that_blocks_storage_is_told_so(make_server, make_browser):
    server = make_server(ACCESS="link")
    page: Page = make_browser()
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no') }})"
    )

    Candidate(page, server.url).opens()

    expect(page.get_by_text("This browser blocks the storage")).to_be_visible()
