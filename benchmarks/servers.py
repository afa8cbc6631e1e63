"""Scripted servers in a process of their own, so that their work is not counted.

One of them always answers with a reply of 200 chunks, the other is always overloaded.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from benchmarks import lines
from tests.fakes.openai_server import ScriptedOpenAI, says
from tests.fakes.replies import refuses

CHUNKS = 200
TEXT = "".join(f"w{number:03} " for number in range(CHUNKS))  # LiteLLM ends a reply that repeats
REPLY = says(TEXT)
OVERLOADED = refuses(503, {"error": {"message": "overloaded"}})


@dataclass(frozen=True)
class Servers:
    talking: str
    overloaded: str


@contextmanager
def running() -> Iterator[Servers]:
    with lines.running(sys.executable, "-m", "benchmarks.servers") as program:
        talking, overloaded = program.says().split()
        yield Servers(talking, overloaded)


def main() -> None:
    """Serve until standard input ends."""
    talking = ScriptedOpenAI(otherwise=lambda _: REPLY)
    overloaded = ScriptedOpenAI(otherwise=lambda _: OVERLOADED)
    with talking, overloaded:
        sys.stdout.write(f"{talking.url} {overloaded.url}\n")
        sys.stdout.flush()
        sys.stdin.read()


if __name__ == "__main__":
    main()
