from __future__ import annotations

import pytest
from pydantic import SecretStr

from core.bootstrap import TypedKey
from core.models import InterviewType, Level
from tests.pages.screen import button, shown

SETUP = "pages/setup.py"


def fill(page, title="Charge nurse", company="Northfield"):
    page.text_input(key="job_title").set_value(title)
    page.text_input(key="company_name").set_value(company)
    return page


@pytest.mark.parametrize(
    ("title", "company", "message"),
    [
        ("", "Northfield", "Please enter the job title."),
        ("   ", "Northfield", "Please enter the job title."),
        ("x" * 201, "Northfield", "Please use at most 200 characters."),
        ("Charge nurse", "", "Please enter the company name."),
    ],
)
def test_an_error_is_shown_and_what_was_typed_survives(open_page, title, company, message):
    page = fill(open_page(SETUP), title, company)

    button(page, "Continue").click().run()

    assert [error.value for error in page.error] == [message]
    assert page.text_input(key="job_title").value == title
    assert page.text_input(key="company_name").value == company


@pytest.mark.parametrize("count", [-1, 2, 16, 99])
def test_a_number_of_questions_out_of_range_is_told_and_mended(open_page, count):
    page = fill(open_page(SETUP))
    page.number_input(key="questions").set_value(count)

    button(page, "Continue").click().run()

    assert [error.value for error in page.error] == ["Please choose between 3 and 15 questions."]
    page.number_input(key="questions").set_value(5)
    button(page, "Continue").click().run()
    assert page.title[0].value == "Your documents"


def test_the_errors_of_both_fields_are_shown_at_once(open_page):
    page = fill(open_page(SETUP), " ", "x" * 201)

    button(page, "Continue").click().run()

    assert [error.value for error in page.error] == [
        "Please enter the job title.",
        "Please use at most 200 characters.",
    ]


def test_what_is_required_is_marked_and_the_labels_stay_plain(open_page):
    page = open_page(SETUP)

    assert [field.label for field in page.text_input] == ["Job title", "Company name"]
    assert all(field.placeholder.startswith("Required") for field in page.text_input)


def test_that_only_english_is_spoken_is_said_before_a_language_is_chosen(open_page):
    page = open_page(SETUP)

    assert "Whatever you choose, the interview will be in English" in shown(page)


def test_every_language_is_offered_by_its_own_name(open_page):
    page = open_page(SETUP)

    offered = page.selectbox(key="language").options
    assert offered[0] == "English"
    assert {"Español", "Français", "Deutsch", "Português", "Italiano", "العربية"} <= set(offered)
    assert {"हिन्दी", "中文", "日本語"} <= set(offered)


def test_with_a_model_it_is_said_in_which_language_the_built_in_interviewer_steps_in(
    app, open_page
):
    key = TypedKey(provider="openrouter", key=SecretStr("sk-or-v1-a-made-up-key"), model="a/b")
    with_model = app.with_keys([key])

    page = open_page(SETUP, of=with_model)

    assert "will be in English" not in shown(page)
    assert "the built-in interviewer steps in. It speaks English only." in shown(page)


def test_after_an_error_nothing_has_been_created(app, open_page):
    page = fill(open_page(SETUP), title="")

    button(page, "Continue").click().run()

    assert app.sessions.recent("local") == ()


def test_a_title_of_two_hundred_characters_is_fine(open_page):
    page = fill(open_page(SETUP), title="x" * 200)

    button(page, "Continue").click().run()

    assert page.title[0].value == "Your documents"


def test_what_was_chosen_is_what_is_created(app, open_page):
    page = fill(open_page(SETUP))
    page.selectbox(key="interview_type").select("Technical")
    page.selectbox(key="level").select("Senior")
    page.selectbox(key="language").select("Deutsch")
    page.number_input(key="questions").set_value(5)

    button(page, "Continue").click().run()

    [summary] = app.sessions.recent("local")
    created = app.sessions.get_session("local", summary.id)
    assert (created.job.title, created.job.company) == ("Charge nurse", "Northfield")
    assert (created.format.type, created.format.level) == (InterviewType.TECHNICAL, Level.SENIOR)
    assert (created.format.question_count, created.format.language) == (5, "de")


def test_the_interview_travels_in_the_address(app, open_page):
    page = fill(open_page(SETUP))

    button(page, "Continue").click().run()

    [summary] = app.sessions.recent("local")
    assert page.query_params["session"] == summary.id
