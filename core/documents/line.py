"""First come, first served."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Condition
from time import monotonic

from core.documents.faults import Fault, unreadable
from core.documents.taken import OnWait, ignore


class Line:
    """So many places, and everybody else waits for one in the order in which they came.

    Nobody waits for longer than `patience` seconds. Thread-safe.
    """

    def __init__(self, places: int, patience: float) -> None:
        self._places = places
        self._patience = patience
        self._tickets: list[object] = []  # the oldest first; the first `places` have a place
        self._moved = Condition()

    @contextmanager
    def place(self, on_wait: OnWait = ignore) -> Iterator[None]:
        """A place for as long as the block runs.

        `on_wait` is called in this thread whenever the line moves, and not at all where nobody is
        ahead. Raises `UnreadableDocument` (BUSY).
        """
        ticket = object()
        with self._moved:
            self._tickets.append(ticket)
        try:
            self._wait(ticket, on_wait)
            yield
        finally:
            with self._moved:
                self._tickets.remove(ticket)
                self._moved.notify_all()

    def _wait(self, ticket: object, on_wait: OnWait) -> None:
        deadline = monotonic() + self._patience
        ahead = self._ahead(ticket)
        while ahead:
            on_wait(ahead)
            if not self._moves_on(ticket, ahead, deadline - monotonic()):
                raise unreadable(Fault.BUSY)
            ahead = self._ahead(ticket)
            if not ahead:
                on_wait(0)

    def _moves_on(self, ticket: object, ahead: int, seconds: float) -> bool:
        with self._moved:
            return self._moved.wait_for(lambda: self._ahead(ticket) < ahead, max(0.0, seconds))

    def _ahead(self, ticket: object) -> int:
        with self._moved:
            return max(0, self._tickets.index(ticket) - self._places + 1)
