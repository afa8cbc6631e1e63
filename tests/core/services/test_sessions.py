from __future__ import annotations

import pytest

from core.exceptions import SessionNotFound, ValidationError, WrongMoment
from core.models import Format, InterviewType, Level, Stage
from tests.builders import OWNER


def test_a_session_is_created_with_tidy_words_and_found_again(app):
    chosen = Format(
        type=InterviewType.TECHNICAL, level=Level.SENIOR, question_count=5, language="de"
    )

    created = app.sessions.create_session(OWNER, "  Data engineer ", " Acme ", chosen)

    assert (created.job.title, created.job.company) == ("Data engineer", "Acme")
    assert app.sessions.get_session(OWNER, created.id) == created


@pytest.mark.parametrize(
    ("title", "company", "field"),
    [("", "Acme", "title"), ("x" * 201, "Acme", "title"), ("Nurse", "   ", "company")],
)
def test_a_set_up_that_cannot_be_used_names_its_field_and_stores_nothing(
    app, title, company, field
):
    with pytest.raises(ValidationError) as refused:
        app.sessions.create_session(OWNER, title, company)

    assert refused.value.field == field
    assert app.sessions.recent(OWNER) == ()


def finished(app):
    """The sample interview, ended after one answer that shows nothing the advert asks for."""
    sample = app.sessions.create_sample_session(OWNER)
    app.interviews.start_interview(OWNER, sample.id)
    app.interviews.submit_answer(OWNER, sample.id, 1, "I asked for more time and wrote it down.")
    return app.interviews.finish_early(OWNER, sample.id)


def test_the_next_interview_has_the_same_documents_and_asks_for_what_was_not_shown(app):
    last = finished(app)

    following = app.sessions.create_next_session(OWNER, last.id)

    assert following.id != last.id
    assert following.stage is Stage.PREPARING
    assert (following.job, following.format, following.cv) == (last.job, last.format, last.cv)
    assert app.sessions.get_session(OWNER, following.id) == following
    started = app.interviews.start_interview(OWNER, following.id)
    reasons = [question.reason for question in started.plan.questions]
    assert sum("your last interview" in reason for reason in reasons) > 0


def test_the_next_interview_keeps_its_cv_when_the_last_one_is_deleted(app, settings):
    created = app.sessions.create_session(OWNER, "Nurse", "Acme")
    app.documents.process_cv_upload(OWNER, created.id, b"Mina Example, nurse. " * 20, "cv.txt")
    app.documents.process_job_description(OWNER, created.id, "You must know triage. " * 20)
    app.interviews.start_interview(OWNER, created.id)
    app.interviews.submit_answer(OWNER, created.id, 1, "I did the triage.")
    app.interviews.finish_early(OWNER, created.id)

    following = app.sessions.create_next_session(OWNER, created.id)
    app.sessions.delete_session(OWNER, created.id)

    assert app.sessions.get_session(OWNER, following.id).cv.text.startswith("Mina Example")
    assert list((settings.data_folder / "uploads").iterdir()) == []


def test_there_is_no_next_interview_before_the_end(app):
    sample = app.sessions.create_sample_session(OWNER)

    with pytest.raises(WrongMoment):
        app.sessions.create_next_session(OWNER, sample.id)

    assert len(app.sessions.recent(OWNER)) == 1


def test_the_next_interview_of_somebody_else_is_not_found(app):
    last = finished(app)

    with pytest.raises(SessionNotFound):
        app.sessions.create_next_session("somebody else", last.id)


def test_ids_cannot_be_guessed(app):
    ids = {app.sessions.create_session(OWNER, "Nurse", "Acme").id for _ in range(5)}

    assert len(ids) == 5
    assert min(map(len, ids)) >= 32


def test_the_sample_is_ready_to_start(app):
    sample = app.sessions.create_sample_session(OWNER)

    assert app.sessions.is_ready_for_interview(OWNER, sample.id)
    assert sample.stage is Stage.PREPARING


def test_a_new_session_is_not_ready(app):
    created = app.sessions.create_session(OWNER, "Nurse", "Acme")

    assert not app.sessions.is_ready_for_interview(OWNER, created.id)


def test_an_interview_without_an_uploaded_file_can_be_deleted(app):
    sample = app.sessions.create_sample_session(OWNER)

    app.sessions.delete_session(OWNER, sample.id)

    assert app.sessions.recent(OWNER) == ()


def test_deleting_removes_rows_and_the_uploaded_original(app, settings):
    created = app.sessions.create_session(OWNER, "Nurse", "Acme")
    app.documents.process_cv_upload(OWNER, created.id, b"Mina Example, nurse. " * 20, "cv.txt")
    uploads = settings.data_folder / "uploads"
    assert len(list(uploads.iterdir())) == 1

    app.sessions.delete_session(OWNER, created.id)

    assert list(uploads.iterdir()) == []
    with pytest.raises(SessionNotFound):
        app.sessions.get_session(OWNER, created.id)


def test_anothers_session_cannot_be_deleted(app, settings):
    created = app.sessions.create_session(OWNER, "Nurse", "Acme")
    app.documents.process_cv_upload(OWNER, created.id, b"Mina Example, nurse. " * 20, "cv.txt")

    with pytest.raises(SessionNotFound):
        app.sessions.delete_session(app.visitors.anonymous("t").id, created.id)

    assert len(list((settings.data_folder / "uploads").iterdir())) == 1
