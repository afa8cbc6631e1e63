"""Nothing that a provider does, or leaves undone, outlives the time that it was given."""

from __future__ import annotations

import time
from contextlib import closing

import pytest
from pydantic import SecretStr

from core.ai.fallback.chain import ProviderChain
from core.ai.fallback.retry import RetryPolicy
from core.ai.providers.adapter import Address
from core.ai.providers.gemini import GeminiProvider
from core.ai.providers.offline import BuiltInProvider
from core.ai.providers.openai_compatible import LocalProvider, OpenRouterProvider
from core.ai.types import Chunk, ChunkKind
from core.exceptions import FailureKind, ProviderError
from tests.core.ai.conftest import IDLE, KEY, healthy, heard, request, shown
from tests.fakes import rude
from tests.fakes.faults import dripping, with_dripping_head
from tests.fakes.replies import Chatter, Hold, Pause

OFFLINE = "What would you like to tell us?"
LONG = "You said that the labels were changed in the end, so "
BUDGET = 1.0
SLACK = 3.0  # a busy machine may be late; without a limit it takes five seconds and more
SDKS = [OpenRouterProvider, GeminiProvider]
BUILT_IN = BuiltInProvider()


def took(act) -> float:
    began = time.monotonic()
    act()
    return time.monotonic() - began


@pytest.fixture(params=["comments", "comments after words", "drip", "dripping head", "talk"])
def endless(request, line):
    """A reply that never ends and is never silent for long."""
    speech = line.speech
    return {
        "comments": speech.sends(Chatter(0.02)),
        "comments after words": speech.breaks(LONG, Chatter(0.02)),
        "drip": dripping(speech.breaks(LONG, Hold()), 0.02),
        "dripping head": with_dripping_head(speech.says(LONG), 0.05),
        "talk": speech.sends(Chatter(0.02, speech.breaks("and so on ", b"").frames[0])),
    }[request.param]


def test_a_reply_that_never_ends_is_ended_at_the_deadline(line, endless, attempts):
    line.script(endless, endless, endless)
    chain = ProviderChain([line.provider, BUILT_IN], healthy(), RetryPolicy(backoff=0))
    chunks: list[Chunk] = []

    seconds = took(
        lambda: chunks.extend(
            chain.stream(request(offline=OFFLINE, seconds=BUDGET), attempts.append)
        )
    )

    assert seconds <= BUDGET + SLACK
    assert shown(chunks) == OFFLINE
    assert [chunk.kind for chunk in chunks].count(ChunkKind.END) == 1
    assert attempts[0].failure in {FailureKind.DEADLINE, FailureKind.TRANSIENT}


def test_a_part_of_the_time_is_kept_for_whoever_comes_last(line, attempts):
    line.script(line.speech.sends(Chatter(0.02)))
    chain = ProviderChain([line.provider, BUILT_IN], healthy(), RetryPolicy(backoff=0))

    wish = request(offline=OFFLINE, seconds=BUDGET)
    seconds = took(lambda: list(chain.stream(wish, attempts.append)))

    assert attempts[0].total_ms <= BUDGET * 900 + 150
    assert seconds < BUDGET + SLACK


def test_words_in_time_keep_a_slow_reply_alive(connect):
    line = connect(OpenRouterProvider, first_token_seconds=5.0, idle_seconds=1.0)
    words = line.speech.says("Tell me about it, will you?").frames
    slowly = [part for word in words for part in (Pause(0.2), word)]
    line.script(line.speech.sends(*slowly))

    assert shown(heard(line.provider)) == "Tell me about it, will you?"


def test_the_first_word_may_take_longer_than_the_next_ones(connect):
    line = connect(OpenRouterProvider, first_token_seconds=5.0, idle_seconds=IDLE)
    line.script(line.speech.sends(Pause(2 * IDLE), *line.speech.says("Hello?").frames))

    assert shown(heard(line.provider)) == "Hello?"


def test_a_judgement_may_be_thought_over_for_longer(connect):
    line = connect(OpenRouterProvider, first_token_seconds=IDLE)
    late = line.speech.sends(Pause(1.5 * IDLE), *line.speech.says("Hello?").frames)
    line.script(late, late)

    with pytest.raises(ProviderError):
        heard(line.provider)
    assert shown(heard(line.provider, request(patience=5.0))) == "Hello?"


@pytest.mark.parametrize("adapter", SDKS)
@pytest.mark.parametrize(
    "port", [rude.nobody_there, rude.nobody_answers, rude.door_slammed, rude.no_tls]
)
def test_a_port_that_speaks_no_http_is_a_passing_fault(adapter, port):
    with port() as there:
        url = there.tls_url if port is rude.no_tls else there.url
        address = Address(base_url=url, model="m", key=SecretStr(KEY), first_token_seconds=1.0)
        with closing(adapter(address)) as provider, pytest.raises(ProviderError) as caught:
            heard(provider)

    assert caught.value.kind is FailureKind.TRANSIENT


@pytest.mark.parametrize("adapter", SDKS)
def test_a_proxy_that_speaks_no_tls_cannot_be_got_through(adapter, monkeypatch):
    with rude.no_tls() as proxy:
        monkeypatch.setenv("HTTPS_PROXY", proxy.url)
        address = Address(base_url="https://models.example/v1", model="m", key=SecretStr(KEY))
        with closing(adapter(address)) as provider, pytest.raises(ProviderError) as caught:
            heard(provider)
        assert proxy.visitors, "the proxy of the environment is used"

    assert caught.value.kind is FailureKind.TRANSIENT
    assert "could not be reached" in str(caught.value)


def test_a_dead_first_provider_costs_the_second_question_nothing(connect, attempts):
    second = connect(OpenRouterProvider)
    second.script(*(second.speech.says("What did you do?") for _ in range(2)))
    with rude.nobody_answers() as port:
        address = Address(
            base_url=port.url, model="m", key=SecretStr(KEY), first_token_seconds=IDLE
        )
        with closing(LocalProvider(address)) as dead:
            chain = ProviderChain(
                [dead, second.provider, BUILT_IN], healthy(), RetryPolicy(backoff=0)
            )
            list(chain.stream(request(), attempts.append))
            visitors, attempts[:] = port.visitors, []

            chunks = list(chain.stream(request(), attempts.append))

            assert port.visitors == visitors
    assert [one.provider for one in attempts] == ["openrouter"]
    [notice] = [chunk.text for chunk in chunks if chunk.kind is ChunkKind.NOTICE]
    assert notice == "Local model is still resting, so OpenRouter asked this question."
