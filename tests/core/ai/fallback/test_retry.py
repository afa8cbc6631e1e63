from __future__ import annotations

from typing import Any

import pytest

from core.ai.fallback import retry
from core.ai.fallback.retry import HELD_CHARACTERS, LONGEST_WAIT, RetryPolicy, first_words
from core.ai.faults.failures import OptionsRefused, failure
from core.ai.types import Chunk, ChunkKind
from core.exceptions import FailureKind, ProviderError

HELLO = Chunk(ChunkKind.TEXT, "Hello")


class Streams:
    """Opens one stream after another: each fails at once or says hello."""

    def __init__(self, *outcomes: Exception | Chunk) -> None:
        self._outcomes = list(outcomes)
        self.opened = 0

    def __call__(self):
        self.opened += 1
        outcome = self._outcomes.pop(0)
        if isinstance(outcome, Exception):
            raise outcome
        yield outcome
        yield Chunk(ChunkKind.TEXT, " there, and now to what I would like to know from you")


def error(kind: FailureKind = FailureKind.TRANSIENT, wait: float | None = None) -> ProviderError:
    return failure(kind, "OpenRouter", retry_after=wait)


def policy(waits: list[float], attempts: int = 3, backoff: float = 0.0) -> RetryPolicy:
    return RetryPolicy(attempts=attempts, backoff=backoff, sleep=waits.append)


def ignore(_error: ProviderError) -> None:
    pass


def first(streams: Streams, waits: list[float], seconds: float = 60.0, **how: Any):
    retries: list[ProviderError] = []
    tries = first_words(streams, policy(waits, **how), seconds, retries.append)
    return tries, len(retries)


@pytest.mark.parametrize(
    "kind",
    [kind for kind in FailureKind if kind not in {FailureKind.TRANSIENT, FailureKind.TRUNCATED}],
)
def test_only_a_passing_fault_is_tried_again(kind):
    streams = Streams(error(kind), HELLO)

    with pytest.raises(ProviderError) as caught:
        first(streams, [])

    assert caught.value.kind is kind
    assert streams.opened == 1


def test_the_last_failure_is_raised_when_the_tries_are_used_up():
    last = error()
    streams = Streams(error(), error(), last)

    with pytest.raises(ProviderError) as caught:
        first(streams, [])

    assert caught.value is last
    assert streams.opened == 3


@pytest.mark.parametrize("kind", [FailureKind.RATE_LIMITED, FailureKind.TRANSIENT])
def test_a_wait_that_is_too_long_is_not_waited(kind):
    streams = Streams(error(kind, LONGEST_WAIT + 1), HELLO)

    with pytest.raises(ProviderError):
        first(streams, [])

    assert streams.opened == 1


def test_no_try_begins_after_the_time_is_over():
    waits: list[float] = []
    streams = Streams(error(FailureKind.RATE_LIMITED, 5), HELLO)

    with pytest.raises(ProviderError):
        first(streams, waits, seconds=4)

    assert (streams.opened, waits) == (1, [])


def test_a_bug_is_not_tried_again():
    streams = Streams(KeyError("typo"), HELLO)

    with pytest.raises(KeyError):
        first(streams, [])

    assert streams.opened == 1


def test_the_wait_that_the_provider_asks_for_is_honoured():
    waits: list[float] = []
    streams = Streams(error(FailureKind.RATE_LIMITED, 2), HELLO)

    (_, begun), retries = first(streams, waits, backoff=0.4)

    assert begun[0] is HELLO
    assert retries == 1
    assert 2 <= waits[0] <= 2.2


def test_the_waits_grow_and_are_uneven():
    waits: list[float] = []
    streams = Streams(error(), error(), error(), HELLO)

    first(streams, waits, attempts=4, backoff=0.4)

    assert 0.4 <= waits[0] <= 0.6
    assert 0.8 <= waits[1] <= 1.0
    assert 1.6 <= waits[2] <= 1.8


def test_there_is_no_wait_where_none_is_set():
    waits: list[float] = []

    first(Streams(error(), error(), HELLO), waits)

    assert waits == [0, 0]


def test_a_refused_option_is_left_out_at_once_and_is_no_attempt():
    waits: list[float] = []
    refused = OptionsRefused(FailureKind.BAD_REQUEST, "OpenRouter", "no")
    streams = Streams(refused, refused, refused, HELLO)

    (_, begun), retries = first(streams, waits, attempts=1)

    assert begun[0] is HELLO
    assert (retries, waits) == (3, [])


def test_a_stream_that_ends_at_once_has_no_first_words():
    def silent():
        yield from ()

    (_, begun), _ = first(silent, [])  # type: ignore[arg-type]  # a function opens streams as well

    assert begun == []


def test_a_stream_that_dies_before_much_is_said_is_tried_again_unseen():
    said = ["Tell me", "What came"]

    def talk():
        yield Chunk(ChunkKind.TEXT, said.pop(0))
        if said:
            raise error()
        yield Chunk(ChunkKind.END)

    (_, begun), retries = first(talk, [])  # type: ignore[arg-type]  # as above

    assert [chunk.text for chunk in begun] == ["What came", ""]
    assert retries == 1


def test_as_soon_as_enough_is_said_it_is_handed_out():
    def talk():
        yield Chunk(ChunkKind.TEXT, "x" * (HELD_CHARACTERS - 1))
        yield Chunk(ChunkKind.TEXT, "y")
        yield Chunk(ChunkKind.TEXT, "z")
        yield Chunk(ChunkKind.END)

    stream, begun = first_words(talk, policy([]), 60, ignore)

    assert "".join(chunk.text for chunk in begun).endswith("xy")
    assert [chunk.text for chunk in stream] == ["z", ""]


def test_words_are_not_held_back_for_long(monkeypatch):
    monkeypatch.setattr(retry, "HELD_SECONDS", 0.0)  # the clock is the module's own

    def talk():
        yield Chunk(ChunkKind.TEXT, "a ")
        yield Chunk(ChunkKind.TEXT, "b ")

    _, begun = first_words(talk, policy([]), 60, ignore)

    assert [chunk.text for chunk in begun] == ["a "]
