"""What a model is asked when an interview is judged, and how its judgement is read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from core import prompts
from core.ai.structured import fault_in, parsed
from core.ai.turns import written
from core.ai.types import Purpose, Request, Turn
from core.interview.judgement import Judgement
from core.interview.rubric import Scale, rubric
from core.models import Competency, InterviewSession, Quality

MOST_TOKENS = 8_000  # a model that thinks first spends half of them on thinking
PATIENCE = 2.0  # and it thinks for longer than over a question


def judging(session: InterviewSession, seconds: float, fence: str) -> Request:
    """Asks for a `Judgement` of the answers given so far, and once more if it is unusable."""
    schema = Judgement.model_json_schema()
    rubric = _rubric_for(session)
    request = Request(
        purpose=Purpose.FEEDBACK,
        system="",
        max_tokens=MOST_TOKENS,
        seconds=seconds,
        patience=PATIENCE,
        schema=schema,
        fault_of=partial(_fault_in_judgement, _numbers(session)),
        repair=_repaired,
    )

    def write(room: int) -> prompts.Prompt:
        return prompts.feedback(session, schema=schema, rubric=rubric, fence=fence, room=room)

    return written(request, write)


def judgement_in(reply: str) -> Judgement:
    """The judgement of a reply that has been accepted."""
    return parsed(Judgement, reply)


def _numbers(session: InterviewSession) -> frozenset[int]:
    return frozenset(
        exchange.question.number for exchange in session.exchanges if exchange.answer.strip()
    )


def _fault_in_judgement(numbers: frozenset[int], reply: str) -> str | None:
    fault = fault_in(Judgement, reply)
    if fault is not None:
        return fault
    if numbers.isdisjoint(answer.number for answer in judgement_in(reply).answers):
        return f"answers: none of the numbers {', '.join(map(str, sorted(numbers)))} is judged"
    return None


def _repaired(request: Request, fault: str) -> Request:
    """The same request with what was wrong with the first reply, and nothing of that reply."""
    *before, last = request.turns
    text = (
        f"{last.text}\n\nYour first reply could not be used: {fault}\n"
        "Reply again with the whole JSON object."
    )
    return replace(request, turns=(*before, Turn(last.role, text)), repair=None, fit=None)


def _rubric_for(session: InterviewSession) -> str:
    """The written anchors of the four qualities, and of the competencies that were asked about."""
    planned = session.plan.questions if session.plan else ()
    asked = {planned[story.topic].competency for story in session.stories if planned}
    items = (*Quality, *(competency for competency in Competency if competency in asked))
    return "\n".join(line for item in items for line in _scale(rubric()[item]))


def _scale(scale: Scale) -> Iterator[str]:
    yield f"- {scale.item.label}: {scale.question}"
    for level, anchor in enumerate(scale.anchors, start=1):
        yield f"  {level}. {anchor}"
