"""Whole interviews in each language with a scripted model: all that is said is kept and shown."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pydantic import SecretStr

from core.bootstrap import App, build_app
from core.config import TestSettings
from core.models import ASKED, Format, InterviewSession, Kind, Stage
from core.prompts import tokens_in
from core.reports import as_json
from tests.builders import OWNER
from tests.core.interview.wordings import HONEST, KNOWN
from tests.fakes.interviewer import prompt_of
from tests.fakes.openai_server import ScriptedOpenAI, says
from ui.safe import safe_markdown

INTERVIEW = "pages/interview.py"
COUNT = 8
ENGLISH_ONLY = "The built-in interviewer speaks English only."
ADVERT = "We need a charge nurse. You must have experience with medication safety."
ANSWERS = {
    "en": "In 2022 I checked every chart myself and had the labels changed.",
    "es": "En 2022 revisé yo misma cada ficha y pedí que cambiaran las etiquetas.",
    "fr": "En 2022, j'ai vérifié moi-même chaque fiche et fait changer les étiquettes.",
    "de": "2022 habe ich jede Akte selbst geprüft und die Etiketten ändern lassen.",
    "pt": "Em 2022 verifiquei eu mesma cada ficha e pedi que trocassem as etiquetas.",
    "it": "Nel 2022 ho controllato io ogni cartella e ho fatto cambiare le etichette.",
    "ar": "في عام 2022 راجعتُ كل ملف بنفسي\nوطلبتُ تغيير الملصقات.",
    "hi": "2022 में मैंने हर फ़ाइल ख़ुद जाँची और लेबल बदलवाए।",
    "zh": "2022年我亲自检查了每份病历。我请药房更换了标签。",
    "ja": "2022年に私がすべてのカルテを確認し、ラベルを変えてもらいました。",
}


@pytest.fixture
def model() -> Iterator[ScriptedOpenAI]:
    with ScriptedOpenAI() as server:
        yield server


@pytest.fixture
def app(tmp_path, model) -> Iterator[App]:
    settings = TestSettings(
        data_folder=tmp_path,
        openrouter_base_url=model.url,
        openrouter_api_key=SecretStr("sk-or-v1-0123456789"),
        ai_attempts=1,
    )
    app = build_app(settings)
    app.visitors.local()
    yield app
    app.close()


def set_up(app: App, language: str, count: int = COUNT) -> str:
    chosen = Format(question_count=count, language=language)
    session = app.sessions.create_session(OWNER, "Charge nurse", "Northfield", chosen)
    app.documents.correct_cv_text(OWNER, session.id, KNOWN)
    app.documents.process_job_description(OWNER, session.id, ADVERT)
    return session.id


def held(app: App, language: str) -> InterviewSession:
    """The interview with all its questions answered alike but for a number."""
    session_id = set_up(app, language)
    app.interviews.start_interview(OWNER, session_id)
    for number in range(1, COUNT + 1):
        text = f"{ANSWERS[language]} ({number})"
        app.interviews.submit_answer(OWNER, session_id, number, text)
    return app.sessions.get_session(OWNER, session_id)


@pytest.mark.parametrize("language", sorted(ANSWERS))
def test_eight_questions_are_asked_stored_and_shown_as_they_were_sent(
    app, model, open_page, language
):
    asked = HONEST[language][:COUNT]
    model.then(*map(says, asked))

    session = held(app, language)
    shown = {element.value for element in open_page(INTERVIEW, session.id).markdown}

    assert session.stage is Stage.FINISHED
    questions = [one for one in session.messages if one.kind in ASKED]
    assert tuple(one.content for one in questions) == asked
    assert not any(one.notice for one in questions)
    answers = [one.content for one in session.messages if one.kind is Kind.ANSWER]
    assert answers == [f"{ANSWERS[language]} ({number})" for number in range(1, COUNT + 1)]
    assert shown >= {safe_markdown(one.content) for one in session.messages}
    assert all(text in as_json(session, None) for text in asked)
    attempts = app.account.of_session(OWNER, session.id)
    assert [(one.failure, one.retries) for one in attempts] == [(None, 0)] * COUNT
    assert len(model.requests) == COUNT, "one call a turn"
    assert all(tokens_in(prompt_of(one.body)) < 3_000 for one in model.requests)


def test_when_the_built_in_interviewer_steps_in_it_says_that_it_speaks_english(
    app, model, open_page
):
    model.then(
        says("Sehr gut! Was geschah dann?"), says("What did you do then, in your own words?")
    )
    session_id = set_up(app, "de", count=3)

    app.interviews.start_interview(OWNER, session_id)

    [question] = app.sessions.get_session(OWNER, session_id).messages
    assert question.provider == "Built-in interviewer"
    assert question.notice == (
        "OpenRouter gave an answer that cannot be used, so the built-in interviewer asked this "
        f"question. {ENGLISH_ONLY}"
    )
    captions = [element.value for element in open_page(INTERVIEW, session_id).caption]
    assert any(ENGLISH_ONLY in caption for caption in captions)


def test_what_was_wrong_is_named_in_words_that_a_model_can_act_on(app, model):
    rejected = "How did you learn Kubernetes at Globex?"
    model.then(says(rejected), says("How did you learn SQL?"))
    session_id = set_up(app, "en", count=3)

    app.interviews.start_interview(OWNER, session_id)

    first, second = (prompt_of(one.body) for one in model.requests)
    assert second == (
        f"{first}\n\nYour last wording was rejected: The question names Kubernetes, which nobody "
        "has mentioned. Word it again."
    )
    assert rejected not in second
    [question] = app.sessions.get_session(OWNER, session_id).messages
    assert question.content == "How did you learn SQL?"
