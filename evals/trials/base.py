"""Answers of our own, good, middling and weak, that the trials change."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from core.models import Competency
from evals.agreement import Judged
from evals.asked import Row
from evals.trials.cases import material

WEAK, MIDDLING, GOOD = 0, 1, 2
_QUALITIES = {"weak": WEAK, "middling": MIDDLING, "good": GOOD}


@dataclass(frozen=True, slots=True)
class Base:
    """An answer with its quality (0 to 2); `names` are the given names that it mentions."""

    row: Row
    quality: int
    kind: str
    names: tuple[str, ...] = ()

    @property
    def judged(self) -> Judged:
        return Judged(self.row.question, self.quality, len(self.row.answer.split()))


def bases() -> tuple[Base, ...]:
    return tuple(_bases())


def _bases() -> Iterator[Base]:
    for told in material("base")["question"]:
        competency = told.get("competency")
        for name, quality in _QUALITIES.items():
            row = Row(
                id=f"{told['id']} {name}",
                question=told["text"],
                answer=told[name].strip(),
                competency=Competency(competency) if competency else None,
                job_title=told["role"],
                key_points=tuple(told.get("key_points", ())),
            )
            yield Base(row, quality, told["kind"], _named(told["names"], row.answer))


def _named(names: list[str], answer: str) -> tuple[str, ...]:
    return tuple(name for name in names if name in answer)
