"""Reading the stream of an OpenAI-compatible server."""

from __future__ import annotations

import pytest

from core.ai.faults.failures import OutOfTokens
from core.ai.providers.openai_compatible import LocalProvider, OpenRouterProvider
from core.exceptions import FailureKind, ProviderError
from tests.core.ai.conftest import heard, shown
from tests.fakes import openai_server as openai

STOP = openai.delta(finish="stop")


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
        ({"odd": 1}, "Tell me", FailureKind.TRANSIENT),
    ],
)
def test_a_reply_that_did_not_end_well_is_a_failure(connect, finish, text, kind):
    line = connect(OpenRouterProvider, openai.says(text, finish))

    assert failure_of(line.provider).kind is kind


def test_a_reply_that_fills_its_room_says_so(connect):
    line = connect(LocalProvider, openai.says("Tell me", "length"))

    assert isinstance(failure_of(line.provider), OutOfTokens)


@pytest.mark.parametrize(
    "choices",
    [
        [],
        None,
        "text",
        {"delta": {}},
        [5],
        [None],
        [{"delta": "text"}],
        [{"delta": {"content": 5}}],
        [{"delta": {"content": {"text": "x"}}}],
        [{"delta": {"content": ["text", 5, {"type": "text", "text": 5}, {"type": "image"}]}}],
        [{"delta": {"tool_calls": [{}]}}],
    ],
)
def test_choices_that_hold_no_text_are_passed_over(connect, choices):
    frames = (openai.chunk(choices), openai.delta("Hello"), STOP)
    line = connect(OpenRouterProvider, openai.sends(*frames, openai.DONE))

    assert shown(heard(line.provider)) == "Hello"


def test_only_empty_choices_are_a_passing_fault(connect):
    line = connect(OpenRouterProvider, openai.sends(openai.chunk([]), openai.DONE))

    assert failure_of(line.provider).kind is FailureKind.TRANSIENT


def test_comments_keep_the_stream_alive_and_are_not_shown(connect):
    processing = b": OPENROUTER PROCESSING\n\n"
    line = connect(OpenRouterProvider, openai.sends(processing, *openai.says("Hello").frames))

    assert shown(heard(line.provider)) == "Hello"


@pytest.mark.parametrize(
    ("event", "kind"),
    [
        ({"object": "error", "message": "slow down", "code": 429}, FailureKind.RATE_LIMITED),
        ({"object": "error", "message": "unknown"}, FailureKind.TRANSIENT),
        ({"error": "model_not_found"}, FailureKind.MODEL_GONE),
        (
            {"choices": [{"finish_reason": "error", "error": {"code": 402}, "delta": {}}]},
            FailureKind.QUOTA,
        ),
        ({"choices": [{"finish_reason": "error", "delta": {}}]}, FailureKind.TRANSIENT),
    ],
)
def test_an_error_is_found_wherever_it_stands_in_the_stream(connect, event, kind):
    line = connect(LocalProvider, openai.sends(openai.event(event), openai.DONE))

    assert failure_of(line.provider).kind is kind


def test_a_model_that_declines_has_blocked_the_request(connect):
    refusal = openai.chunk([{"delta": {"refusal": "I cannot help."}}])
    line = connect(LocalProvider, openai.sends(refusal, STOP, openai.DONE))

    assert failure_of(line.provider).kind is FailureKind.BLOCKED


def test_a_text_may_come_in_parts_of_which_only_words_are_shown(connect):
    parts = [
        {"type": "thinking", "thinking": [{"type": "text", "text": "hm"}]},
        {"type": "text", "text": "Why "},
        {"type": "text", "text": "so?"},
    ]
    content = openai.chunk([{"delta": {"content": parts}}])
    line = connect(LocalProvider, openai.sends(content, STOP, openai.DONE))

    assert shown(heard(line.provider)) == "Why so?"


@pytest.mark.parametrize("name", ["reasoning_content", "reasoning", "reasoning_details"])
def test_what_a_model_thinks_apart_from_its_words_is_never_shown(connect, name):
    thought = openai.chunk([{"delta": {name: "The candidate seems nervous.", "content": ""}}])
    line = connect(LocalProvider, openai.sends(thought, *openai.says("Why so?").frames))

    assert shown(heard(line.provider)) == "Why so?"


@pytest.mark.parametrize(
    ("said", "heard_of_it"),
    [
        (("<thi", "nk>The candid", "ate is ner", "vous.</th", "ink>\n\nWhy ", "so?"), "Why so?"),
        (("<", "b>Why</b> so?"), "<b>Why</b> so?"),
        (("Why <think>", "so?"), "Why <think>so?"),
        (("<thi",), "<thi"),
    ],
)
def test_what_a_model_thinks_aloud_is_left_out(connect, said, heard_of_it):
    words = map(openai.delta, said)
    line = connect(LocalProvider, openai.sends(*words, STOP, openai.usage(), openai.DONE))

    *texts, end = heard(line.provider)

    assert shown(texts) == heard_of_it
    assert end.usage.prompt_tokens == 11


def test_a_model_that_only_thinks_has_given_no_answer(connect):
    reply = openai.says("<think>The candidate is nervous", "length")
    line = connect(LocalProvider, reply)

    error = failure_of(line.provider)

    assert error.kind is FailureKind.BAD_OUTPUT
    assert isinstance(error, OutOfTokens)


@pytest.mark.parametrize(
    "after",
    [
        (STOP, openai.usage()),
        (openai.usage(),),
        (openai.DONE, openai.delta("too late"), STOP),
        (openai.DONE, openai.DONE),
        (openai.chunk(None),),
    ],
)
def test_what_comes_after_the_end_does_no_harm(connect, after):
    line = connect(LocalProvider, openai.sends(openai.delta("Why?"), STOP, *after))

    assert shown(heard(line.provider)) == "Why?"


def test_words_after_the_finish_do_not_belong_to_the_reply(connect):
    frames = (openai.delta("Why so?", "stop"), openai.delta(" more", "stop"), openai.DONE)
    line = connect(LocalProvider, openai.sends(*frames))

    assert shown(heard(line.provider)) == "Why so?"


def test_json_that_is_nested_without_end_is_a_passing_fault(connect):
    line = connect(LocalProvider, openai.sends(b"data: " + b'{"a":' * 100_000 + b"\n\n"))

    assert failure_of(line.provider).kind is FailureKind.TRANSIENT


@pytest.mark.parametrize(
    ("named", "known"),
    [
        ("/home/mina/models/SmolLM2.gguf", "SmolLM2.gguf"),
        ("C:\\Users\\mina\\SmolLM2.GGUF", "SmolLM2.GGUF"),
        ("google/gemini-3.5-flash-lite", "google/gemini-3.5-flash-lite"),
    ],
)
def test_a_model_that_is_named_by_its_file_loses_the_folder(connect, named, known):
    chunk = {"model": named, "choices": [{"delta": {"content": "Hi"}, "finish_reason": "stop"}]}
    line = connect(LocalProvider, openai.sends(openai.event(chunk), openai.DONE))

    assert heard(line.provider)[-1].model == known
