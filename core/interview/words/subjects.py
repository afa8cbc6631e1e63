"""Which subjects words belong to, by the lists in `content/subjects.toml`."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from math import fsum, sqrt

from core.interview.words.tables import table
from core.interview.words.text import stem

Vector = dict[str, float]
# Lists about a line of work. Speaking of another one than the question and the job tells most.
TRADES = (
    "patients", "caring", "customers", "selling", "marketing", "software", "data", "designing",
    "projects", "money", "teaching", "recruiting", "making", "moving", "serving", "office",
)  # fmt: skip


GIVEN = 0.5


@cache
def subjects_of(stem_: str) -> tuple[str, ...]:
    return _by_stem().get(stem_, ())


@cache
def frames() -> frozenset[str]:
    """Stems in which questions are put and that say nothing of their subject."""
    return frozenset(map(stem, table("subjects")["frames"]))


@cache
def oneself() -> frozenset[str]:
    """Stems that people speak of themselves and of their working life with."""
    return frozenset(map(stem, table("subjects")["oneself"]))


def vector(stems: Iterable[str], given: frozenset[str] = frozenset()) -> Vector:
    """How strongly the words speak of each subject; one that stands in many lists says less.

    Words that were `given` in the question tell half as much.
    """
    found: Vector = {}
    for one in sorted(stems):
        names = subjects_of(one)
        for name in names:
            worth = GIVEN if one in given else 1.0
            found[name] = found.get(name, 0.0) + worth / sqrt(len(names))
    return found


def likeness(one: Vector, other: Vector) -> float:
    """The cosine of two vectors, 0 to 1; 0 where one is empty."""
    shared = fsum(one[name] * other[name] for name in one if name in other)
    return shared / (_size(one) * _size(other)) if shared else 0.0


def _size(one: Vector) -> float:
    return sqrt(fsum(value * value for value in one.values()))


@cache
def _by_stem() -> dict[str, tuple[str, ...]]:
    lists: dict[str, list[str]] = {}
    for name, listed in table("subjects")["subject"].items():
        for one in sorted({stem(word) for word in listed}):
            lists.setdefault(one, []).append(name)
    return {one: tuple(names) for one, names in lists.items()}
