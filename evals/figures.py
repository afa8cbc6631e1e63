"""A figure of `python -m evals`, and what to reach."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """`files` are those to look at where the goal is missed."""

    name: str
    value: float
    goal: float
    at_most: bool = False
    files: Sequence[str] = ()

    @property
    def is_reached(self) -> bool:
        return self.value <= self.goal if self.at_most else self.value >= self.goal

    def __str__(self) -> str:
        sign = "at most" if self.at_most else "at least"
        line = f"  {self.name:<62}{self.value:>8.3f}  {sign} {self.goal:.3f}"
        if self.is_reached:
            return line
        return "\n".join([f"{line}  MISSED", *(f"      {name}" for name in self.files)])
