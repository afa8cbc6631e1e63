from __future__ import annotations

import pytest

from core.exceptions import SessionNotFound
from tests.pages.screen import button, buttons, links, shown

DASHBOARD = "pages/dashboard.py"


def test_an_empty_dashboard_says_so(open_page):
    page = open_page(DASHBOARD)

    assert "You have no interviews yet." in shown(page)
    assert "New interview" in links(page)


def test_a_card_shows_job_company_date_and_progress(open_page, started):
    page = open_page(DASHBOARD)

    text = shown(page)
    assert all(word in text for word in (started.job.title, "0 of 8 questions", "20"))
    assert "Continue" in links(page)


def test_a_finished_interview_shows_its_score(app, open_page, finished):
    app.feedback.generate_feedback("local", finished.id)

    page = open_page(DASHBOARD)

    assert "core" in shown(page)
    assert "See feedback" in links(page)


def test_deleting_asks_first(app, open_page, started):
    page = open_page(DASHBOARD)

    button(page, "Delete").click().run()

    assert {"Yes, delete", "Keep it"} <= set(buttons(page))
    assert app.sessions.get_session("local", started.id)


def test_deleting_does_not_look_like_the_main_step(open_page, started):
    page = open_page(DASHBOARD)

    button(page, "Delete").click().run()

    assert button(page, "Yes, delete").proto.type == "secondary"


def test_a_skipped_question_counts_as_done_and_not_as_answered(app, open_page, started):
    app.interviews.skip_question("local", started.id, 1)

    page = open_page(DASHBOARD)

    assert "1 of 8 questions" in shown(page)
    assert "answered" not in shown(page)


def test_what_is_kept_is_not_deleted(app, open_page, started):
    page = open_page(DASHBOARD)
    button(page, "Delete").click().run()

    button(page, "Keep it").click().run()

    assert "Yes, delete" not in buttons(page)
    assert app.sessions.get_session("local", started.id)


def test_what_is_deleted_is_gone(app, open_page, started):
    page = open_page(DASHBOARD)
    button(page, "Delete").click().run()

    button(page, "Yes, delete").click().run()

    assert "You have no interviews yet." in shown(page)
    with pytest.raises(SessionNotFound):
        app.sessions.get_session("local", started.id)


def test_deleting_what_another_tab_has_deleted_is_no_crash(app, open_page, started):
    page = open_page(DASHBOARD)
    button(page, "Delete").click().run()
    app.sessions.delete_session("local", started.id)

    button(page, "Yes, delete").click().run()

    assert not page.exception
    assert "You have no interviews yet." in shown(page)
