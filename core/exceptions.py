"""Every failure that we expect, as a tree.

* InterviewError
  + ValidationError
  + ConfigurationError
  + NotFoundError
    - SessionNotFound
  + WrongMoment
    - AnswerConflict
    - PlanChanged
  + UnreadableDocument
  + TurnFailed
  + StorageUnavailable
    - StorageBusy
  + AIProviderError
    - ProviderError
    - AllProvidersFailed

The message of an `InterviewError` is written for the candidate: what happened, what is safe, what
to do next. Anything else is a bug and is left to crash.
"""

from __future__ import annotations

from enum import StrEnum


class InterviewError(Exception):
    """Base of all failures that the candidate is told about."""


class ValidationError(InterviewError):
    """A value that the candidate entered cannot be used; `field` names the input it stands in."""

    def __init__(self, field: str, message: str) -> None:
        super().__init__(message)
        self.field = field


class ConfigurationError(InterviewError):
    """The installation's settings contradict each other; the operator has to mend them."""


class NotFoundError(InterviewError):
    """Nothing of this owner has this id. What belongs to somebody else is not found either."""


class SessionNotFound(NotFoundError):
    """No interview of this owner has this id."""

    def __init__(self) -> None:
        super().__init__(
            "This interview was not found. It may have been deleted, or it belongs to another "
            "browser. Start a new one, or open one of yours from the dashboard."
        )


class WrongMoment(InterviewError):
    """The interview is not at the stage that this step needs."""


class AnswerConflict(WrongMoment):
    """The question has been answered with other words; both texts are kept in view."""

    def __init__(self, number: int, stored: str, offered: str) -> None:
        super().__init__(
            f"Question {number} has already been answered, perhaps in another tab. "
            "The answer that was stored first stays; your new text is shown here so that "
            "nothing is lost."
        )
        self.number = number
        self.stored = stored
        self.offered = offered


class PlanChanged(WrongMoment):
    """The plan was edited elsewhere since the page showed it."""

    def __init__(self) -> None:
        super().__init__(
            "The plan was changed meanwhile, perhaps in another tab. It is shown here as it is "
            "now, and your last step was not taken: please look again."
        )


class UnreadableDocument(InterviewError):
    """No text could be taken from the uploaded file; `code` says why in one word."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


class TurnFailed(InterviewError):
    """Whoever was wording a question or a feedback met a bug; the reason is in the log."""

    def __init__(self) -> None:
        super().__init__(
            "Something went wrong while this was being prepared. Your answers are safe. "
            "Reload the page to try again."
        )


class StorageUnavailable(InterviewError):
    """The database cannot be reached, or cannot be written to; the reason is in the log."""

    message = (
        "The storage cannot be reached just now. What you typed is still on this page: please try "
        "again in a minute."
    )

    def __init__(self) -> None:
        super().__init__(self.message)


class StorageBusy(StorageUnavailable):
    """The database stayed locked for longer than we wait."""

    message = "The storage is busy just now. Nothing is lost: please try again."


class AIProviderError(InterviewError):
    """A language model could not help."""


class FailureKind(StrEnum):
    """Why a provider failed; decides whether to try again, to wait or to move on."""

    TRANSIENT = "transient"
    RATE_LIMITED = "rate_limited"
    QUOTA = "quota"
    AUTH = "auth"
    BAD_REQUEST = "bad_request"
    MODEL_GONE = "model_gone"
    CONTEXT = "context"
    BLOCKED = "blocked"
    BAD_OUTPUT = "bad_output"
    TRUNCATED = "truncated"
    DEADLINE = "deadline"
    CANCELLED = "cancelled"


class ProviderError(AIProviderError):
    """One provider failed; the next one may still answer.

    `status` is the HTTP status or None; `retry_after` is in seconds or None; `public_message` names
    the provider and the reason in plain words and holds no key, no prompt and no reply.
    """

    def __init__(
        self,
        kind: FailureKind,
        provider: str,
        public_message: str,
        *,
        status: int | None = None,
        retry_after: float | None = None,
    ) -> None:
        super().__init__(public_message)
        self.kind = kind
        self.provider = provider
        self.public_message = public_message
        self.status = status
        self.retry_after = retry_after


class AllProvidersFailed(AIProviderError):
    """Every configured provider failed; `attempts` keeps their errors in order."""

    def __init__(self, attempts: tuple[ProviderError, ...]) -> None:
        super().__init__("No interviewer could be reached. Your answers are safe; try again soon.")
        self.attempts = attempts
