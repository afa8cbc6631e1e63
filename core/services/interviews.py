from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace

from core.ai.client import AIClient
from core.ai.types import ChunkKind
from core.exceptions import ValidationError, WrongMoment
from core.interview.answers.stories import only_asks
from core.interview.leading.closing import closing_of, reply_to
from core.interview.leading.director import decide
from core.interview.planning.drafting import proposed
from core.models import (
    DEFAULT_QUESTIONS,
    MAX_ANSWER,
    MOST_CLARIFICATIONS,
    MOST_OWN_QUESTIONS,
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

QUESTION, CLARIFICATION = "question", "clarification"


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
        if session.stage is Stage.FINISHED:
            return self._closed(session)
        if session.stage is not Stage.ASKING:
            return session
        self._runner.ensure(_next_turn(session), self._asking(session))
        return self._sessions.get_session_with_messages(owner_id, session_id)

    def submit_answer(
        self, owner_id: str, session_id: str, number: int, text: str, heard: int | None = None
    ) -> InterviewSession:
        """Store the answer to question `number`, then have the next one asked.

        A text that only asks to have the question explained is kept as such, and the question is
        explained and stays open; after two of them a third is the answer. `heard` is how many
        explanations were on the screen it was sent from, so that a second click is no second
        request. The same words twice are one answer.

        Raises `ValidationError` (field "answer") for an empty or too long text, `AnswerConflict`
        for other words to an answered question, `WrongMoment`, `StorageBusy`, `SessionNotFound`.
        """
        text = _checked(text, "answer")
        session = self._sessions.get_session_with_messages(owner_id, session_id)
        place = _place_of_request(session, number, text, heard)
        if place > MOST_CLARIFICATIONS or not place:
            return self._reply(owner_id, session_id, number, Kind.ANSWER, text)
        request = self._from_candidate(session, number, Kind.CLARIFICATION, text, place)
        self._messages.create_message(owner_id, session_id, request)
        return self.resume(owner_id, session_id)

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
        return self.resume(owner_id, session_id)

    def ask_interviewer(self, owner_id: str, session_id: str, text: str) -> InterviewSession:
        """Store a question of the candidate's own, with what the advert says about it.

        That is for when the interview is over; it is not rated. The same words twice are one
        question. Raises `ValidationError` (field "question") for an empty or too long text,
        `WrongMoment` before the end and after five questions, `StorageBusy`, `SessionNotFound`.
        """
        text = _checked(text, "question")
        session = self._sessions.get_session_with_messages(owner_id, session_id)
        asked = [question.content for question in session.own_questions]
        if text in asked:
            return session
        if session.stage is not Stage.FINISHED:
            raise WrongMoment("Your own questions come after the last answer.")
        if len(asked) >= MOST_OWN_QUESTIONS:
            raise WrongMoment(f"There is room for {MOST_OWN_QUESTIONS} questions of your own.")
        number, place = session.asked, len(asked) + 1
        question = self._from_candidate(session, number, Kind.OWN_QUESTION, text, place)
        reply = replace(
            question,
            role=Role.ASSISTANT,
            kind=Kind.CLOSE,
            content=reply_to(question.content, session),
        )
        self._messages.create_own_question(owner_id, session_id, question, reply)
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
            return now.stage is not Stage.ASKING or _next_turn(now) != key

        return self._runner.follow(key, self._asking(session), is_settled)

    def _reply(
        self, owner_id: str, session_id: str, number: int, kind: Kind, text: str
    ) -> InterviewSession:
        session = self._sessions.get_session_with_messages(owner_id, session_id)
        if session.check_reply(number, kind, text):
            reply = self._from_candidate(session, number, kind, text)
            self._messages.create_message(owner_id, session_id, reply)
        return self.resume(owner_id, session_id)

    def _closed(self, session: InterviewSession) -> InterviewSession:
        """The finished interview with the interviewer's last words, which are stored once."""
        if any(message.kind is Kind.CLOSE for message in session.messages):
            return session
        close = Message(
            role=Role.ASSISTANT,
            kind=Kind.CLOSE,
            number=session.asked,
            content=closing_of(session),
            created_at=self._clock(),
            topic=session.exchanges[-1].question.topic,
        )
        self._messages.create_close(session.owner_id, session.id, close)
        return self._sessions.get_session_with_messages(session.owner_id, session.id)

    def _from_candidate(
        self, session: InterviewSession, number: int, kind: Kind, text: str, ordinal: int = 0
    ) -> Message:
        return Message(
            role=Role.USER,
            kind=kind,
            number=number,
            content=text,
            created_at=self._clock(),
            ordinal=ordinal,
            topic=session.exchanges[number - 1].question.topic,
        )

    def _asking(self, session: InterviewSession) -> Work:
        """The work of one turn: decide what to say, have it worded, store it under the lease."""

        def ask(live: LiveTurn) -> None:
            now = self._sessions.get_session_with_messages(session.owner_id, session.id)
            if now.stage is not Stage.ASKING or _next_turn(now) != live.lease.key:
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
        request = session.owed_clarification
        return Message(
            role=Role.ASSISTANT,
            kind=decision.kind,
            number=request.number if request else session.asked + 1,
            ordinal=request.ordinal if request else 0,
            content=wording.words.strip(),
            created_at=self._clock(),
            topic=decision.topic,
            decision=decision.because,
            provider=wording.provider,
            model=wording.model,
            prompt_hash=wording.prompt_hash,
            notice=wording.notice,
        )


def _checked(text: str, field: str) -> str:
    """The text as it is stored. Raises `ValidationError` where it cannot be."""
    text = text.replace("\0", "")
    if not text.strip():
        raise ValidationError(field, f"Your {field} is empty. Please type a few words.")
    if len(text) > MAX_ANSWER:
        raise ValidationError(
            field,
            f"Your {field} has {len(text):,} characters; the limit is {MAX_ANSWER:,}. "
            "It was not sent: please shorten it.",
        )
    return text


def _place_of_request(session: InterviewSession, number: int, text: str, heard: int | None) -> int:
    """Which request to explain the open question this is, counted from 1; 0 when it is none."""
    exchange = session.exchange(number)
    if exchange is None or exchange.reply is not None:
        return 0
    return exchange.place_of(text, heard) if only_asks(text, exchange.question.content) else 0


def _next_turn(session: InterviewSession) -> TurnKey:
    """The turn that is owed; explaining a question is one of its own."""
    if request := session.owed_clarification:
        return TurnKey(
            owner_id=session.owner_id,
            session_id=session.id,
            purpose=CLARIFICATION,
            number=request.number,
            attempt=request.ordinal,
        )
    return TurnKey(
        owner_id=session.owner_id,
        session_id=session.id,
        purpose=QUESTION,
        number=session.asked + 1,
    )
