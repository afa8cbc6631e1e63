"""The account of calls to language models."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from core.exceptions import FailureKind


class Purpose(StrEnum):
    QUESTION = "question"
    FEEDBACK = "feedback"
    TEST = "test"


@dataclass(frozen=True, slots=True)
class Usage:
    """Tokens of one call and what they cost; None where it is not known.

    `completion_tokens` include those of thinking, `prompt_tokens` those from a cache. `cost_usd` is
    what the provider says it charged, or else follows a list of prices. `is_estimate` says that
    tokens were counted by us.
    """

    prompt_tokens: int | None = None
    completion_tokens: int | None = None
    thinking_tokens: int | None = None
    cached_tokens: int | None = None
    cost_usd: float | None = None
    is_estimate: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """The account of one call to one provider. It holds no prompt, no reply and no key.

    `failure` is None for a call that succeeded; times are in milliseconds; `retries` counts the
    calls of the same turn to the same provider that came before.
    """

    purpose: Purpose
    provider: str
    model: str
    model_served: str = ""
    failure: FailureKind | None = None
    status: int | None = None
    first_token_ms: int | None = None
    total_ms: int = 0
    usage: Usage = field(default_factory=Usage)
    retries: int = 0
    resets: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Credit:
    """The questions and feedback of an interview that one model worded; `provider` is a label.

    `explanations` are questions that were put in other words. The built-in interviewer has no
    model.
    """

    provider: str
    model: str
    questions: int = 0
    explanations: int = 0
    feedbacks: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelUse:
    """What one model has brought to an interview, and what it took.

    The built-in interviewer has no model and takes no calls. `cost_usd` is None where the cost of a
    call is not known; `is_estimate` says that some of the tokens were counted by us.
    """

    label: str
    model: str
    questions: int = 0
    explanations: int = 0
    feedbacks: int = 0
    calls: int = 0
    prompt_tokens: int = 0
    completion_tokens: int = 0
    cost_usd: float | None = 0.0
    is_estimate: bool = False

    @property
    def tokens(self) -> int:
        return self.prompt_tokens + self.completion_tokens

    @property
    def kept(self) -> int:
        """How much of what it worded is part of the interview."""
        return self.questions + self.explanations + self.feedbacks


@dataclass(frozen=True, slots=True, kw_only=True)
class FailedCalls:
    """Calls to one provider that failed alike; `reason` is in words for the candidate."""

    label: str
    reason: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountSummary:
    """What an interview has used, by model. `prices_of` is the month of the listed prices."""

    models: tuple[ModelUse, ...] = ()
    failures: tuple[FailedCalls, ...] = ()
    prices_of: str = ""

    @property
    def questions(self) -> int:
        return sum(use.questions for use in self.models)

    @property
    def calls(self) -> int:
        return sum(use.calls for use in self.models)

    @property
    def spent_in_vain(self) -> int:
        """Calls that brought nothing that was kept: one is enough for each thing kept."""
        kept = sum(use.kept for use in self.models if use.model)
        return max(0, self.calls - kept)
