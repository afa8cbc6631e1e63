from __future__ import annotations

import gc
import math
import weakref
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from threading import Barrier

import pytest
from pydantic import SecretStr

from core.ai.fallback.health import (
    LONGEST_REST,
    LONGEST_TRIAL,
    MOST_CIRCUITS,
    SHORTEST_REST,
    Health,
    Standing,
)
from core.ai.faults.failures import failure
from core.ai.providers.adapter import Address
from core.ai.providers.gemini import GeminiProvider
from core.ai.providers.openai_compatible import LocalProvider, OpenRouterProvider
from core.exceptions import FailureKind, ProviderError

NOW = datetime(2026, 11, 22, 21, 30, tzinfo=UTC)


class Clock:
    def __init__(self) -> None:
        self.seconds = 1000.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def health(clock) -> Health:
    return Health(lambda: NOW, clock)


def provider(key: str = "sk-one", model: str = "m", adapter=OpenRouterProvider):
    return adapter(Address(base_url="http://x", model=model, key=SecretStr(key)))


OURS = provider()


def error(kind: FailureKind = FailureKind.TRANSIENT, wait: float | None = None) -> ProviderError:
    return failure(kind, "OpenRouter", retry_after=wait)


def fail(health: Health, times: int = 1, kind: FailureKind = FailureKind.TRANSIENT) -> None:
    for _ in range(times):
        health.failed(OURS, error(kind))


def left(health: Health) -> float:
    return health.standing(OURS.identity, OURS.model).seconds_left


def test_one_fault_is_not_held_against_a_provider(health):
    fail(health)

    assert health.admits(OURS) is None
    standing = health.standing(OURS.identity, OURS.model)
    assert standing == Standing(reason="OpenRouter could not be reached")


@pytest.mark.parametrize(
    "kind", [FailureKind.TRANSIENT, FailureKind.TRUNCATED, FailureKind.DEADLINE]
)
def test_two_faults_in_a_row_send_it_to_rest(health, kind):
    fail(health, 2, kind)

    resting = health.admits(OURS)

    assert resting is not None
    assert resting.kind is kind
    assert left(health) == SHORTEST_REST


def test_an_answer_between_two_faults_keeps_it_awake(health):
    fail(health)
    health.answered(OURS)
    fail(health)

    assert health.admits(OURS) is None


def test_each_rest_is_twice_as_long_up_to_a_limit(health, clock):
    rests = []
    fail(health, 2)
    for _ in range(7):
        rests.append(left(health))
        clock.seconds += rests[-1]
        assert health.admits(OURS) is None
        fail(health)

    assert rests == [15, 30, 60, 120, 240, LONGEST_REST, LONGEST_REST]


def test_calls_that_were_under_way_do_not_make_the_rest_longer(health):
    fail(health, 9)

    assert left(health) == SHORTEST_REST


def test_after_the_rest_one_call_may_try_and_the_others_wait(health, clock):
    fail(health, 2)
    clock.seconds += SHORTEST_REST

    assert health.admits(OURS) is None
    assert health.admits(OURS) is not None


def test_of_many_threads_one_may_try(health, clock):
    fail(health, 2)
    clock.seconds += SHORTEST_REST
    start = Barrier(16)

    def ask(_):
        start.wait()
        return health.admits(OURS)

    with ThreadPoolExecutor(16) as pool:
        admitted = [one for one in pool.map(ask, range(16)) if one is None]

    assert len(admitted) == 1


def test_a_try_that_succeeds_wakes_it_for_all(health, clock):
    fail(health, 2)
    clock.seconds += SHORTEST_REST
    health.admits(OURS)

    health.answered(OURS)

    assert health.admits(OURS) is None
    assert health.admits(OURS) is None
    assert health.standing(OURS.identity, OURS.model) == Standing()


def test_a_try_that_its_reader_gave_up_is_free_for_the_next(health, clock):
    fail(health, 2)
    clock.seconds += SHORTEST_REST
    health.admits(OURS)

    health.gave_up(OURS)

    assert health.admits(OURS) is None


def test_giving_up_wakes_nobody(health):
    fail(health, 2)

    health.gave_up(OURS)

    assert health.admits(OURS) is not None


def test_a_try_of_which_nothing_is_heard_again_blocks_the_others_only_for_a_while(health, clock):
    fail(health, 2)
    clock.seconds += SHORTEST_REST
    health.admits(OURS)

    clock.seconds += LONGEST_TRIAL

    assert health.admits(OURS) is None


