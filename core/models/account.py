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
    """Tokens of one call; None where the provider does not say."""

    prompt_tokens: int | None = None
    completion_tokens: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """The account of one call to one provider. It holds no prompt, no reply and no key.

    `failure` is None for a call that succeeded; times are in milliseconds.
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
