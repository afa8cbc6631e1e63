"""The prompts. One Markdown file and one typed function each; nobody else reads the files.

Every function takes the id of the fences around untrusted text: make a new one for each call, and
make it unguessable. `room` is the most tokens that the whole prompt may take. What does not fit is
left out and named in `left_out`; a prompt that cannot be made small enough is as small as it gets,
so compare its `tokens` with the room.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from core.models import Decision, InterviewSession, Kind, Story, language_named
from core.prompts.fences import fenced
from core.prompts.history import word_for_word
from core.prompts.room import ROOM, feedback_in, question_in
from core.prompts.templates import Prompt, rendered
from core.prompts.tokens import tokens_in

__all__ = ["Prompt", "feedback", "first_question", "followup_question", "requotes", "tokens_in"]


def first_question(
    session: InterviewSession, decision: Decision, fence: str, room: int = ROOM
) -> Prompt:
    write = partial(
        rendered,
        "first_question",
        **_asked(session, decision, fence),
    )
    return question_in(room, write, replace(session, messages=()), fence)  # it opens the interview


def followup_question(
    session: InterviewSession, decision: Decision, fence: str, room: int = ROOM
) -> Prompt:
    """The last answer and the turns just before it stand as they are; the others may be gists."""
    write = partial(
        rendered,
        "followup_question",
        number=session.asked + (decision.kind is not Kind.CLARIFICATION),
        kind=decision.kind,
        part=decision.part or "none in particular",
        **_asked(session, decision, fence),
    )
    return question_in(room, write, session, fence)


def feedback(
    session: InterviewSession,
    *,
    schema: Mapping[str, Any],
    rubric: str,
    fence: str,
    room: int = ROOM,
) -> Prompt:
    """Asks for JSON that fits `schema`, on the answers given so far, which all stand as they are.

    `rubric` holds the written anchors of the levels.
    """
    write = partial(
        rendered,
        "feedback",
        stories="\n".join(_story(session, story) for story in session.stories if story.answer),
        rubric=rubric,
        schema=json.dumps(schema, ensure_ascii=False),
        **_facts(session, fence),
    )
    return feedback_in(room, write, session, fence)


def requotes(
    session: InterviewSession,
    remarks: Sequence[tuple[int, str]],
    *,
    schema: Mapping[str, Any],
    fence: str,
) -> Prompt:
    """Asks once more for the quotes of remarks, each with the number of the question."""
    numbers = {number for number, _ in remarks}
    asked = [story for story in session.stories if story.number in numbers]
    told = word_for_word([exchange for story in asked for exchange in story.exchanges], fence)
    listed = (
        f"Remark {place}, on answer {number}:\n{fenced('remark', fence, text)}"
        for place, (number, text) in enumerate(remarks, start=1)
    )
    return rendered(
        "requotes",
        transcript=told.text,
        remarks="\n".join(listed),
        schema=json.dumps(schema, ensure_ascii=False),
    )


def _asked(session: InterviewSession, decision: Decision, fence: str) -> dict[str, object]:
    """The director's decision, and what the interview is about."""
    level = decision.level or session.format.level
    return {
        **_facts(session, fence),
        "competency": _competency(session, decision.topic),
        "level": level.label,
        "planned": _planned(session, decision, fence),
    }


def _facts(session: InterviewSession, fence: str) -> dict[str, object]:
    job = session.job
    return {
        "type": session.format.type.label,
        "level": session.format.level.label,
        "language": language_named(session.format.language),
        "total": session.question_count,
        "job": fenced("job", fence, f"{job.title}\nat {job.company}"),
    }


def _competency(session: InterviewSession, topic: int) -> str:
    questions = session.plan.questions if session.plan else ()
    competency = questions[topic].competency if topic < len(questions) else None
    return competency.label if competency else "none in particular"


def _story(session: InterviewSession, story: Story) -> str:
    """Which answer is judged on which competency, and which probes belong to it."""
    probes = [str(exchange.question.number) for exchange in story.exchanges[1:]]
    together = f" together with {', '.join(probes)}" if probes else ""
    return f"  - number {story.number}{together}; {_competency(session, story.topic)}"


def _planned(session: InterviewSession, decision: Decision, fence: str) -> str:
    """The decision in words. They may hold words of the candidate, hence the fence."""
    lines = (
        decision.wording,
        f"Why: {decision.because}",
        _topic(session, decision),
        f"The candidate said: {decision.quote}" if decision.quote else "",
    )
    return fenced("planned-question", fence, "\n".join(filter(None, lines)))


def _topic(session: InterviewSession, decision: Decision) -> str:
    """Why the topic of a probe or a clarification was chosen; a question says so itself."""
    questions = session.plan.questions if session.plan else ()
    reason = questions[decision.topic].reason if decision.topic < len(questions) else ""
    return f"The topic: {reason}" if reason and reason != decision.because else ""
