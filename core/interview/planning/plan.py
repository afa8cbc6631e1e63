"""The plan of an interview: which topics, in which order, and why."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum

from core.interview.planning.slots import order_of, slots_for
from core.interview.planning.topics import Topics
from core.models import InterviewSession, Plan, PlannedQuestion

STEP = 0.05


class QuestionKind(StrEnum):
    """What a question of the plan is about, as it is told to readers of the plan."""

    OPENING = "opening"
    PAST = "past"
    SITUATIONAL = "situational"
    TECHNICAL = "technical"
    SKILL_CLAIMED = "skill_claimed"
    MUST_HAVE_MISSING = "must_have_missing"
    MOTIVATION = "motivation"


def make_plan(session: InterviewSession) -> Plan:
    """Exactly `format.question_count` topics, none alike, the opening first and motivation last.

    The same session always gets the same plan; another session id draws other questions from
    those that fit equally well. A shorter interview has the most telling topics of a longer one:
    they are found in the order of `slots_for`, which is also that of their weights.
    """
    topics = Topics(session)
    order = order_of(session.format.type)
    slots = slots_for(session.format)
    filled = [replace(topics.fill(slot), weight=1 - STEP * at) for at, slot in enumerate(slots)]
    asked = sorted(range(len(slots)), key=lambda at: order.index(slots[at]))
    return Plan(tuple(filled[at] for at in asked))


def kind_of(question: PlannedQuestion) -> QuestionKind:
    if question.style == "technical":
        if question.skill:
            return QuestionKind.SKILL_CLAIMED
        return QuestionKind.MUST_HAVE_MISSING if question.need else QuestionKind.TECHNICAL
    return _BY_STYLE[question.style]


_BY_STYLE = {
    "opening": QuestionKind.OPENING,
    "motivation": QuestionKind.MOTIVATION,
    "behavioural": QuestionKind.PAST,
    "situational": QuestionKind.SITUATIONAL,
}
