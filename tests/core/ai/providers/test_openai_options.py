"""How an OpenAI-compatible server is asked for less, once it has refused more."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from threading import Barrier

import pytest

from core.ai.fallback.chain import ProviderChain
from core.ai.fallback.retry import RetryPolicy
from core.ai.faults.failures import OptionsRefused
from core.ai.providers.ladder import RefusedRequest
from core.ai.providers.openai_compatible import LocalProvider, OpenAIProvider, OpenRouterProvider
from core.exceptions import AllProvidersFailed, FailureKind, ProviderError
from core.interview.judging.judgement import Judgement
from tests.core.ai.conftest import Line, address_of, healthy, heard, request, shown
from tests.fakes import openai_server as openai
from tests.fakes.replies import Reply, refuses

SCHEMA = {"type": "object", "properties": {"a": {"type": "integer", "default": 1}}}
JSON_WISH = request(schema=SCHEMA)
BARE = {"model", "messages", "stream"}
LITERAL_ERROR = {
    "error": {
        "message": "[{'type': 'literal_error', 'loc': ('body', 'response_format', 'type'), "
        "'msg': \"Input should be 'text' or 'json_object'\", 'input': 'json_schema'}]",
        "type": "internal_server_error",
        "param": None,
        "code": None,
    }
}


def no(what: str, status: int = 400) -> Reply:
    return refuses(status, {"error": {"message": f"Unsupported parameter: '{what}'"}})


@contextmanager
def picky(adapter, *unwanted: str) -> Iterator[Line]:
    """A server that refuses these options wherever it meets them, and does not say why."""

    def answer(received):
        form = received.body.get("response_format", {}).get("type")
        is_refused = {*received.body, form} & {*unwanted}
        return refuses(400, {}) if is_refused else openai.says("{}")

    with (
        openai.ScriptedOpenAI(otherwise=answer) as server,
        closing(adapter(address_of(server))) as provider,
    ):
        yield Line(server, provider, openai)


def asked_through_the_chain(provider, attempts, wish=JSON_WISH):
    chain = ProviderChain([provider], healthy(), RetryPolicy(attempts=1))
    with closing(chain.stream(wish, attempts.append)) as chunks:
        return list(chunks)


def bodies(line):
    return [one.body for one in line.server.requests]


def forms(line):
    return [body.get("response_format", {}).get("type") for body in bodies(line)]


@pytest.mark.parametrize("adapter", [OpenAIProvider, OpenRouterProvider, LocalProvider])
def test_json_is_asked_for_by_its_schema(connect, adapter):
    line = connect(adapter, openai.says("{}"))

    heard(line.provider, JSON_WISH)

    assert line.server.request.body["response_format"] == {
        "type": "json_schema",
        "json_schema": {
            "name": "reply",
            "strict": True,
            "schema": {
                "type": "object",
                "properties": {"a": {"type": "integer"}},
                "required": ["a"],
                "additionalProperties": False,
            },
        },
    }


def test_a_question_is_asked_for_in_no_form(connect):
    line = connect(LocalProvider, openai.says("Why?"))

    heard(line.provider)

    assert forms(line) == [None]


@pytest.mark.parametrize(
    "refusal",
    [
        no("response_format"),
        no("json_schema", 422),
        refuses(500, LITERAL_ERROR),
        refuses(404, {"error": {"message": "No endpoints can handle the requested parameters"}}),
        refuses(400, {}),
        refuses(400, "<html>Bad Request</html>"),
        openai.sends(openai.event({"error": {"code": 400, "message": "bad json_schema"}})),
    ],
)
def test_a_server_that_takes_no_schema_is_asked_for_json(connect, attempts, refusal):
    line = connect(LocalProvider, refusal, openai.says("{}"), openai.says("{}"))

    replies = [shown(asked_through_the_chain(line.provider, attempts)) for _ in range(2)]

    assert replies == ["{}", "{}"]
    assert forms(line) == ["json_schema", "json_object", "json_object"], "it is remembered"
    assert [attempt.failure is None for attempt in attempts] == [False, True, True]
    assert all("stream_options" in body for body in bodies(line))


def test_a_server_that_takes_no_json_mode_is_left_to_the_prompt(connect, attempts):
    refusals = (no("json_schema"), no("json_object"))
    line = connect(LocalProvider, *refusals, openai.says("{}"), openai.says("{}"))

    for _ in range(2):
        asked_through_the_chain(line.provider, attempts)

    assert forms(line) == ["json_schema", "json_object", None, None]


@pytest.mark.parametrize(
    ("adapter", "refused", "left"),
    [
        (OpenAIProvider, "reasoning_effort", {"stream_options", "max_completion_tokens"}),
        (OpenAIProvider, "stream_options", {"reasoning_effort", "max_completion_tokens"}),
        (OpenAIProvider, "max_completion_tokens", {"stream_options", "reasoning_effort"}),
        (LocalProvider, "stream_options", {"max_tokens"}),
        (LocalProvider, "max_tokens", {"stream_options", "max_completion_tokens"}),
    ],
)
def test_one_option_is_left_out_for_good_and_the_others_stay(
    connect, attempts, adapter, refused, left
):
    line = connect(adapter, no(refused), *([openai.says("Why?")] * 2))

    for _ in range(2):
        asked_through_the_chain(line.provider, attempts, request(max_tokens=77))

    first, *later = bodies(line)
    renamed = {"max_tokens"} if refused == "max_completion_tokens" else set()
    assert refused in first
    assert [set(body) - BARE for body in later] == [left | renamed] * 2


def test_a_limit_that_a_model_does_not_know_by_any_name_is_left_out(connect, attempts):
    refusals = (no("max_tokens"), no("max_completion_tokens"))
    line = connect(LocalProvider, *refusals, openai.says("Why?"))

    asked_through_the_chain(line.provider, attempts, request(max_tokens=77))

    assert set(bodies(line)[-1]) - BARE == {"stream_options"}


@pytest.mark.parametrize(
    "unwanted",
    [
        ("json_schema",),
        ("response_format",),
        ("stream_options",),
        ("reasoning_effort",),
        ("response_format", "stream_options", "reasoning_effort"),
    ],
)
def test_a_server_that_does_not_say_what_it_dislikes_is_answered_step_by_step(attempts, unwanted):
    with picky(OpenAIProvider, *unwanted) as line:
        replies = [shown(asked_through_the_chain(line.provider, attempts)) for _ in range(2)]

    assert replies == ["{}", "{}"]
    *refused, first, second = attempts
    assert (first.failure, second.failure) == (None, None), "what was found out is remembered"
    assert {attempt.failure for attempt in refused} == {FailureKind.BAD_REQUEST}


def test_a_request_that_is_refused_whatever_it_holds_was_bad_itself(connect, attempts):
    line = connect(LocalProvider, *([refuses(400, {})] * 4), openai.says("{}"))

    with pytest.raises(AllProvidersFailed) as caught:
        asked_through_the_chain(line.provider, attempts)
    heard(line.provider, JSON_WISH)

    assert [error.kind for error in caught.value.attempts] == [FailureKind.BAD_REQUEST]
    assert forms(line) == ["json_schema", "json_object", None, None, "json_schema"]
    assert [attempt.failure for attempt in attempts] == [FailureKind.BAD_REQUEST] * 4


@pytest.mark.parametrize(
    ("refusal", "kind"),
    [
        (refuses(401, {}), FailureKind.AUTH),
        (
            refuses(400, {"error": {"message": "response_format: context length"}}),
            FailureKind.CONTEXT,
        ),
        (
            refuses(400, {"error": {"message": "json_schema: unknown model"}}),
            FailureKind.MODEL_GONE,
        ),
        (refuses(403, {"error": {"message": "flagged by moderation"}}), FailureKind.BLOCKED),
        (refuses(500, {"error": {"message": "out of memory"}}), FailureKind.TRANSIENT),
        (refuses(307, {}), FailureKind.BAD_REQUEST),
    ],
)
def test_a_refusal_for_another_reason_changes_nothing(connect, refusal, kind):
    line = connect(LocalProvider, refusal, openai.says("{}"))

    with pytest.raises(ProviderError) as caught:
        heard(line.provider, JSON_WISH)
    heard(line.provider, JSON_WISH)

    assert caught.value.kind is kind
    assert not isinstance(caught.value, OptionsRefused | RefusedRequest)
    assert forms(line) == ["json_schema", "json_schema"]


def test_many_threads_go_down_together_and_none_skips_a_rung():
    at_once = Barrier(8)

    def ask(provider: LocalProvider) -> str:
        at_once.wait(5)
        return shown(asked_through_the_chain(provider, []))

    with picky(LocalProvider, "json_schema") as line, ThreadPoolExecutor(8) as pool:
        replies = list(pool.map(ask, [line.provider] * 8))

    assert replies == ["{}"] * 8
    assert {*forms(line)} == {"json_schema", "json_object"}
    assert all("stream_options" in body for body in bodies(line))


def test_the_shape_of_a_judgement_is_sent_as_openai_wants_it(connect):
    line = connect(OpenAIProvider, openai.says("{}"))

    heard(line.provider, request(schema=Judgement.model_json_schema()))

    sent = line.server.request.body["response_format"]["json_schema"]["schema"]
    answer = sent["$defs"]["JudgedAnswer"]
    assert set(answer["required"]) == set(answer["properties"])
    assert "default" not in str(sent)
