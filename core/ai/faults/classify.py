"""Translates the exceptions of each vendor's SDK; what they hold never leaves this layer."""

from __future__ import annotations

from core.ai.faults.failures import failure
from core.ai.faults.refusal import Refusal, classify
from core.exceptions import FailureKind, ProviderError

_SLOW = "{label} did not answer in time"
_BROKEN = "The connection to {label} broke"
_UNREADABLE = "{label} sent an answer that cannot be read"
_NO_ADDRESS = "The address of {label} is not a web address"


def classify_openai(error: Exception, label: str) -> ProviderError:
    """What an exception of the `openai` SDK, or of its transport, means."""
    import openai

    match error:
        case openai.APITimeoutError():
            return failure(FailureKind.TRANSIENT, label, _SLOW)
        case openai.APIConnectionError():  # wraps an exception of the transport
            return classify_transport(error.__cause__, label)
        case openai.APIStatusError():
            return classify(Refusal(error.status_code, error.body, error.response.headers), label)
        case openai.APIResponseValidationError():
            return failure(FailureKind.BAD_OUTPUT, label, status=error.status_code)
        case openai.APIError():
            return classify(Refusal(None, error.body), label)
        case _:
            return classify_transport(error, label)


def classify_gemini(error: Exception, label: str) -> ProviderError:
    """What an exception of the `google-genai` SDK, or of its transport, means."""
    from google.genai.errors import APIError

    if not isinstance(error, APIError):
        return classify_transport(error, label)
    code: object = error.code
    status = code if isinstance(code, int) else None
    headers = getattr(error.response, "headers", None) or {}
    return classify(Refusal(status, error.details, headers), label)


def classify_transport(error: BaseException | None, label: str) -> ProviderError:
    """What an exception of `httpx2` means; any other one comes from reading the answer."""
    import httpx2

    match error:
        case httpx2.TimeoutException():
            return failure(FailureKind.TRANSIENT, label, _SLOW)
        case httpx2.ConnectError() | httpx2.ProxyError():
            return failure(FailureKind.TRANSIENT, label)
        case httpx2.UnsupportedProtocol() | httpx2.InvalidURL():
            return failure(FailureKind.BAD_REQUEST, label, _NO_ADDRESS)
        case httpx2.LocalProtocolError() | UnicodeEncodeError():
            return failure(FailureKind.BAD_REQUEST, label)
        case httpx2.TransportError() | httpx2.StreamError():
            return failure(FailureKind.TRANSIENT, label, _BROKEN)
        case _:
            return failure(FailureKind.TRANSIENT, label, _UNREADABLE)
