from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import datetime

from core.ai.types import Recorder
from core.exceptions import StorageUnavailable
from core.models import Attempt
from core.repositories.attempts import AttemptRepository
from core.repositories.leases import TurnKey

log = logging.getLogger(__name__)


class Account:
    """One row for each call to a provider, the failed ones included."""

    def __init__(self, attempts: AttemptRepository, clock: Callable[[], datetime]) -> None:
        self._attempts = attempts
        self._clock = clock

    def recorder(self, key: TurnKey) -> Recorder:
        def record(attempt: Attempt) -> None:
            try:
                self._attempts.create(key, attempt, self._clock())
            except StorageUnavailable:
                log.warning("no storage: a call to %s is not recorded", attempt.provider)

        return record

    def of_session(self, owner_id: str, session_id: str) -> tuple[Attempt, ...]:
        """Every call that this interview has cost, oldest first."""
        return self._attempts.of_session(owner_id, session_id)
