from __future__ import annotations

from dataclasses import replace

import pytest
from pydantic import SecretStr

from core.ai.client import AIClient
from core.ai.providers.veil import MASK
from core.ai.typed_keys import TypedKey
from core.ai.types import Attempt, Chunk, ChunkKind, Purpose
from core.exceptions import FailureKind
from core.interview.leading.director import decide
from core.models import Document
from tests.builders import ADVERT, CV, answer, question
from tests.core.ai.conftest import KEY, shown
from tests.core.ai.interviews import ANSWERED, PLANNED, STORY
from tests.fakes.gemini_server import ScriptedGemini
from tests.fakes.gemini_server import says as gemini_says
from tests.fakes.interviewer import fences_in, missing_from, play, prompt_of
from tests.fakes.openai_server import ScriptedOpenAI, plays_along, says
from tests.fakes.replies import refuses


def follow_up(client: AIClient, attempts: list[Attempt]) -> list[Chunk]:
    decision = decide(ANSWERED)
    return list(client.generate_followup_question(ANSWERED, decision, attempts.append))


def test_without_a_model_the_planned_words_are_asked(client_of, attempts):
    decision = decide(PLANNED)

    chunks = list(client_of().generate_first_question(PLANNED, decision, attempts.append))

    assert shown(chunks) == decision.wording
    assert chunks[-1].provider == "Built-in interviewer"
    assert chunks[-1].prompt_hash == ""
    assert [attempt.provider for attempt in attempts] == ["built-in"]


def test_without_a_model_no_prompt_is_written(client_of, attempts):
    unreadable = replace(PLANNED, cv=Document(text=None))  # type: ignore[arg-type]  # it would fail

    decision = decide(PLANNED)
    chunks = list(client_of().generate_first_question(unreadable, decision, attempts.append))

    assert shown(chunks) == decision.wording


def test_when_no_model_answers_the_planned_words_are_asked(client_of, attempts):
    client = client_of(ScriptedOpenAI(refuses(401)), ScriptedGemini(refuses(503)))

    chunks = follow_up(client, attempts)

    assert shown(chunks) == decide(ANSWERED).wording
    assert [attempt.failure for attempt in attempts] == [
        FailureKind.AUTH,
        FailureKind.TRANSIENT,
        None,
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Great answer! What did you do next?",
        "Who was involved? What did they do?",
        "Tell me more.",
        "**Question 2:** what did you do?",
    ],
)
def test_words_that_must_not_be_asked_are_not_shown(client_of, attempts, text):
    client = client_of(ScriptedOpenAI(says(text)), ScriptedGemini(gemini_says("What came next?")))

    chunks = follow_up(client, attempts)

    assert "".join(chunk.text for chunk in chunks if chunk.kind is ChunkKind.TEXT) == (
        "What came next?"
    )
    assert attempts[0].failure is FailureKind.BAD_OUTPUT


def test_words_that_were_seen_before_they_were_found_faulty_are_taken_back(client_of, attempts):
    text = "word " * 61 + "?"
    client = client_of(ScriptedOpenAI(says(text)), ScriptedGemini(gemini_says("What came next?")))

    chunks = follow_up(client, attempts)

    assert shown(chunks) == "What came next?"
    assert ChunkKind.RESET in {chunk.kind for chunk in chunks}
    assert attempts[0].failure is FailureKind.BAD_OUTPUT


def test_a_key_that_a_server_sends_back_is_neither_asked_nor_recorded(client_of, attempts):
    client = client_of(ScriptedOpenAI(says(f"Is {KEY} your key?")))

    chunks = follow_up(client, attempts)

    assert shown(chunks) == f"Is {MASK} your key?"
    assert KEY not in repr((chunks, attempts))


