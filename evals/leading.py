"""How the interviewer leads: rules kept, families, skills and plans."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from core.samples import sample_cv
from evals import families, lead, plan_figures, skill_figures, skill_judged
from evals.figures import Figure

_ADVERTS = "jds_skillspan.jsonl"


def measure(data: Path | None) -> Iterator[Figure | str]:
    """What needs no texts of others first; the rest on the folder with them."""
    yield from lead.measure()
    yield from skill_judged.measure()
    if data is None:
        yield "  The other figures need EVAL_DATA: see docs/evaluation.md."
        return
    yield from families.measure(data / _ADVERTS)
    yield families.speed(data / _ADVERTS, sample_cv().text)
    yield from skill_figures.measure(data)
    yield from plan_figures.measure(data)
