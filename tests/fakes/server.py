"""The socket under the scripted servers. Connections may be cut, reset or left silent."""

from __future__ import annotations

import json
import select
import socket
import struct
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from typing import Any, ClassVar, Self

from tests.fakes.replies import Ending, Frame, Hold, Reply

RESET_ON_CLOSE = struct.pack("ii", 1, 0)
PATIENCE = 10.0


@dataclass(frozen=True)
class Received:
    """One request as it arrived. `abandoned` is set when the client goes away during a hold."""

    path: str
    headers: dict[str, str]
    body: dict[str, Any]
    abandoned: Event = field(default_factory=Event)


Answer = Callable[[Received], Reply]


class ScriptedServer:
    """Gives its replies in the order of the script, then whatever `otherwise` says."""

    root: ClassVar[str] = ""

    def __init__(self, *script: Reply, otherwise: Answer | None = None, port: int = 0) -> None:
        self.requests: list[Received] = []
        self._script = deque(script)
        self._otherwise = otherwise
        self._http = _Server(("127.0.0.1", port), _Handler)
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
        if self._otherwise is None:
            return Reply(status=418, content_type="text/plain", frames=(b"the script is over",))
        return self._otherwise(received)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._http.shutdown()
        self._http.server_close()
        self._thread.join()

    def serve_forever(self) -> None:
        """For a server that is a process of its own."""
        self._http.serve_forever()


class _Server(ThreadingHTTPServer):
    scripted: ScriptedServer
    request_queue_size = 64


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
            self._send(reply, received)
        except OSError:
            received.abandoned.set()
            self.close_connection = True

    def do_GET(self) -> None:
        """The requests so far, for a test in another process."""
        seen = [{"path": one.path, "body": one.body} for one in self.server.scripted.requests]
        self._send(Reply(content_type="application/json", frames=(json.dumps(seen).encode(),)))

    def _send(self, reply: Reply, received: Received | None = None) -> None:
        self.close_connection = True
        if not reply.status:
            self._end(Ending.RESET)
            return
        self.send_response(reply.status)
        headers = {"content-type": reply.content_type, "transfer-encoding": "chunked"}
        for name, value in (headers | reply.headers | {"connection": "close"}).items():
            self.send_header(name, value)
        self.end_headers()
        received = received or Received(self.path, {}, {})
        if all(self._send_frame(frame, received) for frame in reply.frames):
            self.wfile.write(b"0\r\n\r\n")

    def _send_frame(self, frame: Frame, received: Received) -> bool:
        """False when nothing can follow on this connection."""
        if isinstance(frame, Ending):
            self._end(frame)
            return False
        if isinstance(frame, Hold):
            return self._hold(frame, received)
        self.wfile.write(b"%x\r\n%b\r\n" % (len(frame), frame))
        return True

    def _end(self, ending: Ending) -> None:
        if ending is Ending.RESET:
            self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET_ON_CLOSE)
        self.wfile.flush()
        self.rfile.close()
        self.connection.close()

    def _hold(self, hold: Hold, received: Received) -> bool:
        hold.reached.set()
        while not hold.released.is_set():
            readable, _, _ = select.select([self.connection], [], [], 0.01)
            if readable and not self.connection.recv(1, socket.MSG_PEEK):
                received.abandoned.set()
                return False
        return True

    def log_message(self, format: str, *args: object) -> None:
        """Nothing: the test reads `requests`."""
