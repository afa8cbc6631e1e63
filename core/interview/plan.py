"""The plan of an interview: which topics, in which order, and why."""

from __future__ import annotations

from core.interview.slots import order_of, slots_for
from core.interview.topics import Topics
from core.models import InterviewSession, Plan


def make_plan(session: InterviewSession) -> Plan:
    """Exactly `format.question_count` topics, none alike, the opening first and motivation last.

    The same session always gets the same plan; another session id draws other questions from
    those that fit equally well.
    """
    topics = Topics(session)
    order = order_of(session.format.type)
    slots = sorted(slots_for(session.format), key=order.index)
    return Plan(tuple(topics.fill(slot) for slot in slots))
