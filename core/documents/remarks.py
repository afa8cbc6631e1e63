"""What a candidate should know about a text, whoever wrote it and however it came in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from core.documents.limits import FEW_WORDS
from core.documents.suspicious import suspicious_lines

# Chinese, Japanese and Korean are written without spaces: each character counts as a word.
_WORD = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|\\w+")
_SHOWN_LINES = 3
_SHOWN_LENGTH = 120


def remarks(text: str) -> tuple[str, ...]:
    """On a CV: orders to a computer in it, and that it is short."""
    return (*orders(text), *_short(text))


def orders(text: str) -> tuple[str, ...]:
    """On any text: the lines of it that read like orders to a computer, in one sentence or two."""
    lines = suspicious_lines(text)
    if not lines:
        return ()
    quoted = " ".join(f"“{_shortened(line)}”" for line in lines[:_SHOWN_LINES])
    more = len(lines) - _SHOWN_LINES
    also = f" (and {more} more)" if more > 0 else ""
    if len(lines) == 1:
        remark = (
            "This line reads like an order to a computer, and the interviewer does not follow it: "
            f"{quoted} Please remove it if you did not write it."
        )
    else:
        remark = (
            "These lines read like orders to a computer, and the interviewer does not follow them: "
            f"{quoted}{also} Please remove those that you did not write."
        )
    return (remark,)


def is_short(text: str) -> bool:
    return words_in(text) < FEW_WORDS


def words_in(text: str) -> int:
    return len(_WORD.findall(text))


def _short(text: str) -> Iterator[str]:
    if is_short(text):
        count = words_in(text)
        counted = "1 word was" if count == 1 else f"{count} words were"
        yield (
            f"Only {counted} found. Please check that the text is complete: questions and advice "
            "are better with your whole CV."
        )


def _shortened(line: str) -> str:
    line = line.strip()
    return line if len(line) <= _SHOWN_LENGTH else f"{line[: _SHOWN_LENGTH - 1].rstrip()}…"
