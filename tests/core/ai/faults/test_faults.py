"""Whatever a server does wrong, over a real socket: seen for what it is, in time, and survived."""

from __future__ import annotations

import time
from contextlib import suppress

import pytest

from core.ai.fallback.chain import ProviderChain
from core.ai.fallback.retry import RetryPolicy
from core.ai.providers.gemini import GeminiProvider
from core.ai.providers.offline import BuiltInProvider
from core.ai.providers.openai_compatible import OpenRouterProvider
from core.ai.types import ChunkKind
from core.exceptions import ProviderError
from tests.core.ai.conftest import IDLE, KEY, connected, healthy, heard, request, shown
from tests.core.ai.faults.table import FAULTS

OFFLINE = "What would you like to tell us?"
SLACK = 3.0  # a busy machine may be late; every other limit is five seconds


@pytest.fixture(
    scope="module", params=[OpenRouterProvider, GeminiProvider], ids=lambda one: one.name
)
def hasty(request):
    """A line that bears silence for a short while, kept for all faults."""
    with connected(request.param, first_token_seconds=IDLE, idle_seconds=IDLE) as line:
        with suppress(ProviderError):  # the first call loads what the SDK has put off
            heard(line.provider)
        yield line


@pytest.fixture(params=FAULTS)
def fault(request, hasty):
    """The kinds of failure that what the server is about to do may be taken for."""
    build, kinds = FAULTS[request.param]
    hasty.server.forget()
    hasty.script(*(build(hasty.speech) for _ in range(3)))
    return kinds if isinstance(kinds, tuple) else (kinds,)


def test_there_are_faults_enough():
    assert len(FAULTS) >= 35


def test_a_fault_is_a_failure_of_its_kind_in_time(hasty, fault):
    began = time.monotonic()

    with pytest.raises(ProviderError) as caught:
        heard(hasty.provider)

    assert caught.value.kind in fault
    assert time.monotonic() - began <= 2 * IDLE + SLACK
    assert caught.value.provider == hasty.provider.label
    assert KEY not in repr((caught.value, vars(caught.value)))
    assert caught.value.__context__ is None, "the SDK's exception holds the request and its key"


def test_a_fault_does_not_keep_the_question_from_being_asked(hasty, fault, attempts):
    chain = ProviderChain(
        [hasty.provider, BuiltInProvider()], healthy(), RetryPolicy(attempts=1, backoff=0)
    )

    chunks = list(chain.stream(request(offline=OFFLINE), attempts.append))

    kinds = [chunk.kind for chunk in chunks]
    assert shown(chunks) == OFFLINE
    assert kinds.count(ChunkKind.END) == 1
    assert attempts[0].failure in fault
    notice = next(chunk.text for chunk in reversed(chunks) if chunk.kind is ChunkKind.NOTICE)
    assert hasty.provider.label in notice
    assert notice.endswith("so the built-in interviewer asked this question.")
