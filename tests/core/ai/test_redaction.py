from __future__ import annotations

import io
import logging

import pytest
from pydantic import SecretStr

from core.ai import redaction
from core.ai.fallback.chain import ProviderChain
from core.ai.fallback.health import Health
from core.ai.fallback.retry import RetryPolicy
from core.ai.providers.adapter import Address
from core.ai.providers.offline import BuiltInProvider
from core.ai.providers.veil import MASK
from core.ai.redaction import (
    MaskedConsole,
    RedactingFilter,
    hide,
    is_like_a_key,
    redact,
    secrets_of,
)
from core.config import TestSettings
from tests.builders import NOW
from tests.core.ai.conftest import KEY, request
from tests.fakes.replies import hangs_up, refuses

SHAPES = (
    "sk-abcdefgh12345678",
    "sk-proj-abc_DEF-12345678",
    "sk-or-v1-0123456789abcdef0123456789abcdef",
    "AIzaSyA1234567890abcdefghijklmnopqrstuv",
    "AQ.Ab8RN6Jabcdefghijklmnop",
)


@pytest.mark.parametrize("key", SHAPES)
@pytest.mark.parametrize(
    "text", ["{}", "key {}.", "Authorization: Bearer {}", "https://x/y?key={}&alt=sse", "'{}'"]
)
def test_whatever_looks_like_a_key_is_masked(key, text):
    masked = redact(text.format(key))

    assert key not in masked
    assert MASK in masked


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("Bearer plain-token here", f"Bearer {MASK} here"),
        ("api_key=plain&x=1", f"api_key={MASK}&x=1"),
        ("x-goog-api-key: plain", f"x-goog-api-key: {MASK}"),
        ("postgresql://me:pass@host/db", f"postgresql://{MASK}@host/db"),
    ],
)
def test_what_stands_in_the_place_of_a_key_is_masked(text, masked):
    assert redact(text) == masked


@pytest.mark.parametrize(
    "text",
    [
        "no key: set OPENROUTER_API_KEY",
        "openrouter failed: auth, status 401",
        "http://127.0.0.1:8123/v1/chat/completions",
        "a task-driven, risk-averse sketch",
    ],
)
def test_ordinary_words_stay(text):
    assert redact(text) == text


def test_a_configured_secret_is_masked_whatever_its_shape():
    assert redact("the word is swordfish!", ["swordfish"]) == f"the word is {MASK}!"


def test_a_longer_secret_is_masked_before_one_that_it_holds():
    assert redact("swordfish-2", ["swordfish", "swordfish-2"]) == MASK


def test_a_secret_that_is_too_short_masks_no_words():
    assert redact("an apple", ["a", ""]) == "an apple"


def test_every_secret_of_the_settings_is_known():
    settings = TestSettings(gemini_api_key="gemini-key", local_api_key="local-key")

    assert {"gemini-key", "local-key", "test-only"} == set(secrets_of(settings))


@pytest.mark.parametrize("name", ["pass@word-1", "swordfish"])
def test_the_password_of_the_database_is_known_by_itself(name):
    written = name.replace("@", "%40")
    settings = TestSettings(database_url=f"postgresql://me:{written}@host/db")

    secrets = secrets_of(settings)

    assert redact(f"{name} {written} at the host", secrets) == f"{MASK} {MASK} at the host"


@pytest.mark.parametrize("key", SHAPES)
def test_what_is_shaped_like_a_key_is_known_to_be_one(key):
    assert is_like_a_key(key)
    assert not is_like_a_key("google/gemini-3.5-flash-lite")


def test_a_key_in_use_is_masked_whole_and_in_pieces():
    key = SecretStr("Jd4Nf8Wb2KyS6")

    hide(key)

    assert redact("Jd4Nf8Wb2KyS6, Jd4Nf8Wb..., ...b2KyS6") == f"{MASK}, {MASK}..., ...b2KyS6"


