"""Asking one provider again, as long as nobody has seen a word of it.

A generator cannot be retried once it is handed out, so what is retried is a function that starts
the stream and takes its first words. They are held back for a moment, since many replies that die
do so early.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from core.ai.faults.failures import OptionsRefused, OutOfTokens
from core.ai.types import Chunk, ChunkKind
from core.exceptions import FailureKind, ProviderError

if TYPE_CHECKING:
    from tenacity import RetryCallState

LONGEST_WAIT = 8.0
MOST_JITTER = 0.15
HELD_CHARACTERS = 40
HELD_SECONDS = 0.25
Stream = Generator[Chunk, None, None]
Begun = tuple[Stream, Sequence[Chunk]]


@dataclass(frozen=True, slots=True, kw_only=True)
class RetryPolicy:
    """How often one provider is asked, and the scale of the waits between, in seconds."""

    attempts: int = 3
    backoff: float = 0.4
    sleep: Callable[[float], None] = time.sleep

    def wait(self, state: RetryCallState) -> float:
        """Seconds: what the provider asks for, never less; otherwise a growing, uneven pause."""
        from tenacity import wait_exponential_jitter

        jitter = self.backoff / 2  # so that each wait is longer than the one before
        grown = wait_exponential_jitter(self.backoff, LONGEST_WAIT, jitter=jitter)(state)
        asked = _failure(state).retry_after
        if asked is None:
            return grown
        return asked + min(MOST_JITTER, grown)


def first_words(
    start: Callable[[], Stream],
    policy: RetryPolicy,
    seconds: float,
    on_retry: Callable[[ProviderError], None],
) -> Begun:
    """The stream that `start` opens, and the chunks that it began with.

    Only a passing fault is tried again, and only if the next try begins within `seconds`. A failure
    that is tried again is handed to `on_retry`; the last one is raised.
    """
    from tenacity import (
        Retrying,
        retry_if_exception,
        stop_after_attempt,
        stop_any,
        stop_before_delay,
    )

    tries = Retrying(
        stop=stop_any(stop_after_attempt(policy.attempts), stop_before_delay(seconds)),
        wait=policy.wait,
        retry=retry_if_exception(_may_pass),
        sleep=policy.sleep,
        before_sleep=lambda state: on_retry(_failure(state)),
        reraise=True,
    )
    return tries(_begin, start, on_retry)


def _begin(start: Callable[[], Stream], on_retry: Callable[[ProviderError], None]) -> Begun:
    """One try. A server that refuses an option is asked without it at once."""
    while True:
        stream = start()
        try:
            return stream, _held(stream)
        except OptionsRefused as error:
            on_retry(error)


def _held(stream: Stream) -> list[Chunk]:
    held: list[Chunk] = []
    characters, until = 0, 0.0
    for chunk in stream:
        held.append(chunk)
        if chunk.kind is ChunkKind.TEXT:
            until = until or time.monotonic() + HELD_SECONDS
            characters += len(chunk.text)
            if characters >= HELD_CHARACTERS or time.monotonic() >= until:
                break
    return held


def _may_pass(error: BaseException) -> bool:
    """A rate limit passes when the provider says so, and soon; a fault unless it says not soon."""
    if not isinstance(error, ProviderError):
        return False
    if error.kind is FailureKind.RATE_LIMITED:
        return error.retry_after is not None and error.retry_after <= LONGEST_WAIT
    broke_off = error.kind is FailureKind.TRUNCATED and not isinstance(error, OutOfTokens)
    passes = error.kind is FailureKind.TRANSIENT or broke_off
    return passes and (error.retry_after or 0) <= LONGEST_WAIT


def _failure(state: RetryCallState) -> ProviderError:
    """Why the try before this wait failed; `_may_pass` lets nothing else come here."""
    error = state.outcome.exception() if state.outcome else None
    if not isinstance(error, ProviderError):
        raise TypeError("only failures of providers are tried again")
    return error
