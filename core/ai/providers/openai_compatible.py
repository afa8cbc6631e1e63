"""OpenAI, OpenRouter and every server that speaks OpenAI's chat completions."""

from __future__ import annotations

import re
from collections.abc import Generator, Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from dataclasses import replace
from importlib import import_module
from typing import TYPE_CHECKING, Any, ClassVar, cast
from urllib.parse import urlsplit

from core.ai.faults.classify import classify_openai
from core.ai.faults.failures import failure
from core.ai.providers.adapter import Address, ModelProvider
from core.ai.providers.ladder import Ladder, Part, Rungs
from core.ai.providers.openai_events import piece_of, whole_reply
from core.ai.providers.openai_requests import FORMS, messages_of, options_of, parts_of
from core.ai.providers.reply import Piece
from core.ai.providers.sse import events_in
from core.ai.providers.thoughts import Thoughts
from core.ai.providers.watch import Watch, watched_pool
from core.ai.types import Request
from core.exceptions import FailureKind

if TYPE_CHECKING:
    from openai import OpenAI, Stream

NO_KEY = "not-needed"
_VERSION = re.compile(r"/v\d+\w*(/|$)")
_ENDPOINT = "/chat/completions"


class OpenAICompatible(ModelProvider["OpenAI"]):
    """Streams chat completions.

    `limits` are the names that a model may know the limit on the reply's length by, likeliest
    first; `effort` says how much to think, and is empty where nobody asks.
    """

    limits: ClassVar[tuple[str, ...]] = ("max_tokens", "max_completion_tokens")
    effort: ClassVar[str] = ""
    headers: ClassVar[Mapping[str, str]] = {}

    def __init__(self, address: Address) -> None:
        super().__init__(address)
        lowest = {Part.FORMAT: FORMS, Part.USAGE: 1, Part.THINKING: 1, Part.LIMIT: len(self.limits)}
        self._ladder = Ladder(lowest)
        self._extra_body: Mapping[str, Any] = {}

    def _open_client(self) -> OpenAI:
        with suppress(ModuleNotFoundError):
            # Where there is httpx, the SDK looks into it, also while others are still loading it.
            import_module("httpx")
        from openai import OpenAI

        return OpenAI(
            api_key=self._address.key.get_secret_value() or NO_KEY,
            base_url=self._address.base_url,
            max_retries=0,
            default_headers=dict(self.headers),
            http_client=watched_pool(self._address.connect_seconds),
        )

    def _pieces(self, request: Request, watch: Watch) -> Generator[Piece, None, None]:
        asked = self._ladder.rungs(parts_of(request, self.effort))
        return self._ladder.learning(asked, self._reply(request, watch, asked))

    def _reply(self, request: Request, watch: Watch, asked: Rungs) -> Generator[Piece, None, None]:
        with watch.over_requests(), self._translated():
            stream = self._create(request, watch.seconds_left, asked)
        thoughts = Thoughts()
        with self._translated(), closing(stream):
            for piece in self._events(stream):
                yield piece if thoughts.are_over else _spoken(piece, thoughts)
            yield Piece(text=thoughts.rest())

    def _create(self, request: Request, seconds: float, asked: Rungs) -> Stream[Any]:
        create: Any = self._client().chat.completions.create
        stream = create(
            model=self.model,
            messages=messages_of(request),
            stream=True,
            extra_body=dict(self._extra_body),
            timeout=seconds,
            **options_of(request, asked, self.effort, self.limits),
        )
        return cast("Stream[Any]", stream)

    def _events(self, stream: Stream[Any]) -> Iterator[Piece]:
        content = stream.response.headers.get("content-type", "")
        if "html" in content:
            raise failure(FailureKind.BAD_OUTPUT, self.label, "{label} sent a web page")
        if "json" in content:
            yield whole_reply(stream.response, self.label)
        else:
            for event in events_in(stream.response.iter_bytes()):
                yield piece_of(event, self.label)

    @contextmanager
    def _translated(self) -> Iterator[None]:
        import httpx2
        import openai

        faults = (
            openai.OpenAIError,
            httpx2.HTTPError,
            httpx2.StreamError,
            httpx2.InvalidURL,
            RecursionError,  # JSON that is nested without end
            ValueError,  # what is no JSON, no text, or has no end
        )
        try:
            yield
        except faults as error:
            raise classify_openai(error, self.label) from None


class OpenAIProvider(OpenAICompatible):
    """OpenAI itself: its models think before they answer and take no temperature."""

    name = "openai"
    label = "OpenAI"
    limits = ("max_completion_tokens", "max_tokens")
    effort = "low"


class OpenRouterProvider(OpenAICompatible):
    """Many vendors' models behind one key. Unless allowed, a CV goes to none that would keep it."""

    name = "openrouter"
    label = "OpenRouter"
    headers: ClassVar[Mapping[str, str]] = {
        "HTTP-Referer": "http://localhost",
        "X-Title": "Interview Simulator",
    }

    def __init__(self, address: Address, data_collection: str = "deny") -> None:
        super().__init__(address)
        self._extra_body = {"provider": {"data_collection": data_collection}}


class LocalProvider(OpenAICompatible):
    """Ollama, llama.cpp, vLLM, LM Studio: a server of one's own, with or without a key."""

    name = "local"
    label = "Local model"


def api_address(base_url: str) -> str:
    """The address of the API at `base_url`, which people give in many ways.

    Without scheme, with the endpoint at its end, or without `/v1`, which is only added where the
    path names no version and no API.
    """
    address = base_url if "://" in base_url else f"http://{base_url}"
    address = address.rstrip("/").removesuffix(_ENDPOINT).rstrip("/")
    path = urlsplit(address).path
    return address if _VERSION.search(path) or path.endswith("/openai") else f"{address}/v1"


def _spoken(piece: Piece, thoughts: Thoughts) -> Piece:
    """The piece without what the model only thinks."""
    text = thoughts.without(piece.text) + (thoughts.rest() if piece.finish else "")
    return replace(piece, text=text, is_thought=piece.is_thought or thoughts.are_going_on)
