"""The rubric: eight competencies and four qualities with five written anchors each."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from core.interview.words.tables import table
from core.models import Competency, Quality

LOWEST, HIGHEST = 1, 5


@dataclass(frozen=True, slots=True)
class Scale:
    """What is rated, as a question, and what each level from 1 to 5 looks like."""

    item: Quality | Competency
    question: str
    anchors: tuple[str, ...]

    def anchor(self, level: float) -> str:
        """The anchor of the nearest level at or below this one."""
        return self.anchors[max(LOWEST, min(HIGHEST, int(level))) - 1]


@cache
def rubric() -> dict[Quality | Competency, Scale]:
    groups: dict[str, type[Quality | Competency]] = {
        "quality": Quality,
        "competency": Competency,
    }
    return {
        item: Scale(item, entry["question"], tuple(entry["anchors"]))
        for group, kind in groups.items()
        for item in kind
        for entry in [table("rubric")[group][item.value]]
    }
