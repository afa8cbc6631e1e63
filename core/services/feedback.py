from __future__ import annotations

from collections.abc import Iterator

from core.ai.client import AIClient
from core.exceptions import WrongMoment
from core.interview.leading.own_questions import own_questions_told
from core.interview.rating.changes import Change, changes
from core.interview.rating.rubric import Scale, rubric
from core.models import Feedback, InterviewSession, Stage
from core.reports import as_json, as_markdown
from core.repositories.leases import TurnKey, TurnView
from core.services.account import Account
from core.services.storage import Shelf
from core.services.turns import LiveTurn, TurnRunner, Work

FEEDBACK = "feedback"
WRITING = "Reading your answers and writing the feedback."


class FeedbackService:
    """Judging a finished interview. Given once; assessing again keeps what was given before."""

    def __init__(self, shelf: Shelf, ai: AIClient, runner: TurnRunner, account: Account) -> None:
        self._sessions = shelf.sessions
        self._feedback = shelf.feedback
        self._clock = shelf.clock
        self._ai = ai
        self._runner = runner
        self._account = account

    def get_feedback(self, owner_id: str, session_id: str) -> Feedback | None:
        """The latest feedback, or None. Raises `SessionNotFound`."""
        self._sessions.get_by_id(owner_id, session_id)
        return self._feedback.get_by_session_id(owner_id, session_id)

    def history(self, owner_id: str, session_id: str) -> tuple[Feedback, ...]:
        """Every feedback that was given, oldest first."""
        return self._feedback.history(owner_id, session_id)

    def changes(self, owner_id: str, session_id: str, version: int = 0) -> tuple[Change, ...]:
        """What this version (default: the latest) scores otherwise than the one before it.

        Empty where it is the first, or where no score changed.
        """
        versions = self._feedback.history(owner_id, session_id)
        last = version or len(versions)
        by_version = {one.version: one.assessment for one in versions}
        before, after = by_version.get(last - 1), by_version.get(last)
        return changes(before, after) if before and after else ()

    def generate_feedback(self, owner_id: str, session_id: str) -> Feedback | None:
        """The stored feedback; where there is none, somebody is set to write it and None returned.

        Raises `WrongMoment` before the interview is finished, `SessionNotFound`.
        """
        stored = self.get_feedback(owner_id, session_id)
        if stored is None:
            self._write(owner_id, session_id, version=1)
            stored = self.get_feedback(owner_id, session_id)
        return stored

    def assess_again(self, owner_id: str, session_id: str) -> None:
        """Start the next version, unless it is being written already."""
        latest = self.get_feedback(owner_id, session_id)
        self._write(owner_id, session_id, version=latest.version + 1 if latest else 1)

    def is_being_written(self, owner_id: str, session_id: str) -> bool:
        return self._runner.is_under_way(self._next(owner_id, session_id))

    def follow(self, owner_id: str, session_id: str) -> Iterator[TurnView]:
        """What the version under way looks like; ends when it is stored.

        The first feedback is owed, so it is begun if need be; a later one is only followed.
        """
        key = self._next(owner_id, session_id)
        if key.number > 1 and not self._runner.is_under_way(key):
            return iter(())

        def is_stored() -> bool:
            return self._feedback.latest_version(owner_id, session_id) >= key.number

        return self._runner.follow(key, self._assessing(key), is_stored)

    def as_markdown(self, owner_id: str, session_id: str, version: int = 0) -> str:
        """The interview as a Markdown document with this version of its feedback, or the latest."""
        session, feedback = self._interview_with(owner_id, session_id, version)
        return as_markdown(session, feedback, own_questions_told(session))

    def as_json(self, owner_id: str, session_id: str, version: int = 0) -> str:
        """The interview as JSON with this version of its feedback, or the latest."""
        return as_json(*self._interview_with(owner_id, session_id, version))

    def own_questions(self, owner_id: str, session_id: str) -> str:
        """One line on what the candidate asked at the end, or could; empty before the end."""
        return own_questions_told(self._sessions.get_session_with_messages(owner_id, session_id))

    def rubric(self) -> tuple[Scale, ...]:
        """What answers are rated on: the qualities, then the competencies."""
        return tuple(rubric().values())

    def _interview_with(
        self, owner_id: str, session_id: str, version: int
    ) -> tuple[InterviewSession, Feedback | None]:
        session = self._sessions.get_session_with_messages(owner_id, session_id)
        history = {one.version: one for one in self.history(owner_id, session_id)}
        return session, history.get(version) or history.get(max(history, default=0))

    def _next(self, owner_id: str, session_id: str) -> TurnKey:
        version = self._feedback.latest_version(owner_id, session_id) + 1
        return _turn(owner_id, session_id, version)

    def _write(self, owner_id: str, session_id: str, version: int) -> None:
        session = self._sessions.get_session_with_messages(owner_id, session_id)
        if session.stage is not Stage.FINISHED:
            raise WrongMoment("The feedback comes when the interview is finished.")
        key = _turn(owner_id, session_id, version)
        self._runner.ensure(key, self._assessing(key))

    def _assessing(self, key: TurnKey) -> Work:
        """The work of one turn: judge the interview and store the result under the lease."""

        def assess(live: LiveTurn) -> None:
            if self._feedback.latest_version(key.owner_id, key.session_id) >= key.number:
                return
            live.show(WRITING)
            session = self._sessions.get_session_with_messages(key.owner_id, key.session_id)
            assessment = self._ai.generate_feedback(session, self._account.recorder(key))
            live.show(WRITING)
            feedback = Feedback(
                session_id=session.id,
                version=key.number,
                created_at=self._clock(),
                assessment=assessment,
            )
            self._feedback.create_feedback(live.lease, feedback)

        return assess


def _turn(owner_id: str, session_id: str, version: int) -> TurnKey:
    return TurnKey(owner_id=owner_id, session_id=session_id, purpose=FEEDBACK, number=version)
