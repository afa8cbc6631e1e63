from __future__ import annotations

import logging

import pytest
from pydantic import SecretStr

from core.bootstrap import build_app, start_logging
from core.config import TestSettings
from core.exceptions import ConfigurationError

BUILT_IN = "Built-in interviewer, no key needed"


def test_without_a_key_the_built_in_interviewer_leads_and_each_provider_says_why_not(app):
    assert app.interviewer.label == BUILT_IN
    assert app.interviewer.is_built_in
    reasons = {line.name: line.reason for line in app.interviewer.providers if not line.active}
    assert reasons.keys() == {"openrouter", "gemini", "openai", "local"}
    assert "OPENROUTER_API_KEY" in reasons["openrouter"]


@pytest.mark.parametrize("key", ["your-api-key-here", "changeme"])
def test_a_placeholder_key_is_as_good_as_none_and_said_so(settings, key):
    app = build_app(settings.model_copy(update={"gemini_api_key": SecretStr(key)}))

    assert app.interviewer.label == BUILT_IN
    assert "placeholder" in next(
        line.reason for line in app.interviewer.providers if line.name == "gemini"
    )
    app.close()


def test_with_a_key_the_provider_and_its_model_lead(settings):
    app = build_app(settings.model_copy(update={"gemini_api_key": SecretStr("AIza-made-up")}))

    assert app.interviewer.label == f"Gemini · {settings.gemini_model}"
    app.close()


def test_the_providers_are_tried_in_the_order_that_is_set(settings):
    keys = {
        f"{name}_api_key": SecretStr("made-up-key") for name in ("openrouter", "gemini", "openai")
    }
    order = {"active_providers": ("openai", "gemini")}

    app = build_app(settings.model_copy(update={**keys, **order}))

    names = [line.name for line in app.interviewer.providers]
    assert names == ["openai", "gemini", "openrouter", "local", "built-in"]
    app.close()


def test_an_unknown_provider_is_refused_at_start(settings):
    with pytest.raises(ConfigurationError, match="acme"):
        build_app(settings.model_copy(update={"active_providers": ("acme",)}))


def test_keys_are_masked_in_the_log(capsys):
    settings = TestSettings(openai_api_key="made-up-key-12345")
    logger = logging.getLogger("core")
    before, level = list(logger.handlers), logger.level

    start_logging(settings)
    logger.warning("refused made-up-key-12345 and sk-or-v1-0123456789abcdef")

    logger.handlers, logger.level = before, level
    printed = capsys.readouterr().err
    assert "refused" in printed
    assert "made-up-key" not in printed
    assert "0123456789" not in printed
