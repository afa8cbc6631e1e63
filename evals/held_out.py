"""Stories for measuring: `evals/stories/test`, whole, each sentence with its part.

In a text, {specific|vague} stands for something specific and what is left without it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from core.models import Competency, Part
from evals.asked import Row

FOLDER = Path(__file__).parent / "stories" / "test"
WRITTEN, SPOKEN = "written", "spoken"
PARTS = {"S": Part.SITUATION, "T": Part.TASK, "A": Part.ACTION, "R": Part.RESULT, "O": None}
_MARKED = re.compile(r"\{([^|{}]*)\|([^|{}]*)\}")


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence, or what is said in one breath; `part` is None for asides and opinions."""

    part: Part | None
    marked: str

    @property
    def text(self) -> str:
        return _MARKED.sub(r"\1", self.marked)

    @property
    def vague(self) -> str:
        return " ".join(_MARKED.sub(r"\2", self.marked).split())


@dataclass(frozen=True, slots=True, kw_only=True)
class TestStory:
    id: str
    style: str
    job: str
    question: str
    competency: Competency
    told: tuple[Told, ...]
    __test__ = False  # not a test class, whatever its name

    @property
    def parts(self) -> frozenset[Part]:
        return frozenset(sentence.part for sentence in self.told if sentence.part)

    @property
    def is_in_order(self) -> bool:
        """Situation, task, action, result follow each other, so that places give them away."""
        order = tuple(PARTS.values())
        places = [order.index(sentence.part) for sentence in self.told if sentence.part]
        return places == sorted(places)

    @property
    def sentences(self) -> list[str]:
        return [sentence.text for sentence in self.told]

    def without(self, part: Part) -> list[str]:
        return [sentence.text for sentence in self.told if sentence.part is not part]

    def row(self, sentences: list[str]) -> Row:
        return Row(
            id=self.id,
            question=self.question,
            answer=" ".join(sentences),
            competency=self.competency,
            job_title=self.job,
        )


@cache
def stories() -> tuple[TestStory, ...]:
    return tuple(_stories())


def _stories() -> Iterator[TestStory]:
    import tomllib

    for file in sorted(FOLDER.glob("*.toml")):
        for told in tomllib.loads(file.read_text("utf-8"))["story"]:
            yield _story(told)


def _story(told: dict[str, Any]) -> TestStory:
    lines = (line.strip() for line in told["text"].strip().splitlines())
    split = (line.partition(" ") for line in lines if line)
    return TestStory(
        id=told["id"],
        style=told["style"],
        job=told["job"],
        question=told["question"],
        competency=Competency(told["competency"]),
        told=tuple(Told(PARTS[label], text) for label, _, text in split),
    )
