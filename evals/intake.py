"""`python -m evals.intake FILE...`: each file as a candidate would upload it, and what comes of it.

One line of JSON for each file, in order:
{"file", "ok", "kind", "text", "pages", "warnings", "code", "message", "seconds", "rss_mb"}
"""

from __future__ import annotations

import json
import logging
import os
import sys
from collections.abc import Sequence
from errno import ENOTSUP
from pathlib import Path
from stat import S_ISREG
from time import perf_counter
from typing import Any

from core.config import MEGABYTE
from core.documents.isolation import Report
from core.documents.limits import check_size
from core.documents.parser import DocumentParser
from core.documents.wire import Order, Refusal
from core.exceptions import UnreadableDocument

MAX_BYTES = 16 * MEGABYTE  # as in the app, unless its operator has set another limit


def main(names: Sequence[str]) -> int:
    if not names:
        print("usage: python -m evals.intake FILE...", file=sys.stderr)
        return 2
    parser = DocumentParser(MAX_BYTES)
    try:
        for name in names:
            print(json.dumps(outcome(parser, name)), flush=True)
    except BrokenPipeError:  # nobody reads on
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


def outcome(parser: DocumentParser, name: str) -> dict[str, Any]:
    """What became of this file, whatever it is, and whether it is there or not."""
    start = perf_counter()
    report = _report(parser, Path(name))
    seconds = perf_counter() - start
    return {
        "file": name,
        **_told(report),
        "seconds": round(seconds, 3),
        "rss_mb": round(report.peak_bytes / MEGABYTE, 1),
    }


def _report(parser: DocumentParser, path: Path) -> Report:
    try:
        return parser.report(_content(path), Order(filename=path.name))
    except UnreadableDocument as error:
        return Report(result=Refusal.of(error))
    except (OSError, ValueError) as error:  # ValueError: a name that no file can have
        reason = getattr(error, "strerror", None) or "its name cannot be used"
        message = f"This file could not be opened: {reason}."
        return Report(result=Refusal(code="NOT_OPENED", message=message))


def _content(path: Path) -> bytes:
    """Nothing beyond the limit comes into memory, and nobody waits for a pipe or a terminal."""
    about = path.stat()
    if not S_ISREG(about.st_mode):
        raise OSError(ENOTSUP, "it is not a file")
    if about.st_size > MAX_BYTES:
        check_size(about.st_size, MAX_BYTES)
    with path.open("rb") as file:
        return file.read(MAX_BYTES + 1)


def _told(report: Report) -> dict[str, Any]:
    result = report.result
    if isinstance(result, Refusal):
        nothing = {"ok": False, "kind": None, "text": "", "pages": 0, "warnings": ()}
        return nothing | {"code": result.code, "message": result.message}
    return {
        "ok": True,
        "kind": result.form,
        "text": result.text,
        "pages": result.pages,
        "warnings": result.warnings,
        "code": None,
        "message": None,
    }


if __name__ == "__main__":
    logging.disable(
        logging.WARNING
    )  # what is refused stands in its line; a failure of ours is an error
    sys.exit(main(sys.argv[1:]))