def test_with_a_typed_key_its_provider_is_asked_first(client_of, attempts):
    typed, configured = ScriptedOpenAI(says("What came of it?")), ScriptedGemini()
    client = client_of(typed, configured).with_keys(
        [TypedKey(provider="openrouter", key=SecretStr("typed-0123456789"), model="typed/model")]
    )

    chunks = follow_up(client, attempts)

    assert shown(chunks) == "What came of it?"
    assert typed.request.headers["authorization"] == "Bearer typed-0123456789"
    assert (attempts[0].provider, attempts[0].model) == ("openrouter", "typed/model")
    assert not configured.requests


def test_the_connection_to_each_provider_can_be_tested(client_of):
    client = client_of(ScriptedOpenAI(says("ready")), ScriptedGemini(refuses(401)))

    assert not client.test("openrouter").problem
    assert client.test("gemini").problem == "Gemini did not accept its key."


def test_the_first_question_is_worded_from_the_decision(client_of, attempts):
    server = ScriptedOpenAI(says("What drew you to this role?"))
    decision = decide(PLANNED)

    chunks = list(client_of(server).generate_first_question(PLANNED, decision, attempts.append))

    fences = fences_in(prompt_of(server.request.body))
    assert shown(chunks) == "What drew you to this role?"
    assert fences["cv", 0] == CV
    assert fences["job-description", 0] == ADVERT
    assert decision.wording in fences["planned-question", 0]
    assert len(chunks[-1].prompt_hash) >= 12
    assert attempts[0].purpose is Purpose.QUESTION


def test_a_later_question_is_worded_from_all_that_was_said(client_of, attempts):
    server = ScriptedOpenAI(says("What came of it?"))

    follow_up(client_of(server), attempts)

    fences = fences_in(prompt_of(server.request.body))
    assert fences["question", 1] == "What did you change?"
    assert fences["answer", 1] == STORY


def test_every_call_has_fences_of_its_own(client_of, attempts):
    server = ScriptedOpenAI(says("What came of it?"), says("What came of it?"))
    client = client_of(server)

    follow_up(client, attempts)
    follow_up(client, attempts)

    first, second = (prompt_of(one.body) for one in server.requests)
    assert first != second


def test_the_candidate_writes_nothing_into_the_system_prompt(client_of, attempts):
    server = ScriptedOpenAI(says("What came of it?"))

    follow_up(client_of(server), attempts)

    system, user = server.request.body["messages"]
    assert system["role"] == "system"
    for untrusted in (CV, ADVERT, STORY, "Charge nurse", "Northfield"):
        assert untrusted not in system["content"]
        assert untrusted in user["content"]


def test_the_statuses_list_every_provider(client_of):
    client = client_of(ScriptedOpenAI())

    assert [(status.name, status.active) for status in client.statuses] == [
        ("openrouter", True),
        ("gemini", False),
        ("openai", False),
        ("local", False),
        ("built-in", True),
    ]


def test_a_model_that_behaves_leads_a_whole_interview(client_of, attempts):
    client = client_of(ScriptedOpenAI(otherwise=plays_along))
    interview = PLANNED

    for number in range(1, 4):
        decision = decide(interview)
        ask = client.generate_first_question if number == 1 else client.generate_followup_question
        asked = shown(list(ask(interview, decision, attempts.append)))
        said = (question(number, asked, topic=decision.topic), answer(number, STORY))
        interview = replace(interview, messages=(*interview.messages, *said))
        assert asked == f"Number {number}: {decision.wording}"
    assessment = client.generate_feedback(interview, attempts.append)

    assert assessment.provider == "OpenRouter"
    assert assessment.score.value is not None
    assert not [attempt for attempt in attempts if attempt.failure]


def test_the_model_that_behaves_says_what_it_is_asked_for():
    nothing = {"messages": [{"role": "user", "content": "Hello"}]}
    prompt = "<planned-question id=1f>\nWhy nursing?\n</planned-question id=1f>"

    assert missing_from(nothing) == ("job", "job-description", "cv", "planned-question")
    assert play({"messages": [{"role": "user", "content": prompt}]}) == "Number 1: Why nursing?"
