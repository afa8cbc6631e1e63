"""Replies that go wrong below the vendors' protocols: in HTTP, in time, or in their framing."""

from __future__ import annotations

from dataclasses import replace

from tests.fakes.replies import Drip, Frame, Hold, Pause, Reply

NO_GZIP = b"\x1f\x8b\x08 this is not what it says it is"


def followed_by(reply: Reply, *frames: Frame) -> Reply:
    """The reply with more after its end."""
    return replace(reply, frames=(*reply.frames, *frames))


def interrupted_by(reply: Reply, *frames: Frame, after: int = 1) -> Reply:
    """The reply with these frames after so many of its own; one may be a `Pause` or an `Ending`."""
    return replace(reply, frames=(*reply.frames[:after], *frames, *reply.frames[after:]))


def delayed(reply: Reply, seconds: float) -> Reply:
    """The reply, whose headers come at once and whose first frame takes its time."""
    return interrupted_by(reply, Pause(seconds), after=0)


def dripping(reply: Reply, every: float = 0.01) -> Reply:
    """The reply with its body sent byte by byte."""
    drops = (Drip(one, every) if isinstance(one, bytes) else one for one in reply.frames)
    return replace(reply, frames=tuple(drops))


def with_dripping_head(reply: Reply, every: float = 0.01) -> Reply:
    """The reply with its status line and headers sent byte by byte."""
    return replace(reply, head_every=every)


def called(reply: Reply, content_type: str) -> Reply:
    """The reply under another content type."""
    return replace(reply, content_type=content_type)


def redirects(to: str, status: int = 307) -> Reply:
    return Reply(status=status, headers={"location": to, "content-length": "0"})


def in_old_http(reply: Reply) -> Reply:
    """The reply as HTTP/1.0 has it, without a length: where it ends, the connection does."""
    return replace(reply, http="1.0")


def promising_more(reply: Reply, bytes_more: int = 100) -> Reply:
    """The reply with a content-length that it does not live up to."""
    length = sum(len(frame) for frame in reply.frames if isinstance(frame, bytes))
    return replace(reply, headers={**reply.headers, "content-length": str(length + bytes_more)})


def garbled_gzip() -> Reply:
    return Reply(headers={"content-encoding": "gzip"}, frames=(NO_GZIP,))


def garbled_status_line() -> Reply:
    return Reply(head=b"HELLO 2OO fine\r\n\r\n")


def garbled_chunks(reply: Reply) -> Reply:
    """The reply's frames in the place of chunks, whose lengths they lack."""
    head = (
        b"HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\ntransfer-encoding: chunked\r\n\r\n"
    )
    return replace(reply, head=head)


def silent() -> Reply:
    """The request is read, and nothing is ever said to it."""
    return Reply(head=b"", frames=(Hold(),))
