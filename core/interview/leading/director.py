"""What is asked next: a probe for the missing part of the open story, or the next topic.

The rules are those of structured interviewing: prepared and neutral probes, one part at a time, at
most two a topic, the same ladder for everybody.
"""

from __future__ import annotations

from core.interview.answers.aims import CONFIDENTIAL, PARTS, Aim
from core.interview.answers.own_words import names_in, own_words
from core.interview.answers.replies import asks_about_terms
from core.interview.answers.signals import read_answer
from core.interview.leading.bridges import bridged
from core.interview.leading.clarifying import Unclear, clarified, put_off
from core.interview.leading.difficulty import topic_to_put, topics_put
from core.interview.leading.greeting import greeted
from core.interview.leading.ladder import aim_for
from core.interview.leading.probes import Probe, asked_in, on_wider_ground, worded
from core.interview.planning import bank
from core.interview.planning.plan import make_plan
from core.interview.reading import read_job
from core.interview.words.patterns import regex
from core.models import (
    ENOUGH_ANSWERS,
    Decision,
    InterviewSession,
    Kind,
    Part,
    Plan,
    PlannedQuestion,
    Role,
    Story,
)

_REFUSED = (Aim.SHORT, Aim.AGAIN, Aim.BESIDE, Aim.OCCASION, Aim.STORY, Aim.ELSEWHERE)
_QUOTING = (*PARTS, Aim.OCCASION, Aim.STORY, Aim.BESIDE)
_SECRET = regex(
    r"(?i)\bnda\b|\bnon-disclosure\b|\b(?:can(?:['\u2019]t|not)|may\s+not|not\s+allowed\s+to)\b"
    r"[^.!?\n]{0,60}\b(?:confidential\w*|secre(?:t|cy)|privacy|disclose)\b"
    r"|\b(?:is|was|it['\u2019]s|that['\u2019]s|bound\s+by)\s+(?:strictly\s+)?confidential\w*"
)
EXPLAINED = "You asked to have the question explained."
PUT_OFF = "You asked a question of your own, for which there is room at the end."


def decide(session: InterviewSession) -> Decision:
    """What is said next in a session whose stage is ASKING; the same session, the same decision.

    A request to explain the open question comes first, and costs no question. Exactly
    `question_count` questions are asked: each probe takes the place of the remaining topic with
    the lowest weight.
    """
    if session.owed_clarification:
        return _clarify(session)
    if not session.stories:
        return _ask(session, 0)
    return _probe(session) or _ask(session, _next_topic(session))


def _ask(session: InterviewSession, topic: int) -> Decision:
    put = topic_to_put(session, topic)
    reason = put.question.reason
    step = f" {put.because[0].upper()}{put.because[1:]}." if put.because else ""
    is_first = not session.stories
    return Decision(
        kind=Kind.QUESTION,
        topic=topic,
        wording=greeted(put.question.text, session) if is_first else bridged(put.question, session),
        because=f"{reason}{step}",
        level=put.level,
    )


def _plan(session: InterviewSession) -> Plan:
    return session.plan or make_plan(session)


def _next_topic(session: InterviewSession) -> int:
    """The first of the remaining topics that there is still room for, the heaviest staying."""
    questions = _plan(session).questions
    remaining = range(session.stories[-1].topic + 1, len(questions))
    room = session.question_count - session.asked
    heaviest = sorted(remaining, key=lambda topic: (-questions[topic].weight, topic))
    return min(heaviest[:room])


def _probe(session: InterviewSession) -> Decision | None:
    if not _has_room(session):
        return None
    story, planned = session.stories[-1], topics_put(session)[-1].question
    aim = aim_for(session, story, planned)
    if aim is None:
        return None
    style = _style(aim, story, planned)
    can_quote = aim in _QUOTING and style != CONFIDENTIAL
    words = _own_words(story, planned, aim) if can_quote else ""
    asked = asked_in(story.exchanges[-1].question, planned)
    if aim is Aim.BESIDE:
        asked = bank.plain_of(planned.text) or planned.text
    probe = Probe(aim, style, f"{session.id}:{session.asked}", _used(session), asked)
    text = on_wider_ground(probe, planned) if aim is Aim.ELSEWHERE else ""
    text = text or worded(probe, words, is_name=words in names_in(story.answer))
    return Decision(
        kind=Kind.PROBE,
        topic=story.topic,
        wording=text,
        because=aim.because(style),
        part=aim.part,
        quote=words if words and words in text else "",
        aim=aim.label,
    )


def _clarify(session: InterviewSession) -> Decision:
    """The open question with what kind of answer it wants."""
    story, topic = session.stories[-1], topics_put(session)[-1]
    *before, asked = story.exchanges
    so_far = Story(story.topic, tuple(before))
    aim = aim_for(session, so_far, topic.question) if before else None
    style = _style(aim, so_far, topic.question) if aim else topic.question.style
    seed = f"{session.id}:{session.asked}:{len(asked.requests)}"
    open_question = asked_in(asked.question, topic.question)
    probe = Probe(aim, style, seed, _used(session), open_question)
    unclear = Unclear(
        planned=topic.question,
        level=topic.level or session.format.level,
        family=read_job(session.job).family,
        others=frozenset(question.text for question in _plan(session).questions),
        times=len(asked.requests),
    )
    waits = asks_about_terms(asked.requests[-1].content) and put_off(probe)
    return Decision(
        kind=Kind.CLARIFICATION,
        topic=story.topic,
        wording=waits or clarified(probe, unclear),
        because=PUT_OFF if waits else EXPLAINED,
        part=aim.part if aim else None,
        level=topic.level,
        aim="the question again",
    )


def _style(aim: Aim, story: Story, planned: PlannedQuestion) -> str:
    """That of the question, unless the answer was held back because it is confidential."""
    is_withheld = _SECRET.search(story.exchanges[-1].answer) is not None
    return CONFIDENTIAL if aim in _REFUSED and is_withheld else planned.style


def _used(session: InterviewSession) -> frozenset[str]:
    said = (message for message in session.messages if message.role is Role.ASSISTANT)
    return frozenset(message.content for message in said)


def _own_words(story: Story, planned: PlannedQuestion, aim: Aim) -> str:
    """A clause of the answers on this topic that the probe can refer to, the latest first.

    For a measure it is one of the outcome. Insults and orders to whoever reads are no part of an
    answer, so they are never quoted.
    """
    for exchange in reversed(story.exchanges):
        answer = read_answer(exchange.answer, planned)
        outcome = answer.parts.get(Part.RESULT, "") if aim is Aim.MEASURE else ""
        if words := own_words(outcome, aim) or own_words("\n".join(answer.sentences), aim):
            return words
    return ""


def _has_room(session: InterviewSession) -> bool:
    """A probe only while five topics can still be rated, and never in place of the last topic."""
    probes = session.asked - len(session.stories)
    topics_left_over = session.question_count - probes - 1
    return topics_left_over >= ENOUGH_ANSWERS and session.question_count - session.asked > 1
