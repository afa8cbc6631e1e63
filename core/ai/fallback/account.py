"""The account that is kept of each call to a provider."""

from __future__ import annotations

import time
from collections.abc import Generator, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace

from core.ai.types import (
    NO_USAGE,
    AIProvider,
    Attempt,
    Chunk,
    Recorder,
    Request,
    Usage,
)
from core.exceptions import FailureKind, ProviderError


class Account:
    """The calls that one provider's turn takes, each handed to `record` when it is over.

    What is said is kept while the turn runs; the record does not hold it.
    """

    def __init__(self, request: Request, provider: AIProvider, record: Recorder) -> None:
        self._request = request
        self._provider = provider
        self._record = record
        self._closed = 0
        self._begin()

    @property
    def text(self) -> str:
        """What the present call has said so far."""
        return "".join(self._said)

    @property
    def was_seen(self) -> bool:
        """Whether the reader has seen some of it."""
        return self._was_seen

    @property
    def seconds(self) -> float:
        """How long the present call has taken."""
        return time.monotonic() - self._began

    def hearing(self, stream: Generator[Chunk, None, None]) -> Generator[Chunk, None, None]:
        """The stream of a new call; what comes through it is kept account of."""
        self._begin()
        with closing(stream):
            for chunk in stream:
                self._add(chunk)
                yield chunk

    def add_sight(self) -> None:
        self._was_seen = True

    def close(self, failure: FailureKind | None = None, status: int | None = None) -> None:
        """The present call is over."""
        was_taken_back = failure not in (None, FailureKind.CANCELLED) and self._was_seen
        self._record(
            Attempt(
                purpose=self._request.purpose,
                provider=self._provider.name,
                model=self._provider.model,
                model_served=self._served,
                failure=failure,
                status=status,
                first_token_ms=self._first_token_ms,
                total_ms=round(self.seconds * 1000),
                usage=self._counted(),
                retries=self._closed,
                resets=int(was_taken_back),
            )
        )
        self._closed += 1

    def _begin(self) -> None:
        self._began = time.monotonic()
        self._first_token_ms: int | None = None
        self._served = ""
        self._usage = NO_USAGE
        self._said: list[str] = []
        self._was_seen = False

    def _add(self, chunk: Chunk) -> None:
        if chunk.text:
            if self._first_token_ms is None:
                self._first_token_ms = round(self.seconds * 1000)
            self._said.append(chunk.text)
        else:
            self._served = chunk.model
            self._usage = chunk.usage

    def _counted(self) -> Usage:
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


def _tokens_in(text: str) -> int:
    from core.prompts.tokens import tokens_in  # noqa: PLC0415 - loads all prompts, seldom needed

    return tokens_in(text)


@contextmanager
def closed_at_the_end(account: Account) -> Iterator[None]:
    """Close the account however its last call ends: answered, failed or given up by its reader."""
    try:
        yield
    except ProviderError as error:
        account.close(error.kind, error.status)
        raise
    except BaseException:  # a reader who left; or a bug, whose call was made all the same
        account.close(FailureKind.CANCELLED)
        raise
    account.close()
