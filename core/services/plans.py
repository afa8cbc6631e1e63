from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from core.exceptions import PlanChanged
from core.interview.planning import drafting
from core.models import Choice, Draft, InterviewSession
from core.repositories.sessions import SessionRepository

Edit = Callable[[InterviewSession, Draft], Draft]


class PlanService:
    """The plan before the start: seeing it and changing it, one stored step at a time.

    Each change names the `version` of the draft that the candidate looked at. A change that is
    there already is no fault. Every one of them raises `PlanChanged` when the plan was changed
    elsewhere meanwhile, `WrongMoment` once the interview has started, and `SessionNotFound`.
    """

    def __init__(self, sessions: SessionRepository) -> None:
        self._sessions = sessions

    def propose(self, session: InterviewSession) -> Draft:
        """The plan as it would be asked if the interview were started now. Nothing is stored."""
        return drafting.proposed(session)

    def choices(self, session: InterviewSession, draft: Draft) -> tuple[Choice, ...]:
        """What one more question could be about."""
        return drafting.choices(session, draft)

    def accept(self, owner_id: str, session_id: str, version: int) -> Draft:
        """Keep what has taken the place of questions that had to go."""
        return self._edit(owner_id, session_id, version, lambda _, draft: draft)

    def remove(self, owner_id: str, session_id: str, version: int, question_id: str) -> Draft:
        """Raises `ValidationError` when no fewer questions are allowed."""

        def edit(_: InterviewSession, draft: Draft) -> Draft:
            return drafting.without(draft, question_id)

        return self._edit(owner_id, session_id, version, edit)

    def move(
        self, owner_id: str, session_id: str, version: int, question_id: str, place: int
    ) -> Draft:
        """Put a question at this place, counted from 0."""

        def edit(_: InterviewSession, draft: Draft) -> Draft:
            return drafting.moved(draft, question_id, place)

        return self._edit(owner_id, session_id, version, edit)

    def add_own(self, owner_id: str, session_id: str, version: int, text: str) -> Draft:
        """Raises `ValidationError` for what cannot be asked, and for a plan that is full."""

        def edit(_: InterviewSession, draft: Draft) -> Draft:
            return drafting.with_own(draft, text)

        return self._edit(owner_id, session_id, version, edit)

    def add_from(self, owner_id: str, session_id: str, version: int, choice_id: str) -> Draft:
        """A question of the bank about one of `choices`. Raises as `add_own` does."""

        def edit(session: InterviewSession, draft: Draft) -> Draft:
            return drafting.with_choice(session, draft, choice_id)

        return self._edit(owner_id, session_id, version, edit)

    def _edit(self, owner_id: str, session_id: str, version: int, edit: Edit) -> Draft:
        session = self._sessions.get_by_id(owner_id, session_id)
        draft = drafting.proposed(session)
        edited = edit(session, draft)
        if edited == draft and not draft.replaced:
            return draft
        if draft.version != version:
            raise PlanChanged
        stored = replace(edited, version=version + 1, replaced=())
        self._sessions.save_draft(owner_id, session_id, stored)
        return stored
