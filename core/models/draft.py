"""The plan as long as the candidate can still change it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from core.models.conversation import Plan, PlannedQuestion
from core.models.vocabulary import InterviewType, Level


class Origin(StrEnum):
    """How a question came into the draft: planned, added from the bank, or written."""

    PLANNED = "planned"
    ADDED = "added"
    OWN = "own"


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftQuestion:
    """`id` names the question in edits; it follows from the text."""

    id: str
    planned: PlannedQuestion
    origin: Origin = Origin.PLANNED


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """The questions in their order, made for this type and level.

    `version` counts the edits; 0 is the plan as it was made. `replaced` names the questions that
    had to go since the last edit, and is not stored.
    """

    type: InterviewType
    level: Level
    questions: tuple[DraftQuestion, ...]
    version: int = 0
    replaced: tuple[str, ...] = ()

    @property
    def plan(self) -> Plan:
        return Plan(tuple(question.planned for question in self.questions))


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Something that one more question can be about; `group` says where it comes from."""

    id: str
    group: str
    label: str
