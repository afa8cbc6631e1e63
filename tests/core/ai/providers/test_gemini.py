from __future__ import annotations

from contextlib import closing

import pytest

from core.ai.fallback.chain import ProviderChain
from core.ai.fallback.retry import RetryPolicy
from core.ai.faults.failures import OptionsRefused, OutOfTokens
from core.ai.providers.gemini import GeminiProvider
from core.ai.types import Turn
from core.exceptions import AllProvidersFailed, FailureKind, ProviderError
from tests.core.ai.conftest import IDLE, KEY, healthy, heard, request, shown
from tests.fakes import gemini_server as gemini
from tests.fakes.replies import Hold, Reply, refuses

JSON_WISH = request(
    schema={"type": "object", "properties": {"a": {"type": "integer", "default": 1}}}
)
IN_JSON = {"responseMimeType"}
BY_SCHEMA = {"responseMimeType", "responseJsonSchema"}


def refused(message: str) -> Reply:
    return refuses(400, gemini.error(400, "INVALID_ARGUMENT", message))


def forms(line) -> list[set[str]]:
    """In which form JSON was asked for, request by request."""
    return [set(one.body["generationConfig"]) & BY_SCHEMA for one in line.server.requests]


def asked_through_the_chain(provider, attempts):
    chain = ProviderChain([provider], healthy(), RetryPolicy(attempts=1))
    with closing(chain.stream(JSON_WISH, attempts.append)) as chunks:
        return list(chunks)


@pytest.mark.filterwarnings("ignore:SOMETHING_NEW is not a valid FinishReason")
@pytest.mark.parametrize(
    ("finish", "text", "kind"),
    [
        ("SAFETY", "Tell me", FailureKind.BLOCKED),
        ("RECITATION", "", FailureKind.BLOCKED),
        ("MAX_TOKENS", "Tell me", FailureKind.TRUNCATED),
        ("MAX_TOKENS", "", FailureKind.BAD_OUTPUT),
        ("OTHER", "Tell me", FailureKind.TRANSIENT),
        ("SOMETHING_NEW", "Tell me", FailureKind.TRANSIENT),
        ("FINISH_REASON_UNSPECIFIED", "Tell me", FailureKind.TRUNCATED),
    ],
)
def test_a_reply_that_did_not_end_well_is_a_failure(gemini_line, finish, text, kind):
    gemini_line.script(gemini.says(text, finish))

    assert failure_of(gemini_line).kind is kind


@pytest.mark.parametrize(
    ("event", "kind"),
    [
        ({"promptFeedback": {"blockReason": "SAFETY"}}, FailureKind.BLOCKED),
        ({"candidates": []}, FailureKind.TRANSIENT),
        ({"candidates": [{"finishReason": "STOP"}]}, FailureKind.BAD_OUTPUT),
        ({"candidates": [{"finishReason": 3}]}, FailureKind.TRANSIENT),
        ({"candidates": [{"content": "text"}]}, FailureKind.TRANSIENT),
        ({"candidates": [{"content": {"role": "model"}}]}, FailureKind.TRANSIENT),
        ({"error": {"message": "no code"}}, FailureKind.TRANSIENT),
        ({"error": "text"}, FailureKind.TRANSIENT),
        ([{"error": {"code": 429}}], FailureKind.TRANSIENT),
        ({"candidates": [{"content": {"parts": [{"text": 5}]}}]}, FailureKind.TRANSIENT),
        ({"candidates": [{"content": {"parts": "text"}}]}, FailureKind.TRANSIENT),
        ({"usageMetadata": {"promptTokenCount": "many"}}, FailureKind.TRANSIENT),
    ],
)
def test_an_event_without_text_is_a_failure(gemini_line, event, kind):
    gemini_line.script(gemini.sends(gemini.event(event)))

    assert failure_of(gemini_line).kind is kind


def test_a_key_that_is_not_valid_is_told_from_a_bad_request(gemini_line):
    body = gemini.error(400, "INVALID_ARGUMENT", "API key not valid. Please pass a valid API key.")
    gemini_line.script(refuses(400, body))

    assert failure_of(gemini_line).kind is FailureKind.AUTH


def test_the_retry_info_is_honoured(gemini_line):
    details = [{"@type": "type.googleapis.com/google.rpc.RetryInfo", "retryDelay": "2s"}]
    body = gemini.error(429, "RESOURCE_EXHAUSTED", "Slow down", details)
    gemini_line.script(refuses(429, body))

    assert failure_of(gemini_line).retry_after == 2.0


def test_a_reply_that_fills_its_room_says_so(gemini_line):
    gemini_line.script(gemini.says("Tell me", "MAX_TOKENS"))

    assert isinstance(failure_of(gemini_line), OutOfTokens)


