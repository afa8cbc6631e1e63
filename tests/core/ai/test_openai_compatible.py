from __future__ import annotations

import pytest
from pydantic import SecretStr

from core.ai.adapter import Address
from core.ai.openai_compatible import LocalProvider, OpenAIProvider, OpenRouterProvider, api_address
from core.ai.types import Turn, Usage
from core.exceptions import FailureKind, ProviderError
from tests.core.ai.conftest import IDLE, KEY, heard, request, shown
from tests.fakes import openai_server as openai
from tests.fakes.replies import Reply, refuses

JSON_WISH = request(schema={"type": "object"})


def failure_of(provider, wish=None):
    with pytest.raises(ProviderError) as caught:
        heard(provider, wish)
    return caught.value


@pytest.mark.parametrize(
    ("finish", "text", "kind"),
    [
        ("error", "Tell me", FailureKind.TRANSIENT),
        ("tool_calls", "Tell me", FailureKind.TRANSIENT),
        ("content_filter", "Tell me", FailureKind.BLOCKED),
        ("content_filter", "", FailureKind.BLOCKED),
        ("length", "Tell me", FailureKind.TRUNCATED),
        ("length", "", FailureKind.BAD_OUTPUT),
    ],
)
def test_a_reply_that_did_not_end_well_is_a_failure(connect, finish, text, kind):
    line = connect(OpenRouterProvider, openai.says(text, finish))

    assert failure_of(line.provider).kind is kind


@pytest.mark.parametrize("choices", [[], None, "text", [5], [{"delta": "text"}]])
def test_choices_that_hold_no_text_are_passed_over(connect, choices):
    frames = (openai.chunk(choices), openai.delta("Hello"), openai.delta(finish="stop"))
    line = connect(OpenRouterProvider, openai.sends(*frames, openai.DONE))

    assert shown(heard(line.provider)) == "Hello"


def test_only_empty_choices_are_a_passing_fault(connect):
    line = connect(OpenRouterProvider, openai.sends(openai.chunk([]), openai.DONE))

    assert failure_of(line.provider).kind is FailureKind.TRANSIENT


def test_comments_keep_the_stream_alive_and_are_not_shown(connect):
    processing = b": OPENROUTER PROCESSING\n\n"
    line = connect(OpenRouterProvider, openai.sends(processing, *openai.says("Hello").frames))

    assert shown(heard(line.provider)) == "Hello"


def test_usage_that_counts_nothing_is_unknown(connect):
    frames = (openai.delta("Hello", "stop"), openai.chunk([], usage={"prompt_tokens": "many"}))
    line = connect(LocalProvider, openai.sends(*frames, openai.DONE))

    assert heard(line.provider)[-1].usage == Usage(None, None)


def test_a_server_that_cannot_stream_is_understood(connect):
    line = connect(LocalProvider, openai.whole("Hello there"))

    *texts, end = heard(line.provider)

    assert shown(texts) == "Hello there"
    assert end.model == openai.MODEL


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b'{"error": {"code": 402}}', FailureKind.QUOTA),
        (b'[{"error": {"code": 429}}]', FailureKind.RATE_LIMITED),
        (b'{"choices": []}', FailureKind.TRANSIENT),
        (b'{"choices": [5]}', FailureKind.TRANSIENT),
        (b'{"choices": [{"message": "text"}]}', FailureKind.TRANSIENT),
        (
            b'{"choices": [{"message": {"content": null}, "finish_reason": "stop"}]}',
            FailureKind.BAD_OUTPUT,
        ),
        (b'"text"', FailureKind.TRANSIENT),
    ],
)
def test_a_whole_answer_without_a_message_is_a_failure(connect, body, kind):
    line = connect(LocalProvider, Reply(content_type="application/json", frames=(body,)))

    assert failure_of(line.provider).kind is kind


