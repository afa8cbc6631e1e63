from __future__ import annotations

from typing import Any

import pytest
from pydantic import SecretStr

from core.ai.providers.discreet import Discreet
from core.ai.providers.gemini import GeminiProvider
from core.ai.providers.openai_compatible import LocalProvider, OpenAIProvider, OpenRouterProvider
from core.ai.roster import Roster
from core.ai.typed_keys import TypedKey
from core.ai.types import AIProvider, ProviderStatus
from core.config import TestSettings
from core.exceptions import ConfigurationError

KEY = "k-0123456789"
TYPED = "t-9876543210-wxyz"


def adapter_of(provider: AIProvider) -> Any:
    """The adapter under the cloak."""
    assert isinstance(provider, Discreet)
    return provider._provider


def own(provider: str = "openrouter", key: str = TYPED, model: str = "") -> TypedKey:
    return TypedKey(provider=provider, key=SecretStr(key), model=model)


def status_of(statuses: tuple[ProviderStatus, ...], name: str) -> ProviderStatus:
    return next(status for status in statuses if status.name == name)


def names(**settings: Any) -> list[str]:
    providers, _ = Roster(TestSettings(**settings)).providers()
    return [provider.name for provider in providers]


def reasons(**settings: Any) -> dict[str, str]:
    _, statuses = Roster(TestSettings(**settings)).providers()
    return {status.name: status.reason for status in statuses}


def test_a_name_that_is_not_known_is_a_mistake_in_the_settings():
    with pytest.raises(ConfigurationError) as caught:
        Roster(TestSettings(active_providers="openrouter,claude")).providers()

    assert "claude" in str(caught.value)
    assert "openrouter, gemini, openai, local" in str(caught.value)


@pytest.mark.parametrize(
    ("key", "reason"),
    [
        (None, "no key: set OPENROUTER_API_KEY"),
        ("", "no key: set OPENROUTER_API_KEY"),
        ("your-key-here", "the key is a placeholder"),
        ("<paste it>", "the key is a placeholder"),
        ("sk-or with space", "the key holds a space"),
        ("sk-or-v1-clé", "the key holds a character no key has"),
        ("sk-or\nv1", "the key holds a character no key has"),
    ],
)
def test_a_key_that_cannot_be_used_leaves_its_provider_out(key, reason):
    assert names(openrouter_api_key=key) == ["built-in"]
    assert reasons(openrouter_api_key=key)["openrouter"] == reason


def test_without_any_key_the_built_in_interviewer_is_there():
    providers, statuses = Roster(TestSettings()).providers()

    assert [provider.name for provider in providers] == ["built-in"]
    assert [status.name for status in statuses] == [
        *("openrouter", "gemini", "openai", "local"),
        "built-in",
    ]
    assert [status.active for status in statuses] == [False, False, False, False, True]
    assert reasons()["local"] == "no address: set LOCAL_BASE_URL"
    assert reasons()["built-in"] == ""


def test_the_usual_order_is_openrouter_then_gemini():
    assert names(gemini_api_key=KEY, openrouter_api_key=KEY) == ["openrouter", "gemini", "built-in"]


def test_the_order_is_the_one_of_the_settings():
    keys = {"gemini_api_key": KEY, "openrouter_api_key": KEY}

    order = names(active_providers="Gemini, openrouter,gemini", **keys)

    assert order == ["gemini", "openrouter", "built-in"]


def test_what_else_has_a_key_or_an_address_comes_after_the_named_ones():
    order = names(
        active_providers="gemini",
        gemini_api_key=KEY,
        openai_api_key=KEY,
        local_base_url="127.0.0.1:11434",
    )

    assert order == ["gemini", "openai", "local", "built-in"]


def test_a_local_server_is_reached_where_it_is_without_a_key():
    providers, statuses = Roster(TestSettings(local_base_url="http://127.0.0.1:11434")).providers(
        ()
    )

    local = adapter_of(providers[0])
    assert isinstance(local, LocalProvider)
    assert local._address.base_url == "http://127.0.0.1:11434/v1"
    assert [status.model for status in statuses if status.name == "local"] == ["default"]


def test_a_provider_is_built_from_its_settings():
    settings = TestSettings(
        openrouter_api_key=KEY,
        openrouter_model="some/model",
        openrouter_base_url="http://127.0.0.1:1/v1",
        openrouter_context=8_000,
        openrouter_data_collection="allow",
        ai_connect_seconds=1.5,
        ai_first_token_seconds=11,
        ai_idle_seconds=7,
    )

    providers, statuses = Roster(settings).providers()

    adapter = adapter_of(providers[0])
    address = adapter._address
    assert isinstance(adapter, OpenRouterProvider)
    assert (address.base_url, address.model) == ("http://127.0.0.1:1/v1", "some/model")
    assert address.key.get_secret_value() == KEY
    assert (address.connect_seconds, address.first_token_seconds, address.idle_seconds) == (
        *(1.5, 11),
        7,
    )
    assert providers[0].context_tokens == 8_000
    assert adapter._extra_body == {"provider": {"data_collection": "allow"}}
    assert (statuses[0].label, statuses[0].model, statuses[0].active) == (
        *("OpenRouter", "some/model"),
        True,
    )


