from __future__ import annotations

import json

import httpx2
import openai
import pytest
from google.genai import errors
from openai.types.chat import ChatCompletion

from core.ai.faults.classify import classify_gemini, classify_openai, classify_transport
from core.exceptions import FailureKind, ProviderError

SECRET = "sk-or-v1-0123456789abcdef"
PAGE = "<html><h1>Go away</h1></html>"
REQUEST = httpx2.Request("POST", "http://127.0.0.1/v1", headers={"Authorization": SECRET})


def response(status: int, **headers: str) -> httpx2.Response:
    return httpx2.Response(status, request=REQUEST, headers=headers)


def subclasses(kind: type[Exception]) -> set[type[Exception]]:
    return {kind}.union(*map(subclasses, kind.__subclasses__()))


def caused(cause: Exception) -> openai.APIConnectionError:
    error = openai.APIConnectionError(request=REQUEST)
    error.__cause__ = cause
    return error


OF_TRANSPORT = {*subclasses(httpx2.HTTPError), *subclasses(httpx2.StreamError), httpx2.InvalidURL}
COMPLETION = ChatCompletion(
    id="c", choices=[], created=1, model="m", object="chat.completion", usage=None
)
OPENAI = {
    openai.OpenAIError: openai.OpenAIError(SECRET),
    openai.APIError: openai.APIError(SECRET, REQUEST, body={"code": 429}),
    openai.APIResponseValidationError: openai.APIResponseValidationError(response(200), SECRET),
    openai.APIConnectionError: caused(httpx2.ConnectError(SECRET)),
    openai.OAuthError: openai.OAuthError(response=response(401), body={"error": SECRET}),
    openai.APITimeoutError: openai.APITimeoutError(REQUEST),
    openai.LengthFinishReasonError: openai.LengthFinishReasonError(completion=COMPLETION),
    openai.ContentFilterFinishReasonError: openai.ContentFilterFinishReasonError(),
}
HTTPX2_OWN_SHAPE = {
    httpx2.HTTPStatusError: httpx2.HTTPStatusError(SECRET, request=REQUEST, response=response(500)),
    httpx2.StreamConsumed: httpx2.StreamConsumed(),
    httpx2.StreamClosed: httpx2.StreamClosed(),
    httpx2.ResponseNotRead: httpx2.ResponseNotRead(),
    httpx2.RequestNotRead: httpx2.RequestNotRead(),
}
GENAI = {
    errors.APIError: errors.APIError(0, {"error": {"message": SECRET}}),
    errors.ClientError: errors.ClientError(400, {"error": {"message": SECRET}}),
    errors.ServerError: errors.ServerError(503, {"error": {"message": SECRET}}),
}
READING = (
    json.JSONDecodeError("bad", SECRET, 0),
    errors.UnknownApiResponseError(SECRET),
    UnicodeDecodeError("utf-8", SECRET.encode(), 0, 1, "bad"),
    RecursionError(SECRET),
    ValueError(SECRET),
    TypeError(SECRET),
    AttributeError(SECRET),
    KeyError(SECRET),
)


def of_openai(kind: type[Exception]) -> Exception:
    if kind in OPENAI:
        return OPENAI[kind]
    if issubclass(kind, openai.APIStatusError):
        status = getattr(kind, "status_code", 500)
        return kind(SECRET, response=response(status), body={"message": SECRET})
    return Exception.__new__(kind, SECRET)


def of_httpx2(kind: type[Exception]) -> Exception:
    return HTTPX2_OWN_SHAPE.get(kind) or kind(SECRET)


def by_name(kinds: set[type[Exception]]) -> list[type[Exception]]:
    return sorted(kinds, key=lambda kind: kind.__name__)


@pytest.mark.parametrize("kind", by_name(subclasses(openai.OpenAIError)))
def test_every_exception_of_the_openai_sdk_is_translated(kind):
    error = classify_openai(of_openai(kind), "OpenRouter")

    assert_is_safe(error, "OpenRouter")


@pytest.mark.parametrize("kind", by_name(subclasses(errors.APIError)))
def test_every_exception_of_the_gemini_sdk_is_translated(kind):
    error = classify_gemini(GENAI[kind], "Gemini")

    assert_is_safe(error, "Gemini")


@pytest.mark.parametrize("kind", by_name(OF_TRANSPORT))
@pytest.mark.parametrize("translate", [classify_openai, classify_gemini])
def test_every_exception_of_the_transport_is_translated(kind, translate):
    error = translate(of_httpx2(kind), "Provider")

    assert_is_safe(error, "Provider")


@pytest.mark.parametrize("raised", READING, ids=lambda error: type(error).__name__)
@pytest.mark.parametrize("translate", [classify_openai, classify_gemini])
def test_an_answer_that_cannot_be_read_is_a_passing_fault(raised, translate):
    error = translate(raised, "Provider")

    assert error.kind is FailureKind.TRANSIENT
    assert error.public_message == "Provider sent an answer that cannot be read."
    assert_is_safe(error, "Provider")


def assert_is_safe(error: ProviderError, label: str) -> None:
    assert isinstance(error, ProviderError)
    assert error.provider == label
    assert label in error.public_message
    assert SECRET not in repr((error, vars(error)))


def refused(status: int, body: object) -> openai.APIStatusError:
    return openai.APIStatusError("", response=response(status), body=body)


def google(status: int, word: str, message: str = "", **more: object) -> errors.APIError:
    body = {"error": {"code": status, "status": word, "message": message, **more}}
    return errors.APIError(status, body, response(status))


