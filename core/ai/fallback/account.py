"""The account that is kept of each call to a provider."""

from __future__ import annotations

import time
from collections.abc import Generator, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace

from core.ai.types import AIProvider, Attempt, Chunk, Recorder, Request, Usage
from core.exceptions import FailureKind, ProviderError


class Account:
    """One call while it runs. It keeps the text that was said, which the record does not."""

    def __init__(self, request: Request, provider: AIProvider) -> None:
        self._request = request
        self._provider = provider
        self._began = time.monotonic()
        self._first_token_ms: int | None = None
        self._served = ""
        self._usage = Usage()
        self._retries = 0
        self._said: list[str] = []
        self._broken_off: list[str] = []
        self._was_shown = False

    @property
    def text(self) -> str:
        """What the last try has said so far."""
        return "".join(self._said)

    def hearing(self, stream: Generator[Chunk, None, None]) -> Generator[Chunk, None, None]:
        """The same stream; what comes through it is kept account of. A new one is a new try."""
        if self._said:
            self._broken_off.append(self.text)
            self._said.clear()
        with closing(stream):
            for chunk in stream:
                self._add(chunk)
                yield chunk

    def add_retry(self) -> None:
        self._retries += 1

    def add_sight(self) -> None:
        """The reader has seen some of it."""
        self._was_shown = True

    def closed(self, failure: FailureKind | None = None, status: int | None = None) -> Attempt:
        was_taken_back = failure not in (None, FailureKind.CANCELLED) and self._was_shown
        return Attempt(
            purpose=self._request.purpose,
            provider=self._provider.name,
            model=self._provider.model,
            model_served=self._served,
            failure=failure,
            status=status,
            first_token_ms=self._first_token_ms,
            total_ms=self._elapsed_ms(),
            usage=self._counted(),
            retries=self._retries,
            resets=int(was_taken_back),
        )

    def _add(self, chunk: Chunk) -> None:
        if chunk.text:
            if self._first_token_ms is None:
                self._first_token_ms = self._elapsed_ms()
            self._said.append(chunk.text)
        else:
            self._served = chunk.model
            self._usage = chunk.usage

    def _counted(self) -> Usage:
        """The tokens of all tries that said something.

        What the provider says it charged is for the last one, so it is no longer the cost of all.
        """
        last = self._counted_last()
        if not self._broken_off:
            return last
        prompts = len(self._broken_off) * self._request.tokens
        return replace(
            last,
            prompt_tokens=(last.prompt_tokens or 0) + prompts if prompts else None,
            completion_tokens=(last.completion_tokens or 0)
            + sum(map(_tokens_in, self._broken_off)),
            cost_usd=None,
            is_estimate=True,
        )

    def _counted_last(self) -> Usage:
        """As the provider counts, or as we do where text came without counts.

        What came without text, such as a refusal, has no tokens that we know of, and the built-in
        interviewer has none at all.
        """
        usage = self._usage
        prompt, completion = usage.prompt_tokens, usage.completion_tokens
        is_counted = prompt is not None and completion is not None
        if is_counted or not self.text or not self._provider.model:
            return usage
        return replace(
            usage,
            prompt_tokens=self._request.tokens or None if prompt is None else prompt,
            completion_tokens=_tokens_in(self.text) if completion is None else completion,
            is_estimate=True,
        )

    def _elapsed_ms(self) -> int:
        return round((time.monotonic() - self._began) * 1000)


def _tokens_in(text: str) -> int:
    from core.prompts.tokens import tokens_in  # noqa: PLC0415 - loads all prompts, seldom needed

    return tokens_in(text)


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
