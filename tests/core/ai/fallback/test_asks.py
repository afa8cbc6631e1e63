"""A provider's turn: made to fit its model, and given again."""

from __future__ import annotations

from dataclasses import replace

import pytest

from core.ai.fallback.asks import SHRINK, Ask
from core.ai.faults.failures import OutOfTokens, RejectedReply, failure
from core.ai.providers.adapter import Address
from core.ai.providers.openai_compatible import LocalProvider
from core.ai.types import Request
from core.exceptions import FailureKind, ProviderError
from tests.core.ai.conftest import request

LABEL = "Local model"
LEAST = 500  # tokens that this prompt takes in any case


def fitting(room: int) -> Request:
    return request(fit=fitting, tokens=max(LEAST, room), max_tokens=300)


def ask(context_tokens: int = 2_000, **changes) -> Ask:
    provider = LocalProvider(Address(base_url="", model="m", context_tokens=context_tokens))
    return Ask(provider=provider, request=request(**{"fit": fitting, "max_tokens": 300, **changes}))


def too_long() -> ProviderError:
    return failure(FailureKind.CONTEXT, LABEL)


def test_a_prompt_that_no_cutting_makes_fit_is_not_sent():
    with pytest.raises(ProviderError) as caught:
        ask(context_tokens=400).fitted()

    assert caught.value.kind is FailureKind.CONTEXT


def test_a_prompt_is_made_to_fit_once():
    fitted = ask().fitted()

    assert fitted.request.tokens == 2_000 - 300
    assert fitted.fitted() is fitted


def test_a_prompt_that_was_too_long_after_all_is_cut_once_more():
    first = ask().fitted()

    again = first.again(too_long(), was_seen=False)

    assert again is not None
    assert again.request.tokens == int(first.request.tokens * SHRINK)
    assert again.again(too_long(), was_seen=False) is None


def test_a_reply_that_fills_all_the_room_there_is_gets_no_second_chance():
    full = replace(ask(), request=request(tokens=1_700, max_tokens=300))

    assert full.again(OutOfTokens(FailureKind.TRUNCATED, LABEL, "x"), was_seen=False) is None


def test_a_wording_that_was_rejected_is_asked_for_in_a_single_call():
    rejected = RejectedReply(LABEL, "No.")
    wish = ask(offline="Why?", repair=lambda before, _: before)

    again = wish.again(rejected, was_seen=True)

    assert again is not None
    assert again.single
    assert again.again(failure(FailureKind.TRANSIENT, LABEL), was_seen=True) is None


def test_a_judgement_that_was_rejected_keeps_its_other_chances():
    again = ask(repair=lambda before, _: before).again(RejectedReply(LABEL, "No."), was_seen=True)

    assert again is not None
    assert not again.single
    assert again.again(failure(FailureKind.TRANSIENT, LABEL), was_seen=True) is not None
