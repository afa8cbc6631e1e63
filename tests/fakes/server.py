"""The socket under the scripted servers. Connections may be cut, reset or left silent."""

from __future__ import annotations

import json
import socket
import struct
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from typing import Any, ClassVar, Self

from tests.fakes.replies import Ending, Reply
from tests.fakes.wire import Wire

RESET_ON_CLOSE = struct.pack("ii", 1, 0)


@dataclass(frozen=True)
class Received:
    """One request as it arrived. `abandoned` is set when the client goes away before the end."""

    path: str
    headers: dict[str, str]
    body: dict[str, Any]
    abandoned: Event = field(default_factory=Event)


Answer = Callable[[Received], Reply]


class ScriptedServer:
    """Gives its replies in the order of the script, then whatever `otherwise` says, if anything."""

    root: ClassVar[str] = ""

    def __init__(self, *script: Reply, otherwise: Answer | None = None, port: int = 0) -> None:
        self.requests: list[Received] = []
        self._script = deque(script)
        self.otherwise = otherwise
        self._http = _Server(("127.0.0.1", port))
        self._http.scripted = self
        self._thread = Thread(target=self._http.serve_forever, args=(0.01,), daemon=True)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._http.server_port}{self.root}"

    @property
    def request(self) -> Received:
        """The only request so far."""
        [request] = self.requests
        return request

    def then(self, *replies: Reply) -> None:
        self._script.extend(replies)

    def forget(self) -> None:
        """Start anew: nothing is scripted and nothing was asked."""
        self._script.clear()
        self.requests.clear()

    def answer(self, received: Received) -> Reply:
        self.requests.append(received)
        if self._script:
            return self._script.popleft()
        if self.otherwise is None:
            return Reply(status=418, content_type="text/plain", frames=(b"the script is over",))
        return self.otherwise(received)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._http.closing.set()
        self._http.shutdown()
        self._http.server_close()
        self._thread.join()

    def serve_forever(self) -> None:
        """For a server that is a process of its own."""
        self._http.serve_forever()


class _Server(ThreadingHTTPServer):
    scripted: ScriptedServer
    request_queue_size = 64

    def __init__(self, address: tuple[str, int]) -> None:
        super().__init__(address, _Handler)
        self.closing = Event()


class _Handler(BaseHTTPRequestHandler):
    server: _Server
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def do_POST(self) -> None:
        length = int(self.headers.get("content-length", 0))
        body = json.loads(self.rfile.read(length) or b"{}")
        headers = {name.lower(): value for name, value in self.headers.items()}
        received = Received(self.path, headers, body)
        reply = self.server.scripted.answer(received)
        try:
            self._send(reply)
        except OSError:
            received.abandoned.set()

    def do_GET(self) -> None:
        """The requests so far, for a test in another process."""
        seen = [{"path": one.path, "body": one.body} for one in self.server.scripted.requests]
        self._send(Reply(content_type="application/json", frames=(json.dumps(seen).encode(),)))

    def _send(self, reply: Reply) -> None:
        self.close_connection = True
        ending = Wire(self.connection, self.server.closing).send(reply)
        if ending is Ending.RESET:
            self._reset()

    def _reset(self) -> None:
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET_ON_CLOSE)
        self.rfile.close()
        self.connection.close()

    def log_message(self, format: str, *args: object) -> None:
        """Nothing: the test reads `requests`."""
