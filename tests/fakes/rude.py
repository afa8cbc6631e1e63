"""Ports that do not even listen to a request. Each is a context manager that gives its address."""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Thread

NO_TLS = b"HTTP/1.1 400 Bad Request\r\ncontent-length: 0\r\nconnection: close\r\n\r\n"
Visitors = list[socket.socket]


@dataclass(frozen=True)
class Port:
    """`visitors` are the connections so far, open or closed."""

    number: int
    visitors: Visitors

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.number}"

    @property
    def tls_url(self) -> str:
        return f"https://127.0.0.1:{self.number}"


@contextmanager
def nobody_there() -> Iterator[Port]:
    """A port that is taken, on which nobody listens: connections are refused."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        yield Port(taken.getsockname()[1], [])


@contextmanager
def nobody_answers() -> Iterator[Port]:
    """The connection is made, and then nobody reads or writes."""
    with _listening(lambda _visitor: None) as port:
        yield port


@contextmanager
def door_slammed() -> Iterator[Port]:
    """The connection is closed as soon as it is made."""
    with _listening(socket.socket.close) as port:
        yield port


@contextmanager
def no_tls() -> Iterator[Port]:
    """Whatever is said, even the beginning of TLS, gets an answer in plain HTTP."""
    with _listening(_answer_plainly) as port:
        yield port


def _answer_plainly(visitor: socket.socket) -> None:
    with visitor:
        visitor.recv(65536)
        visitor.sendall(NO_TLS)
        visitor.shutdown(socket.SHUT_WR)
        while visitor.recv(65536):
            pass


@contextmanager
def _listening(welcome: Callable[[socket.socket], None]) -> Iterator[Port]:
    visitors: Visitors = []
    with socket.create_server(("127.0.0.1", 0), backlog=64) as door:
        thread = Thread(target=_welcome_all, args=(door, welcome, visitors), daemon=True)
        thread.start()
        try:
            yield Port(door.getsockname()[1], visitors)
        finally:
            door.shutdown(socket.SHUT_RDWR)
            thread.join()
            for visitor in visitors:
                visitor.close()


def _welcome_all(
    door: socket.socket, welcome: Callable[[socket.socket], None], visitors: Visitors
) -> None:
    while True:
        try:
            visitor, _ = door.accept()
        except OSError:  # the door has been shut
            return
        visitors.append(visitor)
        try:
            welcome(visitor)
        except OSError:  # the visitor has left
            visitor.close()
