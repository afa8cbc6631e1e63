"""Asks one provider after another until one has answered."""

from __future__ import annotations

import logging
import time
from collections import deque
from collections.abc import Generator, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from itertools import chain

from core.ai.fallback.account import Account, closed_at_the_end
from core.ai.fallback.asks import Ask, has_other_words
from core.ai.fallback.health import Health
from core.ai.fallback.leftovers import Leftover
from core.ai.fallback.notices import kept, story
from core.ai.fallback.retry import RetryPolicy, Stream, first_words
from core.ai.fallback.screen import Screen
from core.ai.faults.failures import NotAsked, OptionsRefused, RejectedReply, failure
from core.ai.providers.offline import BuiltInProvider
from core.ai.types import AIProvider, Chunk, ChunkKind, Recorder, Request, Usage
from core.exceptions import AllProvidersFailed, FailureKind, ProviderError

log = logging.getLogger(__name__)

KEPT_BACK = 1.0  # seconds that only the last provider may use
LONGEST_TRYING = 10.0  # seconds within which a provider that says nothing is asked again
FAIR_TIME = 10.0  # seconds; who had less is not blamed for a missed deadline
Reply = Generator[Chunk, None, Chunk]


@dataclass(frozen=True, slots=True, kw_only=True)
class Crew:
    """Who may be asked, in order, and what all requests share."""

    providers: tuple[AIProvider, ...]
    health: Health
    policy: RetryPolicy


class ProviderChain:
    """Providers in the order in which they are asked. Safe to share between threads.

    Only a `ProviderError` moves on to the next one: a bug of ours is not hidden by asking again.
    """

    def __init__(
        self, providers: Sequence[AIProvider], health: Health, policy: RetryPolicy | None = None
    ) -> None:
        self._crew = Crew(providers=tuple(providers), health=health, policy=policy or RetryPolicy())

    def stream(self, request: Request, record: Recorder) -> Stream:
        """The reply as it comes in; a `reset` takes back what a failed provider has said.

        Ends with exactly one `end`, or raises `AllProvidersFailed`. Every call to a provider is
        handed to `record`. Closing the generator ends the call that is running.
        """
        return _Round(self._crew, request, record).run()


