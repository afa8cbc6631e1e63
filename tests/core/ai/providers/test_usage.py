"""What a call took, as each vendor counts it."""

from __future__ import annotations

import json
import math

import pytest

from core.ai.providers.counts import dollars, tokens
from core.ai.providers.openai_compatible import LocalProvider, OpenRouterProvider
from core.ai.types import Usage
from tests.core.ai.conftest import heard
from tests.fakes import gemini_server as gemini
from tests.fakes import openai_server as openai
from tests.fakes.replies import Reply

OPENROUTER = {
    "prompt_tokens": 194,
    "completion_tokens": 20,
    "total_tokens": 214,
    "cost": 0.0125,
    "cost_details": {"upstream_inference_cost": 19},
    "prompt_tokens_details": {"cached_tokens": 100},
    "completion_tokens_details": {"reasoning_tokens": 12},
}


def usage_of(provider):
    return heard(provider)[-1].usage


def counting(counts):
    frames = (openai.delta("Hello", "stop"), openai.chunk([], usage=counts), openai.DONE)
    return openai.sends(*frames)


@pytest.mark.parametrize(
    ("said", "usage"),
    [
        (OPENROUTER, Usage(194, 20, thinking_tokens=12, cached_tokens=100, cost_usd=0.0125)),
        ({"prompt_tokens": 5, "completion_tokens": 7}, Usage(5, 7)),
        ({"prompt_tokens": 5, "completion_tokens": 7, "total_tokens": 20}, Usage(5, 15)),
        ({"prompt_tokens": 5, "completion_tokens": 7, "total_tokens": 3}, Usage(5, 7)),
        ({"prompt_tokens": 5, "total_tokens": 20}, Usage(5)),
        ({"prompt_tokens": 0, "completion_tokens": 0, "cost": 0}, Usage(0, 0, cost_usd=0.0)),
        ({"prompt_tokens": "many", "completion_tokens": 7.5}, Usage()),
        ({"prompt_tokens": -5, "completion_tokens": True}, Usage()),
        ({"prompt_tokens": 10**12, "cost": -1}, Usage()),
        ({"cost": "0.1", "prompt_tokens_details": 5, "completion_tokens_details": []}, Usage()),
        ({"cost": {"total": 1}, "prompt_tokens_details": {"cached_tokens": "a"}}, Usage()),
        ("many", Usage()),
        ([5], Usage()),
        (None, Usage()),
        ({}, Usage()),
    ],
)
def test_a_stream_says_at_its_end_what_it_took(connect, said, usage):
    line = connect(OpenRouterProvider, counting(said))

    assert usage_of(line.provider) == usage


def test_a_whole_answer_says_what_it_took(connect):
    message = {"role": "assistant", "content": "Hello"}
    body = {"choices": [{"message": message, "finish_reason": "stop"}], "usage": OPENROUTER}
    frames = (json.dumps(body).encode(),)
    line = connect(LocalProvider, Reply(content_type="application/json", frames=frames))

    assert usage_of(line.provider).cost_usd == 0.0125


def test_openrouter_says_what_it_charged_without_being_asked(connect):
    line = connect(OpenRouterProvider, openai.says("Hello"))

    heard(line.provider)

    assert "usage" not in line.server.request.body


@pytest.mark.parametrize(
    ("said", "usage"),
    [
        (
            {
                "promptTokenCount": 20,
                "candidatesTokenCount": 198,
                "thoughtsTokenCount": 405,
                "cachedContentTokenCount": 8,
                "totalTokenCount": 623,
            },
            Usage(20, 603, thinking_tokens=405, cached_tokens=8),
        ),
        ({"promptTokenCount": 20, "candidatesTokenCount": 198}, Usage(20, 198)),
        ({"promptTokenCount": 20, "thoughtsTokenCount": 4}, Usage(20, 4, thinking_tokens=4)),
        ({"promptTokenCount": 20}, Usage(20)),
        ({"promptTokenCount": -1, "candidatesTokenCount": 10**12}, Usage()),
        ({}, Usage()),
    ],
)
def test_gemini_charges_for_thoughts_as_for_words(gemini_line, said, usage):
    candidate = {"content": {"parts": [{"text": "Hello"}]}, "finishReason": "STOP"}
    event = gemini.event({"candidates": [candidate], "usageMetadata": said})
    gemini_line.script(gemini.sends(event))

    assert usage_of(gemini_line.provider) == usage


@pytest.mark.parametrize("odd", [-1, True, "5", 5.0, None, [], 10**10])
def test_what_cannot_be_a_count_is_none(odd):
    assert tokens(odd) is None


@pytest.mark.parametrize("odd", [-0.1, True, "5", None, {}, math.inf, math.nan, 10**9])
def test_what_cannot_be_a_price_is_none(odd):
    assert dollars(odd) is None
