"""The prompts. One Markdown file and one typed function each; nobody else reads the files.

Every function takes the id of the fences around untrusted text: make a new one for each call, and
make it unguessable.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from core.models import Decision, Exchange, InterviewSession, Kind, Story
from core.prompts.fences import fenced, shortened
from core.prompts.templates import Prompt, rendered

__all__ = ["Prompt", "feedback", "first_question", "followup_question"]


def first_question(session: InterviewSession, decision: Decision, fence: str) -> Prompt:
    return rendered(
        "first_question",
        competency=_competency(session, decision.topic),
        planned=_planned(decision, fence),
        **_facts(session, fence),
    )


def followup_question(session: InterviewSession, decision: Decision, fence: str) -> Prompt:
    return rendered(
        "followup_question",
        number=session.asked + 1,
        kind=decision.kind,
        part=decision.part or "none in particular",
        competency=_competency(session, decision.topic),
        planned=_planned(decision, fence),
        transcript=_transcript(session, fence),
        **_facts(session, fence),
    )


def feedback(
    session: InterviewSession, *, schema: Mapping[str, Any], rubric: str, fence: str
) -> Prompt:
    """Asks for JSON that fits `schema`, on the answers given so far.

    `rubric` holds the written anchors of the levels.
    """
    return rendered(
        "feedback",
        stories="\n".join(_story(session, story) for story in session.stories if story.answer),
        rubric=rubric,
        schema=json.dumps(schema, ensure_ascii=False),
        transcript=_transcript(session, fence),
        **_facts(session, fence),
    )


def _facts(session: InterviewSession, fence: str) -> dict[str, object]:
    job = session.job
    return {
        "type": session.format.type.label,
        "level": session.format.level.label,
        "language": session.format.language,
        "total": session.question_count,
        "job": fenced("job", fence, f"{job.title}\nat {job.company}"),
        "job_description": fenced("job-description", fence, shortened(job.description)),
        "cv": fenced("cv", fence, shortened(session.cv.text if session.cv else "")),
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


def _planned(decision: Decision, fence: str) -> str:
    """The director's decision in words. They may hold words of the candidate, hence the fence."""
    quote = f"\nThe candidate said: {decision.quote}" if decision.quote else ""
    text = f"{decision.wording}\nWhy: {decision.because}{quote}"
    return fenced("planned-question", fence, text)


def _transcript(session: InterviewSession, fence: str) -> str:
    return "\n".join(_exchange(exchange, fence) for exchange in session.exchanges)


def _exchange(exchange: Exchange, fence: str) -> str:
    number = exchange.question.number
    asked = fenced("question", fence, exchange.question.content, number)
    if exchange.reply is None:
        return asked
    if exchange.reply.kind is Kind.SKIP:
        return f"{asked}\n(Question {number} was skipped.)"
    return f"{asked}\n{fenced('answer', fence, exchange.answer, number)}"
