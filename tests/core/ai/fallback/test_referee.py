"""llmock breaks a provider and judges how its client has coped; it knows nothing of our code.

It sees one server only, so one provider stands before the built-in interviewer here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime
from functools import partial

import pytest
from llmock.pytest_plugin import LLMock
from llmock.testing import LLMockServer
from pydantic import SecretStr

from core.ai.fallback.chain import ProviderChain
from core.ai.fallback.health import Health
from core.ai.fallback.retry import RetryPolicy
from core.ai.providers.adapter import Address
from core.ai.providers.gemini import GeminiProvider
from core.ai.providers.offline import BuiltInProvider
from core.ai.providers.openai_compatible import LocalProvider
from core.ai.types import ChunkKind, Turn
from tests.core.ai.conftest import KEY, request, shown

ANSWER = (
    "You wrote that two wrong doses were given in one month, and that you checked every chart "
    "yourself. What exactly did you find there, and who had to agree before it was changed?"
)
OFFLINE = "What would you like to tell us?"
PATIENT, HASTY = 10.0, 1.0  # seconds of silence that are borne; short where silence is the fault
SHORTLY, LATE = 1, 12  # chunks; those few that are held back are never seen when a reply dies
Script = Callable[[LLMock], object]


def of_status(status: int) -> Script:
    return partial(LLMock.fail, status=status, retry_after=0.1)


def corrupted(chunks: int, mock: LLMock) -> LLMock:
    """One word at a time, so that the referee sees when a client stops to read."""
    return mock.pace(8).corrupt(after_chunks=chunks)


PASSING: dict[str, Script] = {
    "nothing": lambda mock: mock,
    "rate limit": lambda mock: mock.rate_limit(retry_after=0.2),
    "rate limit twice": lambda mock: mock.rate_limit(retry_after=0.2, times=2),
    "rate limit by default": lambda mock: mock.fail(429),
    "slow answer": lambda mock: mock.delay(0.2),
    "slow first token": lambda mock: mock.slow_first_token(0.4),
    "one word at a time": lambda mock: mock.pace(10),
    "stall at once": lambda mock: mock.stall(after_chunks=SHORTLY),
    "stall": lambda mock: mock.stall(after_chunks=LATE),
    "503, then truncated": lambda mock: mock.fail(503, retry_after=0.1).truncate(after_chunks=LATE),
    **{f"{status}": of_status(status) for status in (408, 500, 503, 529)},
    "503 twice": lambda mock: mock.fail(503, retry_after=0.1, times=2),
    **{
        f"{fault.__name__} after {chunks}": partial(fault, after_chunks=chunks)
        for fault in (LLMock.disconnect, LLMock.truncate)
        for chunks in (0, SHORTLY, LATE)
    },
    **{f"corrupt after {chunks}": partial(corrupted, chunks) for chunks in (0, SHORTLY)},
}
LASTING: dict[str, Script] = {
    "outage": lambda mock: mock.fail(503, retry_after=0.1, times=None),
    "disconnect for ever": lambda mock: mock.disconnect(after_chunks=LATE, times=None),
    "prompt too long": lambda mock: mock.context_overflow(times=None),
    "small window": lambda mock: mock.limits(context_window=9),
    **{
        f"{status} for ever": partial(LLMock.fail, status=status, times=None)
        for status in (400, 401, 403, 404, 422)
    },
}
OTHERS = ("ai21", "groq", "mistral", "perplexity", "together", "xai")


@pytest.fixture(scope="module")
def server() -> Iterator[LLMockServer]:
    with LLMockServer() as server:
        yield server


@pytest.fixture
def mock(server: LLMockServer) -> LLMock:
    """The referee with nothing against anybody."""
    return LLMock(server).reset().reply(ANSWER, times=None)


def asked(mock: LLMock, name: str, bears: float = PATIENT) -> str:
    """What the candidate sees in the end when the provider of this name leads."""
    kind = GeminiProvider if name == "gemini" else LocalProvider
    address = Address(
        base_url=mock.base_url(name),
        model="some-model",
        key=SecretStr(KEY),
        first_token_seconds=bears,
        idle_seconds=bears,
    )
    with closing(kind(address)) as provider:
        health = Health(lambda: datetime(2026, 11, 22, tzinfo=UTC))
        chain = ProviderChain((provider, BuiltInProvider()), health, RetryPolicy(backoff=0.05))
        wish = request(turns=(Turn("user", "Ask me about my work. " * 9),), offline=OFFLINE)
        chunks = list(chain.stream(wish, lambda _attempt: None))
    assert [chunk.kind for chunk in chunks].count(ChunkKind.END) == 1
    return shown(chunks)


@pytest.mark.parametrize("name", ["openai", "gemini"])
@pytest.mark.parametrize("script", LASTING.values(), ids=LASTING)
def test_who_cannot_answer_is_not_pressed(mock, name, script):
    script(mock)

    assert asked(mock, name) == OFFLINE
    assert mock.requests
    assert mock.verdict().findings == ()


@pytest.mark.parametrize("name", ["openai", "gemini"])
@pytest.mark.parametrize("fault", PASSING)
def test_what_passes_is_outlasted(mock, name, fault):
    PASSING[fault](mock)

    assert asked(mock, name, HASTY if fault.startswith("stall") else PATIENT) == ANSWER
    assert mock.verdict().findings == ()


@pytest.mark.parametrize("name", ["openai", "gemini"])
def test_garbage_amid_the_words_is_not_read_past(mock, name):
    """As the referee's journal has it. Its verdict depends on the moment.

    The second try comes so soon that it may take it for a call of its own, which it then misses.
    """
    corrupted(LATE, mock)

    assert asked(mock, name) == ANSWER
    assert [one.completed for one in mock.requests] == [False, True]
    assert mock.verdict().errors == ()


@pytest.mark.parametrize("name", OTHERS)
@pytest.mark.parametrize("passing", ["rate limit", "truncate after 12"])
def test_other_vendors_are_outlasted_alike(mock, name, passing):
    PASSING[passing](mock)

    assert asked(mock, name) == ANSWER
    assert mock.verdict().findings == ()


@pytest.mark.parametrize("name", OTHERS)
def test_other_vendors_are_not_pressed_either(mock, name):
    mock.fail(401, times=None)

    assert asked(mock, name) == OFFLINE
    assert mock.verdict().findings == ()


def test_the_referee_would_see_a_client_that_takes_half_an_answer(mock):
    mock.truncate()

    with closing(LocalProvider(Address(base_url=mock.base_url(), model="m"))) as provider:
        _taken_as_it_is(provider)

    assert [finding.code for finding in mock.verdict().errors] == ["truncated_stream_accepted"]


def _taken_as_it_is(provider: LocalProvider) -> None:
    chat = provider._client().chat.completions
    list(chat.create(model="m", messages=[{"role": "user", "content": "Ask me."}], stream=True))
