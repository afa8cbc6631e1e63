"""Where it is said which language the built-in interviewer speaks."""

from __future__ import annotations

import pytest
from pydantic import SecretStr

from core.bootstrap import TypedKey
from core.models import Format
from tests.builders import ADVERT, CV, OWNER
from tests.pages.screen import shown

UPLOAD = "pages/upload.py"
IN_ENGLISH = "This interview is in English: the built-in interviewer speaks no other language."
LEADS = "The built-in interviewer leads this interview. It speaks English only."
NOT_SCORED = "Answers in other languages are kept, but not scored."
STEPS_IN = "the built-in interviewer steps in. It speaks English only."


@pytest.fixture
def with_model(app):
    key = TypedKey(provider="openrouter", key=SecretStr("sk-or-v1-a-made-up-key"), model="a/b")
    return app.with_keys([key])


@pytest.fixture
def prepared_in(app):
    app.visitors.local()

    def prepared_in(language: str) -> str:
        chosen = Format(language=language)
        session = app.sessions.create_session(OWNER, "Charge nurse", "Northfield", chosen)
        app.documents.correct_cv_text(OWNER, session.id, CV)
        app.documents.process_job_description(OWNER, session.id, ADVERT)
        return session.id

    return prepared_in


@pytest.mark.parametrize("language", ["de", "ar", "ja"])
def test_without_a_model_it_is_said_before_the_start_that_the_interview_is_in_english(
    open_page, prepared_in, language
):
    page = open_page(UPLOAD, prepared_in(language))

    assert f"{IN_ENGLISH} {NOT_SCORED}" in shown(page)


def test_without_a_model_an_english_interview_says_so_too(open_page, prepared_in):
    page = open_page(UPLOAD, prepared_in("en"))

    assert f"{LEADS} {NOT_SCORED}" in shown(page)
    assert IN_ENGLISH not in shown(page)


def test_with_a_model_it_is_said_what_happens_when_it_fails(open_page, prepared_in, with_model):
    page = open_page(UPLOAD, prepared_in("de"), of=with_model)

    assert "This interview is in German. When no model can answer" in shown(page)
    assert STEPS_IN in shown(page)


def test_with_a_model_and_in_english_there_is_nothing_to_say(open_page, prepared_in, with_model):
    page = open_page(UPLOAD, prepared_in("en"), of=with_model)

    assert "speaks" not in shown(page)


def test_after_the_start_it_is_no_longer_said_there(app, open_page, prepared_in):
    session_id = prepared_in("en")
    app.interviews.start_interview(OWNER, session_id)

    page = open_page(UPLOAD, session_id)

    assert LEADS not in shown(page)
