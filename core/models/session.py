from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from itertools import groupby

from core.exceptions import AnswerConflict, WrongMoment
from core.models.conversation import Exchange, Message, Plan, Story
from core.models.draft import Draft
from core.models.job import Document, Format, Job
from core.models.vocabulary import ASKED, REPLIED, Kind, Stage


def stage_of(
    *, started: bool, finished_early: bool, asked: int, answered: int, question_count: int
) -> Stage:
    """The stage that follows from what has been stored."""
    if finished_early or answered == question_count:
        return Stage.FINISHED
    if not started:
        return Stage.PREPARING
    return Stage.ANSWERING if asked > answered else Stage.ASKING


@dataclass(frozen=True, slots=True, kw_only=True)
class InterviewSession:
    """One interview. Its stage follows from its messages, so the two cannot disagree."""

    id: str
    owner_id: str
    job: Job
    created_at: datetime
    format: Format = field(default_factory=Format)
    cv: Document | None = None
    draft: Draft | None = None
    plan: Plan | None = None
    messages: tuple[Message, ...] = ()
    finished_early: datetime | None = None

    @property
    def question_count(self) -> int:
        return self.format.question_count

    @property
    def exchanges(self) -> tuple[Exchange, ...]:
        replies = {m.number: m for m in self.messages if m.kind in REPLIED}
        asides = [m for m in self.messages if m.kind is Kind.CLARIFICATION]
        return tuple(
            Exchange(
                question,
                replies.get(question.number),
                tuple(aside for aside in asides if aside.number == question.number),
            )
            for question in self.messages
            if question.kind in ASKED
        )

    @property
    def stories(self) -> tuple[Story, ...]:
        by_topic = groupby(self.exchanges, key=lambda exchange: exchange.question.topic)
        return tuple(Story(topic, tuple(exchanges)) for topic, exchanges in by_topic)

    @property
    def asked(self) -> int:
        return len(self.exchanges)

    @property
    def answered(self) -> int:
        return sum(exchange.reply is not None for exchange in self.exchanges)

    @property
    def open_question(self) -> Message | None:
        return next((e.question for e in self.exchanges if e.reply is None), None)

    @property
    def owed_clarification(self) -> Message | None:
        """The candidate's request to explain the open question, until it has been explained."""
        return next(filter(None, (e.owed_clarification for e in self.exchanges)), None)

    @property
    def own_questions(self) -> tuple[Message, ...]:
        return tuple(m for m in self.messages if m.kind is Kind.OWN_QUESTION)

    @property
    def stage(self) -> Stage:
        stage = self._stage_of_questions
        is_owed = stage is Stage.ANSWERING and self.owed_clarification is not None
        return Stage.ASKING if is_owed else stage

    @property
    def _stage_of_questions(self) -> Stage:
        return stage_of(
            started=self.plan is not None,
            finished_early=self.finished_early is not None,
            asked=self.asked,
            answered=self.answered,
            question_count=self.question_count,
        )

    @property
    def is_ready_for_interview(self) -> bool:
        """A CV and a job description are there; the job's title and company always are."""
        return bool(self.cv and self.cv.text.strip() and self.job.description.strip())

    def exchange(self, number: int) -> Exchange | None:
        """What was said about question `number`, or None when it has not been asked."""
        return next((e for e in self.exchanges if e.question.number == number), None)

    def check_reply(self, number: int, kind: Kind, text: str) -> bool:
        """True when this reply is new, False when the same words are already stored.

        Raises `AnswerConflict` for other words, `WrongMoment` when the question is not open.
        """
        exchange = self.exchange(number)
        if exchange is None:
            raise WrongMoment(f"Question {number} has not been asked yet.")
        if exchange.reply is None:
            if self.finished_early:
                raise WrongMoment("This interview is finished, so no more answers are taken.")
            return True
        if (exchange.reply.kind, exchange.reply.content) != (kind, text):
            raise AnswerConflict(number, exchange.reply.content, text)
        return False
