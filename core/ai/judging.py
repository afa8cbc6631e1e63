"""What a model is asked when an interview is judged, and how its judgement is read."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial

from core import prompts
from core.ai.fallback.asks import REPLY_SHARE
from core.ai.structured import fault_in, parsed
from core.ai.turns import written
from core.ai.types import Purpose, Request, Turn
from core.interview.judging.judged import Requotes
from core.interview.judging.judgement import JudgedPoint, Judgement, Lost
from core.interview.rating.rubric import Scale, rubric
from core.models import Competency, InterviewSession, Quality

MOST_TOKENS = 8_000  # a model that thinks first spends half of them on thinking
REQUOTE_TOKENS = 2_000
MOST_BATCHES = 3
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


def requoting(
    session: InterviewSession, lost: Sequence[Lost], seconds: float, fence: str
) -> Request:
    """Asks once more for quotes that were not found; points keep their places as their numbers."""
    schema = Requotes.model_json_schema()
    remarks = [(one.number, one.point.text) for one in lost]
    request = Request(
        purpose=Purpose.FEEDBACK,
        system="",
        max_tokens=REQUOTE_TOKENS,
        seconds=seconds,
        patience=PATIENCE,
        schema=schema,
        fault_of=partial(fault_in, Requotes),
    )

    def write(_room: int) -> prompts.Prompt:
        return prompts.requotes(session, remarks, schema=schema, fence=fence)

    return written(request, write)


def requotes_in(reply: str, lost: Sequence[Lost]) -> dict[JudgedPoint, str]:
    """The new quotes of an accepted reply by the points that lost theirs."""
    given = {one.remark: one.quote for one in parsed(Requotes, reply).quotes}
    numbered = enumerate(lost, start=1)
    return {one.point: given[number] for number, one in numbered if given.get(number)}


def batches_of(
    session: InterviewSession,
    request_for: Callable[[InterviewSession], Request],
    rooms: Sequence[int],
) -> tuple[InterviewSession, ...]:
    """The interview in as few parts of whole stories as fit into a prompt each, at most three.

    `rooms` are the tokens that each model can hold, 0 where that is not known; the first model that
    can do decides. Where none can, the interview stays whole, and the chain says so.
    """
    for room in rooms:
        for count in range(1, MOST_BATCHES + 1):
            parts = parts_of(session, count)
            if not room or all(_fits(request_for(part), room) for part in parts):
                return parts
    return (session,)


def _fits(request: Request, room: int) -> bool:
    """As `Ask.fitted` sees it."""
    free = room - min(request.max_tokens, room // REPLY_SHARE)
    return request.fit is None or request.fit(free).tokens <= free


def parts_of(session: InterviewSession, count: int) -> tuple[InterviewSession, ...]:
    """The interview in `count` parts of about the same length, each of whole stories in order."""
    stories = [story for story in session.stories if story.answer.strip()]
    weights = [prompts.tokens_in(story.answer) + 1 for story in stories]
    total, done = sum(weights), 0
    numbers: list[set[int]] = [set() for _ in range(count)]
    for story, weight in zip(stories, weights, strict=True):
        place = min(count - 1, (done + weight // 2) * count // total)
        numbers[place] |= {exchange.question.number for exchange in story.exchanges}
        done += weight
    if count == 1:
        return (session,)
    return tuple(_part(session, found) for found in numbers if found)


def _part(session: InterviewSession, numbers: set[int]) -> InterviewSession:
    messages = tuple(one for one in session.messages if one.number in numbers)
    return replace(session, messages=messages)


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
