"""Where turns are worded: threads that die with the process, or the caller's own."""

from __future__ import annotations

import logging
from collections.abc import Callable
from queue import SimpleQueue
from threading import Thread
from typing import Protocol

log = logging.getLogger(__name__)

Job = Callable[[], None]


class Workers(Protocol):
    def submit(self, job: Job) -> None: ...

    def close(self) -> None: ...


class InlineWorkers:
    """Each job runs at once in the thread that asks for it."""

    def submit(self, job: Job) -> None:
        job()

    def close(self) -> None:
        pass


class ThreadWorkers:
    """A fixed number of daemon threads; further jobs wait in line.

    Daemons, because a stopped server must not wait for a model: leases and stored answers make a
    killed turn harmless. A job handles its own failures.
    """

    def __init__(self, count: int) -> None:
        self._jobs: SimpleQueue[Job | None] = SimpleQueue()
        self._threads = [
            Thread(target=self._work, name=f"turn-{number}", daemon=True) for number in range(count)
        ]
        for thread in self._threads:
            thread.start()

    def submit(self, job: Job) -> None:
        self._jobs.put(job)

    def close(self) -> None:
        """Let the jobs in line finish and the threads end."""
        for _ in self._threads:
            self._jobs.put(None)
        for thread in self._threads:
            thread.join()

    def _work(self) -> None:
        while job := self._jobs.get():
            try:
                job()
            except Exception:  # one job's bug must not take the thread from all that follow
                log.exception("a job failed")
