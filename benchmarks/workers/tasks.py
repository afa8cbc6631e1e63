"""What a worker and the benchmark say to each other: a task in, its CPU seconds out, in lines."""

from __future__ import annotations

import gc
import sys
import time
from collections.abc import Callable, Mapping

LENGTH = 1000  # of the text that a task has to yield


def work(tasks: Mapping[str, Callable[[], str]]) -> None:
    """Do the tasks as they are named on standard input, until it ends."""
    for line in sys.stdin:
        gc.collect()
        before = time.process_time()
        text = tasks[line.strip()]()
        seconds = time.process_time() - before
        if len(text) != LENGTH:
            raise SystemExit(f"{line.strip()} has yielded {text!r}")
        sys.stdout.write(f"{seconds}\n")
        sys.stdout.flush()
