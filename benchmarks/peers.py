"""The libraries that do what our chain does, measured in the same run.

They live in environments of their own, each named by the interpreter in it:
`PEERS_LITELLM=/path/to/python` with litellm 1.106, `PEERS_PYDANTIC_AI=/path/to/python` with
pydantic-ai-slim[openai] 2.68. Without these variables nothing of the kind is measured.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import partial

from benchmarks import clock, lines
from benchmarks.figures import Figure
from benchmarks.servers import Servers

ROUNDS = 7


@dataclass(frozen=True)
class Peer:
    name: str
    variable: str
    script: str
    importing: str

    @property
    def python(self) -> str:
        """The interpreter, or nothing when this peer is not to be measured."""
        return os.environ.get(self.variable, "")


PEERS = (
    Peer(
        "LiteLLM's Router",
        "PEERS_LITELLM",
        "benchmarks/workers/litellm_router.py",
        "import os; os.environ['LITELLM_LOCAL_MODEL_COST_MAP'] = 'True'; import litellm",
    ),
    Peer(
        "pydantic-ai's FallbackModel",
        "PEERS_PYDANTIC_AI",
        "benchmarks/workers/pydantic_ai_fallback.py",
        "import pydantic_ai.models.fallback, pydantic_ai.models.openai",
    ),
)


@dataclass(frozen=True)
class Worker:
    """A peer at work in its own interpreter."""

    name: str
    program: lines.Program

    def cpu(self, task: str) -> float:
        """Seconds for this task, done once; the worker itself makes sure that it is done."""
        self.program.hears(task)
        return float(self.program.says())


@contextmanager
def working(servers: Servers) -> Iterator[list[Worker]]:
    urls = servers.talking, servers.overloaded
    with ExitStack() as stack:
        yield [
            Worker(peer.name, stack.enter_context(lines.running(peer.python, peer.script, *urls)))
            for peer in _present()
        ]


def imports() -> list[Figure]:
    """CPU seconds of a fresh interpreter less those of an idle one, interleaved, the least."""
    sides = {
        f"import of {peer.name}, seconds": partial(clock.of_program, peer.importing, peer.python)
        for peer in _present()
    }
    least = clock.least({"idle": partial(clock.of_program, "pass"), **sides}, ROUNDS)
    idle = least.pop("idle")
    return [Figure(name, seconds - idle) for name, seconds in least.items()]


def _present() -> list[Peer]:
    return [peer for peer in PEERS if peer.python]
