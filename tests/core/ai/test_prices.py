from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.ai.prices import Price, listed_when, priced, prices_in
from core.exceptions import ConfigurationError
from core.models import Usage

MILLION = Usage(1_000_000, 1_000_000)
OWN = {"some-model": Price(Decimal("1.5"), Decimal(3))}


@pytest.mark.parametrize(
    "written",
    [
        "gpt-6-luna",
        "gpt-6-luna=0.10",
        "gpt-6-luna=0.10/",
        "gpt-6-luna=/0.50",
        "=0.10/0.50",
        "two words=0.10/0.50",
        "gpt-6-luna=0,10/0,50",
        "gpt-6-luna=-1/2",
        "gpt-6-luna=$1/$2",
        "gpt-6-luna=1e3/2",
        "gpt-6-luna=nan/inf",
        "gpt-6-luna=1/2/3",
        "gpt-6-luna==1/2",
        "gpt-6-luna=12345678/1",
        "gpt-6-luna=\u0661/\u0662",
        "good=1/2; bad=1/2",
    ],
)
def test_a_price_that_cannot_be_read_is_refused_in_words_and_without_its_value(written):
    with pytest.raises(ConfigurationError, match=r"AI_PRICES: entry 1 .*model=0\.30/2\.50") as told:
        prices_in(written)

    assert written not in str(told.value)


def test_the_entry_that_is_wrong_is_counted():
    with pytest.raises(ConfigurationError, match="entry 2 cannot be read"):
        prices_in("good=1/2, bad")


def test_a_model_has_one_price():
    with pytest.raises(ConfigurationError, match="entry 2 names a model a second time"):
        prices_in("some-model=1/2, Some-Model=2/3")


@pytest.mark.parametrize("nothing", [None, "", " , "])
def test_no_setting_is_no_price_of_ones_own(nothing):
    assert prices_in(nothing) == {}


def test_prices_are_read_with_slashes_and_colons_in_the_models_name():
    prices = prices_in("google/gemma-4:free = 0/0, openai/gpt-6-luna=0.10/0.5")

    assert prices == {
        "google/gemma-4:free": Price(Decimal(0), Decimal(0)),
        "openai/gpt-6-luna": Price(Decimal("0.10"), Decimal("0.5")),
    }


@pytest.mark.parametrize("model", ["unheard-of", "gpt-6-luna-2", "gpt-6", "my-gpt-6-luna", ""])
def test_a_model_that_is_not_listed_has_no_cost(model):
    assert priced(MILLION, "openrouter", model, model).cost_usd is None


def test_a_listed_model_that_had_another_one_answer_is_not_priced_by_its_name():
    assert priced(MILLION, "openrouter", "gpt-6-luna", "unheard-of").cost_usd is None


@pytest.mark.parametrize("usage", [Usage(), Usage(10, None), Usage(None, 10)])
def test_without_counts_there_is_no_cost(usage):
    assert priced(usage, "openai", "gpt-6-luna", "gpt-6-luna") == usage
    assert priced(usage, "local", "any", "any") == usage


@pytest.mark.parametrize(
    ("provider", "model", "dollars"),
    [
        ("openai", "gpt-6-luna", 0.60),
        ("gemini", "gemini-3.5-flash-lite", 2.80),
        ("openrouter", "google/gemini-3.5-flash-lite", 2.80),
    ],
)
def test_listed_models_cost_what_is_listed(provider, model, dollars):
    assert priced(MILLION, provider, model, "").cost_usd == dollars
    assert priced(MILLION, provider, "an-alias", model).cost_usd == dollars


@pytest.mark.parametrize("snapshot", ["-2026-08-01", "-20260801", "-001"])
def test_a_dated_snapshot_costs_what_its_model_costs(snapshot):
    assert priced(MILLION, "openai", "gpt-6-luna", f"GPT-6-luna{snapshot}").cost_usd == 0.60


def test_one_token_is_not_rounded_away():
    assert priced(Usage(1, 0), "openai", "gpt-6-luna", "").cost_usd == 1e-7


def test_a_model_on_ones_own_machine_is_free():
    assert priced(MILLION, "local", "unheard-of", "unheard-of").cost_usd == 0.0


@pytest.mark.parametrize("charged", [0.0, 0.0123])
def test_what_the_provider_says_it_charged_wins(charged):
    usage = Usage(1_000_000, 1_000_000, cost_usd=charged)

    assert priced(usage, "local", "gpt-6-luna", "some-model", OWN).cost_usd == charged


def test_the_installations_own_price_goes_before_the_list_and_before_free():
    own = prices_in("gpt-6-luna=2/3")

    assert priced(MILLION, "openai", "gpt-6-luna", "gpt-6-luna-2026-08-01", own).cost_usd == 5.0
    assert priced(MILLION, "local", "some-model", "", OWN).cost_usd == 4.5


def test_an_own_price_holds_for_the_name_that_was_asked_for():
    assert priced(MILLION, "openai", "some-model", "gpt-6-luna", OWN).cost_usd == 4.5


def test_pricing_changes_the_cost_only():
    usage = Usage(10, 20, 5, 3, None, is_estimate=True)

    assert priced(usage, "local", "m", "m") == Usage(10, 20, 5, 3, 0.0, is_estimate=True)


@given(prompt=st.integers(0, 10**7), completion=st.integers(0, 10**7))
def test_a_cost_is_exact_to_the_billionth_of_a_dollar(prompt, completion):
    cost = priced(Usage(prompt, completion), "openai", "gpt-6-luna", "").cost_usd

    assert cost is not None
    assert round(cost * 10**9) == 100 * prompt + 500 * completion


def test_the_list_says_of_when_it_is():
    assert listed_when() == "November 2026"