@pytest.mark.parametrize(
    ("kind", "wait", "rest"),
    [
        (FailureKind.RATE_LIMITED, 42.0, 42.0),
        (FailureKind.RATE_LIMITED, None, SHORTEST_REST),
        (FailureKind.QUOTA, 90.0, 90.0),
        (FailureKind.QUOTA, None, 3600.0),
        (FailureKind.TRANSIENT, 120.0, 120.0),
        (FailureKind.RATE_LIMITED, 1e9, 86_400.0),
        (FailureKind.AUTH, None, math.inf),
        (FailureKind.MODEL_GONE, None, LONGEST_REST),
    ],
)
def test_a_refusal_that_will_last_is_rested_for_at_once(health, clock, kind, wait, rest):
    health.failed(OURS, error(kind, wait))

    assert left(health) == rest
    assert health.admits(OURS) is not None
    clock.seconds += 86_400.0
    assert (health.admits(OURS) is None) is (rest != math.inf)


@pytest.mark.parametrize(
    ("adapter", "model", "rest"),
    [
        (GeminiProvider, "gemini-x", 10.5 * 3600),  # 21:30 UTC is 13:30 Pacific
        (OpenRouterProvider, "openrouter/free", 2.5 * 3600),
        (OpenRouterProvider, "google/gemma:free", 2.5 * 3600),
        (OpenRouterProvider, "google/gemma", 3600),
        (LocalProvider, "any", 3600),
    ],
)
def test_a_used_up_quota_is_full_again_when_its_provider_says(health, adapter, model, rest):
    one = provider(model=model, adapter=adapter)

    health.failed(one, error(FailureKind.QUOTA))

    assert health.standing(one.identity, one.model).seconds_left == rest


@pytest.mark.parametrize(
    "kind",
    [
        FailureKind.BAD_REQUEST,
        FailureKind.CONTEXT,
        FailureKind.BLOCKED,
        FailureKind.BAD_OUTPUT,
        FailureKind.CANCELLED,
    ],
)
def test_what_is_the_requests_fault_is_not_held_against_the_provider(health, kind):
    fail(health)

    fail(health, 5, kind)

    assert health.admits(OURS) is None


def test_one_persons_bad_key_disables_nobody_else(health):
    health.failed(provider("sk-bad"), error(FailureKind.AUTH))

    assert health.admits(provider("sk-bad")) is not None
    assert health.admits(provider("sk-good")) is None


def test_a_model_that_is_gone_leaves_the_keys_other_models(health):
    health.failed(provider(model="old"), error(FailureKind.MODEL_GONE))

    assert health.admits(provider(model="old")) is not None
    assert health.admits(provider(model="new")) is None


def test_an_identity_gives_no_key_away():
    one, other = provider("sk-one"), provider("sk-two")

    assert one.identity != other.identity
    assert one.identity == provider("sk-one").identity
    assert "sk-" not in one.identity


def test_of_very_many_bad_keys_only_the_latest_are_remembered(health):
    for number in range(MOST_CIRCUITS + 1):
        health.failed(provider(f"sk-{number}"), error(FailureKind.AUTH))

    assert health.admits(provider("sk-0")) is None
    assert health.admits(provider("sk-1")) is not None
    assert health.admits(provider(f"sk-{MOST_CIRCUITS}")) is not None


def test_a_rest_is_bounded_however_often_its_trial_fails(health, clock):
    fail(health, 2)
    for _ in range(1_100):
        clock.seconds += LONGEST_REST
        health.admits(OURS)
        fail(health)

    assert left(health) == LONGEST_REST


def test_many_refusals_at_once_are_one_rest(health, clock):
    for _ in range(16):
        health.failed(OURS, error(FailureKind.RATE_LIMITED, 1.0))
    clock.seconds += 1.0

    fail(health)

    assert left(health) == 2 * SHORTEST_REST


def test_a_trial_that_ends_in_another_fault_leaves_the_keys_other_models_free(health, clock):
    fail(health, 2)
    clock.seconds += SHORTEST_REST
    health.admits(OURS)

    fail(health, kind=FailureKind.MODEL_GONE)

    assert health.admits(provider(model="another")) is None


def test_what_is_remembered_of_a_failure_keeps_nothing_else_alive(health):
    class Prompt:
        """Stands for whatever the frames of an exception hold."""

    prompt = Prompt()
    known = weakref.ref(prompt)
    try:
        raise error(FailureKind.AUTH) from ValueError(prompt)
    except ProviderError as caught:
        health.failed(OURS, caught)

    del prompt
    gc.collect()

    assert known() is None
    assert health.admits(OURS) is not health.admits(OURS), "no traceback grows"
