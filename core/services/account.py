from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from core.ai.prices import NONE, Prices, listed_when, priced
from core.ai.types import Recorder
from core.exceptions import StorageUnavailable
from core.models import AccountSummary, Attempt
from core.repositories.attempts import AttemptRepository
from core.repositories.leases import TurnKey
from core.services.tally import failures_in, uses_of

log = logging.getLogger(__name__)


class Account:
    """One row for each call to a provider, the failed ones included.

    `own_prices` are the installation's; they go before the listed ones.
    """

    def __init__(
        self,
        attempts: AttemptRepository,
        clock: Callable[[], datetime],
        own_prices: Prices = NONE,
    ) -> None:
        self._attempts = attempts
        self._clock = clock
        self._own_prices = own_prices

    def recorder(self, key: TurnKey) -> Recorder:
        """Stores attempts of this turn, with what they cost."""

        def record(attempt: Attempt) -> None:
            usage = priced(
                attempt.usage,
                attempt.provider,
                attempt.model,
                attempt.model_served,
                self._own_prices,
            )
            try:
                self._attempts.create(key, replace(attempt, usage=usage), self._clock())
            except StorageUnavailable:
                log.warning("no storage: a call to %s is not recorded", attempt.provider)

        return record

    def of_session(self, owner_id: str, session_id: str) -> tuple[Attempt, ...]:
        """Every call that this interview has cost, oldest first."""
        return self._attempts.of_session(owner_id, session_id)

    def summary(self, owner_id: str, session_id: str) -> AccountSummary:
        """What the interview has used so far; empty for one that is not this owner's."""
        attempts = self._attempts.of_session(owner_id, session_id)
        credits_ = self._attempts.credits(owner_id, session_id)
        return AccountSummary(
            models=uses_of(attempts, credits_),
            failures=failures_in(attempts),
            prices_of=listed_when(),
        )
