"""Sixteen interviews at once over one chain, while both providers fail in every way."""

from __future__ import annotations

import json
import re
import time
from collections import Counter
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing
from dataclasses import dataclass
from random import Random
from threading import Barrier, Lock
from types import ModuleType

import pytest

from core.ai.fallback.chain import ProviderChain
from core.ai.fallback.health import Health
from core.ai.fallback.retry import RetryPolicy
from core.ai.providers.gemini import GeminiProvider
from core.ai.providers.offline import BuiltInProvider
from core.ai.providers.openai_compatible import OpenRouterProvider
from core.ai.types import Attempt, Chunk, ChunkKind, Turn
from tests.builders import NOW
from tests.core.ai.conftest import Line, connected, heard, request, shown
from tests.fakes import faults
from tests.fakes.replies import Ending, Hold, Pause, Reply, hangs_up, refuses
from tests.fakes.server import Received

THREADS, TURNS = 16, 4
MOST_SECONDS = 30.0  # none waits for ever; a shared machine may take its time
QUICK = {"first_token_seconds": 0.5, "idle_seconds": 0.3}
GARBAGE = b"data: {oops\r\n\r\n"


def wording(case: str) -> str:
    return f"What was your own part in {case}, and what came of it in the end?"


def spoilt(reply: Reply) -> Iterable[Reply]:
    """A good reply, and what may become of it."""
    late = len(reply.frames) // 2
    yield from (reply, reply, reply, reply)
    yield from (refuses(503), refuses(429, retry_after="0"), refuses(500, "<html>"), hangs_up())
    yield from (faults.garbled_gzip(), faults.garbled_status_line(), faults.garbled_chunks(reply))
    for trouble in (Ending.CUT, Ending.RESET, GARBAGE, Pause(0.05), Hold()):
        yield faults.interrupted_by(reply, trouble, after=1)
        yield faults.interrupted_by(reply, trouble, after=late)


class Moody:
    """Answers each case with its own words, if at all; the same case may fare better next time."""

    def __init__(self, speech: ModuleType, seed: int) -> None:
        self._speech = speech
        self._random = Random(seed)
        self._lock = Lock()

    def __call__(self, received: Received) -> Reply:
        [case] = set(re.findall(r"case-\d+-\d+", json.dumps(received.body)))
        with self._lock:
            return self._random.choice([*spoilt(self._speech.says(wording(case)))])


@dataclass(frozen=True)
class Answered:
    case: str
    chunks: list[Chunk]
    attempts: list[Attempt]


def answered_by(chain: ProviderChain, case: str) -> Answered:
    attempts: list[Attempt] = []
    wish = request(turns=(Turn("user", f"Ask about {case}."),), offline=f"Built in: {case}?")
    with closing(chain.stream(wish, attempts.append)) as chunks:
        return Answered(case, list(chunks), attempts)


def at_once(chain: ProviderChain) -> list[Answered]:
    """All turns of all threads, which begin together."""
    start = Barrier(THREADS)

    def interview(number: int) -> list[Answered]:
        start.wait()
        return [answered_by(chain, f"case-{number}-{turn}") for turn in range(TURNS)]

    with ThreadPoolExecutor(THREADS) as pool:
        return [one for some in pool.map(interview, range(THREADS)) for one in some]


def impatient(seconds: Callable[[], float] = time.monotonic) -> Health:
    """Lets a provider rest for milliseconds, so that it is asked again within the test."""
    return Health(lambda: NOW, lambda: seconds() * 1000)


@pytest.fixture(scope="module")
def lines() -> Iterable[tuple[Line, Line]]:
    """Both SDKs are loaded beforehand, since that takes its time."""
    with ExitStack() as stack:
        first, last = (
            stack.enter_context(connected(adapter, **QUICK))
            for adapter in (OpenRouterProvider, GeminiProvider)
        )
        for line in (first, last):
            line.script(line.speech.says("Ready?"))
            heard(line.provider)
        yield first, last


@pytest.mark.parametrize("seed", range(3))
def test_nothing_is_lost_or_mixed_up_when_everything_fails_at_once(lines, seed):
    for line in lines:
        line.server.forget()
        line.server.otherwise = Moody(line.speech, seed)
    providers = (*(line.provider for line in lines), BuiltInProvider())
    chain = ProviderChain(providers, impatient(), RetryPolicy(attempts=2, backoff=0.01))
    began = time.monotonic()

    answers = at_once(chain)

    assert time.monotonic() - began < MOST_SECONDS
    assert len(answers) == THREADS * TURNS
    for answer in answers:
        kinds = [chunk.kind for chunk in answer.chunks]
        assert shown(answer.chunks) in {wording(answer.case), f"Built in: {answer.case}?"}
        assert kinds.count(ChunkKind.END) == 1
        assert kinds[-1] is ChunkKind.END
        assert [attempt.failure for attempt in answer.attempts].count(None) == 1
        assert answer.attempts[-1].failure is None
        assert answer.attempts[-1].resets == 0
    leaders = Counter(answer.chunks[-1].provider for answer in answers)
    assert {"OpenRouter", "Gemini"} <= set(leaders), leaders


def test_a_dead_provider_is_asked_by_those_who_came_together_and_then_by_nobody(connect):
    patience = {"connect_seconds": 30.0, "first_token_seconds": 30.0, "idle_seconds": 30.0}
    dead, well = connect(OpenRouterProvider, **patience), connect(GeminiProvider, **patience)
    dead.server.otherwise = lambda _: refuses(503)
    well.server.otherwise = lambda received: well.speech.says(
        wording(re.findall(r"case-\d+-\d+", json.dumps(received.body))[0])
    )
    health = Health(lambda: NOW)
    providers = (dead.provider, well.provider, BuiltInProvider())
    chain = ProviderChain(providers, health, RetryPolicy(attempts=1, backoff=0))

    answers = at_once(chain)

    assert {answer.chunks[-1].provider for answer in answers} == {"Gemini"}
    assert all(shown(answer.chunks) == wording(answer.case) for answer in answers)
    assert len(dead.server.requests) <= THREADS + 1
    assert len(well.server.requests) == THREADS * TURNS
