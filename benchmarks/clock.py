"""CPU seconds, which another process's noise disturbs less than it does the clock on the wall."""

from __future__ import annotations

import gc
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path

ROOT = Path(__file__).parent.parent
Side = Callable[[], float]


def of_call(call: Callable[[], object]) -> float:
    """Of this process with all its threads."""
    gc.collect()  # or one side pays for what the other has left behind
    gc.freeze()
    before = time.process_time()
    call()
    return time.process_time() - before


def of_program(code: str, python: str = sys.executable) -> float:
    """Of a fresh interpreter that runs this code."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([python, "-c", code], cwd=ROOT, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def least(sides: Mapping[str, Side], rounds: int) -> dict[str, float]:
    """The least that each side has taken, when all take turns."""
    measured = [{name: side() for name, side in sides.items()} for _ in range(rounds)]
    return {name: min(one[name] for one in measured) for name in sides}
