"""Answers of others that people labelled, in two halves by question.

`omdena_dev.jsonl` is read from the folder that EVAL_DATA names, or from `shared/data` beside the
checkout; without it there are none. The half called "dev" may be tuned on, "held" never.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from evals.agreement import Judged
from evals.asked import Row

FILE = "omdena_dev.jsonl"
DEV, HELD = "dev", "held"
_LABELS = {"Poor": 0, "Average": 1, "Good": 2}
_BESIDE = Path(__file__).resolve().parents[2] / "shared" / "data"


@dataclass(frozen=True, slots=True)
class Labelled:
    row: Row
    label: int

    @property
    def judged(self) -> Judged:
        return Judged(plain(self.row.question), self.label, len(self.row.answer.split()))

    @property
    def half(self) -> str:
        return half_of(self.row.question)


def plain(question: str) -> str:
    """The question without case, marks and needless blanks, so that its spellings are one."""
    kept = "".join(mark for mark in question.lower() if mark.isalnum() or mark.isspace())
    return " ".join(kept.split())


def half_of(question: str) -> str:
    """The half that a question belongs to, in every run and on every machine."""
    return HELD if hashed(plain(question)) % 2 else DEV


def hashed(text: str) -> int:
    return int(sha256(text.encode("utf-8", "replace")).hexdigest(), 16)


def labelled() -> tuple[Labelled, ...]:
    folder = os.environ.get("EVAL_DATA")
    return _read(Path(folder) if folder else _BESIDE)


@lru_cache(maxsize=2)
def _read(folder: Path) -> tuple[Labelled, ...]:
    file = folder / FILE
    if not file.is_file():
        return ()
    with file.open(encoding="utf-8") as lines:
        return tuple(_answers(json.loads(line) for line in lines if line.strip()))


def _answers(lines: Iterator[dict[str, str]]) -> Iterator[Labelled]:
    for number, line in enumerate(lines):
        row = Row(
            id=f"{FILE} {number}", question=line["q"], answer=line["a"], job_title=line["role"]
        )
        yield Labelled(row, _LABELS[line["y"]])


def drawn(answers: Sequence[Labelled], count: int) -> list[Labelled]:
    """So many of them, the same in every run, whatever the order they stand in."""
    return sorted(answers, key=lambda answer: hashed(answer.row.question + answer.row.answer))[
        :count
    ]
