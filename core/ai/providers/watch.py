"""Bounds a call in time, whatever the other side sends.

A timeout of the transport bounds silence only: comments, or a body that drips, keep a connection
alive for ever, and closing a stream does not wake the thread that reads from it. Shutting its
socket does.
"""

from __future__ import annotations

import socket
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from threading import Event, Thread, local
from time import monotonic
from typing import TYPE_CHECKING, Any, Self

if TYPE_CHECKING:
    import httpx2

TICK = 0.1
_TELLING = (".connect_tcp.complete", ".start_tls.complete")
_calling = local()


class Watch:
    """One call. When its time is up its socket is shut, and its reader wakes to an error."""

    def __init__(self, deadline: float) -> None:
        self._deadline = deadline
        self._until = deadline
        self._over = Event()
        self._stream: Any = None
        self.has_rung = False

    @property
    def seconds_left(self) -> float:
        """Until the time now allowed is up; never less than nothing."""
        return max(0.0, self._until - monotonic())

    def allow(self, seconds: float) -> None:
        """From now on this long, but never past the deadline."""
        self._until = min(monotonic() + seconds, self._deadline)

    @contextmanager
    def over_requests(self) -> Iterator[None]:
        """Watch over the requests that this thread sends meanwhile."""
        _calling.watch = self
        try:
            yield
        finally:
            _calling.watch = None

    def notice(self, event: str, details: Mapping[str, Any]) -> None:
        """Hear from the transport how it is getting on, and learn the socket."""
        if event.endswith(_TELLING):
            self._stream = details["return_value"]

    def __enter__(self) -> Self:
        Thread(target=self._keep, name="watch", daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()

    def _keep(self) -> None:
        """Look often, since the time allowed moves; and again after it is up, for a late socket."""
        while not self._over.wait(TICK if self.has_rung else min(TICK, self.seconds_left)):
            if self.seconds_left <= 0:
                self.has_rung = True
                self._shut()

    def _shut(self) -> None:
        if self._stream is None:
            return
        with suppress(OSError):  # it has been closed meanwhile, which is as good
            self._stream.get_extra_info("socket").shutdown(socket.SHUT_RDWR)


def watched_pool(connect_seconds: float) -> httpx2.Client:
    """The connections of a provider, for any thread.

    None is kept for the next call: a candidate takes minutes to answer, and a connection that has
    been idle for so long is a failure in waiting.
    """
    import httpx2

    def bound(request: httpx2.Request) -> None:
        timeout = request.extensions["timeout"]
        timeout["connect"] = min(timeout["connect"], connect_seconds)
        if watch := getattr(_calling, "watch", None):
            request.extensions["trace"] = watch.notice

    return httpx2.Client(
        event_hooks={"request": [bound]},
        limits=httpx2.Limits(max_keepalive_connections=0),
        follow_redirects=False,
    )
