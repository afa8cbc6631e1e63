"""The transport under the Gemini SDK. It is a module of its own, so that it is loaded late."""

from __future__ import annotations

import httpx2


class GeminiTransport(httpx2.HTTPTransport):
    """Bounds the time to connect, and keeps the timeout to ourselves.

    The SDK tells the server every timeout in a header, and the server refuses those below 10 s.
    """

    def __init__(self, connect_seconds: float) -> None:
        super().__init__()
        self._connect_seconds = connect_seconds

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        request.headers.pop("X-Server-Timeout", None)
        timeout = request.extensions["timeout"]
        timeout["connect"] = min(timeout["connect"], self._connect_seconds)
        return super().handle_request(request)
