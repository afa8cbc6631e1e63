from __future__ import annotations

import pytest
from pydantic import SecretStr

from core.ai.providers.adapter import Address
from core.ai.providers.openai_compatible import LocalProvider, OpenAIProvider, api_address
from core.ai.types import Turn
from core.exceptions import FailureKind, ProviderError
from tests.core.ai.conftest import IDLE, heard, request, shown
from tests.fakes import openai_server as openai
from tests.fakes.replies import Reply

STOP = openai.delta(finish="stop")


def failure_of(provider, wish=None):
    with pytest.raises(ProviderError) as caught:
        heard(provider, wish)
    return caught.value


def test_a_server_that_cannot_stream_is_understood(connect):
    line = connect(LocalProvider, openai.whole("Hello there"))

    *texts, end = heard(line.provider)

    assert shown(texts) == "Hello there"
    assert end.model == openai.MODEL


def test_what_is_thought_aloud_is_left_out_of_a_whole_answer_too(connect):
    line = connect(LocalProvider, openai.whole("<think>hm</think>Why?"))

    assert shown(heard(line.provider)) == "Why?"


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b'{"error": {"code": 402}}', FailureKind.QUOTA),
        (b'[{"error": {"code": 429}}]', FailureKind.RATE_LIMITED),
        (b'{"choices": []}', FailureKind.TRANSIENT),
        (b'{"choices": [5]}', FailureKind.TRANSIENT),
        (b'{"choices": [{"message": "text"}]}', FailureKind.TRANSIENT),
        (b'{"choices": [{"error": {"code": 402}, "message": null}]}', FailureKind.QUOTA),
        (b'{"choices": [{"message": {}}], "error": {"code": 402}}', FailureKind.QUOTA),
        (
            b'{"choices": [{"message": {"content": "Tell"}, "error": {"code": 429}}]}',
            FailureKind.RATE_LIMITED,
        ),
        (b'{"a":' * 100_000, FailureKind.TRANSIENT),
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
        ("http://127.0.0.1:11434/v1/chat/completions", "http://127.0.0.1:11434/v1"),
        ("localhost:8080", "http://localhost:8080/v1"),
        ("http://[::1]:8080", "http://[::1]:8080/v1"),
        ("https://v1.example.org", "https://v1.example.org/v1"),
        ("https://models.example.org/api/v2", "https://models.example.org/api/v2"),
        ("https://models.example.org/v4beta1/x", "https://models.example.org/v4beta1/x"),
        ("https://models.example.org/video", "https://models.example.org/video/v1"),
        ("https://models.example.org/openai/", "https://models.example.org/openai"),
        (
            "https://generativelanguage.googleapis.com/v1beta/openai/",
            "https://generativelanguage.googleapis.com/v1beta/openai",
        ),
    ],
)
def test_the_address_of_a_local_server_may_be_given_in_any_way(given, address):
    assert api_address(given) == address
