"""Which providers are resting. Shared by all interviews, so that a fault is met once.

A circuit breaker for each address and key (Nygard, "Release It!", chapter 5): faults in a row open
it, after a rest a single call may try, and an answer closes it.
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from threading import Lock

from core.ai.fallback.quota import seconds_to_reset
from core.ai.types import AIProvider
from core.exceptions import FailureKind, ProviderError

FAULTS_IN_A_ROW = 2
MOST_CIRCUITS = 1_000
SHORTEST_REST, LONGEST_REST = 15.0, 300.0
MOST_DOUBLINGS = 5
LONGEST_TRIAL = 120.0  # seconds; longer than any call may take
A_DAY = 86_400.0
UNTIL_THE_KEY_CHANGES = math.inf

_FAULTS = frozenset({FailureKind.TRANSIENT, FailureKind.TRUNCATED, FailureKind.DEADLINE})


@dataclass(frozen=True, slots=True)
class Standing:
    """How a provider stands. `reason` is what happened last, or empty; inf: until a new key."""

    is_resting: bool = False
    seconds_left: float = 0.0
    reason: str = ""


@dataclass(frozen=True, slots=True)
class _Failure:
    """What is remembered of an error. The error itself would keep prompts and keys alive."""

    kind: FailureKind
    provider: str
    public_message: str
    status: int | None

    def again(self) -> ProviderError:
        """The reason for not asking: the failure itself where it lasts, else that it rests."""
        words = f"{self.provider} is still resting." if self.kind in _FAULTS else ""
        message = words or self.public_message
        return ProviderError(self.kind, self.provider, message, status=self.status)


@dataclass(slots=True)
class _Circuit:
    """What is held against a provider: faults and rests in a row, and until when it is let be."""

    last: _Failure
    faults: int = 0
    rests: int = 0
    rests_until: float = -math.inf
    tried_until: float = -math.inf

    @property
    def until(self) -> float:
        return max(self.rests_until, self.tried_until)

    def fault(self, now: float) -> None:
        """One more fault. Calls that were under way when a rest began do not make it longer."""
        self.faults += 1
        if now >= self.rests_until and (self.rests or self.faults >= FAULTS_IN_A_ROW):
            self.rest(now, min(SHORTEST_REST * 2 ** min(self.rests, MOST_DOUBLINGS), LONGEST_REST))

    def rest(self, now: float, seconds: float) -> None:
        """Rest from now on; what comes while it rests already may only make that longer."""
        self.rests += now >= self.rests_until
        self.rests_until = max(now + seconds, self.rests_until)


class Health:
    """Thread-safe. Every call that reaches a provider is reported, later ones in a chain too."""

    def __init__(
        self, now: Callable[[], datetime], seconds: Callable[[], float] = time.monotonic
    ) -> None:
        self._now = now
        self._seconds = seconds
        self._lock = Lock()
        self._circuits: dict[str, _Circuit] = {}

    def admits(self, provider: AIProvider) -> ProviderError | None:
        """None when it may be asked; else the failure that it rests for.

        Of those who ask after a rest the first is let through; the others wait for how it went.
        """
        now = self._seconds()
        with self._lock:
            circuits = self._of(provider.identity, provider.model)
            for circuit in circuits:
                if now < circuit.until:
                    return circuit.last.again()
            for circuit in circuits:
                if circuit.rests:
                    circuit.tried_until = now + LONGEST_TRIAL
        return None

    def answered(self, provider: AIProvider) -> None:
        with self._lock:
            for name in _names(provider.identity, provider.model):
                self._circuits.pop(name, None)

    def gave_up(self, provider: AIProvider) -> None:
        """Its reader left. That says nothing of the provider: the next one may try."""
        with self._lock:
            self._end_trial(provider)

    def failed(self, provider: AIProvider, error: ProviderError) -> None:
        """Take note of a failure. One that is the request's fault shows a provider that is well."""
        rest = self._rest_for(provider, error)
        if error.kind not in _FAULTS and not rest:
            self.answered(provider)
            return
        name = _names(provider.identity, provider.model)[error.kind is FailureKind.MODEL_GONE]
        now = self._seconds()
        last = _Failure(error.kind, error.provider, error.public_message, error.status)
        with self._lock:
            self._end_trial(provider)
            circuit = self._circuits.pop(name, None) or _Circuit(last)
            self._circuits[name] = circuit
            if len(self._circuits) > MOST_CIRCUITS:
                del self._circuits[next(iter(self._circuits))]  # who failed longest ago
            circuit.last = last
            if rest:
                circuit.rest(now, rest)
            else:
                circuit.fault(now)

    def standing(self, identity: str, model: str) -> Standing:
        """How a provider stands, without asking it for anything."""
        now = self._seconds()
        with self._lock:
            circuits = self._of(identity, model)
            if not circuits:
                return Standing()
            worst = max(circuits, key=lambda circuit: circuit.until)
            left = max(0.0, worst.until - now)
            return Standing(left > 0, left, worst.last.public_message.rstrip("."))

    def _end_trial(self, provider: AIProvider) -> None:
        for circuit in self._of(provider.identity, provider.model):
            circuit.tried_until = -math.inf

    def _of(self, identity: str, model: str) -> list[_Circuit]:
        found = map(self._circuits.get, _names(identity, model))
        return [circuit for circuit in found if circuit is not None]

    def _rest_for(self, provider: AIProvider, error: ProviderError) -> float:
        """Seconds that a failure asks for; 0 where it asks for none."""
        match error.kind:
            case FailureKind.AUTH:
                return UNTIL_THE_KEY_CHANGES
            case FailureKind.MODEL_GONE:
                return LONGEST_REST
            case FailureKind.RATE_LIMITED:
                rest = error.retry_after or SHORTEST_REST
            case FailureKind.QUOTA:
                rest = error.retry_after or seconds_to_reset(provider, self._now())
            case FailureKind.TRANSIENT:
                rest = error.retry_after or 0.0
            case _:
                rest = 0.0
        return min(rest, A_DAY)


def _names(identity: str, model: str) -> tuple[str, str]:
    """Where the health of a key is kept, and that of a model behind it."""
    return identity, f"{identity}/{model}"
