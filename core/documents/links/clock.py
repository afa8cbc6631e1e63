"""So many seconds for a whole page: looking up its name, all redirects, and the last byte.

A timeout of the transport bounds silence only, and a body that drips keeps a connection alive for
ever. Shutting its socket does not.
"""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Future
from contextlib import contextmanager, suppress
from threading import Thread, Timer
from time import monotonic
from typing import Any, TypeVar

Result = TypeVar("Result")
_TELLING = (".connect_tcp.complete", ".start_tls.complete")


class Clock:
    """What is left of the time; one clock for one page."""

    def __init__(self, seconds: float) -> None:
        self._until = monotonic() + seconds
        self._stream: Any = None

    @property
    def left(self) -> float:
        return max(0.0, self._until - monotonic())

    @property
    def is_over(self) -> bool:
        return not self.left

    def within(self, call: Callable[[], Result]) -> Result:
        """What `call` returns or raises. Raises `TimeoutError` when the time is over first.

        For calls that take no timeout: nobody waits for the thread any longer, and it ends when
        the call does.
        """
        outcome: Future[Result] = Future()

        def run() -> None:
            try:
                outcome.set_result(call())
            except Exception as error:  # noqa: BLE001 - it is raised where it is waited for
                outcome.set_exception(error)

        Thread(target=run, name="look-up", daemon=True).start()
        return outcome.result(timeout=self.left)

    @contextmanager
    def over_request(self) -> Iterator[dict[str, Any]]:
        """What a request has to be told, so that its socket is shut when the time is over."""
        timer = Timer(self.left, self._shut)
        timer.daemon = True
        timer.start()
        try:
            yield {"trace": self._notice}
        finally:
            timer.cancel()
            timer.join()

    def _notice(self, event: str, details: Mapping[str, Any]) -> None:
        if event.endswith(_TELLING):
            self._stream = details["return_value"]
            if self.is_over:  # the timer has rung before there was a socket
                self._shut()

    def _shut(self) -> None:
        if self._stream is not None:
            with suppress(OSError):  # it has been closed meanwhile, which is as good
                self._stream.get_extra_info("socket").shutdown(socket.SHUT_RDWR)
