from __future__ import annotations

from dataclasses import replace

from tests.pages.screen import button, links, shown


def test_the_welcome_page_needs_no_key_and_says_so(open_page):
    page = open_page("streamlit_app.py")

    assert not page.exception
    assert "Built-in interviewer, no key needed" in shown(page)


def test_starting_leads_to_the_set_up(open_page):
    page = open_page("streamlit_app.py")

    page.button[0].click().run()

    assert page.title[0].value == "New interview"


def test_the_sample_shows_what_was_filled_in(open_page):
    page = open_page("streamlit_app.py")

    button(page, "Try it with a sample CV").click().run()

    assert page.title[0].value == "Your documents"
    assert all(area.value for area in page.text_area)


def test_the_latest_interviews_offer_their_next_step(open_page, started):
    page = open_page("streamlit_app.py")

    assert "Continue" in links(page)
    assert "See feedback" not in links(page)


def test_a_finished_interview_offers_its_feedback(open_page, finished):
    page = open_page("streamlit_app.py")

    assert "See feedback" in links(page)
    assert "Continue" not in links(page)


def test_every_provider_is_listed_with_its_state(app, open_page):
    page = open_page("streamlit_app.py")

    assert all(provider.label in shown(page) for provider in app.interviewer.providers)


def test_the_page_says_where_words_are_kept(app, open_page):
    page = open_page("streamlit_app.py")

    assert page.code[0].value == str(app.storage.folder)


def test_storage_that_vanishes_is_said_before_anything_is_lost(app, open_page):
    shaky = replace(app, storage=replace(app.storage, vanishes=True))

    page = open_page("streamlit_app.py", of=shaky)

    assert "does not keep files" in page.warning[0].value


def test_a_fall_back_folder_is_named(app, open_page):
    elsewhere = replace(app, storage=replace(app.storage, is_fallback=True))

    page = open_page("streamlit_app.py", of=elsewhere)

    assert page.code[0].value == str(app.storage.folder)
    assert "fall-back folder" in page.warning[0].value
