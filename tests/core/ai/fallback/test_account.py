from __future__ import annotations

import pytest

from core.ai.fallback.account import Account, closed_at_the_end
from core.ai.faults.failures import failure
from core.ai.providers.offline import BuiltInProvider
from core.ai.types import Attempt, Chunk, ChunkKind, Recorder, Request
from core.exceptions import FailureKind, ProviderError
from core.models import Usage
from core.prompts.tokens import tokens_in
from tests.core.ai.conftest import request

TEXT = "Tell me about a time when you changed how a ward works."


class Model:
    """As much of a provider as an account looks at."""

    name = "openrouter"
    label = "OpenRouter"
    model = "some/model"


def account(provider: object = None, record: Recorder = print, **changes: object) -> Account:
    wish: Request = request(**{"tokens": 900, **changes})
    return Account(wish, provider or Model(), record)  # type: ignore[arg-type]  # see its docstring


def hear(account: Account, *said: str, usage: Usage | None = None) -> Account:
    """One call: what is said, and an end with these counts, where there is one."""
    chunks = [Chunk(ChunkKind.TEXT, words) for words in said]
    if usage is not None:
        chunks.append(Chunk(ChunkKind.END, model="some/model-001", usage=usage))
    for _ in account.hearing(chunk for chunk in chunks):
        pass
    return account


def attempt_of(
    *said: str,
    usage: Usage | None = None,
    failure: FailureKind | None = None,
    provider: object = None,
    **changes: object,
) -> Attempt:
    """The record of one call that went so."""
    attempts: list[Attempt] = []
    hear(account(provider, attempts.append, **changes), *said, usage=usage).close(failure)
    [attempt] = attempts
    return attempt


@pytest.mark.parametrize("kind", [FailureKind.AUTH, FailureKind.TRANSIENT, FailureKind.CANCELLED])
def test_a_call_that_failed_before_its_first_word_has_no_tokens(kind, attempts):
    account(record=attempts.append).close(kind, 401)

    [attempt] = attempts
    assert attempt.usage == Usage()
    assert (attempt.failure, attempt.status, attempt.resets) == (kind, 401, 0)
    assert attempt.first_token_ms is None


@pytest.mark.parametrize(
    "kind", [FailureKind.TRUNCATED, FailureKind.TRANSIENT, FailureKind.CANCELLED]
)
def test_tokens_of_a_call_that_was_cut_are_an_estimate(kind):
    usage = attempt_of(TEXT[:30], TEXT[30:], failure=kind).usage

    assert usage == Usage(900, tokens_in(TEXT), is_estimate=True)
    assert usage.completion_tokens


@pytest.mark.parametrize(
    ("kind", "seen", "resets"),
    [
        (FailureKind.TRUNCATED, False, 0),
        (FailureKind.TRUNCATED, True, 1),
        (FailureKind.CANCELLED, True, 0),
    ],
)
def test_only_a_failure_takes_back_what_was_seen(kind, seen, resets, attempts):
    one = hear(account(record=attempts.append), TEXT)
    if seen:
        one.add_sight()

    one.close(kind)

    assert attempts[0].resets == resets


def test_a_provider_that_gives_no_counts_is_counted_by_us():
    attempt = attempt_of(TEXT, usage=Usage())

    assert attempt.usage == Usage(900, tokens_in(TEXT), is_estimate=True)
    assert attempt.model_served == "some/model-001"


def test_only_the_count_that_is_missing_is_estimated():
    usage = attempt_of(TEXT, usage=Usage(1_000, None, cost_usd=0.002)).usage

    assert usage == Usage(1_000, tokens_in(TEXT), cost_usd=0.002, is_estimate=True)


def test_a_prompt_that_nobody_has_counted_stays_unknown():
    usage = attempt_of(TEXT, failure=FailureKind.TRUNCATED, tokens=0).usage

    assert usage.prompt_tokens is None


@pytest.mark.parametrize("failure", [None, FailureKind.BAD_OUTPUT])
def test_the_providers_own_counts_stand(failure):
    counted = Usage(1_000, 60, 20, 500, 0.003)

    assert attempt_of(TEXT, usage=counted, failure=failure).usage == counted


def test_each_call_of_a_turn_is_handed_in_for_itself(attempts):
    """A call that broke off was charged as well."""
    turn = account(record=attempts.append)

    hear(turn, TEXT[:20]).close(FailureKind.TRANSIENT, 503)
    hear(turn, TEXT, usage=Usage(1_000, 60, 20, 500, 0.003)).close()

    broken, whole = attempts
    assert broken.usage == Usage(900, tokens_in(TEXT[:20]), is_estimate=True)
    assert (broken.failure, broken.status, broken.retries) == (FailureKind.TRANSIENT, 503, 0)
    assert whole.usage == Usage(1_000, 60, 20, 500, 0.003)
    assert (whole.failure, whole.retries) == (None, 1)
    assert turn.text == TEXT


def test_the_built_in_interviewer_uses_no_tokens():
    assert attempt_of(TEXT, usage=Usage(), provider=BuiltInProvider()).usage == Usage()


def test_the_account_is_handed_in_however_the_call_ends(attempts):
    with closed_at_the_end(account(record=attempts.append)):
        pass
    with pytest.raises(ProviderError), closed_at_the_end(account(record=attempts.append)):
        raise failure(FailureKind.QUOTA, "OpenRouter", status=402)
    for end in (GeneratorExit, KeyError):
        with pytest.raises(end), closed_at_the_end(account(record=attempts.append)):
            raise end

    assert [(one.failure, one.status) for one in attempts] == [
        (None, None),
        (FailureKind.QUOTA, 402),
        (FailureKind.CANCELLED, None),
        (FailureKind.CANCELLED, None),
    ]


def test_no_word_of_prompt_or_reply_is_in_the_record(attempts):
    secret = account(None, attempts.append, system="SECRET-SYSTEM", offline="SECRET-OFFLINE")

    hear(secret, "SECRET-REPLY").close()

    (attempt,) = attempts
    assert isinstance(attempt, Attempt)
    assert "SECRET" not in repr(attempt)
    assert "Ask me." not in repr(attempt)
