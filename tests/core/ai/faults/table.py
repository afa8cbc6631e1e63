"""All that a server may do wrong, for either vendor's protocol, and what it amounts to."""

from __future__ import annotations

from collections.abc import Callable
from types import ModuleType

from core.exceptions import FailureKind
from tests.fakes import faults
from tests.fakes.replies import Chatter, Drip, Ending, Hold, Reply, hangs_up, refuses

T, R, Q = FailureKind.TRANSIENT, FailureKind.RATE_LIMITED, FailureKind.QUOTA
A, B, G = FailureKind.AUTH, FailureKind.BAD_REQUEST, FailureKind.MODEL_GONE
C, BLOCKED, OUT = FailureKind.CONTEXT, FailureKind.BLOCKED, FailureKind.BAD_OUTPUT
CUT = FailureKind.TRUNCATED

SAID = "Tell me about the labels that were"
WEB_PAGE = "<html><h1>503 Service Unavailable</h1></html>"
Kinds = FailureKind | tuple[FailureKind, ...]  # where the SDKs see it differently
Build = Callable[[ModuleType], Reply]


def _error(status: int, message: str, **more: object) -> Build:
    return lambda _: refuses(status, {"error": {"message": message, "code": status, **more}})


def _sends(*frames: bytes | Chatter | Drip | Ending | Hold) -> Build:
    return lambda speech: speech.sends(*frames)


STATUSES: dict[str, tuple[Build, Kinds]] = {
    "400 malformed": (_error(400, "no such field"), B),
    "400 too long": (_error(400, "maximum context length is 4096 tokens"), C),
    "401": (_error(401, "bad key"), A),
    "402 no credit": (_error(402, "no credit"), Q),
    "403": (_error(403, "not you"), A),
    "403 moderation": (_error(403, "flagged by moderation"), BLOCKED),
    "404": (_error(404, "no such model"), G),
    "408": (_error(408, "slow"), T),
    "409": (_error(409, "conflict"), T),
    "410": (_error(410, "retired"), G),
    "413": (_error(413, "too large"), C),
    "425": (_error(425, "too early"), T),
    "429": (_error(429, "slow down"), R),
    "429 for the day": (_error(429, "free-models-per-day limit"), Q),
    "500": (_error(500, "oops"), T),
    "502 web page": (lambda _: refuses(502, WEB_PAGE), T),
    "503 list": (lambda _: refuses(503, [{"error": {"message": "busy", "code": 503}}]), T),
    "504 empty": (lambda _: refuses(504, ""), T),
    "520": (_error(520, "unknown"), T),
    "529": (_error(529, "overloaded"), T),
    "redirected": (lambda speech: faults.redirects("http://127.0.0.1:9/elsewhere"), B),
}
CONNECTIONS: dict[str, tuple[Build, Kinds]] = {
    "reset before the answer": (lambda _: hangs_up(), T),
    "never answers": (lambda _: faults.silent(), T),
    "status line garbled": (lambda _: faults.garbled_status_line(), T),
    "head drips": (lambda speech: faults.with_dripping_head(speech.says(SAID), 0.05), T),
    "body drips": (lambda speech: faults.dripping(speech.breaks(SAID, Hold()), 0.05), T),
    "cut in mid-reply": (lambda speech: speech.breaks(SAID, Ending.CUT), T),
    "reset in mid-reply": (lambda speech: speech.breaks(SAID, Ending.RESET), T),
    "stalls before the first word": (lambda speech: speech.breaks("", Hold()), T),
    "stalls in mid-reply": (lambda speech: speech.breaks(SAID, Hold()), T),
    "comments for ever": (_sends(Chatter(0.01)), T),
    "comments for ever in mid-reply": (lambda speech: speech.breaks(SAID, Chatter(0.01)), T),
    "old HTTP, cut": (lambda speech: faults.in_old_http(speech.breaks(SAID, Ending.CUT)), CUT),
    "promises more than it sends": (
        lambda speech: faults.promising_more(speech.says(SAID, None)),
        (T, CUT),
    ),
    "chunks garbled": (lambda speech: faults.garbled_chunks(speech.says(SAID)), T),
    "gzip that is none": (lambda _: faults.garbled_gzip(), T),
}
CONTENTS: dict[str, tuple[Build, Kinds]] = {
    "says nothing": (lambda speech: speech.says(""), OUT),
    "ends without a word or a reason": (lambda speech: speech.says("", None), T),
    "ends without a reason": (lambda speech: speech.says(SAID, None), CUT),
    "an empty body": (_sends(), T),
    "garbage at once": (_sends(b'data: {"oops\r\n\r\n'), T),
    "garbage in mid-reply": (lambda speech: speech.breaks(SAID, b"data: {oops\r\n\r\n"), T),
    "bytes that are no text": (_sends(b"data: \xff\xfe\r\n\r\n"), T),
    "a number for an event": (lambda speech: speech.sends(speech.event(5)), T),
    "a list for an event": (lambda speech: speech.sends(speech.event([1])), T),
    "null for an event": (lambda speech: speech.sends(speech.event(None)), T),
    "an event without anything": (lambda speech: speech.sends(speech.event({})), T),
    "choices of another shape": (
        lambda speech: speech.sends(speech.event({"choices": {}, "candidates": "x"})),
        T,
    ),
    "a line without end": (
        lambda speech: speech.sends(b"data: ", *([b"x" * 1_000_000] * 10)),
        T,
    ),
    "a number without end": (
        _sends(b'data: {"choices": [], "n": ' + b"9" * 6_000 + b"}\r\n\r\n"),
        T,
    ),
    "an error in the stream": (
        lambda speech: speech.breaks(SAID, speech.event({"error": {"code": 503}})),
        T,
    ),
    "a rate limit in the stream": (
        lambda speech: speech.breaks(SAID, speech.event({"error": {"code": 429}})),
        R,
    ),
    "a web page as a success": (
        lambda _: Reply(content_type="text/html", frames=(b"<p>",)),
        (OUT, T),
    ),
    "an error as a success": (
        lambda _: Reply(content_type="application/json", frames=(b'{"error": {"code": 402}}',)),
        Q,
    ),
    "half of a JSON as a success": (
        lambda _: Reply(content_type="application/json", frames=(b'{"err',)),
        T,
    ),
    "empty events for ever": (
        lambda speech: speech.sends(Chatter(0.01, speech.event({"choices": [], "candidates": []}))),
        T,
    ),
}
FAULTS = {**STATUSES, **CONNECTIONS, **CONTENTS}
