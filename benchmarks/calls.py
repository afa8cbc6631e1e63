"""What a call through our chain costs, against the same call written by hand with the bare SDK."""

from __future__ import annotations

import logging
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

from pydantic import SecretStr

from benchmarks import clock, peers, servers
from benchmarks.figures import Figure
from core.ai.fallback.chain import ProviderChain
from core.ai.fallback.health import Health
from core.ai.fallback.retry import RetryPolicy
from core.ai.providers.adapter import Address
from core.ai.providers.openai_compatible import LocalProvider
from core.ai.types import ChunkKind, Purpose, Request, Turn

if TYPE_CHECKING:
    from openai import OpenAI, Stream
    from openai.types.chat import ChatCompletionChunk

ROUNDS = 40
LIMIT = 1.10
TODAY = datetime(2026, 11, 22, tzinfo=UTC)
KEY, MODEL = "made-up", "some-model"
SYSTEM, QUESTION = "You are the interviewer.", "Ask me."
TASKS = {
    "stream": "a stream of 200 chunks: {name} / the openai SDK",
    "fallback": "503, then that stream: {name} / try and except by hand",
}
Text = str
Side = Callable[[str], float]  # from a task to the CPU seconds that it takes


class ByHand:
    """The SDK as its readme uses it, and the fallback that one writes around it."""

    def __init__(self, running: servers.Servers) -> None:
        from openai import OpenAI

        self._overloaded, self._talking = (
            OpenAI(api_key=KEY, base_url=url, max_retries=0)
            for url in (running.overloaded, running.talking)
        )

    def stream(self) -> Text:
        return _joined(_asked(self._talking))

    def fallback(self) -> Text:
        from openai import InternalServerError

        try:
            stream = _asked(self._overloaded)
        except InternalServerError:
            stream = _asked(self._talking)
        return _joined(stream)


def _asked(client: OpenAI) -> Stream[ChatCompletionChunk]:
    return client.chat.completions.create(
        model=MODEL,
        messages=[
            {"role": "system", "content": SYSTEM},
            {"role": "user", "content": QUESTION},
        ],
        stream=True,
        stream_options={"include_usage": True},
    )


def _joined(stream: Stream[ChatCompletionChunk]) -> Text:
    with stream:
        return "".join(chunk.choices[0].delta.content or "" for chunk in stream if chunk.choices)


class Ours:
    """The chain as the app has it, except that nobody waits or is asked twice."""

    def __init__(self, running: servers.Servers) -> None:
        self._overloaded, self._talking = (
            LocalProvider(Address(base_url=url, model=MODEL, key=SecretStr(KEY)))
            for url in (running.overloaded, running.talking)
        )

    def stream(self) -> Text:
        return self._ask(self._talking)

    def fallback(self) -> Text:
        return self._ask(self._overloaded, self._talking)

    def _ask(self, *providers: LocalProvider) -> Text:
        """With a health of its own each time, so that no failure is remembered."""
        chain = ProviderChain(providers, Health(lambda: TODAY), RetryPolicy(attempts=1))
        turns = (Turn("user", QUESTION),)
        request = Request(purpose=Purpose.QUESTION, system=SYSTEM, turns=turns)
        with closing(chain.stream(request, lambda _attempt: None)) as chunks:
            return "".join(chunk.text for chunk in chunks if chunk.kind is ChunkKind.TEXT)


def measure() -> list[Figure]:
    """CPU seconds, interleaved, the least of each; peers are named by the environment."""
    logging.getLogger("core").addHandler(logging.NullHandler())
    with servers.running() as running, peers.working(running) as workers:
        sides: dict[str, Side] = {
            "by hand": partial(_cpu, ByHand(running)),
            "ours": partial(_cpu, Ours(running)),
            **{worker.name: worker.cpu for worker in workers},
        }
        return [figure for task in TASKS for figure in _figures(task, sides)]


def _cpu(side: ByHand | Ours, task: str) -> float:
    """Of this task done once. Raises `RuntimeError` when it was not done right."""
    said: list[Text] = []
    seconds = clock.of_call(lambda: said.append(getattr(side, task)()))
    if said != [servers.TEXT]:
        raise RuntimeError(f"{type(side).__name__} has not said what it was told")
    return seconds


def _figures(task: str, sides: dict[str, Side]) -> list[Figure]:
    least = clock.least({name: partial(side, task) for name, side in sides.items()}, ROUNDS)
    base = least.pop("by hand")
    return [
        Figure(TASKS[task].format(name=name), seconds / base, LIMIT if name == "ours" else None)
        for name, seconds in least.items()
    ]
