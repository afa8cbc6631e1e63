"""A whole interview with a model that fails in another way on every turn."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pydantic import SecretStr

from core.bootstrap import App, build_app
from core.config import TestSettings
from core.models import ASKED, Format, Kind, Purpose, Stage
from tests.builders import ADVERT, CV, OWNER
from tests.fakes.faults import garbled_gzip
from tests.fakes.openai_server import ScriptedOpenAI, breaks, event, plays_along, says, sends
from tests.fakes.replies import Chatter, Ending, Hold, Reply, hangs_up, refuses

BORNE = 2.5  # seconds of silence: a busy machine is slow at times
LONG = "You said that the labels were changed in the end, so "
STORY = "In week {} I checked every chart myself, found two alike labels and had them changed."
TROUBLES: tuple[tuple[str, tuple[Reply, ...], str], ...] = (
    # what happens, what the server sends, the line that the candidate reads
    ("hangs up", (hangs_up(),), "The connection to OpenRouter broke, so it was asked again."),
    ("is busy", (refuses(503),), "OpenRouter had a fault of its own, so it was asked again."),
    (
        "breaks off",
        (breaks(LONG, Ending.RESET),),
        "The connection to OpenRouter broke, so it was asked again.",
    ),
    (
        "stalls",
        (breaks(LONG, Hold()),),
        "OpenRouter did not answer in time, so it was asked again.",
    ),
    (
        "ends without a reason",
        (says(LONG, None),),
        "OpenRouter stopped in the middle of its answer, so it was asked again.",
    ),
    (
        "praises once",
        (says("Great answer, well done! What did you do next?"),),
        "OpenRouter gave an answer that cannot be used, so it was asked again.",
    ),
    (
        "praises twice",
        (says("Great answer, well done! What came next?"), says("Excellent! What came next?")),
        "gave an answer that cannot be used, so the built-in interviewer asked this question.",
    ),
    (
        "sends an error in the stream",
        (sends(event({"error": {"code": 502, "message": "upstream"}})),),
        "OpenRouter had a fault of its own, so it was asked again.",
    ),
    (
        "is not understood",
        (garbled_gzip(), sends(Chatter(0.02))),
        "and OpenRouter did not answer in time, so it was asked again.",
    ),
)


@pytest.fixture
def model() -> Iterator[ScriptedOpenAI]:
    with ScriptedOpenAI(otherwise=plays_along) as server:
        yield server


@pytest.fixture
def app(tmp_path, model) -> Iterator[App]:
    settings = TestSettings(
        data_folder=tmp_path,
        openrouter_base_url=model.url,
        openrouter_api_key=SecretStr("sk-or-v1-0123456789"),
        ai_idle_seconds=BORNE,
        ai_first_token_seconds=BORNE,
        ai_attempts=3,
    )
    app = build_app(settings)
    yield app
    app.close()


def set_up(app: App, count: int = 8) -> str:
    chosen = Format(question_count=count)
    session = app.sessions.create_session(OWNER, "Charge nurse", "Northfield", chosen)
    app.documents.correct_cv_text(OWNER, session.id, CV)
    app.documents.process_job_description(OWNER, session.id, ADVERT)
    return session.id


def test_every_answer_is_stored_once_and_every_failure_is_told(app, model):
    app.visitors.local()
    last = len(TROUBLES)
    session_id = set_up(app, last)
    for number, (_, replies, _) in enumerate(TROUBLES, start=1):
        model.then(*replies)
        if number == 1:
            app.interviews.start_interview(OWNER, session_id)
        else:
            app.interviews.submit_answer(OWNER, session_id, number - 1, STORY.format(number - 1))
    app.interviews.submit_answer(OWNER, session_id, last, STORY.format(last))

    session = app.sessions.get_session(OWNER, session_id)

    assert session.stage is Stage.FINISHED
    answers = [one.content for one in session.messages if one.kind is Kind.ANSWER]
    assert answers == [STORY.format(number) for number in range(1, last + 1)]
    asked = [one for one in session.messages if one.kind in ASKED]
    assert len(asked) == last
    assert all(one.content.strip() for one in asked)
    for question, (trouble, _, line) in zip(asked, TROUBLES, strict=True):
        assert question.notice.endswith(line), trouble


def test_an_interview_with_feedback_takes_nine_calls_when_nothing_fails(app, model):
    app.visitors.local()
    session_id = set_up(app)
    app.interviews.start_interview(OWNER, session_id)
    for number in range(1, 9):
        app.interviews.submit_answer(OWNER, session_id, number, STORY.format(number))

    app.feedback.generate_feedback(OWNER, session_id)

    attempts = app.account.of_session(OWNER, session_id)
    assert len(model.requests) == 9, "at most 11 are wanted"
    assert [one.purpose for one in attempts] == [Purpose.QUESTION] * 8 + [Purpose.FEEDBACK]
    assert not any(one.failure or one.retries for one in attempts)
