"""What a call costs: what the provider says it charged, or else by a list of prices."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from core.ai.providers.openai_compatible import LocalProvider
from core.exceptions import ConfigurationError
from core.models import Usage

_MILLION = 1_000_000
_ENTRY = re.compile(
    r"(?P<model>[^\s=]+)\s*=\s*(?P<prompt>\d{1,6}(?:\.\d+)?)\s*/\s*(?P<completion>\d{1,6}(?:\.\d+)?)",
    re.ASCII,
)
# A snapshot of a model costs what the model does: gpt-6-luna-2026-08-01, gemini-3.5-flash-lite-001
_SNAPSHOT = re.compile(r"-(?:\d{4}-\d\d-\d\d|\d{8}|\d{3})$")


@dataclass(frozen=True, slots=True)
class Price:
    """US dollars for a million tokens."""

    prompt: Decimal
    completion: Decimal

    def of(self, prompt_tokens: int, completion_tokens: int) -> float:
        dollars = self.prompt * prompt_tokens + self.completion * completion_tokens
        return float(dollars / _MILLION)


Prices = Mapping[str, Price]
NONE: Prices = MappingProxyType({})
_FREE = Price(Decimal(0), Decimal(0))


def priced(
    usage: Usage, provider_name: str, model_asked: str, model_served: str, own: Prices = NONE
) -> Usage:
    """`usage` with its cost, where that can be known.

    What the provider says it charged stands. Then the installation's `own` prices are looked at, a
    model on one's own machine is free, and the rest follows the list. Tokens from a cache count in
    full, since vendors agree on no price for them.
    """
    if usage.cost_usd is not None or usage.prompt_tokens is None or usage.completion_tokens is None:
        return usage
    price = _own_price(own, model_asked, model_served)
    if price is None:
        is_local = provider_name == LocalProvider.name
        price = _FREE if is_local else _listed_price(model_served or model_asked)
    if price is None:
        return usage
    return replace(usage, cost_usd=price.of(usage.prompt_tokens, usage.completion_tokens))


def prices_in(setting: str | None) -> Prices:
    """The prices that AI_PRICES names, such as `model=0.30/2.50, other=0/0`.

    Raises `ConfigurationError`.
    """
    entries = [entry.strip() for entry in (setting or "").split(",") if entry.strip()]
    prices: dict[str, Price] = {}
    for number, entry in enumerate(entries, start=1):
        found = _ENTRY.fullmatch(entry)
        if found is None:
            raise ConfigurationError(
                f"AI_PRICES: entry {number} cannot be read. Please write model=prompt/completion "
                "in US dollars for a million tokens, with commas between the models, such as "
                "model=0.30/2.50, other=0/0."
            )
        model = found["model"].lower()
        if model in prices:
            raise ConfigurationError(f"AI_PRICES: entry {number} names a model a second time.")
        prices[model] = Price(Decimal(found["prompt"]), Decimal(found["completion"]))
    return prices


def listed_when() -> str:
    """The month of the listed prices, in words."""
    return str(_table()["as_of"])


def _own_price(own: Prices, asked: str, served: str) -> Price | None:
    return _price_in(own, served) or own.get(asked.lower())


def _listed_price(model: str) -> Price | None:
    return _price_in(_listed(), model)


def _price_in(prices: Prices, model: str) -> Price | None:
    name = model.lower()
    return prices.get(name) or prices.get(_SNAPSHOT.sub("", name))


@cache
def _listed() -> Prices:
    return {
        model: Price(Decimal(price["prompt"]), Decimal(price["completion"]))
        for model, price in _table()["models"].items()
    }


@cache
def _table() -> dict[str, Any]:
    import tomllib

    text = files("core.ai").joinpath("prices.toml").read_text("utf-8")
    return tomllib.loads(text, parse_float=Decimal)
