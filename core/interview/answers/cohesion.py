"""How far the sentences of an answer hang together, by the words they share.

An account comes back to its own things and people; sentences that were put behind each other, or
said to fill the time, name something new each. Sharing words with what stands near is the lexical
cohesion that Hearst (1997, "TextTiling") finds the parts of a text by.
"""

from __future__ import annotations

from collections.abc import Sequence

from core.interview.words.patterns import regex
from core.interview.words.subjects import frames
from core.interview.words.text import content_stems, hollow_stems

REACH = 3  # sentences before and behind in which a word may come again
WORDS = 2  # of its own that a sentence needs to be counted
TOO_FEW, ENOUGH = 3, 7  # sentences that tell nothing, and that tell in full
LOOSE, CLOSE = 0.25, 0.6  # share of tied sentences that holds nothing together, and enough
_SOMEBODY = regex(r"(?i)\b(?:he|she|him|her|his|hers|they|them|their)\b")


def cohesion(sentences: Sequence[str], asked: frozenset[str]) -> float:
    """From 0, where hardly a sentence is tied to another or to the stems `asked`, to 1.

    The fewer sentences there are, the less is made of it.
    """
    empty = frames() | hollow_stems()
    counted = [(s, said) for s in sentences if len(said := content_stems(s) - empty) >= WORDS]
    if len(counted) <= TOO_FEW:
        return 1.0
    tied = sum(_is_tied(at, counted, asked) for at in range(len(counted)))
    share = (tied / len(counted) - LOOSE) / (CLOSE - LOOSE)
    sure = min(1.0, (len(counted) - TOO_FEW) / (ENOUGH - TOO_FEW))
    return 1 - sure * (1 - max(0.0, min(1.0, share)))


def _is_tied(at: int, told: Sequence[tuple[str, frozenset[str]]], asked: frozenset[str]) -> bool:
    """Whether it shares a word with what stands near, or goes on about somebody."""
    sentence, said = told[at]
    near = (*told[max(0, at - REACH) : at], *told[at + 1 : at + 1 + REACH])
    goes_on = at > 0 and _SOMEBODY.search(sentence) is not None
    return goes_on or bool(said & asked.union(*(stems for _, stems in near)))
