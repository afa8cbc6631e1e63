"""The words around a mention, as they stand in the text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from core.interview.skills.matcher import Mention
from core.interview.skills.zones import pieces

LONGEST_QUOTE = 300
_MARKS = " \t\r\n-*\u2022\u00b7\u25aa\u25cf\u25e6\u2013"


def quotes(text: str, mentions: Iterable[Mention]) -> list[str]:
    """For each mention its sentence or line, verbatim and at most about 300 characters long.

    Of a longer one the words around the mention are left, whole words where there are spaces.
    """
    bounds = list(pieces(text))
    begins = [start for start, _ in bounds]
    found = []
    for mention in mentions:
        start = bounds[bisect_right(begins, mention.start) - 1][0]
        end = bounds[bisect_right(begins, mention.end - 1) - 1][1]
        found.append(_quote(text, mention, start, end))
    return found


def _quote(text: str, mention: Mention, start: int, end: int) -> str:
    if end - start > LONGEST_QUOTE:
        reach = max(0, LONGEST_QUOTE - (mention.end - mention.start)) // 2
        start, end = max(start, mention.start - reach), min(end, mention.end + reach)
        start = _next_space(text, start, mention.start)
        end = max(text.rfind(" ", mention.end, end), mention.end) if end < len(text) else end
    left = text[start : mention.start].lstrip(_MARKS)
    return left + text[mention.start : end].rstrip()


def _next_space(text: str, start: int, before: int) -> int:
    space = text.find(" ", start, before) if start else start
    return before if space < 0 else space
