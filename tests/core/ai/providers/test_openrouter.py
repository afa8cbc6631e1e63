"""What only OpenRouter does: its headers, its promise about data, and its errors."""

from __future__ import annotations

from contextlib import closing

import pytest

from core.ai.providers.openai_compatible import OpenRouterProvider
from core.exceptions import FailureKind, ProviderError
from tests.core.ai.conftest import KEY, address_of, heard
from tests.fakes import openai_server as openai
from tests.fakes.replies import refuses


def failure_of(line):
    with pytest.raises(ProviderError) as caught:
        heard(line.provider)
    return caught.value


def error(code: int, message: str, **metadata: object) -> object:
    return {"error": {"code": code, "message": message, "metadata": metadata}}


def test_it_hears_who_asks(connect):
    line = connect(OpenRouterProvider, openai.says("Hello"))

    heard(line.provider)

    headers = line.server.request.headers
    assert headers["authorization"] == f"Bearer {KEY}"
    assert headers["x-title"] == "Interview Simulator"
    assert headers["http-referer"]


def test_a_cv_is_not_to_be_kept(connect):
    line = connect(OpenRouterProvider, openai.says("Hello"))

    heard(line.provider)

    assert line.server.request.body["provider"] == {"data_collection": "deny"}


def test_whoever_runs_the_installation_may_allow_that_it_is(connect):
    line = connect(OpenRouterProvider, openai.says("Hello"))
    allowing = OpenRouterProvider(address_of(line.server), "allow")

    with closing(allowing):
        heard(allowing)

    assert line.server.request.body["provider"] == {"data_collection": "allow"}


def test_a_model_that_would_keep_a_cv_is_not_asked_for_less_privacy(connect):
    body = error(404, "No endpoints found matching your data policy (Paid model training)")
    line = connect(OpenRouterProvider, refuses(404, body))

    failed = failure_of(line)

    assert failed.kind is FailureKind.MODEL_GONE
    assert "OPENROUTER_DATA_COLLECTION" in str(failed)


@pytest.mark.parametrize(
    ("code", "body", "kind"),
    [
        (
            400,
            error(400, "Provider returned error", raw='{"error": "prompt is too long"}'),
            FailureKind.CONTEXT,
        ),
        (402, error(402, "Insufficient credits"), FailureKind.QUOTA),
        (
            402,
            error(402, "Busy", limit_source="openrouter_in_flight_budget"),
            FailureKind.RATE_LIMITED,
        ),
        (
            403,
            error(403, "Input was flagged", reasons=["violence"], flagged_input="Mina"),
            FailureKind.BLOCKED,
        ),
        (403, error(403, "Key limit exceeded (total limit)"), FailureKind.QUOTA),
        (404, error(404, "No endpoints found for x/y"), FailureKind.MODEL_GONE),
        (429, error(429, "Rate limit exceeded: free-models-per-day"), FailureKind.QUOTA),
        (
            429,
            error(429, "Provider returned error", raw="temporarily rate-limited upstream"),
            FailureKind.RATE_LIMITED,
        ),
        (502, error(502, "Provider returned error", provider_name="X"), FailureKind.TRANSIENT),
        (503, error(503, "No available model provider"), FailureKind.TRANSIENT),
    ],
)
def test_an_error_means_the_same_before_the_stream_and_within_it(connect, code, body, kind):
    within = openai.event({**body, "choices": [{"delta": {}, "finish_reason": "error"}]})
    line = connect(
        OpenRouterProvider, refuses(code, body), openai.sends(openai.delta("Tell"), within)
    )

    for failed in (failure_of(line), failure_of(line)):
        assert (failed.kind, failed.status) == (kind, code)
        assert "Mina" not in repr((failed, vars(failed)))


@pytest.mark.parametrize(
    ("headers", "wait"),
    [
        ({}, None),
        ({"retry_after": "7"}, 7.0),
        ({"x_ratelimit_reset": "1795291230000", "date": "Sat, 21 Nov 2026 20:00:00 GMT"}, 30.0),
    ],
)
@pytest.mark.parametrize("code", [402, 429, 503])
def test_the_wait_that_it_asks_for_is_kept(connect, code, headers, wait):
    line = connect(OpenRouterProvider, refuses(code, error(code, "in_flight_budget"), **headers))

    assert failure_of(line).retry_after == wait
