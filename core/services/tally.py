"""Adding up what the calls of an interview have brought, and what they took."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from core.ai.providers.gemini import GeminiProvider
from core.ai.providers.offline import BuiltInProvider
from core.ai.providers.openai_compatible import LocalProvider, OpenAIProvider, OpenRouterProvider
from core.exceptions import FailureKind
from core.models import Attempt, Credit, FailedCalls, ModelUse

_PROVIDERS = (OpenRouterProvider, GeminiProvider, OpenAIProvider, LocalProvider, BuiltInProvider)
_LABELS: Mapping[str, str] = {provider.name: provider.label for provider in _PROVIDERS}
_REASONS = {
    FailureKind.TRANSIENT: "no whole answer came",
    FailureKind.RATE_LIMITED: "too busy at that moment",
    FailureKind.QUOTA: "no credit or quota was left",
    FailureKind.AUTH: "the key was not accepted",
    FailureKind.BAD_REQUEST: "the request was refused",
    FailureKind.MODEL_GONE: "the chosen model is not offered",
    FailureKind.CONTEXT: "the interview was too long for the model",
    FailureKind.BLOCKED: "the model declined to answer",
    FailureKind.BAD_OUTPUT: "the answer could not be used",
    FailureKind.TRUNCATED: "the answer stopped in the middle",
    FailureKind.DEADLINE: "it took too long",
    FailureKind.CANCELLED: "stopped before the answer was whole",
}


def label_of(provider_name: str) -> str:
    """The provider as people know it."""
    return _LABELS.get(provider_name, provider_name)


def uses_of(attempts: Sequence[Attempt], credits_: Iterable[Credit]) -> tuple[ModelUse, ...]:
    """One line for each model, whoever led the interview first and the built-in one last."""
    names = _Names(attempts)
    uses: dict[tuple[str, str], ModelUse] = {}
    for credit in credits_:
        key = names.of_credit(credit)
        uses[key] = _credited(uses.get(key) or ModelUse(label=key[0], model=key[1]), credit)
    for attempt in attempts:
        if attempt.model:
            key = names.of_attempt(attempt)
            uses[key] = _charged(uses.get(key) or ModelUse(label=key[0], model=key[1]), attempt)
    return tuple(sorted(uses.values(), key=_rank))


def failures_in(attempts: Iterable[Attempt]) -> tuple[FailedCalls, ...]:
    """The calls that failed, by provider and reason, in the order in which they first did."""
    counts: Counter[tuple[str, str]] = Counter()
    for attempt in attempts:
        if not attempt.model:
            continue
        label = label_of(attempt.provider)
        if attempt.failure is not None:
            counts[label, _REASONS[attempt.failure]] += 1
    return tuple(
        FailedCalls(label=label, reason=reason, count=count)
        for (label, reason), count in counts.items()
    )


@dataclass(frozen=True, slots=True)
class _Names:
    """Under which label and model a call is counted.

    A call that failed knows only the model that was asked for. It counts for the one that
    answers under that name, if that is always the same.
    """

    attempts: Sequence[Attempt]

    def of_attempt(self, attempt: Attempt) -> tuple[str, str]:
        label = label_of(attempt.provider)
        return label, attempt.model_served or self._served(label, attempt.model)

    def of_credit(self, credit: Credit) -> tuple[str, str]:
        if not credit.model:
            return BuiltInProvider.label, ""
        return credit.provider, self._served(credit.provider, credit.model)

    def _served(self, label: str, model: str) -> str:
        served = {
            attempt.model_served
            for attempt in self.attempts
            if attempt.model_served
            and (label_of(attempt.provider), attempt.model) == (label, model)
        }
        return served.pop() if len(served) == 1 else model


def _credited(use: ModelUse, credit: Credit) -> ModelUse:
    return replace(
        use,
        questions=use.questions + credit.questions,
        explanations=use.explanations + credit.explanations,
        feedbacks=use.feedbacks + credit.feedbacks,
    )


def _charged(use: ModelUse, attempt: Attempt) -> ModelUse:
    usage = attempt.usage
    cost = _cost(attempt)
    return replace(
        use,
        calls=use.calls + 1,
        prompt_tokens=use.prompt_tokens + (usage.prompt_tokens or 0),
        completion_tokens=use.completion_tokens + (usage.completion_tokens or 0),
        cost_usd=None if cost is None or use.cost_usd is None else use.cost_usd + cost,
        is_estimate=use.is_estimate or usage.is_estimate,
    )


def _cost(attempt: Attempt) -> float | None:
    """A call that failed before its first word is taken to cost nothing."""
    usage = attempt.usage
    brought_nothing = usage.prompt_tokens is None and usage.completion_tokens is None
    if usage.cost_usd is None and brought_nothing and attempt.failure is not None:
        return 0.0
    return usage.cost_usd


def _rank(use: ModelUse) -> tuple[bool, int, str, str]:
    return not use.model, -use.kept, use.label, use.model
