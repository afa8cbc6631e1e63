"""What every adapter promises, over a real socket; failing paths first."""

from __future__ import annotations

import socket
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing

import pytest
from pydantic import SecretStr

from core.ai.providers.adapter import Address
from core.ai.providers.gemini import GeminiProvider
from core.ai.providers.openai_compatible import LocalProvider, OpenRouterProvider
from core.ai.providers.reply import Piece
from core.ai.types import ChunkKind, Turn
from core.exceptions import FailureKind, ProviderError
from tests.core.ai.conftest import IDLE, KEY, heard, request, shown
from tests.fakes.replies import Ending, Hold, Reply, hangs_up, refuses

WEB_PAGE = "<html><h1>503 Service Unavailable</h1></html>"


def failure_of(provider, wish=None, seconds=5.0):
    with pytest.raises(ProviderError) as caught:
        heard(provider, wish, seconds)
    return caught.value


@pytest.mark.parametrize("adapter", [OpenRouterProvider, GeminiProvider])
def test_a_server_that_is_not_there_cannot_be_reached(adapter):
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        port = unused.getsockname()[1]
    provider = adapter(Address(base_url=f"http://127.0.0.1:{port}", model="m", key=SecretStr(KEY)))

    error = failure_of(provider)

    assert error.kind is FailureKind.TRANSIENT
    assert str(error) == f"{adapter.label} could not be reached."


@pytest.mark.parametrize("adapter", [OpenRouterProvider, GeminiProvider])
def test_a_name_that_no_server_has_cannot_be_reached(adapter):
    provider = adapter(Address(base_url="http://nobody.invalid", model="m", key=SecretStr(KEY)))

    error = failure_of(provider)

    assert str(error) == f"{adapter.label} could not be reached."


@pytest.mark.parametrize("adapter", [OpenRouterProvider, GeminiProvider])
def test_an_address_that_is_none_is_named(adapter):
    provider = adapter(Address(base_url="ftp://127.0.0.1", model="m", key=SecretStr(KEY)))

    assert failure_of(provider).kind is FailureKind.BAD_REQUEST


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (401, FailureKind.AUTH),
        (402, FailureKind.QUOTA),
        (403, FailureKind.AUTH),
        (404, FailureKind.MODEL_GONE),
        (408, FailureKind.TRANSIENT),
        (409, FailureKind.TRANSIENT),
        (429, FailureKind.RATE_LIMITED),
        (500, FailureKind.TRANSIENT),
        (503, FailureKind.TRANSIENT),
        (529, FailureKind.TRANSIENT),
    ],
)
def test_a_refusal_keeps_its_status(line, status, kind):
    line.script(refuses(status, {"error": {"message": "no"}}))

    error = failure_of(line.provider)

    assert (error.kind, error.status) == (kind, status)
    assert len(line.server.requests) == 1, "the SDK's own retries are off"


@pytest.mark.parametrize("body", [[{"error": {}}], WEB_PAGE, "", "text", None, 5])
def test_a_refusal_keeps_its_status_whatever_its_body(line, body):
    line.script(refuses(503, body))

    error = failure_of(line.provider)

    assert (error.kind, error.status) == (FailureKind.TRANSIENT, 503)


def test_the_wait_that_a_server_asks_for_is_kept(line):
    line.script(refuses(429, {}, retry_after="7"))

    assert failure_of(line.provider).retry_after == 7.0


def test_a_connection_reset_before_the_answer_is_a_passing_fault(line):
    line.script(hangs_up())

    error = failure_of(line.provider)

    assert error.kind is FailureKind.TRANSIENT
    assert "broke" in str(error)


@pytest.mark.parametrize("ending", Ending)
def test_a_connection_that_ends_within_the_reply_is_a_passing_fault(line, ending):
    line.script(line.speech.breaks("Tell me about", ending))

    assert failure_of(line.provider).kind is FailureKind.TRANSIENT


def test_silence_is_borne_only_so_long(hasty_line):
    hasty_line.script(hasty_line.speech.breaks("Tell me about", Hold()))
    began = time.monotonic()

    error = failure_of(hasty_line.provider)

    assert error.kind is FailureKind.TRANSIENT
    assert "in time" in str(error)
    assert IDLE <= time.monotonic() - began < 4, "every other limit is five seconds"


def test_silence_until_the_deadline_is_a_missed_deadline(hasty_line):
    hasty_line.script(hasty_line.speech.breaks("", Hold()))

    assert failure_of(hasty_line.provider, seconds=IDLE / 2).kind is FailureKind.DEADLINE


def test_nothing_is_asked_after_the_deadline(line):
    error = failure_of(line.provider, seconds=0)

    assert error.kind is FailureKind.DEADLINE
    assert line.server.requests == []


def test_a_reply_that_goes_on_after_the_deadline_is_ended():
    class Talker(LocalProvider):
        def _pieces(self, request, watch):
            while True:
                yield Piece(text="and so on ")

    talker = Talker(Address(base_url="", model="m"))

    assert failure_of(talker, seconds=0.02).kind is FailureKind.DEADLINE


def test_a_stream_that_ends_without_a_reason_is_truncated(line):
    line.script(line.speech.says("Tell me about your", finish=None))

    assert failure_of(line.provider).kind is FailureKind.TRUNCATED


