from __future__ import annotations

from dataclasses import dataclass

from core.ai.types import ProviderStatus

BUILT_IN = "Built-in interviewer, no key needed"


@dataclass(frozen=True, slots=True)
class Interviewer:
    """Who leads interviews here: the providers in the order in which they are tried."""

    providers: tuple[ProviderStatus, ...]

    @property
    def is_built_in(self) -> bool:
        return not self._models

    @property
    def label(self) -> str:
        first = next(iter(self._models), None)
        return f"{first.label} · {first.model}" if first else BUILT_IN

    @property
    def _models(self) -> list[ProviderStatus]:
        return [provider for provider in self.providers if provider.active and provider.model]
