"""Which part of a story each sentence is: a small model, trained on stories of our own.

A chain over the sentences in their order: each has weights for what can be seen in it
(`unit_traits.py`), and each step from one part to the next has a weight. The weights stand in
`content/tagger.json`; `evals/train_tagger.py` makes them.
"""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from core.interview.tagging.clauses import units
from core.interview.tagging.unit_traits import story_traits
from core.models import Part

PARTS = (Part.SITUATION, Part.TASK, Part.ACTION, Part.RESULT)
LABELS = (*PARTS, None)
__all__ = [
    "LABELS",
    "PARTS",
    "Tagged",
    "Weights",
    "chances",
    "load",
    "tags",
    "units",
]
_SCALE = 10_000  # shares are whole ten-thousandths, the same wherever the code runs


@dataclass(frozen=True, slots=True)
class Tagged:
    """A sentence with its part (None where it is none) and how likely each part is.

    `shares` holds situation, task, action and result, each 0 to 1 and together at most 1; what is
    missing to 1 is the share of being no part of a story.
    """

    sentence: str
    label: Part | None
    shares: dict[Part, float]


@dataclass(frozen=True)
class Weights:
    """Scores for each of `LABELS`: of each trait, at the start, and from one label to the next."""

    traits: dict[str, tuple[float, ...]]
    start: tuple[float, ...]
    moves: tuple[tuple[float, ...], ...]


def tags(sentences: Sequence[str]) -> tuple[Tagged, ...]:
    """The sentences of one story, in their order, each with its part.

    Sentences without a letter or digit have no part and are invisible to the others.
    """
    told = [sentence for sentence in sentences if _says_anything(sentence)]
    shares = iter(chances(story_traits(told), load()))
    return tuple(
        _tagged(s, next(shares))
        if _says_anything(s)
        else Tagged(s, None, dict.fromkeys(PARTS, 0.0))
        for s in sentences
    )


@cache
def load() -> Weights:
    """The weights that are shipped."""
    path = files("core.interview").joinpath("content", "tagger.json")
    held = json.loads(path.read_text("utf-8"))
    return Weights(
        traits={trait: tuple(row) for trait, row in held["traits"].items()},
        start=tuple(held["start"]),
        moves=tuple(map(tuple, held["moves"])),
    )


def chances(traits: Sequence[Sequence[str]], weights: Weights) -> list[list[float]]:
    """For each sentence how likely each of `LABELS` is, given all of them; a row adds up to 1."""
    if not traits:
        return []
    seen = [_softened(_scores(row, weights)) for row in traits]
    moves = [[math.exp(value) for value in row] for row in weights.moves]
    forward = [_normal([a * math.exp(b) for a, b in zip(seen[0], weights.start, strict=True)])]
    for row in seen[1:]:
        before = forward[-1]
        forward.append(
            _normal([x * math.fsum(map(_times, before, column)) for x, column in
                     zip(row, zip(*moves, strict=True), strict=True)])
        )  # fmt: skip
    behind = [1.0] * len(LABELS)
    found = [forward[-1]]
    for before, row in zip(forward[-2::-1], seen[:0:-1], strict=True):
        ahead = [a * b for a, b in zip(row, behind, strict=True)]
        behind = _normal([math.fsum(map(_times, line, ahead)) for line in moves])
        found.append(_normal([a * b for a, b in zip(before, behind, strict=True)]))
    return found[::-1]


def _scores(traits: Sequence[str], weights: Weights) -> list[float]:
    rows = [weights.traits[trait] for trait in traits if trait in weights.traits]
    return [math.fsum(row[number] for row in rows) for number in range(len(LABELS))]


def _softened(scores: list[float]) -> list[float]:
    highest = max(scores)
    return [math.exp(score - highest) for score in scores]


def _normal(values: list[float]) -> list[float]:
    total = math.fsum(values)
    return [value / total for value in values]


def _times(a: float, b: float) -> float:
    return a * b


def _tagged(sentence: str, likely: list[float]) -> Tagged:
    """Shares are rounded down, so that together they are never above 1."""
    whole = [math.floor(value * _SCALE) for value in likely]
    label = LABELS[whole.index(max(whole))]
    return Tagged(sentence, label, {p: n / _SCALE for p, n in zip(PARTS, whole, strict=False)})


def _says_anything(sentence: str) -> bool:
    return any(character.isalnum() for character in sentence)
