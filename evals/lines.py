"""Lines of JSON from outside: each that is not blank gets a line in answer."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterable
from typing import Any, NoReturn


def answered(lines: Iterable[bytes], outcome: Callable[[bytes], dict[str, Any]]) -> int:
    """Print what became of each line, in order. Returns the exit code."""
    try:
        for line in lines:
            if line.strip():
                print(json.dumps(outcome(line)), flush=True)
    except BrokenPipeError:  # nobody reads on
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


def parsed(line: bytes) -> Any:
    """Raises `UnicodeDecodeError`, another `ValueError`, or `RecursionError`."""
    return json.loads(line.decode("utf-8-sig"), parse_constant=_refuse)


def _refuse(constant: str) -> NoReturn:
    """NaN and Infinity, which Python reads and JSON does not know."""
    raise ValueError(f"{constant} is not a number")
