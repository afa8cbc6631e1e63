"""What is asked next: a probe for the missing part of the open story, or the next topic.

The rules are those of structured interviewing: prepared and neutral probes, one part at a time, at
most two a topic, the same ladder for everybody.
"""

from __future__ import annotations

from core.interview.plan import make_plan
from core.interview.probes import Aim, own_words, reworded, wording
from core.interview.replies import Reply
from core.interview.signals import Signals, read_answer
from core.interview.stories import said
from core.models import (
    ENOUGH_ANSWERS,
    Decision,
    Exchange,
    InterviewSession,
    Kind,
    Part,
    Plan,
    PlannedQuestion,
    Story,
)

PROBES_A_TOPIC = 2
_LADDER = {
    "behavioural": (Aim.ACTION, Aim.OWN_PART, Aim.RESULT, Aim.SITUATION, Aim.MEASURE),
    "situational": (Aim.ACTION, Aim.RESULT),
}


def decide(session: InterviewSession) -> Decision:
    """The next question of a session whose stage is ASKING.

    Exactly `question_count` questions are asked: each probe takes the place of the remaining topic
    with the lowest weight.
    """
    plan = session.plan or make_plan(session)
    if not session.stories:
        return _ask(plan, 0)
    return _probe(session, plan) or _ask(plan, _next_topic(session, plan))


def _ask(plan: Plan, topic: int) -> Decision:
    planned = plan.questions[topic]
    return Decision(kind=Kind.QUESTION, topic=topic, wording=planned.text, because=planned.reason)


def _next_topic(session: InterviewSession, plan: Plan) -> int:
    """The first of the remaining topics that there is still room for, the heaviest staying."""
    remaining = range(session.stories[-1].topic + 1, len(plan.questions))
    room = session.question_count - session.asked
    heaviest = sorted(remaining, key=lambda topic: (-plan.questions[topic].weight, topic))
    return min(heaviest[:room])


def _probe(session: InterviewSession, plan: Plan) -> Decision | None:
    story = session.stories[-1]
    planned = plan.questions[story.topic]
    if not _has_room(session):
        return None
    aim = _aims(story.exchanges, planned)[-1]
    if aim is None:
        return None
    words = own_words(_about(story, planned, aim), aim) if aim.part else ""
    used = frozenset(exchange.question.content for exchange in session.exchanges)
    seed = f"{session.id}:{session.asked}"
    if aim is Aim.REWORDED:
        others = frozenset(question.text for question in plan.questions)
        text = reworded(planned, session.format.level, seed, used | others)
    else:
        text = wording(aim, planned.style, words, seed, used)
    return Decision(
        kind=Kind.PROBE,
        topic=story.topic,
        wording=text,
        because=aim.because,
        part=aim.part,
        quote=words if words and words in text else "",
    )


def _about(story: Story, planned: PlannedQuestion, aim: Aim) -> str:
    """The words that a probe may refer to: the latest answer, for a measure only its outcome."""
    answer = read_answer(story.exchanges[-1].answer, planned)
    if not answer.hits:
        return ""
    return answer.parts.get(Part.RESULT, "") if aim is Aim.MEASURE else answer.text


def _has_room(session: InterviewSession) -> bool:
    """A probe only while five topics can still be rated, and never in place of the last topic."""
    probes = session.asked - len(session.stories)
    topics_left_over = session.question_count - probes - 1
    return topics_left_over >= ENOUGH_ANSWERS and session.question_count - session.asked > 1


def _aims(exchanges: tuple[Exchange, ...], planned: PlannedQuestion) -> list[Aim | None]:
    """What was asked for after each reply of a story; the last one is what to ask for now.

    The earlier aims are derived again from the replies, so no stored note can disagree with them.
    """
    aims: list[Aim | None] = []
    for end in range(1, len(exchanges) + 1):
        aims.append(_aim(Story(0, exchanges[:end]), planned, aims))
    return aims


def _aim(story: Story, planned: PlannedQuestion, done: list[Aim | None]) -> Aim | None:
    last = story.exchanges[-1]
    was_skipped = last.reply is None or last.reply.kind is Kind.SKIP
    if was_skipped or len(done) >= PROBES_A_TOPIC or None in done:
        return None
    latest = read_answer(last.answer, planned)
    if not latest.is_english:
        return None
    if latest.reply is Reply.REQUEST:
        return None if Aim.REWORDED in done else Aim.REWORDED
    if latest.reply in (Reply.NOTHING, Reply.NO_EXAMPLE) or (not done and latest.is_dodge):
        return _once_more(latest, planned, done)
    whole = read_answer(said(story), planned)
    return next((aim for aim in _ladder(planned) if _is_missing(aim, whole, done)), None)


def _once_more(latest: Signals, planned: PlannedQuestion, done: list[Aim | None]) -> Aim | None:
    """An answer that gave nothing is asked for again once; "no example" gets wider ground once."""
    if latest.reply is Reply.NO_EXAMPLE and planned.style in ("behavioural", "technical"):
        return None if Aim.ELSEWHERE in done else Aim.ELSEWHERE
    return None if done else Aim.AGAIN


def _ladder(planned: PlannedQuestion) -> tuple[Aim, ...]:
    return _LADDER.get(planned.style, ())


def _is_missing(aim: Aim, whole: Signals, done: list[Aim | None]) -> bool:
    if aim in done or aim.part is None or aim.part in whole.parts:
        return False
    if aim is Aim.OWN_PART:
        return Part.ACTION in whole.parts or whole.says_we
    if aim is Aim.MEASURE:
        return Part.RESULT in whole.parts
    return True
