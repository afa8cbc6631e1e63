from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from core.ai.client import AIClient
from core.ai.trial import Trial
from core.ai.typed_keys import OPEN_TO_KEYS, TypedKey, typed_key
from core.ai.types import ProviderStatus

SOON = 120.0  # seconds; about what an answer takes
BUILT_IN = "Built-in interviewer, no key needed"


class State(StrEnum):
    """Whether a provider is asked when the next question is due."""

    READY = "ready"
    RESTING = "resting"
    KEY_REFUSED = "key refused"
    UNUSED = "not in use"


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """A provider and how it stands. `reason` says why it is not asked now, without a final dot."""

    provider: ProviderStatus
    state: State
    reason: str = ""
    seconds_left: float = 0.0
    has_typed_key: bool = False

    @property
    def is_model(self) -> bool:
        return bool(self.provider.model)

    @property
    def name(self) -> str:
        """Whom people meet: provider and model."""
        return " · ".join(filter(None, (self.provider.label, self.provider.model)))


@dataclass(frozen=True, slots=True)
class Panel:
    """Everybody at one moment, in the order in which they are asked."""

    seats: tuple[Seat, ...]

    @property
    def order(self) -> tuple[Seat, ...]:
        """Who leads, and who stands in, one after the other; the built-in one is the last."""
        return tuple(seat for seat in self.seats if seat.state is State.READY)

    @property
    def leader(self) -> Seat:
        return self.order[0]

    @property
    def is_built_in(self) -> bool:
        """True where no language model is to be expected, now or after a rest."""
        expected = {State.READY, State.RESTING}
        return not any(seat.is_model and seat.state in expected for seat in self.seats)

    @property
    def label(self) -> str:
        return BUILT_IN if self.is_built_in else self.leader.name

    @property
    def first_model(self) -> str:
        """The model that is to lead, now or after a rest; empty where there is none."""
        expected = {State.READY, State.RESTING}
        models = (seat.name for seat in self.seats if seat.is_model and seat.state in expected)
        return next(models, "")

    @property
    def soon_back(self) -> Seat | None:
        """Who goes before the leader after a short rest."""
        before = self.seats[: self.seats.index(self.leader)]
        resting = (seat for seat in before if seat.state is State.RESTING)
        return next((seat for seat in resting if seat.seconds_left <= SOON), None)

    @property
    def has_refused_key(self) -> bool:
        return any(seat.state is State.KEY_REFUSED for seat in self.seats)


class Interviewer:
    """Who leads interviews here. Safe between threads."""

    def __init__(self, ai: AIClient) -> None:
        self._ai = ai

    @property
    def providers(self) -> Sequence[ProviderStatus]:
        """What the settings and the visitor's keys make of them."""
        return self._ai.statuses

    @property
    def panel(self) -> Panel:
        """How they stand just now."""
        typed = {key.provider for key in self._ai.keys}
        seats = (self._seat(one, has_typed_key=one.name in typed) for one in self.providers)
        return Panel(tuple(seats))

    @property
    def is_built_in(self) -> bool:
        return self.panel.is_built_in

    @property
    def label(self) -> str:
        return self.panel.label

    @property
    def open_to_keys(self) -> tuple[ProviderStatus, ...]:
        """Whose keys a visitor may type in."""
        known = {status.name: status for status in self.providers}
        return tuple(known[provider.name] for provider in OPEN_TO_KEYS)

    def accept(self, provider: str, text: str, model: str = "") -> TypedKey:
        """The key that a visitor has typed in. Raises `ValidationError`; nothing is stored."""
        return typed_key(provider, text, model)

    def test(self, name: str) -> Trial:
        """Make one tiny call to the provider of this name, resting or not (at most about 15 s)."""
        return self._ai.test(name)

    def _seat(self, provider: ProviderStatus, *, has_typed_key: bool) -> Seat:
        if not provider.active:
            state, reason, left = State.UNUSED, provider.reason, 0.0
        else:
            standing = self._ai.health.standing(provider.identity, provider.model)
            reason, left = standing.reason, standing.seconds_left
            state = State.RESTING if standing.is_resting else State.READY
            if math.isinf(left):
                state = State.KEY_REFUSED
        return Seat(
            provider=provider,
            state=state,
            reason="" if state is State.READY else reason,
            seconds_left=left,
            has_typed_key=has_typed_key,
        )
