"""A visitor without a browser: the headers of its request are whatever a test wants them to be."""

from __future__ import annotations

import socket
from contextlib import suppress

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import connect

SECONDS = 20


def first_screen(port: int, *, host: str, address: str, headers: dict[str, str]) -> bytes:
    """All that the server sends for the first run of the welcome page, as it sends it."""
    ask = BackMsg()
    ask.rerun_script.query_string = ""
    sent = b""
    with (
        socket.create_connection((address, port), SECONDS) as connection,
        connect(
            f"ws://{host}:{port}/_stcore/stream",
            sock=connection,
            subprotocols=["streamlit"],  # type: ignore[list-item]  # a plain name
            additional_headers=headers,
        ) as socket_,
        suppress(ConnectionClosed, TimeoutError),
    ):
        socket_.send(ask.SerializeToString())
        while True:
            received = socket_.recv(SECONDS)
            message = ForwardMsg.FromString(bytes(received))  # type: ignore[arg-type]  # binary
            sent += bytes(received)  # type: ignore[arg-type]  # binary
            if message.WhichOneof("type") == "script_finished":
                break
    return sent


def address_of_this_machine() -> str:
    """An address of this machine that is not loopback, or an empty text. Sends nothing."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe, suppress(OSError):
        probe.connect(("192.0.2.1", 9))
        address: str = probe.getsockname()[0]
        return "" if address.startswith("127.") else address
    return ""
