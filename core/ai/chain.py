"""Asks one provider after another until one has answered."""

from __future__ import annotations

import logging
import time
from collections import deque
from collections.abc import Generator, Sequence
from contextlib import closing
from dataclasses import dataclass
from itertools import chain

from core.ai.account import Account, recorded
from core.ai.failures import failure
from core.ai.notices import takeover
from core.ai.retry import RetryPolicy, Stream, first_chunk
from core.ai.types import AIProvider, Chunk, ChunkKind, Recorder, Request
from core.exceptions import AllProvidersFailed, FailureKind, ProviderError

log = logging.getLogger(__name__)
Reply = Generator[Chunk, None, Chunk]


class RejectedReply(ProviderError):
    """A finished reply that the request finds fault with; `fault` is for the model to read."""

    def __init__(self, label: str, fault: str) -> None:
        words = failure(FailureKind.BAD_OUTPUT, label).public_message
        super().__init__(FailureKind.BAD_OUTPUT, label, words)
        self.fault = fault


@dataclass(frozen=True, slots=True, kw_only=True)
class _Call:
    """One provider's turn. It may be asked again for `patience` seconds, and talk to `deadline`."""

    provider: AIProvider
    request: Request
    deadline: float
    patience: float

    def start(self) -> Stream:
        return self.provider.stream(self.request, self.deadline)


class ProviderChain:
    """Providers in the order in which they are asked. Safe to share between threads.

    Only a `ProviderError` moves on to the next one: a bug of ours is not hidden by asking again.
    """

    def __init__(self, providers: Sequence[AIProvider], policy: RetryPolicy | None = None) -> None:
        self._providers = tuple(providers)
        self._policy = policy or RetryPolicy()

    def stream(self, request: Request, record: Recorder) -> Generator[Chunk, None, None]:
        """The reply as it comes in; a `reset` takes back what a failing provider has said.

        Ends with exactly one `end`, or raises `AllProvidersFailed`. Every call to a provider is
        handed to `record`. Closing the generator ends the call that is running.
        """
        deadline = time.monotonic() + request.seconds
        waiting = deque((provider, request) for provider in self._providers)
        failures: list[ProviderError] = []
        while waiting:
            provider, wish = waiting.popleft()
            if failures and failures[-1].provider != provider.label:
                yield Chunk(ChunkKind.NOTICE, takeover(failures, provider, wish.purpose))
            share = (deadline - time.monotonic()) / (len(waiting) + 1)
            call = _Call(provider=provider, request=wish, deadline=deadline, patience=share)
            try:
                end = yield from self._answer(call, record)
            except ProviderError as error:
                failures.append(error)
                waiting.extendleft(_second_chance(call, error))
            else:
                yield end
                return
        raise AllProvidersFailed(tuple(failures))

    def _answer(self, call: _Call, record: Recorder) -> Reply:
        account = Account(call.request, call.provider)
        try:
            with recorded(account, record):
                return (yield from self._reply(call, account))
        except ProviderError as error:
            name = call.provider.name
            log.warning("%s failed: %s, status %s", name, error.kind, error.status)
            if account.text:
                yield Chunk(ChunkKind.RESET)
            raise

    def _reply(self, call: _Call, account: Account) -> Reply:
        """The provider's text, and its `end` as the value, once the whole reply is accepted."""
        stream, first = first_chunk(
            call.start, self._policy, call.patience, on_retry=account.add_retry
        )
        with closing(stream):
            for chunk in chain(() if first is None else (first,), stream):
                account.add(chunk)
                if chunk.kind is ChunkKind.END:
                    _check(call, account.text)
                    return chunk
                yield chunk
        raise failure(FailureKind.TRUNCATED, call.provider.label)


def _check(call: _Call, text: str) -> None:
    """Raises `RejectedReply`. The built-in wording was found good where it was written."""
    fault = None if text == call.request.offline else call.request.fault_of(text)
    if fault is not None:
        raise RejectedReply(call.provider.label, fault)


def _second_chance(call: _Call, error: ProviderError) -> list[tuple[AIProvider, Request]]:
    if isinstance(error, RejectedReply) and call.request.repair:
        return [(call.provider, call.request.repair(error.fault))]
    return []