def test_a_model_of_ones_own_is_waited_for_and_read_less_into():
    settings = TestSettings(local_base_url="127.0.0.1:11434", openai_api_key=KEY)

    providers, _ = Roster(settings).providers()

    openai, local = (adapter_of(provider)._address for provider in providers[:2])
    assert (openai.first_token_seconds, openai.context_tokens) == (20, 32_000)
    assert (local.first_token_seconds, local.context_tokens) == (90, 4_096)


def test_a_status_names_the_health_of_its_provider():
    providers, statuses = Roster(
        TestSettings(gemini_api_key=KEY, openrouter_api_key=KEY)
    ).providers()

    identities = {provider.name: provider.identity for provider in providers}
    assert {one.name: one.identity for one in statuses if one.active} == identities
    assert len(set(identities.values())) == len(providers)


@pytest.mark.parametrize(
    ("key", "hint"),
    [
        ("sk-123456cdef", "ends in cdef, from the settings"),
        ("sk-12345678", "from the settings"),
        ("your-key-0123456789", ""),
        (None, ""),
    ],
)
def test_a_hint_tells_a_key_from_others_where_it_is_long_enough(key, hint):
    _, statuses = Roster(TestSettings(openai_api_key=key)).providers()

    assert status_of(statuses, "openai").key_hint == hint


def test_a_server_without_a_key_has_no_hint():
    _, statuses = Roster(TestSettings(local_base_url="127.0.0.1:11434")).providers()

    assert status_of(statuses, "local").key_hint == ""


def test_typed_keys_go_first_in_the_order_in_which_they_were_typed():
    roster = Roster(TestSettings(gemini_api_key=KEY, local_base_url="127.0.0.1:11434"))

    providers, statuses = roster.providers([own("openai"), own("openrouter")])

    order = ["openai", "openrouter", "gemini", "local", "built-in"]
    assert [provider.name for provider in providers] == order
    assert [status.name for status in statuses] == order


def test_a_typed_key_takes_the_place_of_the_configured_one_and_its_model_too():
    roster = Roster(TestSettings(gemini_api_key=KEY, openrouter_api_key=KEY))

    providers, statuses = roster.providers([own("gemini", model="gemini-9")])

    address = adapter_of(providers[0])._address
    assert [provider.name for provider in providers] == ["gemini", "openrouter", "built-in"]
    assert (address.key.get_secret_value(), address.model) == (TYPED, "gemini-9")
    assert statuses[0].key_hint == "ends in wxyz, typed for this visit"
    assert statuses[0].model == "gemini-9"


def test_a_typed_key_goes_where_the_installation_sends_its_own():
    roster = Roster(TestSettings(openai_base_url="http://127.0.0.1:1/v1", openai_model="m"))

    providers, _ = roster.providers([own("openai")])

    adapter = adapter_of(providers[0])
    assert isinstance(adapter, OpenAIProvider)
    assert (adapter._address.base_url, adapter.model) == ("http://127.0.0.1:1/v1", "m")


def test_a_typed_key_changes_nothing_for_others():
    roster = Roster(TestSettings(gemini_api_key=KEY))
    before, _ = roster.providers()

    roster.providers([own("gemini"), own("openai")])

    assert roster.providers()[0][0] is before[0]
    assert len(roster.providers()[0]) == len(before)


def test_a_provider_is_made_once_for_each_address_model_and_key():
    roster = Roster(TestSettings())

    first, _ = roster.providers([own("openai")])
    same, _ = roster.providers([own("openai"), own("gemini")])
    other_model, _ = roster.providers([own("openai", model="another")])
    other_key, _ = roster.providers([own("openai", key="t-another-key")])

    assert same[0] is first[0]
    assert len({id(one[0]) for one in (first, other_model, other_key)}) == 3


def test_a_provider_is_forgotten_with_its_last_holder():
    roster = Roster(TestSettings())
    held = roster.providers([own("openai")])
    assert len(roster._made) == 1

    del held

    assert not roster._made


def test_no_status_shows_a_key():
    settings = TestSettings(gemini_api_key=KEY, openrouter_api_key="your-key")

    _, statuses = Roster(settings).providers([own("openai")])

    assert KEY not in repr(statuses)
    assert "your-key" not in repr(statuses)
    assert TYPED not in repr(statuses)


def test_gemini_gets_its_own_adapter():
    providers, _ = Roster(TestSettings(gemini_api_key=KEY)).providers()

    assert isinstance(adapter_of(providers[0]), GeminiProvider)
