"""Gemini behind OpenAI's protocol, as a server of one's own is set up."""

from __future__ import annotations

from contextlib import closing

import pytest
from pydantic import SecretStr

from core.ai.providers.adapter import Address
from core.ai.providers.openai_compatible import LocalProvider, api_address
from core.exceptions import FailureKind, ProviderError
from tests.core.ai.conftest import KEY, heard, request, shown
from tests.fakes import gemini_server as gemini
from tests.fakes import openai_server as openai
from tests.fakes.replies import refuses
from tests.fakes.server import ScriptedServer

PATH = "/v1beta/openai"


@pytest.fixture
def server():
    with ScriptedServer() as server:
        yield server


@pytest.fixture
def provider(server):
    address = Address(
        base_url=api_address(f"{server.url}{PATH}/"), model="gemini-x", key=SecretStr(KEY)
    )
    with closing(LocalProvider(address)) as provider:
        yield provider


def failure_of(provider):
    with pytest.raises(ProviderError) as caught:
        heard(provider)
    return caught.value


def test_it_is_asked_at_its_own_address_with_its_key(server, provider):
    server.then(openai.says("Why?"))

    assert shown(heard(provider)) == "Why?"
    assert server.request.path == f"{PATH}/chat/completions"
    assert server.request.headers["authorization"] == f"Bearer {KEY}"


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (gemini.error(400, "INVALID_ARGUMENT", "API key not valid."), FailureKind.AUTH),
        (gemini.error(403, "PERMISSION_DENIED"), FailureKind.AUTH),
        (gemini.error(404, "NOT_FOUND", "models/x is not found"), FailureKind.MODEL_GONE),
        (gemini.error(429, "RESOURCE_EXHAUSTED", "Slow down"), FailureKind.RATE_LIMITED),
        (gemini.error(503, "UNAVAILABLE", "The model is overloaded"), FailureKind.TRANSIENT),
    ],
)
def test_errors_that_come_as_a_list_are_understood(server, provider, body, kind):
    status = body["error"]["code"]
    server.then(refuses(status, [body]), openai.sends(openai.event([body])))

    for error in (failure_of(provider), failure_of(provider)):
        assert (error.kind, error.status) == (kind, status)


def test_the_retry_info_in_a_list_is_honoured(server, provider):
    details = [{"retryDelay": "3.5s"}]
    server.then(refuses(429, [gemini.error(429, "RESOURCE_EXHAUSTED", "", details)]))

    assert failure_of(provider).retry_after == 3.5


def test_thoughts_that_are_only_in_the_total_are_counted(server, provider):
    counts = {"prompt_tokens": 20, "completion_tokens": 198, "total_tokens": 623}
    server.then(openai.sends(openai.delta("Why?", "stop"), openai.chunk([], usage=counts)))

    *_, end = heard(provider, request())

    assert end.usage.completion_tokens == 603
