from __future__ import annotations

import pytest

from core.ai.fallback.account import Account, recorded
from core.ai.faults.failures import failure
from core.ai.providers.offline import BuiltInProvider
from core.ai.types import Attempt, Chunk, ChunkKind, Request
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


def account(provider: object = None, **changes: object) -> Account:
    wish: Request = request(**{"tokens": 900, **changes})
    return Account(wish, provider or Model())  # type: ignore[arg-type]  # see its docstring


def hear(account: Account, *said: str, usage: Usage | None = None) -> Account:
    """One try: what is said, and an end with these counts, where there is one."""
    chunks = [Chunk(ChunkKind.TEXT, words) for words in said]
    if usage is not None:
        chunks.append(Chunk(ChunkKind.END, model="some/model-001", usage=usage))
    for _ in account.hearing(chunk for chunk in chunks):
        pass
    return account


@pytest.mark.parametrize("kind", [FailureKind.AUTH, FailureKind.TRANSIENT, FailureKind.CANCELLED])
def test_a_call_that_failed_before_its_first_word_has_no_tokens(kind):
    attempt = account().closed(kind, 401)

    assert attempt.usage == Usage()
    assert (attempt.failure, attempt.status, attempt.resets) == (kind, 401, 0)
    assert attempt.first_token_ms is None


@pytest.mark.parametrize(
    "kind", [FailureKind.TRUNCATED, FailureKind.TRANSIENT, FailureKind.CANCELLED]
)
def test_tokens_of_a_call_that_was_cut_are_an_estimate(kind):
    usage = hear(account(), TEXT[:30], TEXT[30:]).closed(kind).usage

    assert usage == Usage(900, tokens_in(TEXT), is_estimate=True)
    assert usage.completion_tokens


def test_text_that_was_seen_is_taken_back_by_a_failure_but_not_by_a_reader_who_leaves():
    unseen, seen, left = (hear(account(), TEXT) for _ in range(3))
    seen.add_sight()
    left.add_sight()

    assert unseen.closed(FailureKind.TRUNCATED).resets == 0
    assert seen.closed(FailureKind.TRUNCATED).resets == 1
    assert left.closed(FailureKind.CANCELLED).resets == 0


def test_a_provider_that_gives_no_counts_is_counted_by_us():
    attempt = hear(account(), TEXT, usage=Usage()).closed()

    assert attempt.usage == Usage(900, tokens_in(TEXT), is_estimate=True)
    assert attempt.model_served == "some/model-001"


def test_only_the_count_that_is_missing_is_estimated():
    answered = hear(account(), TEXT, usage=Usage(1_000, None, cost_usd=0.002))

    assert answered.closed().usage == Usage(
        1_000, tokens_in(TEXT), cost_usd=0.002, is_estimate=True
    )


def test_a_prompt_that_nobody_has_counted_stays_unknown():
    cut, again = (hear(account(tokens=0), TEXT) for _ in range(2))
    hear(again, TEXT, usage=Usage(1_000, 50))

    assert cut.closed(FailureKind.TRUNCATED).usage.prompt_tokens is None
    assert again.closed().usage.prompt_tokens is None


@pytest.mark.parametrize("failure", [None, FailureKind.BAD_OUTPUT])
def test_the_providers_own_counts_stand(failure):
    counted = Usage(1_000, 60, 20, 500, 0.003)

    assert hear(account(), TEXT, usage=counted).closed(failure).usage == counted


def test_a_try_that_broke_off_early_is_added_to_the_one_that_answered():
    """It was charged as well, and what was charged for the last try is not all of it."""
    answered = hear(account(), TEXT[:20])
    answered.add_retry()
    hear(answered, TEXT, usage=Usage(1_000, 60, 20, 500, 0.003))

    attempt = answered.closed()

    assert attempt.usage == Usage(1_900, 60 + tokens_in(TEXT[:20]), 20, 500, None, is_estimate=True)
    assert attempt.calls == 2
    assert answered.text == TEXT


def test_a_try_that_broke_off_counts_when_none_answered():
    failed = hear(account(), TEXT[:20])
    hear(failed)

    usage = failed.closed(FailureKind.TRANSIENT, 503).usage

    assert usage == Usage(900, tokens_in(TEXT[:20]), is_estimate=True)


def test_the_built_in_interviewer_uses_no_tokens():
    built_in = hear(account(BuiltInProvider()), TEXT, usage=Usage())

    assert built_in.closed().usage == Usage()


def test_retries_are_counted_and_cost_nothing_known():
    refused = account()
    for _ in range(2):
        hear(refused)
        refused.add_retry()

    attempt = refused.closed(FailureKind.RATE_LIMITED, 429)

    assert (attempt.retries, attempt.calls, attempt.usage) == (2, 3, Usage())


def test_the_account_is_handed_in_however_the_call_ends(attempts):
    with recorded(account(), attempts.append):
        pass
    with pytest.raises(ProviderError), recorded(account(), attempts.append):
        raise failure(FailureKind.QUOTA, "OpenRouter", status=402)
    with pytest.raises(GeneratorExit), recorded(account(), attempts.append):
        raise GeneratorExit

    assert [(one.failure, one.status) for one in attempts] == [
        (None, None),
        (FailureKind.QUOTA, 402),
        (FailureKind.CANCELLED, None),
    ]


def test_no_word_of_prompt_or_reply_is_in_the_record(attempts):
    secret = account(system="SECRET-SYSTEM", offline="SECRET-OFFLINE")

    with recorded(hear(secret, "SECRET-REPLY"), attempts.append):
        pass

    (attempt,) = attempts
    assert isinstance(attempt, Attempt)
    assert "SECRET" not in repr(attempt)
    assert "Ask me." not in repr(attempt)
