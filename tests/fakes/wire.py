"""Puts a reply on the wire, well or badly, for as long as somebody is there to read it."""

from __future__ import annotations

import select
import socket
import time
from dataclasses import dataclass
from http.client import responses
from threading import Event

from tests.fakes.replies import Chatter, Drip, Ending, Frame, Hold, Pause, Reply

LOOK = 0.01  # seconds after which it is looked again whether the client is still there


class ClientGoneError(OSError):
    """The client has closed its side, or the server is being closed."""


@dataclass(frozen=True)
class Wire:
    """One connection. `closing` is set when the server is closed."""

    connection: socket.socket
    closing: Event

    def send(self, reply: Reply) -> Ending | None:
        """How the connection is to end, if it is to end badly. Raises `OSError`."""
        headers = _headers(reply)
        head = _head(reply, headers) if reply.head is None else reply.head
        is_chunked = "transfer-encoding" in headers and reply.head is None
        if reply.head_every:
            self._drip(Drip(head, reply.head_every), is_chunked=False)
        else:
            self.connection.sendall(head)
        for frame in reply.frames:
            if isinstance(frame, Ending):
                return frame
            self._frame(frame, is_chunked=is_chunked)
        if is_chunked:
            self.connection.sendall(b"0\r\n\r\n")
        return None

    def _frame(self, frame: Frame, *, is_chunked: bool) -> None:
        match frame:
            case bytes():
                self._write(frame, is_chunked=is_chunked)
            case Hold():
                frame.reached.set()
                while not frame.released.is_set():
                    self._wait(LOOK)
            case Pause():
                self._wait(frame.seconds)
            case Drip():
                self._drip(frame, is_chunked=is_chunked)
            case Chatter():
                while True:
                    self._write(frame.data, is_chunked=is_chunked)
                    self._wait(frame.every)

    def _drip(self, drip: Drip, *, is_chunked: bool) -> None:
        for drop in drip.data:
            self._write(bytes([drop]), is_chunked=is_chunked)
            self._wait(drip.every)

    def _write(self, data: bytes, *, is_chunked: bool) -> None:
        self.connection.sendall(b"%x\r\n%b\r\n" % (len(data), data) if is_chunked else data)

    def _wait(self, seconds: float) -> None:
        """Raises `ClientGoneError` as soon as nobody is left to wait for."""
        until = time.monotonic() + seconds
        while (left := until - time.monotonic()) > 0:
            readable, _, _ = select.select([self.connection], [], [], min(left, LOOK))
            if self.closing.is_set() or (readable and not self.connection.recv(1, socket.MSG_PEEK)):
                raise ClientGoneError


def _headers(reply: Reply) -> dict[str, str]:
    headers = {"content-type": reply.content_type, **reply.headers, "connection": "close"}
    if reply.http == "1.1" and "content-length" not in headers:
        headers["transfer-encoding"] = "chunked"
    return headers


def _head(reply: Reply, headers: dict[str, str]) -> bytes:
    first = f"HTTP/{reply.http} {reply.status} {responses.get(reply.status, '')}"
    lines = [first, *(f"{name}: {value}" for name, value in headers.items()), "", ""]
    return "\r\n".join(lines).encode("latin-1")
