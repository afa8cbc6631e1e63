"""Documents are read elsewhere: typing, reloading and a second tab neither stop nor repeat it."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from core.models import Document
from tests.builders import CV, job
from tests.e2e.candidate import ADVERT, Candidate
from tests.e2e.server import Server
from tests.e2e.shelf import Shelf
from tests.fakes import recognition
from tests.files import scan_pdf

TYPED = ADVERT.replace("\n", " ")
HOLD = (  # for each page it leaves a folder: what reads a document may not write a byte
    "mkdir {folder}/read-$$; while [ ! -e {folder}/gate ]; do sleep 0.05; done; "
    "echo 'Recognised words'"
)


def cv_text(page: Page) -> Locator:
    return page.get_by_role("textbox", name="Text taken from your CV")


def description(page: Page) -> Locator:
    return page.get_by_role("textbox", name="Job description")


def choose(page: Page, data: bytes, name: str) -> None:
    upload = page.locator("input[type=file]").first
    upload.wait_for(state="attached")
    upload.set_input_files({"name": name, "mimeType": "", "buffer": data})


@dataclass(frozen=True)
class Recognising:
    """A server with a stand-in for tesseract, which waits until the test opens a gate."""

    server: Server
    shelf: Shelf
    folder: Path

    def opens_gate(self) -> None:
        (self.folder / "gate").touch()

    @property
    def pages(self) -> int:
        """How many pages were begun to be recognised."""
        return len(list(self.folder.glob("read-*")))

    @property
    def originals(self) -> int:
        return len(list((self.server.folder / "uploads").glob("*")))


@pytest.fixture(scope="module")
def _recognising(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Recognising]:
    programs, scans, data = (
        tmp_path_factory.mktemp(name) for name in ("programs", "scans", "recognising")
    )
    recognition.install(programs, HOLD.format(folder=scans))
    shelf = Shelf(data)
    server = Server(data, PATH=f"{programs}{os.pathsep}{os.environ['PATH']}").start()
    yield Recognising(server, shelf, scans)
    server.stop()
    shelf.database.close()


@pytest.fixture
def recognising(_recognising: Recognising) -> Recognising:
    for begun in _recognising.folder.glob("read-*"):
        begun.rmdir()
    (_recognising.folder / "gate").unlink(missing_ok=True)
    return _recognising


def recognise(page: Page) -> None:
    page.get_by_role("button", name="Read it with text recognition (slow)", exact=True).click()
    expect(page.get_by_text("Recognising page 1 of 2…")).to_be_visible()


def test_a_scan_is_read_on_request_and_every_tab_sees_it(page: Page, recognising: Recognising):
    cv = Document(text=CV, filename="cv.pdf", warnings=())
    session_id = recognising.shelf.prepared(cv=cv)
    candidate = Candidate(page, recognising.server.url).goes_on(session_id, "upload")
    before = recognising.originals
    choose(page, scan_pdf(2), "scan.pdf")
    expect(page.get_by_text("it looks like a scan")).to_be_visible()
    expect(page.get_by_text("The former CV, cv.pdf, is still in use.")).to_be_visible()
    recognise(page)
    expect(candidate.button("Start interview")).to_be_disabled()
    other = page.context.new_page()
    other.goto(page.url)
    expect(other.get_by_text("Recognising page 1 of 2…")).to_be_visible()

    recognising.opens_gate()

    for tab in (page, other):
        expect(cv_text(tab)).to_have_value(re.compile("Recognised words"))
        expect(tab.get_by_text("recognition makes mistakes")).to_be_visible()
    expect(candidate.button("Start interview")).to_be_enabled()
    assert recognising.originals == before + 1


def test_typing_while_a_document_is_read_neither_stops_nor_repeats_it(
    page: Page, recognising: Recognising
):
    session_id = recognising.shelf.prepared(cv=None, job=job())
    Candidate(page, recognising.server.url).goes_on(session_id, "upload")
    before = recognising.originals
    description(page).wait_for()
    choose(page, scan_pdf(2), "scan.pdf")
    recognise(page)

    description(page).click()
    page.keyboard.type(TYPED, delay=15)
    expect(page.get_by_text("Recognising page 1 of 2…")).to_be_visible()
    recognising.opens_gate()

    expect(cv_text(page)).to_have_value(re.compile("Recognised words"))
    expect(description(page)).to_have_value(TYPED)
    expect(description(page)).to_be_focused()
    assert recognising.pages == 2
    assert recognising.originals == before + 1


def test_a_reload_in_the_middle_loses_neither_the_reading_nor_its_result(
    page: Page, recognising: Recognising
):
    session_id = recognising.shelf.prepared(cv=None, job=job())
    candidate = Candidate(page, recognising.server.url).goes_on(session_id, "upload")
    description(page).wait_for()
    choose(page, scan_pdf(2), "scan.pdf")
    recognise(page)

    candidate.reloads()
    expect(page.get_by_text("Recognising page 1 of 2…")).to_be_visible()
    recognising.opens_gate()

    expect(cv_text(page)).to_have_value(re.compile("Recognised words"))
    expect(page.get_by_text("From scan.pdf.")).to_be_visible()


def test_an_advert_from_a_file_can_be_corrected_and_is_saved_while_typing(
    page: Page, built_in: Server, shelf: Shelf
):
    Candidate(page, built_in.url).goes_on(shelf.prepared(cv=None, job=job()), "upload")
    page.get_by_text("Or take it from a file").click()
    upload = page.locator("input[type=file]").nth(1)
    upload.set_input_files({"name": "job.txt", "mimeType": "", "buffer": ADVERT.encode()})
    expect(description(page)).to_have_value(ADVERT)

    description(page).fill("")
    expect(page.get_by_text("Still missing: your CV and the job description.")).to_be_visible()
    page.keyboard.type("A nurse for May.")
    expect(page.get_by_text("Still missing: your CV.")).to_be_visible()
    page.reload()

    expect(description(page)).to_have_value("A nurse for May.")