@pytest.mark.parametrize(
    ("raised", "kind"),
    [
        (refused(503, PAGE), FailureKind.TRANSIENT),
        (openai.APIError("", REQUEST, body="text"), FailureKind.TRANSIENT),
        (openai.APIError("", REQUEST, body={"code": 502}), FailureKind.TRANSIENT),
        (openai.APITimeoutError(REQUEST), FailureKind.TRANSIENT),
        (openai.RateLimitError("", response=response(429), body=None), FailureKind.RATE_LIMITED),
        (openai.APIError("", REQUEST, body={"code": 429}), FailureKind.RATE_LIMITED),
        (refused(429, {"code": "insufficient_quota"}), FailureKind.QUOTA),
        (refused(429, {"message": "free-models-per-day"}), FailureKind.QUOTA),
        (refused(402, {"message": "Insufficient credits"}), FailureKind.QUOTA),
        (refused(401, {"code": "invalid_api_key"}), FailureKind.AUTH),
        (refused(400, [{"error": {"message": "API key not valid."}}]), FailureKind.AUTH),
        (refused(400, {"message": "Bad temperature"}), FailureKind.BAD_REQUEST),
        (refused(307, ""), FailureKind.BAD_REQUEST),
        (caused(httpx2.InvalidURL("x")), FailureKind.BAD_REQUEST),
        (refused(404, {"message": "No endpoints found"}), FailureKind.MODEL_GONE),
        (refused(400, {"code": "context_length_exceeded"}), FailureKind.CONTEXT),
        (refused(413, PAGE), FailureKind.CONTEXT),
        (refused(403, {"metadata": {"reasons": ["moderation"]}}), FailureKind.BLOCKED),
        (refused(400, {"code": "content_filter"}), FailureKind.BLOCKED),
        (OPENAI[openai.APIResponseValidationError], FailureKind.BAD_OUTPUT),
    ],
)
def test_the_kind_follows_from_the_openai_exception(raised, kind):
    assert classify_openai(raised, "OpenAI").kind is kind


@pytest.mark.parametrize(
    ("raised", "kind"),
    [
        (google(500, "INTERNAL"), FailureKind.TRANSIENT),
        (google(504, "DEADLINE_EXCEEDED"), FailureKind.TRANSIENT),
        (google(499, "CANCELLED"), FailureKind.TRANSIENT),
        (errors.APIError(503, {"message": PAGE}), FailureKind.TRANSIENT),
        (errors.APIError(0, {"error": {"message": "no code"}}), FailureKind.TRANSIENT),
        (google(429, "RESOURCE_EXHAUSTED", "Slow down"), FailureKind.RATE_LIMITED),
        (errors.APIError(429, [{"error": {}}, {"error": {}}]), FailureKind.RATE_LIMITED),
        (google(429, "", details=[{"quotaId": "RequestsPerDay"}]), FailureKind.QUOTA),
        (google(429, "", "limit: 0, model: x"), FailureKind.QUOTA),
        (google(400, "INVALID_ARGUMENT", "API key not valid."), FailureKind.AUTH),
        (google(403, "PERMISSION_DENIED"), FailureKind.AUTH),
        (google(400, "INVALID_ARGUMENT", "Bad"), FailureKind.BAD_REQUEST),
        (errors.APIError(301, {"message": PAGE}), FailureKind.BAD_REQUEST),
        (google(404, "NOT_FOUND", "models/x is not found"), FailureKind.MODEL_GONE),
        (google(400, "", "User location is not supported"), FailureKind.MODEL_GONE),
        (google(400, "", "The input token count exceeds"), FailureKind.CONTEXT),
        (google(400, "", "PROHIBITED_CONTENT"), FailureKind.BLOCKED),
        (errors.APIError(451, {"message": ""}), FailureKind.BLOCKED),
    ],
)
def test_the_kind_follows_from_the_gemini_exception(raised, kind):
    assert classify_gemini(raised, "Gemini").kind is kind


@pytest.mark.parametrize(
    ("raised", "kind", "words"),
    [
        (httpx2.ConnectError("refused"), FailureKind.TRANSIENT, "could not be reached"),
        (httpx2.ProxyError("proxy"), FailureKind.TRANSIENT, "could not be reached"),
        (httpx2.ConnectTimeout("slow"), FailureKind.TRANSIENT, "in time"),
        (httpx2.ReadTimeout("slow"), FailureKind.TRANSIENT, "in time"),
        (httpx2.ReadError("reset"), FailureKind.TRANSIENT, "broke"),
        (httpx2.RemoteProtocolError("cut"), FailureKind.TRANSIENT, "broke"),
        (httpx2.UnsupportedProtocol("ftp"), FailureKind.BAD_REQUEST, "web address"),
        (httpx2.LocalProtocolError("header"), FailureKind.BAD_REQUEST, "refused"),
        (UnicodeEncodeError("ascii", "é", 0, 1, "header"), FailureKind.BAD_REQUEST, "refused"),
        (None, FailureKind.TRANSIENT, "cannot be read"),
    ],
)
def test_the_kind_and_the_words_follow_from_the_transport_exception(raised, kind, words):
    error = classify_transport(raised, "Gemini")

    assert error.kind is kind
    assert words in error.public_message


def test_a_status_and_a_wait_survive_the_translation():
    raised = openai.RateLimitError("", response=response(429, **{"retry-after": "4"}), body=None)

    error = classify_openai(raised, "OpenAI")

    assert (error.status, error.retry_after) == (429, 4.0)
