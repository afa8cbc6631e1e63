"""Lines of JSON from outside: whatever a line is, something can be said about it."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterable
from enum import StrEnum
from typing import Any, NoReturn, TypeVar

Told = dict[str, Any]
Word = TypeVar("Word", bound=StrEnum)


class BadLine(Exception):
    """What is wrong with a line of the input, in words for whoever wrote it."""


def answered(lines: Iterable[bytes], outcome: Callable[[bytes], Told]) -> int:
    """Print one line for each line that is not blank, in order. Returns the exit code."""
    try:
        for line in lines:
            if line.strip():
                print(json.dumps(outcome(line)), flush=True)
    except BrokenPipeError:  # nobody reads on
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


def told(line: bytes) -> Told:
    """The object that a line holds. Raises `BadLine`."""
    try:
        value = parsed(line)
    except UnicodeDecodeError as error:
        raise BadLine("The line is not UTF-8.") from error
    except (ValueError, RecursionError) as error:
        raise BadLine("The line is not JSON that can be read.") from error
    if not isinstance(value, dict):
        raise BadLine("The line is not a JSON object.")
    return value


def parsed(line: bytes) -> Any:
    """Raises `UnicodeDecodeError`, another `ValueError`, or `RecursionError`."""
    return json.loads(line.decode("utf-8-sig"), parse_constant=_refuse)


def _refuse(constant: str) -> NoReturn:
    """NaN and Infinity, which Python reads and JSON does not know."""
    raise ValueError(f"{constant} is not a number")


def id_in(line: Told) -> str:
    """The id as text, without halves of characters. Raises `BadLine`."""
    given = line.get("id")
    if isinstance(given, dict | list):
        raise BadLine("id has to be a text or a number.")
    return whole(str(given))


def text_in(line: Told, name: str) -> str:
    value = line.get(name)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise BadLine(f"{name} has to be a text.")
    return whole(value)


def word_in(line: Told, name: str, words: type[Word]) -> Word | None:
    """One of the words, or None where nothing is given. Raises `BadLine` naming those allowed."""
    given = text_in(line, name).strip().lower()
    if not given:
        return None
    if given not in set(words):
        raise BadLine(f"{name} has to be one of: {', '.join(words)}.")
    return words(given)


def whole(text: str) -> str:
    """JSON can escape half of a character, which no file and no page can hold."""
    return text.encode("utf-8", "replace").decode()
