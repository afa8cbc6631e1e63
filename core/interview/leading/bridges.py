"""A few words that lead over to a new topic, now and then, as a person would say them."""

from __future__ import annotations

from core.interview.answers.aims import Aim
from core.interview.answers.replies import Reply
from core.interview.answers.signals import read_answer
from core.interview.leading.difficulty import topics_put
from core.interview.leading.ladder import PROBES_A_TOPIC, aims_for
from core.interview.wording import fault_of
from core.interview.words.tables import table
from core.interview.words.text import pick
from core.models import InterviewSession, PlannedQuestion, Role

APART = 3  # questions from one bridge to the next, at least


def bridged(planned: PlannedQuestion, session: InterviewSession) -> str:
    """The question of a new topic, behind a bridge where follow-ups have led away from the job.

    No bridge is said twice in an interview, and none calls another side what is the same one.
    """
    said = [m.content for m in session.messages if m.role is Role.ASSISTANT]
    if any(map(_begins_with_one, _latest(session))):
        return planned.text
    fresh = (text for text in _fitting(planned, session) if not any(text in m for m in said))
    whole = tuple(f"{text} {planned.text}" for text in fresh)
    usable = tuple(text for text in whole if fault_of(text) is None)
    return pick(f"{session.id}:{session.asked}", usable) if usable else planned.text


def _latest(session: InterviewSession) -> tuple[str, ...]:
    """What was asked too short a time ago for another bridge."""
    asked = (exchange.question.content for exchange in session.exchanges)
    return tuple(asked)[-(APART - 1) :]


def _begins_with_one(text: str) -> bool:
    return any(text.startswith(bridge) for each in table("bridges").values() for bridge in each)


def _fitting(planned: PlannedQuestion, session: InterviewSession) -> tuple[str, ...]:
    """The bridges that are true between the last topic and this one."""
    story, before = session.stories[-1], topics_put(session)[-1].question
    if planned.style == "motivation":
        return tuple(table("bridges")["motivation"])
    last = story.exchanges[-1]
    is_told = read_answer(last.answer, before).reply is Reply.CONTENT
    aims = aims_for(session, story, before)[:-1]
    if is_told and Aim.ELSEWHERE in aims and Aim.IMAGINED not in aims:
        return tuple(table("bridges")["back"])
    competencies = {planned.competency, before.competency}
    is_another = len(competencies) > 1 and None not in competencies
    is_long = len(story.exchanges) > PROBES_A_TOPIC
    return tuple(table("bridges")["another"]) if is_long and is_told and is_another else ()
