"""What a scripted server sends: a status, headers, and frames that may also misbehave."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from enum import Enum
from threading import Event

EVENT_STREAM = "text/event-stream"


class Ending(Enum):
    """How a connection ends when it does not end well."""

    CUT = "closed in the middle of the body"
    RESET = "reset by the server"


@dataclass(frozen=True)
class Hold:
    """Silence until the test sets `released`, or until the client goes away."""

    released: Event = field(default_factory=Event)
    reached: Event = field(default_factory=Event)


@dataclass(frozen=True)
class Pause:
    """Silence for so many seconds, or until the client goes away."""

    seconds: float


@dataclass(frozen=True)
class Drip:
    """These bytes one at a time, with a pause after each, for as long as the client stays."""

    data: bytes
    every: float = 0.01


@dataclass(frozen=True)
class Chatter:
    """The same bytes over and over until the client goes away; a comment says nothing at all."""

    every: float = 0.01
    data: bytes = b": still working\n\n"


Frame = bytes | Hold | Pause | Drip | Chatter | Ending


@dataclass(frozen=True, kw_only=True)
class Reply:
    """An HTTP response in chunks, or as it is when its headers hold a `content-length`.

    `head` replaces the status line and all headers, and what follows it is sent as it is.
    `head_every` is the pause after each byte of the head, in seconds.
    """

    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    frames: tuple[Frame, ...] = ()
    content_type: str = EVENT_STREAM
    http: str = "1.1"
    head: bytes | None = None
    head_every: float = 0.0


def refuses(status: int, body: object = None, **headers: str) -> Reply:
    """An error answer. A dict or list is sent as JSON, text as a web page."""
    is_page = isinstance(body, str)
    return Reply(
        status=status,
        headers={name.replace("_", "-"): value for name, value in headers.items()},
        frames=(body.encode() if isinstance(body, str) else json.dumps(body).encode(),),
        content_type="text/html" if is_page else "application/json",
    )


def hangs_up() -> Reply:
    """The connection is reset before any answer."""
    return Reply(head=b"", frames=(Ending.RESET,))
