"""The whole journey as a candidate makes it, in a real browser on the real server."""

from __future__ import annotations

import json
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.e2e.candidate import ANSWERS, Candidate
from tests.e2e.server import Server
from tests.files import cv_pdf

PAGES = ("/", "/dashboard", "/setup", "/upload", "/interview", "/feedback")


def downloaded(page: Page, label: str) -> str:
    with page.expect_download() as download:
        page.get_by_role("button", name=label).click()
    path = Path(download.value.path())
    return path.read_text(encoding="utf-8")


def test_a_candidate_goes_from_a_pdf_to_feedback_without_any_key(page, built_in):
    candidate = Candidate(page, built_in.url).sets_up().brings(cv_pdf(), "cv.pdf").starts()

    candidate.answers_all().reads_feedback()

    expect(page.get_by_text("provisional").first).to_be_visible()
    for heading in ("Strengths", "What to work on", "CV suggestions"):
        expect(page.get_by_role("heading", name=heading)).to_be_visible()
    markdown = downloaded(page, "Download Markdown")
    report = json.loads(downloaded(page, "Download JSON"))
    assert "Charge nurse" in markdown
    assert json.dumps(ANSWERS[0], ensure_ascii=False)[1:-1] in json.dumps(
        report, ensure_ascii=False
    )
    expect(page.get_by_test_id("stException")).to_have_count(0)


def test_the_sample_leads_to_a_first_question_in_three_clicks(page, built_in):
    candidate = Candidate(page, built_in.url).opens()

    candidate.button("Try it with a sample CV").click()
    candidate.starts()

    candidate.sees_question(1, of=8)


def test_finishing_early_is_offered_after_the_first_answer_and_gives_feedback(
    page, built_in, shelf
):
    candidate = Candidate(page, built_in.url).goes_on(shelf.begun()).sees_question(1)
    expect(candidate.button("Finish early and get feedback")).to_have_count(0)

    candidate.answers(ANSWERS[1]).sees_question(2)
    candidate.composer.press_sequentially("Half an ans")
    candidate.button("Finish early and get feedback").click()
    expect(candidate.page.get_by_text("Finish now with 1 of 3 questions")).to_be_visible()
    expect(candidate.composer).to_have_value("Half an ans")
    candidate.button("Finish now").click()

    expect(page.get_by_text("Overall score", exact=True)).to_be_visible()
    expect(page.get_by_text("provisional").first).to_be_visible()


def test_a_number_of_questions_out_of_range_is_told(page, built_in):
    candidate = Candidate(page, built_in.url).sets_up(questions=99)

    expect(page.get_by_text("Please choose between 3 and 15 questions.")).to_be_visible()
    candidate.page.get_by_label("Number of questions").fill("3")
    candidate.button("Continue").click()

    expect(page.get_by_role("heading", name="Your documents")).to_be_visible()


def test_what_is_missing_is_told_until_it_is_typed(page, built_in):
    candidate = Candidate(page, built_in.url).opens("/setup")
    candidate.button("Continue").click()
    title = page.get_by_text("Please enter the job title.")
    company = page.get_by_text("Please enter the company name.")
    expect(title).to_be_visible()
    expect(company).to_be_visible()

    page.get_by_label("Job title").press_sequentially("N")
    expect(title).to_be_hidden()
    expect(company).to_be_visible()
    page.get_by_label("Job title").fill("   ")
    candidate.button("Continue").click()

    expect(title).to_be_visible()
    expect(company).to_be_visible()


def test_every_page_opens_by_direct_link_on_a_fresh_server(page, make_server):
    server: Server = make_server()

    for path in reversed(PAGES):
        page.goto(f"{server.url}{path}?session=unknown")
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        expect(page.get_by_test_id("stException")).to_have_count(0)
        if path in {"/upload", "/interview", "/feedback"}:
            expect(page.get_by_text("This interview was not found")).to_be_visible()
            page.goto(f"{server.url}{path}")
            expect(page.get_by_text("No interview is open here")).to_be_visible()


def test_a_deleted_interview_is_gone_from_the_dashboard_and_by_its_address(page, make_server):
    server: Server = make_server()
    candidate = Candidate(page, server.url).sets_up(title="To be deleted")
    candidate.brings(cv_pdf(), "cv.pdf")
    address = page.url

    candidate.opens("/dashboard")
    candidate.button("Delete").click()
    candidate.button("Yes, delete").click()

    expect(page.get_by_text("You have no interviews yet.")).to_be_visible()
    page.goto(address)
    expect(page.get_by_text("This interview was not found")).to_be_visible()
    assert list((server.folder / "uploads").iterdir()) == []


def test_a_phone_shows_the_interview_without_scrolling_sideways(page, built_in, shelf):
    page.set_viewport_size({"width": 390, "height": 844})
    page.emulate_media(color_scheme="dark")
    Candidate(page, built_in.url).goes_on(shelf.begun()).sees_question(1)

    overflow = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")

    assert overflow <= 0
