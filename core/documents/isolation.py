"""Reading in a process of its own, which may take only so long and may die without harm.

Whatever becomes of that process (it takes too long or too much, crashes, talks nonsense or does not
even start), the outcome is a report. Nothing outlives the call: no process, no thread, no file.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Event, Timer
from typing import IO

from core.documents import limits
from core.documents.faults import Fault, unreadable
from core.documents.line import Line
from core.documents.taken import OnPage, OnWait, Taken
from core.documents.wire import Order, Progress, Refusal, understood
from core.exceptions import UnreadableDocument

ROOT = Path(__file__).resolve().parents[2]
_WORKER = ("-E", "-s", "-m", "core.documents.worker")
# What a worker gets of the server's environment. Never a key: what reads a stranger's file must
# have nothing to give away.
_PASSED_ON = (
    *("PATH", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "SYSTEMROOT"),
    "TESSDATA_PREFIX",  # where tesseract finds its models
)
# By these a process ends that met a limit, or that a hostile file brought down.
_OVERDONE = {
    number
    for name in ("SIGXCPU", "SIGALRM", "SIGABRT", "SIGSEGV", "SIGBUS", "SIGFPE", "SIGILL")
    if (number := getattr(signal, name, None))
}
_PEAK_UNIT = 1 if sys.platform == "darwin" else 1024  # bytes of ru_maxrss


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What became of a document, and the most memory that reading it took (0: not known)."""

    result: Taken | Refusal
    peak_bytes: int = 0


class Isolation:
    """At most `at_once` documents are read at the same time; the others wait in line."""

    def __init__(
        self,
        *,
        at_once: int = limits.AT_ONCE,
        patience: float = limits.PATIENCE,
    ) -> None:
        self._line = Line(at_once, patience)

    def read(self, order: Order, data: bytes, on_page: OnPage, on_wait: OnWait) -> Report:
        try:
            with self._line.place(on_wait):
                return _read(order, data, on_page)
        except UnreadableDocument as error:
            return Report(result=Refusal.of(error))


def _read(order: Order, data: bytes, on_page: OnPage) -> Report:
    try:
        worker = _Worker()
    except OSError as error:
        return Report(result=_ours(order, type(error).__name__))
    with worker.for_at_most(order.seconds):
        worker.hear(order.as_line(), data)
        answer = worker.answer(on_page)
    return Report(result=answer or worker.verdict(order), peak_bytes=worker.peak_bytes)


class _Worker:
    """A fresh interpreter in a session of its own. Raises `OSError` where it cannot be started."""

    def __init__(self) -> None:
        self.peak_bytes = 0
        self._overdue = Event()
        self._process = subprocess.Popen(  # noqa: S603 - our own interpreter and module
            [sys.executable, *_WORKER],
            cwd=ROOT,
            env={name: os.environ[name] for name in _PASSED_ON if name in os.environ},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,  # a library's complaint may quote the document
            start_new_session=True,
        )

    @contextmanager
    def for_at_most(self, seconds: int) -> Iterator[None]:
        """Afterwards nothing of it is left, whatever happens in the block."""
        clock = Timer(seconds, self._stop)
        try:
            clock.start()
            yield
        finally:
            clock.cancel()
            if clock.ident:
                clock.join()
            self._kill()
            self._reap()

    def hear(self, *parts: bytes) -> None:
        # One that has died or knows enough listens no longer; its answer or its end says why.
        with suppress(OSError), _pipe(self._process.stdin) as stdin:
            stdin.writelines(parts)

    def answer(self, on_page: OnPage) -> Taken | Refusal | None:
        left = limits.MAX_OUTPUT
        with _pipe(self._process.stdout) as stdout:
            while line := stdout.readline(left):
                left -= len(line)
                told = understood(line)
                if not isinstance(told, Progress):
                    return told
                on_page(told.done, told.total)
        return None

    def verdict(self, order: Order) -> Refusal:
        """Why it has ended without an answer."""
        code = self._process.returncode
        if self._overdue.is_set() or -code in _OVERDONE:
            return Refusal.of(unreadable(Fault.TOO_COMPLEX))
        return _ours(order, f"exit {code}")

    def _stop(self) -> None:
        self._overdue.set()
        self._kill()

    def _kill(self) -> None:
        """With all that it has started. Until it is reaped, its number is nobody else's."""
        if hasattr(os, "killpg"):
            with suppress(ProcessLookupError, PermissionError):
                os.killpg(self._process.pid, signal.SIGKILL)
        else:
            self._process.kill()

    def _reap(self) -> None:
        try:
            _, status, usage = os.wait4(self._process.pid, 0)
        except (AttributeError, ChildProcessError):  # there is no wait4, or nothing to wait for
            self._process.wait()
        else:
            self._process.returncode = os.waitstatus_to_exitcode(status)
            self.peak_bytes = usage.ru_maxrss * _PEAK_UNIT


def _pipe(stream: IO[bytes] | None) -> IO[bytes]:
    assert stream is not None  # noqa: S101
    return stream


def _ours(order: Order, cause: str) -> Refusal:
    error = unreadable(Fault.INTERNAL, reference=order.reference)
    return replace(Refusal.of(error), cause=cause)
