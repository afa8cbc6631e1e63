"""A website on loopback, in plain HTTP or in TLS, whose pages may misbehave."""

from __future__ import annotations

import socket
import ssl
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from typing import Self

from core.documents.links.policy import Policy, is_public
from tests.fakes.replies import Ending, Reply
from tests.fakes.server import RESET_ON_CLOSE
from tests.fakes.wire import Wire

HERE = "127.0.0.1"
HOST = "jobs.example"
NOT_THERE = Reply(status=404, content_type="text/html", frames=(b"<p>Not found</p>",))


@dataclass(frozen=True)
class Visit:
    path: str
    headers: dict[str, str]


def page(html: str | bytes, content_type: str = "text/html", **headers: str) -> Reply:
    data = html.encode() if isinstance(html, str) else html
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Reply(content_type=content_type, headers=named, frames=(data,))


def leads_to(address: str, **headers: str) -> Reply:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Reply(status=302, headers={"location": address, "content-length": "0", **named})


def names(port: int, **others: str) -> Policy:
    """The real rules, but that this machine is public at this port, and called `HOST`.

    `others` are further hosts below "example" with their addresses; nothing else is known.
    """
    known = {HOST: (HERE,)} | {f"{name}.example": (a,) for name, a in others.items()}
    return Policy(
        allows=lambda address: address == HERE or is_public(address),
        ports={80, 443, port},
        resolve=lambda host, _port: known.get(host, ()),
    )


class Website:
    """Answers with a page for each path; the pages are given by their names."""

    def __init__(self, tls: ssl.SSLContext | None = None, **pages: Reply) -> None:
        self.pages = {f"/{name}": reply for name, reply in pages.items()}
        self.visits: list[Visit] = []
        self._http = _Server(("127.0.0.1", 0))
        self._http.site = self
        if tls is not None:
            self._http.socket = tls.wrap_socket(self._http.socket, server_side=True)
        self._thread = Thread(target=self._http.serve_forever, args=(0.01,), daemon=True)

    def url(self, name: str) -> str:
        return f"http://{HOST}:{self.port}/{name}"

    @property
    def port(self) -> int:
        return self._http.server_port

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._http.closing.set()
        self._http.shutdown()
        self._http.server_close()
        self._thread.join()


class _Server(ThreadingHTTPServer):
    site: Website

    def __init__(self, address: tuple[str, int]) -> None:
        super().__init__(address, _Handler)
        self.closing = Event()

    def handle_error(self, *_: object) -> None:
        """A visitor that leaves early is no error."""


class _Handler(BaseHTTPRequestHandler):
    server: _Server
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        site = self.server.site
        headers = {name.lower(): value for name, value in self.headers.items()}
        site.visits.append(Visit(self.path, headers))
        self.close_connection = True
        reply = site.pages.get(self.path.partition("?")[0], NOT_THERE)
        if Wire(self.connection, self.server.closing).send(reply) is Ending.RESET:
            self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET_ON_CLOSE)
            self.connection.close()

    def log_message(self, format: str, *args: object) -> None:
        """Nothing: the test reads `visits`."""
