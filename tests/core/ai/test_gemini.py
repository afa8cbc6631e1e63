from __future__ import annotations

import pytest

from core.ai.gemini import GeminiProvider
from core.ai.types import Turn
from core.exceptions import FailureKind, ProviderError
from tests.core.ai.conftest import IDLE, KEY, heard, request, shown
from tests.fakes import gemini_server as gemini
from tests.fakes.replies import Hold, refuses


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


def test_thoughts_are_not_shown(gemini_line):
    frames = (gemini.part("I should ask", thought=True), gemini.part("Tell me", "STOP"))
    gemini_line.script(gemini.sends(*frames))

    assert shown(heard(gemini_line.provider)) == "Tell me"


def test_the_request_is_worded_for_gemini(gemini_line):
    gemini_line.script(gemini.says("Hello"))
    turns = (Turn("user", "One"), Turn("assistant", "Two"), Turn("user", "Three"))

    heard(gemini_line.provider, request(turns=turns, max_tokens=77, schema={"type": "object"}))

    received = gemini_line.server.request
    assert received.path == "/v1beta/models/asked-model:streamGenerateContent?alt=sse"
    assert received.body["contents"] == [
        {"role": "user", "parts": [{"text": "One"}]},
        {"role": "model", "parts": [{"text": "Two"}]},
        {"role": "user", "parts": [{"text": "Three"}]},
    ]
    assert "You are the interviewer." in str(received.body["systemInstruction"])
    assert received.body["generationConfig"] == {
        "maxOutputTokens": 77,
        "responseMimeType": "application/json",
    }


def test_the_key_is_sent_in_a_header_and_the_timeout_not_at_all(gemini_line):
    gemini_line.script(gemini.says("Hello"))

    heard(gemini_line.provider)

    received = gemini_line.server.request
    assert received.headers["x-goog-api-key"] == KEY
    assert KEY not in received.path
    assert "x-server-timeout" not in received.headers


def test_the_timeout_holds_before_the_first_byte(connect):
    line = connect(GeminiProvider, gemini.sends(Hold()), idle_seconds=IDLE)

    assert failure_of(line).kind is FailureKind.TRANSIENT
    assert line.server.request.abandoned.wait(5)


def failure_of(line):
    with pytest.raises(ProviderError) as caught:
        heard(line.provider)
    return caught.value
