"""`python -m core.documents.worker`: reads one document for a server that would rather not.

It is told what to read by `isolation.py`, in the form of `wire.py`. Before the first byte of the
document comes in, it takes from itself all but the time and the memory that a CV needs.
"""

from __future__ import annotations

import logging
import os
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from core.documents import limits, reading
from core.documents.faults import Fault, unreadable
from core.documents.taken import Taken
from core.documents.wire import Order, Progress, Refusal, taken_line
from core.exceptions import UnreadableDocument

_GRACE = 1  # seconds by which the server, if it is still there, is the first to lose patience


def main() -> None:
    logging.disable()  # nobody would hear it
    answers = _channel()
    order = Order.from_line(sys.stdin.buffer.readline())
    answers.write(outcome(order, lambda: _read(order, answers)))
    answers.flush()
    # Nothing is left to do, and tidying up what a hostile file has left behind may take its time.
    os._exit(0)


def _read(order: Order, tell: BinaryIO) -> Taken:
    def on_page(done: int, total: int) -> None:
        tell.write(Progress(done=done, total=total).as_line())
        tell.flush()

    sys.path[1:] = order.path  # the first is the folder of this program
    reading.load(order.form)  # while Python may still store what it compiles
    confine(order.seconds)
    return reading.read(sys.stdin.buffer.read(), order.filename, on_page, order.form)


def _channel() -> BinaryIO:
    """The way out for answers only: whatever a library prints goes where errors go."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return answers


def confine(seconds: int) -> None:
    """Where the platform has no limits, the server's clock remains."""
    if hasattr(signal, "alarm"):
        signal.alarm(seconds + _GRACE)
    try:
        import resource  # noqa: PLC0415 - it is not everywhere
    except ImportError:
        return
    wanted = {
        "RLIMIT_AS": limits.MEMORY,
        "RLIMIT_CPU": seconds,
        "RLIMIT_NOFILE": limits.OPEN_FILES,
        "RLIMIT_FSIZE": 0,
        "RLIMIT_CORE": 0,
    }
    for name, most in wanted.items():
        # Some systems lack one or do not let it be lowered, and the others still hold.
        with suppress(AttributeError, ValueError, OSError):
            resource.setrlimit(getattr(resource, name), (most, most))


def outcome(order: Order, read: Callable[[], Taken]) -> bytes:
    """The last line. Here, and only here, a bug does not crash: the server is told about it."""
    try:
        return taken_line(read())
    except UnreadableDocument as error:
        return Refusal.of(error).as_line()
    except (MemoryError, RecursionError) as error:
        refusal, cause = unreadable(Fault.TOO_COMPLEX), type(error).__name__
    except Exception as error:  # noqa: BLE001 - see above
        refusal, cause = unreadable(Fault.INTERNAL, reference=order.reference), _place(error)
    return replace(Refusal.of(refusal), cause=cause).as_line()


def _place(error: Exception) -> str:
    """Which exception, and where. Not its message, which may quote the document."""
    here = error.__traceback__
    while here and here.tb_next:
        here = here.tb_next
    file = Path(here.tb_frame.f_code.co_filename).name if here else "?"
    return f"{type(error).__name__} in {file}, line {here.tb_lineno if here else 0}"


if __name__ == "__main__":
    main()