def test_json_that_is_nested_without_end_is_a_passing_fault(gemini_line):
    gemini_line.script(gemini.sends(b"data: " + b'{"a":' * 100_000 + b"\r\n\r\n"))

    assert failure_of(gemini_line).kind is FailureKind.TRANSIENT


def test_thoughts_are_not_shown(gemini_line):
    frames = (gemini.part("I should ask", thought=True), gemini.part("Tell me", "STOP"))
    gemini_line.script(gemini.sends(*frames))

    assert shown(heard(gemini_line.provider)) == "Tell me"


def test_the_request_is_worded_for_gemini(gemini_line):
    gemini_line.script(gemini.says("Hello"))
    turns = (Turn("user", "One"), Turn("assistant", "Two"), Turn("user", "Three"))

    heard(gemini_line.provider, request(turns=turns, max_tokens=77))

    received = gemini_line.server.request
    assert received.path == "/v1beta/models/asked-model:streamGenerateContent?alt=sse"
    assert received.body["contents"] == [
        {"role": "user", "parts": [{"text": "One"}]},
        {"role": "model", "parts": [{"text": "Two"}]},
        {"role": "user", "parts": [{"text": "Three"}]},
    ]
    assert "You are the interviewer." in str(received.body["systemInstruction"])
    assert received.body["generationConfig"] == {"maxOutputTokens": 77}


def test_json_is_asked_for_by_its_schema(gemini_line):
    gemini_line.script(gemini.says("{}"))

    heard(gemini_line.provider, JSON_WISH)

    config = gemini_line.server.request.body["generationConfig"]
    assert config["responseMimeType"] == "application/json"
    assert config["responseJsonSchema"] == {
        "type": "object",
        "properties": {"a": {"type": "integer"}},
        "required": ["a"],
        "additionalProperties": False,
    }


@pytest.mark.parametrize(
    "refusal",
    [
        refused('Unknown name "responseJsonSchema" at generation_config'),
        refused("The specified schema produces a constraint that has too many states"),
        refuses(400, "<html>Bad Request</html>"),
    ],
)
def test_a_model_that_takes_no_schema_is_asked_for_json(connect, attempts, refusal):
    line = connect(GeminiProvider, refusal, gemini.says("{}"), gemini.says("{}"))

    replies = [shown(asked_through_the_chain(line.provider, attempts)) for _ in range(2)]

    assert replies == ["{}", "{}"]
    assert forms(line) == [BY_SCHEMA, IN_JSON, IN_JSON], "it is remembered"
    assert [attempt.failure is None for attempt in attempts] == [False, True, True]


def test_a_model_that_takes_no_json_mode_is_left_to_the_prompt(connect, attempts):
    refusal = refused("JSON mode is not enabled for models/gemma")
    line = connect(GeminiProvider, refusal, refusal, gemini.says("{}"))

    assert shown(asked_through_the_chain(line.provider, attempts)) == "{}"
    assert forms(line) == [BY_SCHEMA, IN_JSON, set()]


def test_a_request_that_is_refused_whatever_it_holds_was_bad_itself(connect, attempts):
    line = connect(GeminiProvider, *([refused("Bad")] * 3), gemini.says("{}"))

    with pytest.raises(AllProvidersFailed) as caught:
        asked_through_the_chain(line.provider, attempts)
    heard(line.provider, JSON_WISH)

    assert [error.kind for error in caught.value.attempts] == [FailureKind.BAD_REQUEST]
    assert forms(line) == [BY_SCHEMA, IN_JSON, set(), BY_SCHEMA]


def test_a_question_that_is_refused_was_bad_itself(connect):
    line = connect(GeminiProvider, refused("Bad"))

    error = failure_of(line)

    assert error.kind is FailureKind.BAD_REQUEST
    assert not isinstance(error, OptionsRefused)


def test_the_key_is_sent_in_a_header_and_the_timeout_not_at_all(gemini_line):
    gemini_line.script(gemini.says("Hello"))

    heard(gemini_line.provider)

    received = gemini_line.server.request
    assert received.headers["x-goog-api-key"] == KEY
    assert KEY not in received.path
    assert "x-server-timeout" not in received.headers


def test_the_timeout_holds_before_the_first_byte(connect):
    line = connect(GeminiProvider, gemini.sends(Hold()), first_token_seconds=IDLE)

    assert failure_of(line).kind is FailureKind.TRANSIENT
    assert line.server.request.abandoned.wait(5)


def failure_of(line):
    with pytest.raises(ProviderError) as caught:
        heard(line.provider)
    return caught.value
