"""A provider's failure in words that the candidate may read."""

from __future__ import annotations

from core.exceptions import FailureKind, ProviderError

_WORDS = {
    FailureKind.TRANSIENT: "{label} could not be reached",
    FailureKind.RATE_LIMITED: "{label} is too busy just now",
    FailureKind.QUOTA: "{label} has no credit or quota left",
    FailureKind.AUTH: "{label} did not accept its key",
    FailureKind.BAD_REQUEST: "{label} refused the request",
    FailureKind.MODEL_GONE: "{label} does not offer the chosen model",
    FailureKind.CONTEXT: "{label} has too little room for your documents and answers",
    FailureKind.BLOCKED: "{label} declined to answer",
    FailureKind.BAD_OUTPUT: "{label} gave an answer that cannot be used",
    FailureKind.TRUNCATED: "{label} stopped in the middle of its answer",
    FailureKind.DEADLINE: "{label} took too long",
    FailureKind.CANCELLED: "{label} was stopped",
}


class OutOfTokens(ProviderError):
    """The reply filled the room that the request gave it."""


class OptionsRefused(ProviderError):
    """The server does not take an optional part of the request.

    The adapter has learnt which one, and asks for less next time.
    """


class NotAsked(ProviderError):
    """There was no time left for a call."""

    def __init__(self, label: str) -> None:
        words = f"There was no time left to ask {label}."
        super().__init__(FailureKind.DEADLINE, label, words)


class RejectedReply(ProviderError):
    """A finished reply that the request finds fault with; `fault` is for the model to read."""

    def __init__(self, label: str, fault: str) -> None:
        words = _WORDS[FailureKind.BAD_OUTPUT].format(label=label)
        super().__init__(FailureKind.BAD_OUTPUT, label, f"{words}.")
        self.fault = fault


def bare(error: ProviderError) -> ProviderError:
    """The error without the exceptions behind it, which hold the request and its key."""
    error.__cause__ = error.__context__ = error.__traceback__ = None
    return error


def failure(
    kind: FailureKind,
    label: str,
    words: str = "",
    *,
    status: int | None = None,
    retry_after: float | None = None,
) -> ProviderError:
    """The error of the provider called `label`. `words` may replace the usual ones of its kind."""
    message = (words or _WORDS[kind]).format(label=label) + "."
    return ProviderError(kind, label, message, status=status, retry_after=retry_after)
