from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """A ratio of two costs measured in one run, and the most that it may be."""

    name: str
    ratio: float
    limit: float

    @property
    def is_met(self) -> bool:
        return self.ratio <= self.limit

    def __str__(self) -> str:
        verdict = "ok" if self.is_met else "TOO MUCH"
        return f"{self.name:<64} {self.ratio:5.2f}  (at most {self.limit:.2f})  {verdict}"
