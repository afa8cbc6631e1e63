"""Programs that are spoken to in lines."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import IO, cast

from benchmarks.clock import ROOT


@dataclass(frozen=True)
class Program:
    """One that runs; it ends by itself when its standard input does."""

    _ears: IO[str]
    _mouth: IO[str]

    def says(self) -> str:
        """Its next line, or nothing when it has ended."""
        return self._mouth.readline()

    def hears(self, line: str) -> None:
        self._ears.write(f"{line}\n")
        self._ears.flush()


@contextmanager
def running(*command: str) -> Iterator[Program]:
    with subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        yield Program(cast("IO[str]", process.stdin), cast("IO[str]", process.stdout))