def test_a_stream_that_says_nothing_at_all_is_a_passing_fault(line):
    line.script(line.speech.says("", finish=None))

    assert failure_of(line.provider).kind is FailureKind.TRANSIENT


def test_an_empty_reply_cannot_be_used(line):
    line.script(line.speech.says(""))

    assert failure_of(line.provider).kind is FailureKind.BAD_OUTPUT


def test_garbage_within_the_stream_is_a_passing_fault(line):
    line.script(line.speech.sends(b'data: {"oops\r\n\r\n'))

    assert failure_of(line.provider).kind is FailureKind.TRANSIENT


def test_bytes_that_are_no_text_are_a_passing_fault(line):
    line.script(line.speech.sends(b"data: \xff\xfe\r\n\r\n"))

    assert failure_of(line.provider).kind is FailureKind.TRANSIENT


@pytest.mark.parametrize("odd", [5, "text", [1], None, {}, {"choices": {}}, {"candidates": "x"}])
def test_json_of_another_shape_is_a_passing_fault(line, odd):
    line.script(line.speech.sends(line.speech.event(odd)))

    assert failure_of(line.provider).kind is FailureKind.TRANSIENT


@pytest.mark.parametrize(
    ("code", "kind"), [(429, FailureKind.RATE_LIMITED), (503, FailureKind.TRANSIENT)]
)
def test_an_error_within_the_stream_keeps_its_status(line, code, kind):
    said = line.speech.says("Tell me", None).frames[:1]
    line.script(line.speech.sends(*said, line.speech.event({"error": {"code": code}})))

    error = failure_of(line.provider)

    assert (error.kind, error.status) == (kind, code)


@pytest.mark.parametrize("body", [b'{"error": {"code": 402, "message": "no credit"}}', b'{"err'])
def test_a_success_without_a_reply_is_a_failure(line, body):
    line.script(Reply(content_type="application/json", frames=(body,)))

    assert failure_of(line.provider).kind in {FailureKind.QUOTA, FailureKind.TRANSIENT}


def test_a_web_page_is_no_reply(line):
    line.script(Reply(content_type="text/html", frames=(b"<html>Log in</html>",)))

    assert failure_of(line.provider).kind in {FailureKind.BAD_OUTPUT, FailureKind.TRANSIENT}


@pytest.mark.parametrize("secret", [KEY, "Mina Example", "You are the interviewer"])
@pytest.mark.parametrize(
    "reply",
    [
        refuses(401, {"error": {"message": f"bad key {KEY}, prompt Mina Example"}}),
        refuses(500, f"<html>{KEY} Mina Example</html>"),
        hangs_up(),
    ],
)
def test_no_key_and_no_prompt_is_in_an_error(line, secret, reply):
    line.script(reply)

    error = failure_of(line.provider, request(turns=(Turn("user", "Mina Example"),)))

    assert secret not in repr((error, vars(error)))
    assert error.__suppress_context__, "the SDK's exception, which holds the key, is not shown"


def test_the_text_comes_piece_by_piece(line):
    hold = Hold()
    first, *rest = line.speech.says("Tell me").frames
    line.script(line.speech.sends(first, hold, *rest))

    with closing(line.provider.stream(request(), time.monotonic() + 5)) as chunks:
        assert next(chunks).text == "Tell "
        hold.released.set()

        assert shown(list(chunks)) == "me"


def test_the_end_says_who_answered_and_what_it_took(line):
    line.script(line.speech.says("Tell me"))

    *texts, end = heard(line.provider, request(prompt_hash="abc"))

    assert {chunk.kind for chunk in texts} == {ChunkKind.TEXT}
    assert end.kind is ChunkKind.END
    assert (end.provider, end.model) == (line.provider.label, line.speech.MODEL)
    assert end.usage.prompt_tokens in {11, 13}
    assert end.usage.completion_tokens in {7, 5}
    assert end.prompt_hash == "abc"


def test_what_breaks_after_the_last_word_does_no_harm(line):
    word, other, finish, *_ = line.speech.says("Tell me").frames
    line.script(line.speech.sends(word, other, finish, Ending.CUT))

    assert shown(heard(line.provider)) == "Tell me"


def test_closing_the_stream_ends_the_call(line):
    line.script(line.speech.breaks("Tell me about", Hold()))
    chunks = line.provider.stream(request(), time.monotonic() + 5)
    next(chunks)

    chunks.close()

    assert line.server.request.abandoned.wait(5)


def test_a_prompt_is_answered_after_its_context(line):
    line.script(line.speech.says("Fine, thanks."))

    reply = line.provider.generate_response(
        "How are you?", (Turn("user", "A"), Turn("assistant", "B"))
    )

    body = str(line.server.request.body)
    assert reply == "Fine, thanks."
    assert body.index("A") < body.index("B") < body.index("How are you?")


def test_one_client_serves_many_threads(line):
    line.script(*(line.speech.says(f"Answer {n}") for n in range(16)))

    with ThreadPoolExecutor(8) as pool:
        replies = set(pool.map(lambda _: shown(heard(line.provider)), range(16)))

    assert replies == {f"Answer {n}" for n in range(16)}


def test_a_closed_provider_opens_again_when_it_is_needed(line):
    line.provider.close()
    line.script(line.speech.says("One"), line.speech.says("Two"))
    heard(line.provider)
    line.provider.close()
    line.provider.close()

    assert shown(heard(line.provider)) == "Two"