@pytest.mark.parametrize("status", [400, 422])
def test_a_server_that_refuses_json_mode_is_asked_without_it(connect, status):
    refusal = refuses(status, {"error": {"message": "response_format is not supported"}})
    line = connect(LocalProvider, refusal, openai.says("{}"), openai.says("{}"))

    replies = [shown(heard(line.provider, JSON_WISH)) for _ in range(2)]

    first, *later = [one.body for one in line.server.requests]
    assert replies == ["{}", "{}"]
    assert first["response_format"] == {"type": "json_object"}
    assert len(later) == 2, "the refusal is remembered"
    assert not any("response_format" in body or "stream_options" in body for body in later)


def test_a_request_that_is_refused_twice_was_bad_itself(connect):
    line = connect(LocalProvider, refuses(400, {}), refuses(400, {}), openai.says("Hello"))

    error = failure_of(line.provider, JSON_WISH)
    heard(line.provider, JSON_WISH)

    assert error.kind is FailureKind.BAD_REQUEST
    assert "response_format" in line.server.requests[-1].body


def test_a_key_that_is_refused_is_not_tried_again_without_json_mode(connect):
    line = connect(LocalProvider, refuses(401, {}))

    assert failure_of(line.provider, JSON_WISH).kind is FailureKind.AUTH
    assert len(line.server.requests) == 1


def test_every_server_is_asked_the_same_way(connect):
    line = connect(LocalProvider, openai.says("Hello"))
    turns = (Turn("user", "One"), Turn("assistant", "Two"), Turn("user", "Three"))

    heard(line.provider, request(turns=turns, max_tokens=77))

    body = line.server.request.body
    assert body == {
        "model": "asked-model",
        "messages": [
            {"role": "system", "content": "You are the interviewer."},
            {"role": "user", "content": "One"},
            {"role": "assistant", "content": "Two"},
            {"role": "user", "content": "Three"},
        ],
        "stream": True,
        "max_tokens": 77,
        "stream_options": {"include_usage": True},
    }


def test_a_request_without_a_system_prompt_has_no_empty_one(connect):
    line = connect(LocalProvider, openai.says("Hello"))

    line.provider.generate_response("Hi")

    assert [one["role"] for one in line.server.request.body["messages"]] == ["user"]


def test_openai_is_told_how_much_to_think_and_no_temperature(connect):
    line = connect(OpenAIProvider, openai.says("Hello"))

    heard(line.provider, request(max_tokens=77))

    body = line.server.request.body
    assert body["max_completion_tokens"] == 77
    assert body["reasoning_effort"] == "low"
    assert not {"max_tokens", "temperature"} & set(body)


def test_openrouter_hears_who_asks_and_that_a_cv_is_not_to_be_kept(connect):
    line = connect(OpenRouterProvider, openai.says("Hello"))

    heard(line.provider)

    headers = line.server.request.headers
    assert headers["authorization"] == f"Bearer {KEY}"
    assert headers["x-title"] == "Interview Simulator"
    assert headers["http-referer"]
    assert line.server.request.body["provider"] == {"data_collection": "deny"}


def test_a_local_server_needs_no_key(connect):
    line = connect(LocalProvider, openai.says("Hello"))
    provider = LocalProvider(
        Address(base_url=line.server.url, model="m", key=SecretStr(""), idle_seconds=IDLE)
    )

    heard(provider)
    provider.close()

    assert line.server.request.headers["authorization"] == "Bearer not-needed"


@pytest.mark.parametrize(
    ("given", "address"),
    [
        ("http://127.0.0.1:11434", "http://127.0.0.1:11434/v1"),
        ("http://127.0.0.1:11434/", "http://127.0.0.1:11434/v1"),
        ("http://127.0.0.1:11434/v1", "http://127.0.0.1:11434/v1"),
        ("http://127.0.0.1:11434/v1/", "http://127.0.0.1:11434/v1"),
        ("localhost:8080", "http://localhost:8080/v1"),
        ("https://models.example.org/api/v2", "https://models.example.org/api/v2"),
    ],
)
def test_the_address_of_a_local_server_may_be_given_in_any_way(given, address):
    assert api_address(given) == address
