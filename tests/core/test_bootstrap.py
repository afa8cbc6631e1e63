from __future__ import annotations

import gc
import logging
import weakref
from collections.abc import Callable, Iterator
from io import StringIO

import pytest
from pydantic import SecretStr

from core.bootstrap import App, TypedKey, build_app, start_logging
from core.config import TestSettings
from core.exceptions import ConfigurationError
from tests.fakes.openai_server import ScriptedOpenAI, plays_along
from tests.fakes.replies import Hold, Reply
from tests.fakes.server import Received

BUILT_IN = "Built-in interviewer, no key needed"
ANSWER = (
    "I moved the nightly run to another machine, and it took ten minutes in place of six hours."
)


def own(key: str = "made-up-0123456789") -> TypedKey:
    return TypedKey(provider="openai", key=SecretStr(key), model="typed-model")


@pytest.fixture
def app_on(settings) -> Iterator[Callable[..., App]]:
    """The program with OpenAI at this server, and no key of its own."""
    apps: list[App] = []

    def app_on(server: ScriptedOpenAI, **changes: object) -> App:
        app = build_app(settings.model_copy(update={"openai_base_url": server.url, **changes}))
        app.visitors.local()
        apps.append(app)
        return app

    yield app_on
    for app in apps:
        app.close()


@pytest.fixture
def logging_restored() -> Iterator[None]:
    root, core = logging.getLogger(), logging.getLogger("core")
    before = root.handlers, core.level
    yield
    root.handlers = before[0]
    core.setLevel(before[1])


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


def test_prices_that_cannot_be_read_are_refused_at_start(settings):
    with pytest.raises(ConfigurationError, match="AI_PRICES"):
        build_app(settings.model_copy(update={"ai_prices": "cheap"}))


def test_without_typed_keys_the_app_is_the_one_of_everybody(app):
    assert app.with_keys([]) is app


def test_a_typed_key_leads_for_its_visitor_only(app):
    mine = app.with_keys([own()])

    assert mine.interviewer.label == "OpenAI · typed-model"
    assert app.interviewer.label == BUILT_IN
    assert (mine.sessions, mine.account, mine.visitors) == (app.sessions, app.account, app.visitors)


def test_a_turn_is_worded_with_the_key_of_whoever_started_it(app_on):
    with ScriptedOpenAI(otherwise=plays_along) as server:
        app = app_on(server)
        mine = app.with_keys([own()])
        interview = mine.sessions.create_sample_session("local")
        mine.interviews.start_interview("local", interview.id)

        app.interviews.submit_answer("local", interview.id, 1, ANSWER)
        mine.interviews.submit_answer("local", interview.id, 2, ANSWER)

        session = app.interviews.resume("local", interview.id)
    asked = [exchange.question.provider for exchange in session.exchanges]
    assert asked == ["OpenAI", "Built-in interviewer", "OpenAI"]
    assert server.requests[0].headers["authorization"] == "Bearer made-up-0123456789"


def test_a_turn_that_is_under_way_outlives_the_keys_it_was_begun_with(app_on):
    hold = Hold()

    def later(received: Received) -> Reply:
        reply = plays_along(received)
        return Reply(frames=(hold, *reply.frames))

    with ScriptedOpenAI(otherwise=later) as server:
        app = app_on(server, turn_workers=1)
        interview = app.sessions.create_sample_session("local")
        mine = app.with_keys([own()])
        mine.interviews.start_interview("local", interview.id)
        assert hold.reached.wait(5)

        del mine
        gc.collect()
        hold.released.set()
        list(app.interviews.follow(app.interviews.resume("local", interview.id)))

        session = app.interviews.resume("local", interview.id)
    assert session.exchanges[0].question.provider == "OpenAI"


def test_who_drops_the_app_has_forgotten_its_keys(app):
    key = own()
    mine, forgotten = app.with_keys([key]), weakref.ref(key.key)

    del key, mine
    gc.collect()

    assert forgotten() is None


@pytest.mark.usefixtures("logging_restored")
def test_keys_are_masked_in_the_log(capsys):
    settings = TestSettings(openai_api_key="made-up-key-12345")

    start_logging(settings)
    logging.getLogger("core").warning("refused made-up-key-12345 and sk-or-v1-0123456789abcdef")

    printed = capsys.readouterr().err
    assert "refused" in printed
    assert "made-up-key" not in printed
    assert "0123456789" not in printed


@pytest.mark.usefixtures("logging_restored")
def test_libraries_that_warn_are_masked_too_and_said_once(capsys):
    settings = TestSettings(openai_api_key="made-up-key-12345")

    start_logging(settings)
    start_logging(settings)
    logging.getLogger("httpx2").warning("HTTP/1.1 401 no made-up-key-12345")

    printed = capsys.readouterr().err
    assert printed.count("HTTP/1.1 401 no [hidden]") == 1


@pytest.mark.usefixtures("logging_restored")
def test_a_library_with_a_handler_of_its_own_writes_masked_as_well():
    settings = TestSettings(openai_api_key="made-up-key-12345")
    written, library = StringIO(), logging.getLogger("a_library.with_a_handler")
    handler = logging.StreamHandler(written)
    library.addHandler(handler)

    start_logging(settings)
    start_logging(settings)
    try:
        int("made-up-key-12345")
    except ValueError:
        library.exception("a bug")

    assert "invalid literal for int() with base 10: '[hidden]'" in written.getvalue()
    assert len(handler.filters) == 1
    library.removeHandler(handler)
