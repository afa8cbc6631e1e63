"""OpenAI, OpenRouter and every server that speaks OpenAI's chat completions."""

from __future__ import annotations

import json
import re
from collections.abc import Generator, Iterator, Mapping
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING, Any, ClassVar, cast

from core.ai.adapter import Address, ModelProvider
from core.ai.classify import classify_openai
from core.ai.failures import failure
from core.ai.openai_events import piece_of, whole_reply
from core.ai.reply import Piece
from core.ai.types import Request
from core.exceptions import FailureKind, ProviderError

if TYPE_CHECKING:
    from openai import OpenAI, Stream

NO_KEY = "not-needed"


class OpenAICompatible(ModelProvider["OpenAI"]):
    """Streams chat completions; a server that refuses the optional parts is asked without them."""

    limit_option: ClassVar[str] = "max_tokens"
    headers: ClassVar[Mapping[str, str]] = {}
    tuning: ClassVar[Mapping[str, Any]] = {}
    extra_body: ClassVar[Mapping[str, Any]] = {}

    def __init__(self, address: Address) -> None:
        super().__init__(address)
        self._is_plain = False

    def _open_client(self) -> OpenAI:
        from openai import OpenAI

        return OpenAI(
            api_key=self._address.key.get_secret_value() or NO_KEY,
            base_url=self._address.base_url,
            max_retries=0,
            default_headers=dict(self.headers),
        )

    def _pieces(self, request: Request, seconds: float) -> Generator[Piece, None, None]:
        with self._translated(), closing(self._start(request, seconds)) as stream:
            content = stream.response.headers.get("content-type", "")
            if "html" in content:
                raise failure(FailureKind.BAD_OUTPUT, self.label, "{label} sent a web page")
            if "json" in content:
                yield whole_reply(stream.response, self.label)
            else:
                yield from map(piece_of, stream)

    def _start(self, request: Request, seconds: float) -> Stream[Any]:
        if self._is_plain:
            return self._create(request, seconds, {})
        try:
            with self._translated():
                return self._create(request, seconds, self._optional(request))
        except ProviderError as error:
            if error.kind is not FailureKind.BAD_REQUEST:
                raise
        stream = self._create(request, seconds, {})
        self._is_plain = True
        return stream

    def _create(self, request: Request, seconds: float, optional: Mapping[str, Any]) -> Stream[Any]:
        import httpx2

        create: Any = self._client().chat.completions.create
        stream = create(
            model=self.model,
            messages=_messages(request),
            stream=True,
            extra_body=dict(self.extra_body),
            timeout=httpx2.Timeout(seconds, connect=min(seconds, self._address.connect_seconds)),
            **{self.limit_option: request.max_tokens},
            **optional,
        )
        return cast("Stream[Any]", stream)

    def _optional(self, request: Request) -> dict[str, Any]:
        """What a compatible server may not know: token counts, JSON mode, the model's tuning."""
        wanted = {"stream_options": {"include_usage": True}, **self.tuning}
        return wanted | ({"response_format": {"type": "json_object"}} if request.schema else {})

    @contextmanager
    def _translated(self) -> Iterator[None]:
        import httpx2
        import openai

        faults = (
            openai.OpenAIError,
            httpx2.HTTPError,
            httpx2.StreamError,
            httpx2.InvalidURL,
            json.JSONDecodeError,
            UnicodeError,
        )
        try:
            yield
        except faults as error:
            raise classify_openai(error, self.label) from None


class OpenAIProvider(OpenAICompatible):
    """OpenAI itself: its models think before they answer and take no temperature."""

    name = "openai"
    label = "OpenAI"
    limit_option = "max_completion_tokens"
    tuning: ClassVar[Mapping[str, Any]] = {"reasoning_effort": "low"}


class OpenRouterProvider(OpenAICompatible):
    """Many vendors' models behind one key. A CV goes only to vendors that do not keep it."""

    name = "openrouter"
    label = "OpenRouter"
    headers: ClassVar[Mapping[str, str]] = {
        "HTTP-Referer": "http://localhost",
        "X-Title": "Interview Simulator",
    }
    extra_body: ClassVar[Mapping[str, Any]] = {"provider": {"data_collection": "deny"}}


class LocalProvider(OpenAICompatible):
    """Ollama, llama.cpp, vLLM, LM Studio: a server of one's own, with or without a key."""

    name = "local"
    label = "Local model"


def api_address(base_url: str) -> str:
    """The address of the API at `base_url`: people give it with or without scheme and `/v1`."""
    address = base_url if "://" in base_url else f"http://{base_url}"
    address = address.rstrip("/")
    return address if re.search(r"/v\d+\w*$", address) else f"{address}/v1"


def _messages(request: Request) -> list[dict[str, str]]:
    system = [{"role": "system", "content": request.system}] if request.system else []
    return system + [{"role": turn.role, "content": turn.text} for turn in request.turns]
