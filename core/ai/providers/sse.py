"""Server-sent events (WHATWG HTML, section 9.2), as far as providers use them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

DONE = b"[DONE]"
LONGEST_LINE = 8 * 1024 * 1024  # bytes; a whole reply has a thousandth of it


def events_in(body: Iterable[bytes]) -> Iterator[object]:
    """The JSON of each event up to the one that says that there are no more.

    Raises `ValueError` where it is none, or endless. Comments and all fields but `data` mean
    nothing here, and the last event counts even without the empty line after it.
    """
    for data in _data_in(body):
        if data == DONE:
            return
        yield json.loads(data)


def _data_in(body: Iterable[bytes]) -> Iterator[bytes]:
    data: list[bytes] = []
    for line in _lines_in(body):
        if line.startswith(b"data:"):
            data.append(line[5:].strip())
        elif not line and data:
            yield b"\n".join(data)
            data.clear()
    if data:
        yield b"\n".join(data)


def _lines_in(body: Iterable[bytes]) -> Iterator[bytes]:
    begun = b""
    for part in body:
        *lines, begun = (begun + part).split(b"\n")
        if len(begun) > LONGEST_LINE:
            raise ValueError("a line without end")
        for line in lines:
            yield line.removesuffix(b"\r")
    if begun:
        yield begun