def test_a_key_is_kept_by_nobody_for_being_masked():
    key = SecretStr("Jd4Nf8Wb2KyS6")
    hide(key)
    assert redaction._in_use

    del key

    assert redact("Jd4Nf8Wb2KyS6") == "Jd4Nf8Wb2KyS6"


def test_of_two_visitors_with_one_key_each_keeps_it_masked():
    mine, theirs = SecretStr("Jd4Nf8Wb2KyS6"), SecretStr("Jd4Nf8Wb2KyS6")
    hide(mine)
    hide(theirs)

    del mine

    assert redact("Jd4Nf8Wb2KyS6") == MASK


@pytest.fixture
def written():
    """All that a handler with the filter writes."""
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(logging.Formatter("%(name)s %(message)s"))
    handler.addFilter(RedactingFilter(["swordfish", KEY]))
    root = logging.getLogger()
    before = root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    yield stream
    root.removeHandler(handler)
    root.setLevel(before)


def test_no_secret_is_written_from_message_or_arguments(written):
    logging.getLogger("test").warning("%s and %s", "swordfish", SHAPES[0])

    assert written.getvalue() == f"test {MASK} and {MASK}\n"


def test_no_secret_is_written_from_a_traceback(written):
    try:
        int(f"{SHAPES[1]}, swordfish")
    except ValueError:
        logging.getLogger("test").exception("failed", stack_info=True)

    assert "ValueError: invalid literal" in written.getvalue()
    assert "Stack (most recent call last)" in written.getvalue()
    assert "swordfish" not in written.getvalue()
    assert SHAPES[1] not in written.getvalue()


def test_a_message_that_does_not_fit_its_arguments_is_masked_all_the_same(written):
    logging.getLogger("test").warning("%d of it", KEY)

    assert "of it" in written.getvalue()
    assert KEY not in written.getvalue()


def test_a_key_in_use_is_not_written_by_a_handler_that_is_older_than_it(written):
    key = SecretStr("Jd4Nf8Wb2KyS6")
    hide(key)

    logging.getLogger("httpx2").info('HTTP Request: POST "HTTP/1.1 401 No %s"', "Jd4Nf8Wb2KyS6")

    assert written.getvalue() == f'httpx2 HTTP Request: POST "HTTP/1.1 401 No {MASK}"\n'


def test_a_console_that_is_gone_says_nothing_of_it(capsys):
    gone = io.StringIO()
    gone.close()
    record = logging.LogRecord("test", logging.ERROR, "", 1, "failed", None, None)

    try:
        int(KEY)
    except ValueError:  # `logging` would print it, since it was under way
        MaskedConsole(gone).emit(record)

    assert capsys.readouterr().err == ""


def test_a_traceback_that_no_handler_has_written_yet_is_masked():
    record = logging.LogRecord("test", logging.ERROR, "", 1, "failed", None, None)
    try:
        int("swordfish")
    except ValueError as error:
        record.exc_info = (ValueError, error, error.__traceback__)

    RedactingFilter(["swordfish"]).filter(record)

    assert record.exc_info is None
    assert "ValueError" in str(record.exc_text)
    assert "swordfish" not in str(record.exc_text)


def test_a_traceback_that_is_already_text_is_masked_as_well():
    record = logging.LogRecord("test", logging.ERROR, "", 1, "failed", None, None)
    record.exc_text = "ValueError: swordfish"

    RedactingFilter(["swordfish"]).filter(record)

    assert record.exc_text == f"ValueError: {MASK}"


@pytest.mark.parametrize("reply", [refuses(401, {"error": {"message": KEY}}), hangs_up()])
def test_no_key_is_written_while_providers_fail(line, written, reply):
    line.script(reply)
    health = Health(lambda: NOW)
    chain = ProviderChain([line.provider, BuiltInProvider()], health, RetryPolicy(attempts=1))

    list(chain.stream(request(offline="Hello?", seconds=5), lambda _: None))

    assert "failed" in written.getvalue()
    assert KEY not in written.getvalue()


def test_an_address_shows_no_key():
    assert KEY not in repr(Address(base_url="http://x", model="m", key=SecretStr(KEY)))
