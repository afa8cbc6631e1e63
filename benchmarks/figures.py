"""A figure that is measured, and the limit that it must keep."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """A ratio of two costs measured in one run, or seconds; and the most that it may be.

    Without a limit it stands there to be compared with.
    """

    name: str
    value: float
    limit: float | None = None

    @property
    def is_met(self) -> bool:
        return self.limit is None or self.value <= self.limit

    def __str__(self) -> str:
        if self.limit is None:
            return f"{self.name:<70} {self.value:5.2f}  (to beat)"
        verdict = "ok" if self.is_met else "TOO MUCH"
        return f"{self.name:<70} {self.value:5.2f}  (at most {self.limit:.2f})  {verdict}"
