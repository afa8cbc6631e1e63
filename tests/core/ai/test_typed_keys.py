from __future__ import annotations

import pytest
from pydantic import SecretStr

from core.ai.typed_keys import OPEN_TO_KEYS, TypedKey, typed_key
from core.exceptions import ValidationError

KEY = "made-up-0123456789"


@pytest.mark.parametrize(
    ("provider", "text", "words"),
    [
        ("openai", "", "Please paste a key."),
        ("openai", "  ' '  ", "Please paste a key."),
        ("openai", "your-api-key-here", "placeholder"),
        ("openai", "made-up 0123456789", "a space"),
        ("openai", "made-up\n0123456789", "a character no key has"),
        ("openai", "clé-0123456789", "a character no key has"),
        ("openai", "short-1", "length"),
        ("openai", "k" * 301, "length"),
        ("openai", "sk-or-v1-0123456789", "Please choose OpenRouter"),
        ("openrouter", "AIzaSy0123456789", "Please choose Gemini"),
        ("openai", "AQ.Ab0123456789", "Please choose Gemini"),
        ("gemini", "sk-or-v1-0123456789", "Please choose OpenRouter"),
    ],
)
def test_what_cannot_be_a_key_is_refused_with_a_word_about_it(provider, text, words):
    with pytest.raises(ValidationError, match=words) as refused:
        typed_key(provider, text)

    assert refused.value.field == "key"
    assert "0123456789" not in str(refused.value)


@pytest.mark.parametrize("provider", ["local", "built-in", "acme", ""])
def test_only_the_vendors_known_here_take_a_typed_key(provider):
    with pytest.raises(ValidationError) as refused:
        typed_key(provider, KEY)

    assert refused.value.field == "provider"


@pytest.mark.parametrize(
    "model",
    [
        "two words",
        "http://evil.example/m",
        "../../v1/files",
        "a?b=c",
        "modèle",
        "x" * 101,
        "sk-or-v1-0123456789",
        KEY,
    ],
)
def test_what_cannot_be_the_name_of_a_model_is_refused(model):
    with pytest.raises(ValidationError) as refused:
        typed_key("openrouter", KEY, model)

    assert refused.value.field == "model"
    assert model not in str(refused.value)


@pytest.mark.parametrize(
    "text",
    [
        KEY,
        f"  {KEY}\n",
        f"'{KEY}'",
        f' "{KEY}" ',
        f"GEMINI_API_KEY={KEY}",
        f"export GEMINI_API_KEY = '{KEY}'",
        f"Bearer {KEY}",
    ],
)
def test_a_key_is_taken_without_what_copying_added(text):
    taken = typed_key("gemini", text, " gemini-3.5-flash-lite ")

    assert taken == TypedKey(provider="gemini", key=SecretStr(KEY), model="gemini-3.5-flash-lite")


@pytest.mark.parametrize("provider", [one.name for one in OPEN_TO_KEYS])
def test_every_vendor_takes_a_key_of_no_known_shape(provider):
    assert typed_key(provider, KEY).key.get_secret_value() == KEY


@pytest.mark.parametrize("model", ["meta/llama-4:free", "models/gemini-3", "gpt-6-luna@eu"])
def test_the_names_of_models_are_taken(model):
    assert typed_key("openrouter", KEY, model).model == model


def test_a_fingerprint_tells_keys_apart_and_gives_none_away():
    keys = [
        typed_key("openai", KEY),
        typed_key("gemini", KEY),
        typed_key("openai", KEY, "m"),
        typed_key("openai", f"{KEY}x"),
    ]

    assert len({key.fingerprint for key in keys}) == len(keys)
    assert typed_key("openai", KEY).fingerprint == keys[0].fingerprint
    assert KEY not in keys[0].fingerprint
    assert KEY not in repr(keys)


@pytest.mark.parametrize("provider", ["openrouter", "gemini"])
def test_a_key_of_openai_is_sent_to_nobody_else(provider):
    with pytest.raises(ValidationError, match="a key of OpenAI"):
        typed_key(provider, "sk-proj-0123456789abcdef")
