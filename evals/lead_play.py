"""A simulated candidate meets the interviewer of the app: one interview, from greeting to close."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Self

from core.bootstrap import App, build_app
from core.config import TestSettings
from core.models import Format, InterviewSession, Kind, Message, Role
from core.models import Stage as Finish
from evals.candidates import Candidate, Line, Reply, Sort
from evals.lead_transcript import NO_TOPIC, Played, Said

QUESTIONS = 8
_AT_THE_END = (Kind.OWN_QUESTION, Kind.CLOSE)
_ENDLESS = 6  # replies for each question, after which an interview does not end


class Stage:
    """The whole app on a folder that is thrown away; without settings the built-in interviewer.

    An interview is named for who plays which job in which round, so it can be held again exactly.
    """

    def __init__(self, **settings: Any) -> None:
        self._name = ""
        self._folder = TemporaryDirectory()
        known = TestSettings(**{"data_folder": Path(self._folder.name), **settings})
        self._app = build_app(known, new_id=lambda: self._name)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._app.close()
        self._folder.cleanup()

    def assessed(self, candidate: Candidate, count: int = QUESTIONS) -> Played:
        """The interview, held once, with its feedback."""
        self._name = f"{candidate.life.name}-{candidate.name}-1"
        return self._once(candidate, count, is_assessed=True)

    def play(self, candidate: Candidate, count: int = QUESTIONS, round_number: int = 1) -> Played:
        """The interview, held twice."""
        self._name = f"{candidate.life.name}-{candidate.name}-{round_number}"
        first = self._once(candidate, count)
        again = self._once(candidate, count)
        return replace(first, again=tuple(line.text for line in again.interviewer))

    def _once(self, candidate: Candidate, count: int, *, is_assessed: bool = False) -> Played:
        session, replies = _begin(self._app, candidate, count), list[Reply]()
        try:
            while session.open_question and len(replies) < _ENDLESS * count:
                reply = candidate.reply([_line(message) for message in session.messages])
                replies.append(reply)
                session = _give(self._app, session, session.open_question, reply)
            played = self._played(session, candidate, replies)
            return self._with_feedback(played, session) if is_assessed else played
        finally:
            self._app.sessions.delete_session(session.owner_id, session.id)

    def _with_feedback(self, played: Played, session: InterviewSession) -> Played:
        here = (session.owner_id, session.id)
        feedback = self._app.feedback.generate_feedback(*here)
        assessment = feedback.assessment if feedback else None
        return replace(played, assessment=assessment, held=self._app.sessions.get_session(*here))

    def _played(
        self, session: InterviewSession, candidate: Candidate, replies: list[Reply]
    ) -> Played:
        life = candidate.life
        ended = session.stage is Finish.FINISHED
        if ended:
            session = self._close(session, candidate, replies)
        return Played(
            candidate=candidate.name,
            job=life.name,
            question_count=session.question_count,
            planned=len(session.plan.questions) if session.plan else 0,
            sources=(life.advert, life.cv, life.title, life.company),
            lines=_transcript(session, replies),
            ended=ended,
        )

    def _close(
        self, session: InterviewSession, candidate: Candidate, replies: list[Reply]
    ) -> InterviewSession:
        """A question of the candidate's own, if they have one, and what is said to it."""
        reply = candidate.reply([_line(message) for message in session.messages])
        if reply.sort is not Sort.OWN_QUESTION:
            return session
        replies.append(reply)
        return self._app.interviews.ask_interviewer(session.owner_id, session.id, reply.text)


def _begin(app: App, candidate: Candidate, question_count: int) -> InterviewSession:
    owner, life = app.visitors.local().id, candidate.life
    session = app.sessions.create_session(
        owner, life.title, life.company, Format(question_count=question_count)
    )
    app.documents.process_job_description(owner, session.id, life.advert)
    app.documents.correct_cv_text(owner, session.id, life.cv)
    return app.interviews.start_interview(owner, session.id)


def _give(app: App, session: InterviewSession, asked: Message, reply: Reply) -> InterviewSession:
    here = (session.owner_id, session.id, asked.number)
    if not reply.text:
        return app.interviews.skip_question(*here)
    return app.interviews.submit_answer(*here, reply.text)


def _line(message: Message) -> Line:
    return Line(message.content, is_candidate=message.role is Role.USER)


def _transcript(session: InterviewSession, replies: list[Reply]) -> tuple[Said, ...]:
    """The messages as they are stored; the candidate's come in the order of the replies."""
    given = iter(replies)
    return tuple(
        _said(number, message, next(given) if message.role is Role.USER else None)
        for number, message in enumerate(session.messages, 1)
    )


def _said(number: int, message: Message, reply: Reply | None) -> Said:
    return Said(
        number=number,
        kind=message.kind,
        topic=NO_TOPIC if message.kind in _AT_THE_END else message.topic,
        text=message.content,
        reason=message.decision,
        sort=reply.sort if reply else None,
        orders=reply.orders if reply else "",
    )
