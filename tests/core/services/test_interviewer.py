from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import Any

import pytest
from pydantic import SecretStr

from core.ai.client import AIClient
from core.ai.fallback.health import Health
from core.ai.roster import Roster
from core.ai.typed_keys import TypedKey
from core.ai.types import ProviderStatus
from core.config import TestSettings
from core.exceptions import ValidationError
from core.interview.leading.director import decide
from core.services.interviewer import BUILT_IN, Interviewer, Panel, Seat, State
from tests.builders import NOW
from tests.core.ai.interviews import PLANNED
from tests.fakes.openai_server import ScriptedOpenAI, says
from tests.fakes.replies import Reply, refuses
from tests.fakes.server import Received

GOOD, BAD = "good-key-0123456789", "bad-key-9876543210"
QUESTION = "What drew you to this role?"


def doorman(received: Received) -> Reply:
    """Lets everybody in but the bearer of the bad key."""
    is_bad = received.headers["authorization"] == f"Bearer {BAD}"
    return refuses(401, {"error": {"message": f"bad {BAD}"}}) if is_bad else says(QUESTION)


def own(provider: str = "openai", key: str = GOOD) -> TypedKey:
    return TypedKey(provider=provider, key=SecretStr(key))


def names(interviewer: Interviewer) -> list[str]:
    return [seat.provider.name for seat in interviewer.panel.order]


def state_of(interviewer: Interviewer, name: str) -> State:
    return next(seat.state for seat in interviewer.panel.seats if seat.provider.name == name)


def seat(name: str, model: str, state: State, seconds: float = 0.0) -> Seat:
    provider = ProviderStatus(name, name, model, active=True)
    return Seat(provider=provider, state=state, seconds_left=seconds)


@pytest.fixture
def server() -> Iterator[ScriptedOpenAI]:
    with ScriptedOpenAI(otherwise=doorman) as server:
        yield server


@pytest.fixture
def client_with(server) -> Iterator[Callable[..., AIClient]]:
    """Clients of one process: OpenAI is the server, and so is OpenRouter."""
    with ExitStack() as open_ones:
        addresses: dict[str, Any] = {
            "openai_base_url": server.url,
            "openrouter_base_url": server.url,
        }

        def client_with(*keys: TypedKey, **settings: Any) -> AIClient:
            roster = Roster(TestSettings(**addresses, ai_attempts=1, **settings))
            client = AIClient(roster, Health(lambda: NOW)).with_keys(keys)
            open_ones.callback(client.close)
            return client

        yield client_with


def ask(client: AIClient) -> str:
    """Who asks the first question."""
    chunks = client.generate_first_question(PLANNED, decide(PLANNED), lambda _: None)
    return list(chunks)[-1].provider


def test_without_a_key_the_built_in_interviewer_leads(client_with):
    interviewer = Interviewer(client_with())

    assert interviewer.is_built_in
    assert interviewer.label == BUILT_IN
    assert interviewer.panel.leader.name == "Built-in interviewer"
    assert names(interviewer) == ["built-in"]


def test_who_has_no_key_says_why(client_with):
    seats = Interviewer(client_with()).panel.seats

    assert {seat.provider.name: seat.reason for seat in seats}["gemini"] == (
        "no key: set GEMINI_API_KEY"
    )
    assert {seat.state for seat in seats[:-1]} == {State.UNUSED}


def test_with_a_key_the_provider_leads_and_the_built_in_one_stands_in(client_with):
    interviewer = Interviewer(client_with(openai_api_key=GOOD))

    assert not interviewer.is_built_in
    assert interviewer.label == "OpenAI · gpt-6-luna"
    assert not interviewer.panel.leader.has_typed_key
    assert names(interviewer) == ["openai", "built-in"]


def test_a_typed_key_leads_before_the_configured_ones(client_with):
    interviewer = Interviewer(client_with(own("openai"), openrouter_api_key=GOOD))

    assert names(interviewer) == ["openai", "openrouter", "built-in"]
    assert [seat.has_typed_key for seat in interviewer.panel.order] == [True, False, False]