class _Round:
    """One request on its way through the chain."""

    def __init__(self, crew: Crew, request: Request, record: Recorder) -> None:
        self._crew = crew
        self._record = record
        self._deadline = time.monotonic() + request.seconds
        self._kept_back = min(KEPT_BACK, request.seconds / 10)
        self._waiting = deque(Ask(provider=one, request=request) for one in crew.providers)
        self._mishaps: list[ProviderError] = []
        self._screen = Screen()
        self._leftover = Leftover()
        self._told = ""

    def run(self) -> Stream:
        while self._waiting:
            ask = self._waiting.popleft()
            if self._leftover.text and isinstance(ask.provider, BuiltInProvider):
                break
            try:
                end = yield from self._answer(self._ready(ask))
            except NotAsked as error:
                if not self._mishaps:  # want of time is the fault of those before
                    self._mishaps.append(error)
            except ProviderError as error:
                self._mishaps.append(error)
            else:
                yield end
                return
        yield from self._keep_leftover()

    def _ready(self, ask: Ask) -> Ask:
        """The ask with a prompt that fits. Raises `ProviderError` where no call is worth making."""
        is_model = not isinstance(ask.provider, BuiltInProvider)
        if is_model and time.monotonic() >= self._deadline_of_this:
            raise NotAsked(ask.provider.label)
        fitted = ask.fitted()
        resting = self._crew.health.admits(ask.provider)
        if resting and not ask.used:  # a second chance is not lost to the fault that earned it
            raise resting
        return fitted

    def _answer(self, ask: Ask) -> Reply:
        account = Account(ask.request, ask.provider, self._record)
        try:
            yield from self._tell(ask)
            with closed_at_the_end(account):
                return (yield from self._reply(ask, account))
        except ProviderError as error:
            self._take_note(ask, error, account)
            self._plan_after(ask, error, account)
            raise
        except BaseException:  # its reader has left, or there is a bug: others may try it
            self._crew.health.gave_up(ask.provider)
            raise

    def _reply(self, ask: Ask, account: Account) -> Reply:
        """The provider's text, and its `end` as the value, once the whole reply is accepted."""

        def on_retry(error: ProviderError) -> None:
            self._take_note(ask, error, account)
            account.close(error.kind, error.status)
            if not isinstance(error, OptionsRefused):
                self._mishaps.append(error)

        def start() -> Stream:
            return account.hearing(ask.provider.stream(ask.request, self._deadline_of_this))

        stream, begun = first_words(start, self._policy_for(ask), self._patience, on_retry)
        yield from self._tell(ask)
        with closing(stream):
            is_whole = bool(begun) and begun[-1].kind is ChunkKind.END
            (_check if is_whole else _check_opening)(ask, account.text)  # before anybody sees it
            for chunk in chain(begun, stream):
                if chunk.kind is ChunkKind.END:
                    _check(ask, account.text)
                    self._crew.health.answered(ask.provider)
                    yield from self._tell(ask, read=chunk.usage)
                    return chunk
                if chunk.text:
                    account.add_sight()
                    yield from self._screen.show(chunk)
        raise failure(FailureKind.TRUNCATED, ask.provider.label)

    def _plan_after(self, ask: Ask, error: ProviderError, account: Account) -> None:
        """Ask the same provider again where that may help; else the next, the roomier first.

        A rejected wording costs two more calls at most: the same provider's next try and, should
        that not come through, one by another. Then the built-in provider's words are used.
        """
        self._leftover.offer(ask, account.text, error)
        self._screen.outdate()
        if again := ask.again(error, was_seen=account.was_seen):
            if has_other_words(ask.request, error):
                self._waiting = deque(replace(one, single=True) for one in self._waiting)
            self._waiting.appendleft(again)
        elif ask.single and (not ask.used or isinstance(error, RejectedReply)):
            built_in = (one for one in self._waiting if isinstance(one.provider, BuiltInProvider))
            self._waiting = deque(built_in)
        elif error.kind is FailureKind.CONTEXT:
            room = ask.provider.context_tokens
            roomier = sorted(self._waiting, key=lambda one: one.provider.context_tokens <= room)
            self._waiting = deque(roomier)

    def _tell(self, ask: Ask, read: Usage | None = None) -> Iterator[Chunk]:
        """A notice, where there is something new to tell."""
        told = story(self._mishaps, ask.provider, ask.request, read or Usage())
        if told and told != self._told:
            self._told = told
            yield Chunk(ChunkKind.NOTICE, told)

    def _keep_leftover(self) -> Stream:
        """Nobody else can answer: the best of what broke off, or `AllProvidersFailed`."""
        if not self._leftover.text:
            raise AllProvidersFailed(tuple(self._mishaps))
        yield from self._screen.restore(self._leftover.text)
        yield Chunk(ChunkKind.NOTICE, kept(self._mishaps))
        yield self._leftover.end

    def _take_note(self, ask: Ask, error: ProviderError, account: Account) -> None:
        if error.kind is FailureKind.DEADLINE and account.seconds < FAIR_TIME:
            self._crew.health.gave_up(ask.provider)
        else:
            self._crew.health.failed(ask.provider, error)
        log.warning("%s failed: %s, status %s", ask.provider.name, error.kind, error.status)

    def _policy_for(self, ask: Ask) -> RetryPolicy:
        """A second chance is one call; else a single question might take a dozen."""
        is_one_call = ask.used or ask.single
        return replace(self._crew.policy, attempts=1) if is_one_call else self._crew.policy

    @property
    def _deadline_of_this(self) -> float:
        return self._deadline - (self._kept_back if self._waiting else 0.0)

    @property
    def _patience(self) -> float:
        """Seconds in which the provider may be tried again: its share of what is left."""
        share = (self._deadline - time.monotonic()) / (len(self._waiting) + 1)
        return min(share, LONGEST_TRYING)


def _check(ask: Ask, text: str) -> None:
    """Raises `RejectedReply`. The built-in wording was found good where it was written."""
    fault = None if text == ask.request.offline else ask.request.fault_of(text)
    if fault is not None:
        raise RejectedReply(ask.provider.label, fault)


def _check_opening(ask: Ask, text: str) -> None:
    """Raises `RejectedReply` for a beginning that nothing which follows could mend."""
    is_built_in = ask.request.offline.startswith(text)
    fault = None if is_built_in else ask.request.opening_fault_of(text)
    if fault is not None:
        raise RejectedReply(ask.provider.label, fault)
