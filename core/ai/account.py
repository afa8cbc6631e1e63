"""The account that is kept of each call to a provider."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager

from core.ai.types import AIProvider, Attempt, Chunk, ChunkKind, Recorder, Request, Usage
from core.exceptions import FailureKind, ProviderError


class Account:
    """One call while it runs. It keeps the text that was shown, which the record does not."""

    def __init__(self, request: Request, provider: AIProvider) -> None:
        self._request = request
        self._provider = provider
        self._began = time.monotonic()
        self._first_token_ms: int | None = None
        self._served = ""
        self._usage = Usage()
        self._retries = 0
        self._shown: list[str] = []

    @property
    def text(self) -> str:
        return "".join(self._shown)

    def add(self, chunk: Chunk) -> None:
        if chunk.kind is ChunkKind.TEXT:
            if self._first_token_ms is None:
                self._first_token_ms = self._elapsed_ms()
            self._shown.append(chunk.text)
        elif chunk.kind is ChunkKind.END:
            self._served = chunk.model
            self._usage = chunk.usage

    def add_retry(self) -> None:
        self._retries += 1

    def closed(self, failure: FailureKind | None = None, status: int | None = None) -> Attempt:
        was_taken_back = failure not in (None, FailureKind.CANCELLED) and bool(self._shown)
        return Attempt(
            purpose=self._request.purpose,
            provider=self._provider.name,
            model=self._provider.model,
            model_served=self._served,
            failure=failure,
            status=status,
            first_token_ms=self._first_token_ms,
            total_ms=self._elapsed_ms(),
            usage=self._usage,
            retries=self._retries,
            resets=int(was_taken_back),
        )

    def _elapsed_ms(self) -> int:
        return round((time.monotonic() - self._began) * 1000)


@contextmanager
def recorded(account: Account, record: Recorder) -> Iterator[None]:
    """Hand the account in when the call is over: answered, failed or given up by its reader."""
    try:
        yield
    except ProviderError as error:
        record(account.closed(error.kind, error.status))
        raise
    except GeneratorExit:
        record(account.closed(FailureKind.CANCELLED))
        raise
    record(account.closed())
