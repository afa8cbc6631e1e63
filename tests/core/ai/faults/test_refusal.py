from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.ai.faults.refusal import Refusal, classify
from core.ai.providers.ladder import Part, RefusedRequest
from core.exceptions import FailureKind

TRANSIENT = (407, 408, 409, 421, 423, 424, 425, 499, 500, 501, 502, 503, 504, 505, 511)
ONLY_WHERE_KEPT = (
    "OpenRouter offers the chosen model only where a CV may be kept "
    "(setting OPENROUTER_DATA_COLLECTION)."
)
PAGE = "<!DOCTYPE html><html><h1>Go away</h1></html>"


def openai(message: str = "", code: object = None, **more: object) -> object:
    return {"message": message, "code": code, **more}


def google(status: str, message: str = "", *details: object) -> object:
    return {"error": {"status": status, "message": message, "details": list(details)}}


def router(message: str, **metadata: object) -> object:
    return {"error": {"code": 400, "message": message, "metadata": metadata}}


@pytest.mark.parametrize(
    ("status", "body", "kind"),
    [
        (400, None, FailureKind.BAD_REQUEST),
        (400, openai("Bad temperature"), FailureKind.BAD_REQUEST),
        (418, None, FailureKind.BAD_REQUEST),
        (422, [{"loc": ["body"], "msg": "extra"}], FailureKind.BAD_REQUEST),
        *((status, None, FailureKind.BAD_REQUEST) for status in (301, 302, 303, 307, 308)),
        (400, openai(code="context_length_exceeded"), FailureKind.CONTEXT),
        (400, openai(type="exceed_context_size_error"), FailureKind.CONTEXT),
        (400, google("", "The input token count (9) exceeds the maximum"), FailureKind.CONTEXT),
        (400, router("Provider error", raw='{"m": "prompt is too long"}'), FailureKind.CONTEXT),
        (413, None, FailureKind.CONTEXT),
        (413, openai("Request too large for model", "rate_limit_exceeded"), FailureKind.CONTEXT),
        (422, openai("too many tokens"), FailureKind.CONTEXT),
        (500, openai("the request exceeds the context window"), FailureKind.CONTEXT),
        (400, openai(code="content_filter"), FailureKind.BLOCKED),
        (400, openai(code="invalid_prompt"), FailureKind.BLOCKED),
        (403, router("Needs moderation", reasons=["violence"]), FailureKind.BLOCKED),
        (403, router("Your input was flagged"), FailureKind.BLOCKED),
        (451, None, FailureKind.BLOCKED),
        (400, openai("x/y is not a valid model ID"), FailureKind.MODEL_GONE),
        (400, openai(code="model_decommissioned"), FailureKind.MODEL_GONE),
        (403, openai("no access", "model_not_found"), FailureKind.MODEL_GONE),
        (404, openai("No endpoints found for x/y"), FailureKind.MODEL_GONE),
        (404, router("No endpoints found matching your data policy"), FailureKind.MODEL_GONE),
        (404, PAGE, FailureKind.MODEL_GONE),
        (410, None, FailureKind.MODEL_GONE),
        (
            400,
            google("FAILED_PRECONDITION", "User location is not supported for the API use."),
            FailureKind.MODEL_GONE,
        ),
        (400, google("INVALID_ARGUMENT", "API key not valid."), FailureKind.AUTH),
        (400, google("INVALID_ARGUMENT", "", {"reason": "API_KEY_INVALID"}), FailureKind.AUTH),
        (400, [google("INVALID_ARGUMENT", "API key not valid.")], FailureKind.AUTH),
        (401, openai("No auth"), FailureKind.AUTH),
        (401, PAGE, FailureKind.AUTH),
        (403, openai("Forbidden"), FailureKind.AUTH),
        (498, None, FailureKind.AUTH),
        (402, openai("Insufficient credits"), FailureKind.QUOTA),
        (402, None, FailureKind.QUOTA),
        (402, router("Limit", limit_source="openrouter_credits"), FailureKind.QUOTA),
        (403, router("Limit", limit_source="openrouter_key_limit"), FailureKind.QUOTA),
        (403, router("Limit", limit_source="openrouter_workspace_budget"), FailureKind.QUOTA),
        (400, openai(code="billing_hard_limit_reached"), FailureKind.QUOTA),
        (429, openai(code="insufficient_quota"), FailureKind.QUOTA),
        (429, openai("Rate limit exceeded: free-models-per-day"), FailureKind.QUOTA),
        (429, google("", "", {"quotaId": "GenerateRequestsPerDay-FreeTier"}), FailureKind.QUOTA),
        (429, google("", "Quota exceeded, limit: 0, model: x"), FailureKind.QUOTA),
        (402, router("Busy", limit_source="openrouter_in_flight_budget"), FailureKind.RATE_LIMITED),
        (429, None, FailureKind.RATE_LIMITED),
        (429, PAGE, FailureKind.RATE_LIMITED),
        (429, openai("Rate limit exceeded: free-models-per-min"), FailureKind.RATE_LIMITED),
        (
            429,
            google("", "You exceeded your current quota", {"quotaId": "RequestsPerMinute"}),
            FailureKind.RATE_LIMITED,
        ),
        (429, [google("RESOURCE_EXHAUSTED", "Slow down")], FailureKind.RATE_LIMITED),
        (403, PAGE, FailureKind.TRANSIENT),
        (503, google("UNAVAILABLE"), FailureKind.TRANSIENT),
        *((status, PAGE, FailureKind.TRANSIENT) for status in (*TRANSIENT, *range(520, 531))),
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
        ({"object": "error", "status": 404}, FailureKind.MODEL_GONE, 404),
        ({"code": "rate_limit_exceeded"}, FailureKind.RATE_LIMITED, 429),
        ({"code": "insufficient_quota"}, FailureKind.QUOTA, 402),
        ({"code": "context_length_exceeded"}, FailureKind.CONTEXT, 400),
        ({"error": "model_not_found"}, FailureKind.MODEL_GONE, 404),
        ({"type": "invalid_request_error"}, FailureKind.BAD_REQUEST, 400),
        ({"type": "overloaded_error"}, FailureKind.TRANSIENT, 529),
        ({"error": {"status": "UNAUTHENTICATED"}}, FailureKind.AUTH, 401),
        ({"error": "out of memory"}, FailureKind.TRANSIENT, 500),
        ({"error": {"code": 200}}, FailureKind.TRANSIENT, 500),
        ({"error": {"code": 20_001}}, FailureKind.TRANSIENT, 500),
        ({"error": {"code": -429}}, FailureKind.TRANSIENT, 500),
        ({"error": {"code": "9" * 9_000}}, FailureKind.TRANSIENT, 500),
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
    ("status", "body", "named"),
    [
        (400, openai("Unsupported parameter: 'stream_options'"), {Part.USAGE}),
        (400, openai("'response_format.type' must be 'text'"), {Part.FORMAT}),
        (400, openai("Unknown", param="max_tokens", hint="see response_format"), {Part.LIMIT}),
        (400, openai("Invalid schema for response_format", param="text.format"), {Part.FORMAT}),
        (400, google("", "JSON mode is not enabled for models/gemma"), {Part.FORMAT}),
        (400, google("", 'Unknown name "responseJsonSchema"'), {Part.FORMAT}),
        (400, router("Provider error", raw="reasoning_effort is unknown"), {Part.THINKING}),
        (422, [{"loc": ["body", "stream_options"], "input": "max_tokens"}], {Part.USAGE}),
        (404, router("No endpoints can handle the requested parameters"), set()),
        (
            500,
            openai("[{'type': 'literal_error', 'loc': ('body', 'response_format')}]"),
            {Part.FORMAT},
        ),
        (500, openai('response_format type must be one of "text"'), {Part.FORMAT}),
        (501, openai("stream_options: not implemented"), {Part.USAGE}),
        (200, {"error": {"code": 400, "message": "json_schema"}}, {Part.FORMAT}),
        (400, None, set()),
    ],
)
def test_a_refusal_of_an_option_says_which_one(status, body, named):
    error = classify(Refusal(status, body), "Local model")

    assert isinstance(error, RefusedRequest)
    assert error.kind is FailureKind.BAD_REQUEST
    assert error.named == named


@pytest.mark.parametrize(
    ("status", "body"),
    [
        (307, None),
        (401, openai("response_format")),
        (429, openai("max_tokens a minute")),
        (400, openai("max_tokens: maximum context length is 4096")),
        (400, openai("stream_options need a valid API key")),
        (400, openai("json_schema: flagged")),
        (400, openai("max_tokens: unknown model")),
        (500, openai("max_tokens")),
        (500, openai("unsupported")),
        (503, openai("response_format is unsupported")),
        (404, openai("max_tokens")),
    ],
)
def test_what_is_no_refusal_of_an_option_is_not_taken_for_one(status, body):
    assert not isinstance(classify(Refusal(status, body), "Local model"), RefusedRequest)


@pytest.mark.parametrize(
    ("status", "body", "words"),
    [
        (400, None, "OpenRouter refused the request."),
        (307, None, "OpenRouter sent us to another address."),
        (500, None, "OpenRouter had a fault of its own."),
        (408, None, "OpenRouter could not be reached."),
        (403, PAGE, "Something keeps us from OpenRouter."),
        (404, PAGE, "There is nothing at the address of OpenRouter."),
        (404, {"detail": "Not Found"}, "There is nothing at the address of OpenRouter."),
        (404, openai("no such model"), "OpenRouter does not offer the chosen model."),
        (
            403,
            openai(code="unsupported_country_region_territory"),
            "OpenRouter may not be used from here.",
        ),
        (
            404,
            router("No endpoints found matching your data policy (Paid model training)."),
            ONLY_WHERE_KEPT,
        ),
    ],
)
def test_the_words_say_what_can_be_done_about_it(status, body, words):
    assert str(classify(Refusal(status, body), "OpenRouter")) == words


def test_a_cv_that_is_sent_back_decides_nothing():
    body = {"detail": [{"loc": ["body", "seed"], "input": "I led content moderation, per day"}]}

    assert classify(Refusal(400, body), "Local model").kind is FailureKind.BAD_REQUEST


def test_the_wait_is_kept():
    assert classify(Refusal(429, None, {"Retry-After": "3"}), "Gemini").retry_after == 3.0


@given(
    st.none() | st.integers(-1, 10_000),
    st.recursive(
        st.none() | st.text() | st.integers() | st.floats(),
        lambda inner: st.lists(inner) | st.dictionaries(st.text() | st.just("error"), inner),
    ),
)
def test_every_refusal_means_something_and_quotes_nothing(status, body):
    error = classify(Refusal(status, body), "Gemini")

    assert error.status is None or error.status >= 300
    assert str(error) == error.public_message
    assert str(error) in {str(classify(Refusal(code), "Gemini")) for code in range(300, 600)}


def test_words_for_the_candidate_hold_nothing_of_the_body():
    error = classify(Refusal(400, {"message": "prompt: Mina Example, key sk-123"}), "OpenRouter")

    assert str(error) == "OpenRouter refused the request."
    assert "Mina" not in repr(vars(error))
