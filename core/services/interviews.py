from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing

from core.ai.client import AIClient
from core.ai.types import ChunkKind
from core.exceptions import ValidationError, WrongMoment
from core.interview.director import decide
from core.interview.drafting import proposed
from core.models import (
    DEFAULT_QUESTIONS,
    MAX_ANSWER,
    Decision,
    InterviewSession,
    Kind,
    Message,
    Role,
    Stage,
)
from core.repositories.leases import TurnKey, TurnView
from core.services.account import Account
from core.services.storage import Shelf
from core.services.turns import LiveTurn, TurnRunner, Work
from core.services.wording import Wording

QUESTION = "question"


class InterviewService:
    """Leading an interview: start it, and answer until it is finished."""

    MAX_QUESTIONS = DEFAULT_QUESTIONS

    def __init__(self, shelf: Shelf, ai: AIClient, runner: TurnRunner, account: Account) -> None:
        self._sessions = shelf.sessions
        self._messages = shelf.messages
        self._clock = shelf.clock
        self._ai = ai
        self._runner = runner
        self._account = account

    def start_interview(self, owner_id: str, session_id: str) -> InterviewSession:
        """Plan the interview and have its first question asked; twice is harmless.

        Raises `WrongMoment` when CV or job description are missing, `SessionNotFound`.
        """
        session = self._sessions.get_session_with_messages(owner_id, session_id)
        if session.plan is None:
            if not session.is_ready_for_interview:
                raise WrongMoment("Add your CV and the job description first, then start.")
            self._sessions.start(owner_id, session_id, proposed(session).plan)
        return self.resume(owner_id, session_id)

    def resume(self, owner_id: str, session_id: str) -> InterviewSession:
        """The interview as it is. When a question is owed, somebody is set to word it."""
        session = self._sessions.get_session_with_messages(owner_id, session_id)
        if session.stage is not Stage.ASKING:
            return session
        self._runner.ensure(_next_turn(session), self._asking(session))
        return self._sessions.get_session_with_messages(owner_id, session_id)

    def submit_answer(
        self, owner_id: str, session_id: str, number: int, text: str
    ) -> InterviewSession:
        """Store the answer to question `number`, then have the next one asked.

        The same words twice are one answer. Raises `ValidationError` (field "answer") for an empty
        or too long text, `AnswerConflict` for other words to an answered question, `WrongMoment`,
        `StorageBusy`, `SessionNotFound`.
        """
        if not text.strip():
            raise ValidationError("answer", "Your answer is empty. Please type a few words.")
        if len(text) > MAX_ANSWER:
            raise ValidationError(
                "answer",
                f"Your answer has {len(text):,} characters; the limit is {MAX_ANSWER:,}. "
                "It was not sent: please shorten it.",
            )
        return self._reply(owner_id, session_id, number, Kind.ANSWER, text)

    def skip_question(self, owner_id: str, session_id: str, number: int) -> InterviewSession:
        """Leave question `number` unanswered and go on. Raises as `submit_answer` does."""
        return self._reply(owner_id, session_id, number, Kind.SKIP, "")

    def finish_early(self, owner_id: str, session_id: str) -> InterviewSession:
        """End the interview here. Raises `WrongMoment` before the first answer."""
        session = self._sessions.get_session_with_messages(owner_id, session_id)
        if not any(exchange.answer for exchange in session.exchanges):
            raise WrongMoment("Answer at least one question first, so that there is feedback.")
        if session.stage is not Stage.FINISHED:
            self._sessions.finish_early(owner_id, session_id, self._clock())
        return self._sessions.get_session_with_messages(owner_id, session_id)

    def is_interview_complete(self, owner_id: str, session_id: str) -> bool:
        """Whether every question is answered, or the candidate has finished early."""
        session = self._sessions.get_session_with_messages(owner_id, session_id)
        return session.stage is Stage.FINISHED

    def follow(self, session: InterviewSession) -> Iterator[TurnView]:
        """The text of the question that is owed, as it grows; ends when none is owed any more."""
        key = _next_turn(session)

        def is_settled() -> bool:
            now = self._sessions.get_session_with_messages(session.owner_id, session.id)
            return now.stage is not Stage.ASKING or now.asked >= key.number

        return self._runner.follow(key, self._asking(session), is_settled)

    def _reply(
        self, owner_id: str, session_id: str, number: int, kind: Kind, text: str
    ) -> InterviewSession:
        text = text.replace("\0", "")
        session = self._sessions.get_session_with_messages(owner_id, session_id)
        if session.check_reply(number, kind, text):
            reply = Message(
                role=Role.USER,
                kind=kind,
                number=number,
                content=text,
                created_at=self._clock(),
                topic=session.exchanges[number - 1].question.topic,
            )
            self._messages.create_message(owner_id, session_id, reply)
        return self.resume(owner_id, session_id)

    def _asking(self, session: InterviewSession) -> Work:
        """The work of one turn: decide what to ask, have it worded, store it under the lease."""

        def ask(live: LiveTurn) -> None:
            now = self._sessions.get_session_with_messages(session.owner_id, session.id)
            if now.stage is not Stage.ASKING or now.asked + 1 != live.lease.key.number:
                return
            decision = decide(now)
            wording = self._word(now, decision, live)
            self._messages.create_question(live.lease, self._question(now, decision, wording))

        return ask

    def _word(self, session: InterviewSession, decision: Decision, live: LiveTurn) -> Wording:
        generate = (
            self._ai.generate_followup_question
            if session.asked
            else self._ai.generate_first_question
        )
        wording = Wording()
        record = self._account.recorder(live.lease.key)
        with closing(generate(session, decision, record)) as chunks:
            for chunk in chunks:
                wording = wording.take(chunk)
                if chunk.kind is not ChunkKind.RESET:  # the words in its place come at once
                    live.show(wording.words, wording.notice)
        return wording

    def _question(self, session: InterviewSession, decision: Decision, wording: Wording) -> Message:
        return Message(
            role=Role.ASSISTANT,
            kind=decision.kind,
            number=session.asked + 1,
            content=wording.words.strip(),
            created_at=self._clock(),
            topic=decision.topic,
            decision=decision.because,
            provider=wording.provider,
            model=wording.model,
            prompt_hash=wording.prompt_hash,
            notice=wording.notice,
        )


def _next_turn(session: InterviewSession) -> TurnKey:
    return TurnKey(
        owner_id=session.owner_id,
        session_id=session.id,
        purpose=QUESTION,
        number=session.asked + 1,
    )
