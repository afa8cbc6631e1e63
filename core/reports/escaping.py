"""Words of candidates and models inside Markdown: read as text, whatever they contain."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest

_CONTROLS = re.compile("[\x00-\x08\x0e-\x1b\x7f]")
_SYNTAX = re.compile(r"[\\`*_\[\]<>|~&$#@]")
_AUTOMATIC = re.compile(r":(?=\S)|(?<=www)\.", re.IGNORECASE)  # addresses, :emoji: shortcuts
_BLOCK_START = re.compile(r"^(\d*)([-+=.)])")  # lists, rules, underlined headings


def inline(text: str) -> str:
    """The text on one line."""
    flat = " ".join(_CONTROLS.sub("", text).split())
    escaped = _AUTOMATIC.sub(r"\\\g<0>", _SYNTAX.sub(r"\\\g<0>", flat))
    return _BLOCK_START.sub(r"\1\\\2", escaped)


def quoted(text: str, indent: str = "") -> str:
    """The text as a block quote that keeps its lines."""
    lines = [inline(line) for line in text.splitlines()]
    return "\n".join(indent + line for line in _quote_lines(lines))


def _quote_lines(lines: list[str]) -> Iterator[str]:
    for line, following in zip_longest(lines, lines[1:], fillvalue=""):
        hard_break = "  " if line and following else ""
        yield f"> {line}{hard_break}" if line else ">"
