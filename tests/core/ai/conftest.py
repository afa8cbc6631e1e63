from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from types import ModuleType
from typing import Any

import pytest
from pydantic import SecretStr

from core.ai.client import AIClient
from core.ai.fallback.health import Health
from core.ai.providers.adapter import Address, ModelProvider
from core.ai.providers.gemini import GeminiProvider
from core.ai.providers.openai_compatible import LocalProvider, OpenAIProvider, OpenRouterProvider
from core.ai.roster import Roster
from core.ai.types import Attempt, Chunk, ChunkKind, Purpose, Request, Turn
from core.config import TestSettings
from tests.builders import NOW
from tests.fakes import gemini_server, openai_server
from tests.fakes.replies import Reply
from tests.fakes.server import ScriptedServer

KEY = "sk-or-v1-0123456789abcdef"
IDLE = 0.2
ADAPTERS = (OpenAIProvider, OpenRouterProvider, LocalProvider, GeminiProvider)
Adapter = type[OpenAIProvider | OpenRouterProvider | LocalProvider | GeminiProvider]


def healthy() -> Health:
    """A registry that has heard of nobody yet."""
    return Health(lambda: NOW)


def request(**changes: object) -> Request:
    values: dict[str, object] = {
        "purpose": Purpose.QUESTION,
        "system": "You are the interviewer.",
        "turns": (Turn("user", "Ask me."),),
        "seconds": 10.0,
    }
    return Request(**{**values, **changes})  # type: ignore[arg-type]  # one bag of values


def address_of(server: ScriptedServer, **changes: Any) -> Address:
    seconds: dict[str, Any] = {
        "connect_seconds": 5.0,
        "first_token_seconds": 5.0,
        "idle_seconds": 5.0,
        **changes,
    }
    return Address(base_url=server.url, model="asked-model", key=SecretStr(KEY), **seconds)


def heard(
    provider: ModelProvider[Any], wish: Request | None = None, seconds: float = 5.0
) -> list[Chunk]:
    """All that the provider says to this request."""
    with closing(provider.stream(wish or request(), time.monotonic() + seconds)) as chunks:
        return list(chunks)


def shown(chunks: list[Chunk]) -> str:
    """The text that a candidate sees in the end."""
    text = ""
    for chunk in chunks:
        if chunk.kind is ChunkKind.RESET:
            text = ""
        elif chunk.kind is ChunkKind.TEXT:
            text += chunk.text
    return text


@dataclass(frozen=True)
class Line:
    """An adapter connected to the scripted server that speaks its protocol."""

    server: ScriptedServer
    provider: ModelProvider[Any]
    speech: ModuleType

    def script(self, *replies: Reply) -> None:
        self.server.then(*replies)


@contextmanager
def connected(adapter: Adapter, **seconds: float) -> Iterator[Line]:
    is_gemini = adapter is GeminiProvider
    kind = gemini_server.ScriptedGemini if is_gemini else openai_server.ScriptedOpenAI
    with kind() as server, closing(adapter(address_of(server, **seconds))) as provider:
        yield Line(server, provider, gemini_server if is_gemini else openai_server)


@pytest.fixture
def connect() -> Iterator[Callable[..., Line]]:
    """Makes a line of the test's own."""
    with ExitStack() as lines:

        def connect(adapter: Adapter, *script: Reply, **seconds: float) -> Line:
            line = lines.enter_context(connected(adapter, **seconds))
            line.script(*script)
            return line

        yield connect


@pytest.fixture(scope="session")
def lasting_lines() -> Iterator[dict[Adapter, Line]]:
    """A line for each SDK, since a client takes its time to be made."""
    with connected(OpenRouterProvider) as first, connected(GeminiProvider) as second:
        yield {OpenRouterProvider: first, GeminiProvider: second}


@pytest.fixture(params=[OpenRouterProvider, GeminiProvider], ids=lambda adapter: adapter.name)
def line(request: pytest.FixtureRequest, lasting_lines: dict[Adapter, Line]) -> Line:
    """One adapter of each SDK in turn, with nothing scripted."""
    lasting_lines[request.param].server.forget()
    return lasting_lines[request.param]


@pytest.fixture
def gemini_line(lasting_lines: dict[Adapter, Line]) -> Line:
    lasting_lines[GeminiProvider].server.forget()
    return lasting_lines[GeminiProvider]


@pytest.fixture(params=[OpenRouterProvider, GeminiProvider], ids=lambda adapter: adapter.name)
def hasty_line(request: pytest.FixtureRequest, connect: Callable[..., Line]) -> Line:
    """Like `line`, but it bears silence for a short while only."""
    return connect(request.param, idle_seconds=IDLE)


@pytest.fixture
def attempts() -> list[Attempt]:
    """What has been recorded; pass `attempts.append` as the recorder."""
    return []


@pytest.fixture
def client_of() -> Iterator[Callable[..., AIClient]]:
    """A client whose OpenRouter and Gemini are these servers."""
    with ExitStack() as open_ones:

        def client_of(
            openrouter: ScriptedServer | None = None,
            gemini: ScriptedServer | None = None,
            **changes: object,
        ) -> AIClient:
            values: dict[str, object] = {"ai_attempts": 1, "ai_question_seconds": 10, **changes}
            for name, server in (("openrouter", openrouter), ("gemini", gemini)):
                if server is not None:
                    open_ones.enter_context(server)
                    values |= {f"{name}_api_key": KEY, f"{name}_base_url": server.url}
            settings = TestSettings(**values)  # type: ignore[arg-type]  # one bag of values
            client = AIClient(Roster(settings), healthy())
            open_ones.callback(client.close)
            return client

        yield client_of
