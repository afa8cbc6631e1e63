from __future__ import annotations

from typing import Any

import pytest

from core.ai.failures import failure
from core.ai.retry import LONGEST_WAIT, RetryPolicy, first_chunk
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


def error(kind: FailureKind = FailureKind.TRANSIENT, wait: float | None = None) -> ProviderError:
    return failure(kind, "OpenRouter", retry_after=wait)


def policy(waits: list[float], attempts: int = 3, backoff: float = 0.0) -> RetryPolicy:
    return RetryPolicy(attempts=attempts, backoff=backoff, sleep=waits.append)


def first(streams: Streams, waits: list[float], seconds: float = 60.0, **how: Any):
    retries: list[None] = []
    tries = first_chunk(streams, policy(waits, **how), seconds, lambda: retries.append(None))
    return tries, len(retries)


@pytest.mark.parametrize(
    "kind", [kind for kind in FailureKind if kind is not FailureKind.TRANSIENT]
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

    (_, chunk), retries = first(streams, waits, backoff=0.4)

    assert chunk is HELLO
    assert retries == 1
    assert 2 <= waits[0] <= 2.2


def test_the_waits_grow_and_are_uneven():
    waits: list[float] = []
    streams = Streams(error(), error(), error(), HELLO)

    first(streams, waits, attempts=4, backoff=0.4)

    assert 0.4 <= waits[0] <= 0.8
    assert 0.8 <= waits[1] <= 1.2
    assert 1.6 <= waits[2] <= 2.0


def test_there_is_no_wait_where_none_is_set():
    waits: list[float] = []

    first(Streams(error(), error(), HELLO), waits)

    assert waits == [0, 0]


def test_a_stream_that_ends_at_once_has_no_first_chunk():
    def silent():
        yield from ()

    (_, chunk), _ = first(silent, [])  # type: ignore[arg-type]  # a function opens streams as well

    assert chunk is None


def test_the_rest_of_the_stream_follows_the_first_chunk():
    def talk():
        yield HELLO
        yield Chunk(ChunkKind.END)

    stream, chunk = first_chunk(talk, policy([]), 60, lambda: None)

    assert chunk is HELLO
    assert [one.kind for one in stream] == [ChunkKind.END]
