"""Asking one provider again, as long as it has said nothing yet.

A generator cannot be retried once it is handed out, so what is retried is a function that starts
the stream and takes its first chunk.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Generator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from core.ai.types import Chunk
from core.exceptions import FailureKind, ProviderError

if TYPE_CHECKING:
    from tenacity import RetryCallState

LONGEST_WAIT = 8.0
MOST_JITTER = 0.15
Stream = Generator[Chunk, None, None]


@dataclass(frozen=True, slots=True, kw_only=True)
class RetryPolicy:
    """How often one provider is asked, and the scale of the waits between, in seconds."""

    attempts: int = 3
    backoff: float = 0.4
    sleep: Callable[[float], None] = time.sleep

    def wait(self, state: RetryCallState) -> float:
        """Seconds: what the provider asks for, never less; otherwise a growing, uneven pause."""
        from tenacity import wait_exponential_jitter

        grown = wait_exponential_jitter(self.backoff, LONGEST_WAIT, jitter=self.backoff)(state)
        asked = _retry_after(state)
        if asked is None:
            return grown
        return asked + min(MOST_JITTER, grown)


def first_chunk(
    start: Callable[[], Stream],
    policy: RetryPolicy,
    seconds: float,
    on_retry: Callable[[], None],
) -> tuple[Stream, Chunk | None]:
    """The stream that `start` opens, and its first chunk, or None when it ends without any.

    Only a passing fault is tried again, and only if the next try begins within `seconds`. Raises
    the last `ProviderError`.
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
        before_sleep=lambda _state: on_retry(),
        reraise=True,
    )
    return tries(_begin, start)


def _begin(start: Callable[[], Stream]) -> tuple[Stream, Chunk | None]:
    stream = start()
    return stream, next(stream, None)


def _may_pass(error: BaseException) -> bool:
    """A rate limit passes when the provider says so, and soon; a fault unless it says not soon."""
    if not isinstance(error, ProviderError):
        return False
    if error.kind is FailureKind.RATE_LIMITED:
        return error.retry_after is not None and error.retry_after <= LONGEST_WAIT
    return error.kind is FailureKind.TRANSIENT and (error.retry_after or 0) <= LONGEST_WAIT


def _retry_after(state: RetryCallState) -> float | None:
    error = state.outcome.exception() if state.outcome else None
    return error.retry_after if isinstance(error, ProviderError) else None
