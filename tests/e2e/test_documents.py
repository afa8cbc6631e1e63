"""Documents are read elsewhere: typing, reloading and a second tab neither stop nor repeat it."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e.candidate import ADVERT, Candidate
from tests.e2e.server import Server
from tests.fakes import recognition
from tests.files import cv_pdf, scan_pdf

TYPED = ADVERT.replace("\n", " ")
HOLD = (  # for each page it leaves a folder: what reads a document may not write a byte
    "mkdir {folder}/read-$$; while [ ! -e {folder}/gate ]; do sleep 0.05; done; "
    "echo 'Recognised words'"
)


def cv_text(page: Page) -> Locator:
    return page.get_by_label("Text taken from your CV")


def description(page: Page) -> Locator:
    return page.get_by_role("textbox", name="Job description")


def choose(page: Page, data: bytes, name: str) -> None:
    upload = page.locator("input[type=file]").first
    upload.wait_for(state="attached")
    upload.set_input_files({"name": name, "mimeType": "", "buffer": data})


def originals(server: Server) -> list[Path]:
    return list((server.log.parent / "uploads").iterdir())


@pytest.fixture
def recognising(make_server: Callable[..., Server], tmp_path: Path) -> Server:
    """A server with a stand-in for tesseract, which waits until the test opens a gate."""
    programs = tmp_path / "programs"
    programs.mkdir()
    recognition.install(programs, HOLD.format(folder=tmp_path))
    return make_server(PATH=f"{programs}{os.pathsep}{os.environ['PATH']}")


def recognise(page: Page) -> None:
    page.get_by_role("button", name="Read it with text recognition (slow)", exact=True).click()
    expect(page.get_by_text("Recognising page 1 of 2…")).to_be_visible()


def test_a_scan_is_read_on_request_and_every_tab_sees_it(
    page: Page, recognising: Server, tmp_path: Path
):
    candidate = Candidate(page, recognising.url).sets_up().brings(cv_pdf(), "cv.pdf")
    choose(page, scan_pdf(2), "scan.pdf")
    expect(page.get_by_text("it looks like a scan")).to_be_visible()
    expect(page.get_by_text("The former CV, cv.pdf, is still in use.")).to_be_visible()
    recognise(page)
    expect(candidate.button("Start interview")).to_be_disabled()
    other = page.context.new_page()
    other.goto(page.url)
    expect(other.get_by_text("Recognising page 1 of 2…")).to_be_visible()

    (tmp_path / "gate").touch()

    for tab in (page, other):
        expect(cv_text(tab)).to_have_value(re.compile("Recognised words"))
        expect(tab.get_by_text("recognition makes mistakes")).to_be_visible()
    expect(candidate.button("Start interview")).to_be_enabled()
    assert len(originals(recognising)) == 1


def test_typing_while_a_document_is_read_neither_stops_nor_repeats_it(
    page: Page, recognising: Server, tmp_path: Path
):
    Candidate(page, recognising.url).sets_up()
    description(page).wait_for()
    choose(page, scan_pdf(2), "scan.pdf")
    recognise(page)

    description(page).click()
    page.keyboard.type(TYPED, delay=15)
    expect(page.get_by_text("Recognising page 1 of 2…")).to_be_visible()
    (tmp_path / "gate").touch()

    expect(cv_text(page)).to_have_value(re.compile("Recognised words"))
    expect(description(page)).to_have_value(TYPED)
    expect(description(page)).to_be_focused()
    assert len(list(tmp_path.glob("read-*"))) == 2
    assert len(originals(recognising)) == 1


def test_a_reload_in_the_middle_loses_neither_the_reading_nor_its_result(
    page: Page, recognising: Server, tmp_path: Path
):
    candidate = Candidate(page, recognising.url).sets_up()
    description(page).wait_for()
    choose(page, scan_pdf(2), "scan.pdf")
    recognise(page)

    candidate.reloads()
    expect(page.get_by_text("Recognising page 1 of 2…")).to_be_visible()
    (tmp_path / "gate").touch()

    expect(cv_text(page)).to_have_value(re.compile("Recognised words"))
    expect(page.get_by_text("From scan.pdf.")).to_be_visible()


def test_an_advert_from_a_file_can_be_corrected_and_is_saved_while_typing(page: Page, built_in):
    Candidate(page, built_in.url).sets_up()
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