def test_who_rests_is_not_next_and_says_for_how_long(client_with, server):
    client = client_with(openai_api_key=GOOD)
    server.then(refuses(429, retry_after="40"))

    assert ask(client) == "Built-in interviewer"

    interviewer = Interviewer(client)
    [seat] = [one for one in interviewer.panel.seats if one.provider.name == "openai"]
    assert seat.state is State.RESTING
    assert seat.reason == "OpenAI is too busy just now"
    assert 38 < seat.seconds_left <= 40
    assert interviewer.panel.leader.name == "Built-in interviewer"


def test_a_model_that_only_rests_is_still_to_be_expected(client_with, server):
    client = client_with(openai_api_key=GOOD)
    server.then(refuses(429, retry_after="40"))

    ask(client)

    assert not Interviewer(client).is_built_in
    assert Interviewer(client).label == "Built-in interviewer"


def test_a_refused_key_is_not_asked_until_it_changes(client_with, server):
    client = client_with(own(key=BAD))

    assert ask(client) == "Built-in interviewer"
    assert ask(client) == "Built-in interviewer"

    assert len(server.requests) == 1
    assert state_of(Interviewer(client), "openai") is State.KEY_REFUSED
    assert Interviewer(client).is_built_in


def test_one_persons_bad_key_disables_nobody_else(client_with, server):
    shared = client_with(openai_api_key=GOOD)
    theirs, mine = shared.with_keys([own(key=BAD)]), shared.with_keys([own(key="my-key-0123456")])

    led_by = [ask(client) for client in (theirs, mine, shared, theirs)]

    assert led_by == ["Built-in interviewer", "OpenAI", "OpenAI", "Built-in interviewer"]
    bearers = [received.headers["authorization"].split()[1] for received in server.requests]
    assert bearers == [BAD, "my-key-0123456", GOOD]
    assert state_of(Interviewer(theirs), "openai") is State.KEY_REFUSED
    assert state_of(Interviewer(mine), "openai") is State.READY
    assert state_of(Interviewer(shared), "openai") is State.READY


def test_a_key_that_is_known_to_be_bad_is_bad_for_everybody_who_types_it(client_with, server):
    first = client_with()

    for client in (first.with_keys([own(key=BAD)]), first.with_keys([own(key=BAD)])):
        ask(client)

    assert len(server.requests) == 1


def test_a_test_of_the_connection_ends_a_rest(client_with, server):
    client = client_with(openai_api_key=GOOD)
    server.then(refuses(401))
    ask(client)
    assert state_of(Interviewer(client), "openai") is State.KEY_REFUSED

    trial = Interviewer(client).test("openai")

    assert not trial.problem
    assert state_of(Interviewer(client), "openai") is State.READY


def test_a_test_that_fails_is_told_and_counts(client_with):
    interviewer = Interviewer(client_with(own(key=BAD)))

    trial = interviewer.test("openai")

    assert trial.problem == "OpenAI did not accept its key."
    assert state_of(interviewer, "openai") is State.KEY_REFUSED


def test_a_test_uses_the_visitors_own_key(client_with, server):
    Interviewer(client_with(own(), openai_api_key=BAD)).test("openai")

    assert server.request.headers["authorization"] == f"Bearer {GOOD}"


def test_keys_are_taken_for_the_vendors_that_are_known(client_with):
    interviewer = Interviewer(client_with())

    assert [status.label for status in interviewer.open_to_keys] == [
        *("OpenRouter", "Gemini", "OpenAI")
    ]
    assert interviewer.accept("openai", f" {GOOD} ") == own()


def test_what_is_no_key_is_refused(client_with):
    with pytest.raises(ValidationError):
        Interviewer(client_with()).accept("openai", "changeme")


@pytest.mark.parametrize(("seconds", "is_soon"), [(15.0, True), (3_600.0, False)])
def test_who_rests_for_a_short_while_may_be_back_for_the_next_question(seconds, is_soon):
    panel = Panel(
        (
            seat("openrouter", "a/b", State.RESTING, seconds),
            seat("built-in", "", State.READY),
        )
    )

    assert panel.leader.provider.name == "built-in"
    assert (panel.soon_back is not None) is is_soon
    assert panel.first_model == "openrouter · a/b"
    assert not panel.has_refused_key
