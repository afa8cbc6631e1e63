"""What a server's refusal means: pure rules over its status, body and headers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from core.ai.faults.bodies import errors_in, words_in
from core.ai.faults.failures import failure
from core.ai.faults.waits import seconds_asked
from core.ai.providers.ladder import Part, RefusedRequest
from core.exceptions import FailureKind, ProviderError

_BY_STATUS = {
    401: FailureKind.AUTH,
    402: FailureKind.QUOTA,
    403: FailureKind.AUTH,
    404: FailureKind.MODEL_GONE,
    407: FailureKind.TRANSIENT,
    408: FailureKind.TRANSIENT,
    409: FailureKind.TRANSIENT,
    410: FailureKind.MODEL_GONE,
    413: FailureKind.CONTEXT,
    421: FailureKind.TRANSIENT,
    423: FailureKind.TRANSIENT,
    424: FailureKind.TRANSIENT,
    425: FailureKind.TRANSIENT,
    429: FailureKind.RATE_LIMITED,
    451: FailureKind.BLOCKED,
    498: FailureKind.AUTH,
    499: FailureKind.TRANSIENT,
}


@dataclass(frozen=True, slots=True)
class _Rule:
    """`marks` are looked for in what the body says; `words` replace the usual ones of the kind."""

    kind: FailureKind
    statuses: tuple[int, ...]
    marks: tuple[str, ...]
    words: str = ""


# The first rule that fits wins.
_RULES = (
    _Rule(FailureKind.RATE_LIMITED, (402,), ("in_flight_budget",)),
    _Rule(
        FailureKind.QUOTA,
        (400, 402, 403, 429),
        (
            "insufficient_quota",
            "billing_hard_limit",
            "billing_not_active",
            "credit balance",
            "credits are depleted",
            "insufficient balance",
            "insufficient credit",
            "key limit exceeded",
            "openrouter_credits",
            "openrouter_guardrail_budget",
            "openrouter_key_limit",
            "openrouter_workspace_budget",
        ),
    ),
    _Rule(FailureKind.QUOTA, (402, 429), ("perday", "per-day", "per day", "limit: 0,")),
    _Rule(
        FailureKind.AUTH,
        (400,),
        ("api_key_invalid", "valid api key", "api key not valid", "api key expired"),
    ),
    _Rule(
        FailureKind.MODEL_GONE,
        (400, 403),
        ("location is not supported", "unsupported_country"),
        "{label} may not be used from here",
    ),
    _Rule(
        FailureKind.MODEL_GONE,
        (404,),
        ("data policy",),
        "{label} offers the chosen model only where a CV may be kept "
        "(setting OPENROUTER_DATA_COLLECTION)",
    ),
    _Rule(FailureKind.BAD_REQUEST, (404,), ("requested parameters",)),
    _Rule(
        FailureKind.CONTEXT,
        (400, 413, 422, 500),
        (
            "available context size",
            "context length",
            "context window",
            "context_length",
            "exceed_context",
            "input is too long",
            "input token count",
            "maximum context",
            "prompt is too long",
            "reduce the length",
            "request too large",
            "string_too_long",
            "token_limit_exceeded",
            "too many tokens",
        ),
    ),
    _Rule(
        FailureKind.BLOCKED,
        (400, 403),
        (
            "content_filter",
            "content_policy",
            "content management policy",
            "flagged",
            "guardrail",
            "invalid_prompt",
            "moderation",
            "prohibited_content",
        ),
    ),
    _Rule(
        FailureKind.MODEL_GONE,
        (400, 403),
        (
            "decommissioned",
            "does not have access to model",
            "invalid model",
            "model not found",
            "model_not_found",
            "no models loaded",
            "no such model",
            "not a valid model",
            "unknown model",
        ),
    ),
    # A web page comes from something on the way, which knows nothing of keys and models.
    _Rule(FailureKind.TRANSIENT, (403,), ("<html", "<!doctype"), "Something keeps us from {label}"),
    _Rule(
        FailureKind.MODEL_GONE,
        (404,),
        ("<html", "<!doctype", "detail\nnot found", "404 page not found"),
        "There is nothing at the address of {label}",
    ),
)
# Errors inside a stream or a 200 may name no status, only one of these; the first that is there.
_STATUS_OF_WORD = {
    "insufficient_quota": 402,
    "rate_limit": 429,
    "resource_exhausted": 429,
    "invalid_api_key": 401,
    "authentication_error": 401,
    "unauthenticated": 401,
    "permission_denied": 403,
    "context_length": 400,
    "model_not_found": 404,
    "overloaded": 529,
    "server_error": 500,
    "not_found": 404,
    "invalid_request": 400,
    "invalid_argument": 400,
}
_MARKS_OF_PARTS = {
    Part.FORMAT: (
        "grammar",
        "json mode",
        "json_object",
        "json_schema",
        "response_format",
        "response_json_schema",
        "response_mime_type",
        "response_schema",
        "responsejsonschema",
        "responsemimetype",
    ),
    Part.USAGE: ("stream_options", "include_usage"),
    Part.THINKING: ("reasoning_effort",),
    Part.LIMIT: ("max_tokens", "max_completion_tokens"),
}
# Some servers call it their own fault when they do not know an option.
_NOT_THEIR_FAULT = (
    "grammar",
    "literal_error",
    "must be one of",
    "not implemented",
    "not supported",
    "unexpected keyword",
    "unsupported",
)
_OF_OPTIONS = frozenset({400, 404, 422, 500, 501})
_REDIRECTS, _REFUSALS, _OWN_FAULT, _NO_STATUS = 300, 400, 500, 1000


@dataclass(frozen=True, slots=True)
class Refusal:
    """An answer that is not a reply, in plain values. `body` is what its JSON holds, or text."""

    status: int | None
    body: object = None
    headers: Mapping[str, str] = field(default_factory=dict)


def classify(refusal: Refusal, label: str) -> ProviderError:
    """The error that this refusal by the provider called `label` amounts to.

    It is a `RefusedRequest` where an optional part may be to blame.
    """
    text = words_in(refusal.body)
    status = refusal.status or 0
    if status < _REDIRECTS:
        status = _status_inside(refusal.body, text)
    kind, words = _meaning(status, text)
    wait = seconds_asked(refusal.headers, refusal.body)
    error = failure(kind, label, words, status=status, retry_after=wait)
    if kind is FailureKind.BAD_REQUEST and status in _OF_OPTIONS:
        return RefusedRequest(error, _parts_named(refusal.body, text))
    return error


def _meaning(status: int, text: str) -> tuple[FailureKind, str]:
    for rule in _RULES:
        if status in rule.statuses and any(mark in text for mark in rule.marks):
            return rule.kind, rule.words
    if _REDIRECTS <= status < _REFUSALS:
        return FailureKind.BAD_REQUEST, "{label} sent us to another address"
    if status >= _OWN_FAULT:
        return _own_fault(status, text)
    return _BY_STATUS.get(status, FailureKind.BAD_REQUEST), ""


def _own_fault(status: int, text: str) -> tuple[FailureKind, str]:
    is_option = status in _OF_OPTIONS and any(_parts_in(text))
    if is_option and any(mark in text for mark in _NOT_THEIR_FAULT):
        return FailureKind.BAD_REQUEST, ""
    return FailureKind.TRANSIENT, "{label} had a fault of its own"


def _parts_named(body: object, text: str) -> frozenset[Part]:
    """By the field in which OpenAI names the culprit, or else by all that the body says."""
    for error in errors_in(body):
        if isinstance(param := error.get("param"), str) and (named := {*_parts_in(param.lower())}):
            return frozenset(named)
    return frozenset(_parts_in(text))


def _parts_in(text: str) -> Iterable[Part]:
    return (part for part, marks in _MARKS_OF_PARTS.items() if any(mark in text for mark in marks))


def _status_inside(body: object, text: str) -> int:
    """The status that a body speaks of; a server that names none has a fault of its own."""
    for error in errors_in(body):
        for name in ("code", "status", "status_code"):
            code = str(error.get(name, ""))[:9]
            if code.isdecimal() and _REFUSALS <= int(code) < _NO_STATUS:
                return int(code)
    return next((status for word, status in _STATUS_OF_WORD.items() if word in text), _OWN_FAULT)
