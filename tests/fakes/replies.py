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


Frame = bytes | Hold | Ending


@dataclass(frozen=True, kw_only=True)
class Reply:
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    frames: tuple[Frame, ...] = ()
    content_type: str = EVENT_STREAM


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
    return Reply(status=0)
