from __future__ import annotations

import pytest

from core.ai.refusal import Refusal, classify
from core.exceptions import FailureKind

DATE = "Sat, 21 Nov 2026 20:00:00 GMT"
LATER = "Sat, 21 Nov 2026 20:00:30 GMT"


def openai(message: str = "", code: object = None, **more: object) -> object:
    return {"message": message, "code": code, **more}


def google(status: str, message: str = "", *details: object) -> object:
    return {"error": {"status": status, "message": message, "details": list(details)}}


@pytest.mark.parametrize(
    ("status", "body", "kind"),
    [
        (400, openai("Bad temperature"), FailureKind.BAD_REQUEST),
        (400, openai(code="context_length_exceeded"), FailureKind.CONTEXT),
        (400, openai(type="exceed_context_size_error"), FailureKind.CONTEXT),
        (400, openai(code="content_filter"), FailureKind.BLOCKED),
        (400, openai("x/y is not a valid model ID"), FailureKind.MODEL_GONE),
        (400, google("INVALID_ARGUMENT", "API key not valid."), FailureKind.AUTH),
        (400, google("INVALID_ARGUMENT", "", {"reason": "API_KEY_INVALID"}), FailureKind.AUTH),
        (401, openai("No auth"), FailureKind.AUTH),
        (402, openai("Insufficient credits"), FailureKind.QUOTA),
        (403, openai("Forbidden"), FailureKind.AUTH),
        (403, openai("Input needs moderation"), FailureKind.BLOCKED),
        (404, openai("No endpoints found"), FailureKind.MODEL_GONE),
        (408, None, FailureKind.TRANSIENT),
        (409, None, FailureKind.TRANSIENT),
        (410, None, FailureKind.MODEL_GONE),
        (413, None, FailureKind.CONTEXT),
        (418, None, FailureKind.BAD_REQUEST),
        (422, [{"loc": ["body"], "msg": "extra"}], FailureKind.BAD_REQUEST),
        (425, None, FailureKind.TRANSIENT),
        (429, openai("Slow down"), FailureKind.RATE_LIMITED),
        (429, openai(code="insufficient_quota"), FailureKind.QUOTA),
        (429, openai("Rate limit exceeded: free-models-per-day"), FailureKind.QUOTA),
        (429, google("", "", {"quotaId": "GenerateRequestsPerDay-FreeTier"}), FailureKind.QUOTA),
        (429, [google("RESOURCE_EXHAUSTED", "Slow down")], FailureKind.RATE_LIMITED),
        (500, None, FailureKind.TRANSIENT),
        (500, openai("the request exceeds the context window"), FailureKind.CONTEXT),
        (502, "<html><h1>Bad gateway</h1></html>", FailureKind.TRANSIENT),
        (503, google("UNAVAILABLE"), FailureKind.TRANSIENT),
        (504, None, FailureKind.TRANSIENT),
        (529, openai("Overloaded"), FailureKind.TRANSIENT),
        (301, None, FailureKind.BAD_REQUEST),
    ],
)
def test_a_status_and_its_body_say_what_kind_of_failure_it_is(status, body, kind):
    error = classify(Refusal(status, body), "OpenRouter")

    assert (error.kind, error.status, error.provider) == (kind, status, "OpenRouter")


@pytest.mark.parametrize(
    ("body", "kind", "status"),
    [
        ({"error": {"code": 502, "message": "upstream"}}, FailureKind.TRANSIENT, 502),
        ({"error": {"code": "429"}}, FailureKind.RATE_LIMITED, 429),
        ([{"error": {"code": 401}}], FailureKind.AUTH, 401),
        ({"code": "rate_limit_exceeded"}, FailureKind.RATE_LIMITED, 429),
        ({"code": "insufficient_quota"}, FailureKind.QUOTA, 402),
        ({"code": "context_length_exceeded"}, FailureKind.CONTEXT, 400),
        ({"error": "model_not_found"}, FailureKind.MODEL_GONE, 404),
        ({"type": "invalid_request_error"}, FailureKind.BAD_REQUEST, 400),
        ({"error": "out of memory"}, FailureKind.TRANSIENT, 500),
        ([], FailureKind.TRANSIENT, 500),
        ("text", FailureKind.TRANSIENT, 500),
        (None, FailureKind.TRANSIENT, 500),
        (object(), FailureKind.TRANSIENT, 500),
    ],
)
@pytest.mark.parametrize("transport_status", [200, None])
def test_an_error_sent_as_a_success_is_judged_by_its_body(body, kind, status, transport_status):
    error = classify(Refusal(transport_status, body), "Gemini")

    assert (error.kind, error.status) == (kind, status)


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({}, None),
        ({"Retry-After": "3"}, 3.0),
        ({"retry-after": "2.5"}, 2.5),
        ({"retry-after-ms": "250", "retry-after": "1"}, 0.25),
        ({"Retry-After": LATER, "Date": DATE}, 30.0),
        ({"Retry-After": DATE, "Date": LATER}, 0.0),
        ({"Retry-After": LATER}, None),
        ({"Retry-After": "soon", "Date": DATE}, None),
        ({"Retry-After": "Sat, 21 Nov 2026 20:00:30 -0000", "Date": DATE}, None),
        ({"Retry-After": "-5"}, None),
        ({"Retry-After": ""}, None),
    ],
)
def test_the_wait_is_taken_from_the_headers(headers, seconds):
    error = classify(Refusal(429, None, headers), "OpenRouter")

    assert error.retry_after == seconds


@pytest.mark.parametrize(
    ("details", "seconds"),
    [
        ([{"@type": "type.googleapis.com/google.rpc.RetryInfo", "retryDelay": "3s"}], 3.0),
        ([{"quotaId": "x"}, {"retryDelay": "0.5s"}], 0.5),
        ([{"retryDelay": "soon"}], None),
        ([{"retryDelay": 3}], None),
        (["text"], None),
        ("text", None),
    ],
)
def test_the_wait_is_taken_from_the_retry_info_of_google(details, seconds):
    body = {"error": {"status": "RESOURCE_EXHAUSTED", "details": details}}

    assert classify(Refusal(429, body), "Gemini").retry_after == seconds


def test_words_for_the_candidate_hold_nothing_of_the_body():
    error = classify(Refusal(400, {"message": "prompt: Mina Example, key sk-123"}), "OpenRouter")

    assert str(error) == "OpenRouter refused the request."
