"""Who sees what: the loopback rule, other hosts, and browsers that share one server."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.builders import job
from tests.e2e.candidate import Candidate
from tests.e2e.raw import address_of_this_machine, first_screen
from tests.e2e.server import Server

NOT_FOUND = "This interview was not found"


@pytest.fixture(scope="module")
def on_a_link(tmp_path_factory) -> Iterator[Server]:
    """A server whose visitors are told apart by their browsers."""
    server = Server(tmp_path_factory.mktemp("link"), ACCESS="link").start()
    yield server
    server.stop()


def test_two_browsers_on_a_shared_link_do_not_see_each_others_interviews(on_a_link, make_browser):
    mine, theirs = make_browser(), make_browser()
    candidate = Candidate(mine, on_a_link.url).sets_up(title="My secret job")
    expect(mine.get_by_text("My secret job at Northfield")).to_be_visible()
    address = mine.url

    Candidate(theirs, on_a_link.url).opens("/dashboard")
    expect(theirs.get_by_text("You have no interviews yet.")).to_be_visible()
    theirs.goto(address)

    expect(theirs.get_by_text(NOT_FOUND)).to_be_visible()
    expect(theirs.get_by_text("My secret job")).to_have_count(0)
    candidate.opens("/dashboard")
    expect(mine.get_by_text("My secret job").first).to_be_visible()


def test_a_browser_keeps_its_interviews_over_a_restart_of_the_server(on_a_link, make_browser):
    page: Page = make_browser()
    Candidate(page, on_a_link.url).sets_up(title="Kept over night")
    expect(page.get_by_text("Kept over night at Northfield")).to_be_visible()

    on_a_link.kill()
    on_a_link.start()
    page.reload()

    expect(page.get_by_text("Kept over night at Northfield")).to_be_visible()


def test_a_host_that_is_not_loopback_is_shared_even_from_this_machine(
    built_in, shelf, page, make_browser
):
    session_id = shelf.prepared(job=job(title="Mine at this machine", description="x"))
    Candidate(page, built_in.url).goes_on(session_id, "upload")
    expect(page.get_by_text("Mine at this machine at Northfield")).to_be_visible()
    named = make_browser()
    elsewhere = Candidate(named, built_in.url.replace("127.0.0.1", "interview.test"))

    elsewhere.opens("/dashboard")
    expect(named.get_by_text("You have no interviews yet.")).to_be_visible()
    elsewhere.goes_on(session_id, "upload")

    expect(named.get_by_text(NOT_FOUND)).to_be_visible()


WELCOME = b"Start a new interview"


@pytest.fixture(scope="module")
def open_to_all(tmp_path_factory) -> Iterator[Server]:
    """A server that other machines reach, with access unset."""
    server = Server(tmp_path_factory.mktemp("open"), address="0.0.0.0").start()  # noqa: S104 - on purpose
    yield server
    server.stop()


def test_a_request_from_this_machine_to_this_machine_is_the_local_person(open_to_all):
    screen = first_screen(open_to_all.port, host="localhost", address="127.0.0.1", headers={})

    assert WELCOME in screen


@pytest.mark.parametrize(
    "header", [{"X-Forwarded-For": "127.0.0.1"}, {"Forwarded": "for=127.0.0.1"}, {"Via": "1.1 me"}]
)
def test_a_forwarding_header_makes_it_anybody(open_to_all, header):
    screen = first_screen(open_to_all.port, host="localhost", address="127.0.0.1", headers=header)

    assert screen
    assert WELCOME not in screen


def test_a_forged_host_does_not_make_another_machine_the_local_person(open_to_all):
    address = address_of_this_machine()
    if not address:
        pytest.skip("this machine has no address but loopback")

    screen = first_screen(open_to_all.port, host="localhost", address=address, headers={})

    assert screen
    assert WELCOME not in screen


def test_a_browser_that_blocks_storage_is_told_so(on_a_link, make_browser):
    page: Page = make_browser()
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no') }})"
    )

    Candidate(page, on_a_link.url).opens()

    expect(page.get_by_text("This browser blocks the storage")).to_be_visible()
