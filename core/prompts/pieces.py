"""Where a text may be cut: between two lines, and only in an endless line between two sentences."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import accumulate, takewhile

from core.prompts.tokens import weight_of

MARK = "[...]"  # stands where something was left out
SHORTEST_SENTENCE, LONGEST_PIECE = 40, 400
HEAD = 2 / 3  # of a text that loses its middle, so much comes from the beginning
_SENTENCE_END = r"(?:[.!?;][^\S\n]+|[\u3002\uff01\uff1f\uff1b][^\S\n]*)"
_PIECE = re.compile(
    rf"[^\n]{{0,{LONGEST_PIECE}}}(?:\n+|\Z)"  # a line, with the blank ones after it
    rf"|[^\n]{{{SHORTEST_SENTENCE},{LONGEST_PIECE}}}?{_SENTENCE_END}"
    rf"|[^\n]{{1,{LONGEST_PIECE}}}[^\S\n]+"  # else whole words
    rf"|[^\n]{{1,{LONGEST_PIECE}}}"
)


def pieces_of(text: str) -> list[str]:
    """The whole text in pieces of at most about 400 characters, line ends included."""
    return [piece for piece in _PIECE.findall(text) if piece]


def fitting(weights: Iterable[float], room: float) -> int:
    """How many of the first pieces fit into the room."""
    return sum(1 for _ in takewhile(lambda total: total <= room, accumulate(weights)))


def without_middle(text: str, room: int) -> str:
    """The beginning and the end in at most `room` tokens, with a mark between them."""
    pieces = pieces_of(text)
    weights = [weight_of(piece) for piece in pieces]
    free = room - weight_of(f"\n{MARK}\n")
    first = fitting(weights, free * HEAD)
    last = fitting(reversed(weights[first:]), free - sum(weights[:first]))
    head, tail = "".join(pieces[:first]), "".join(pieces[len(pieces) - last :])
    return f"{head.rstrip()}\n{MARK}\n{tail.lstrip()}"
