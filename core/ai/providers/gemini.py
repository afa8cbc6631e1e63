"""Google's Gemini, over its own SDK."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from typing import TYPE_CHECKING

from core.ai.faults.classify import classify_gemini
from core.ai.providers import counts
from core.ai.providers.adapter import Address, ModelProvider
from core.ai.providers.ladder import Ladder, Part, Rungs
from core.ai.providers.reply import Finish, Piece
from core.ai.providers.schema import strict
from core.ai.providers.watch import Watch, watched_pool
from core.ai.types import Request, Usage

if TYPE_CHECKING:
    import httpx2
    from google.genai import Client, types

_FINISH = {
    "STOP": Finish.DONE,
    "MAX_TOKENS": Finish.LENGTH,
    "SAFETY": Finish.BLOCKED,
    "RECITATION": Finish.BLOCKED,
    "BLOCKLIST": Finish.BLOCKED,
    "PROHIBITED_CONTENT": Finish.BLOCKED,
    "SPII": Finish.BLOCKED,
    "MODEL_ARMOR": Finish.BLOCKED,
    "FINISH_REASON_UNSPECIFIED": None,
}
_FORMS = 2  # a schema, then JSON mode; below them nothing but the prompt


class GeminiClient:
    """The SDK's client with the connection pool that it does not close itself."""

    def __init__(self, sdk: Client, pool: httpx2.Client) -> None:
        self.sdk = sdk
        self._pool = pool

    def close(self) -> None:
        self.sdk.close()
        self._pool.close()


class GeminiProvider(ModelProvider[GeminiClient]):
    """Streams from the Gemini API. The SDK's own retries and continuations stay off."""

    name = "gemini"
    label = "Gemini"

    def __init__(self, address: Address) -> None:
        super().__init__(address)
        self._ladder = Ladder({Part.FORMAT: _FORMS})

    def _open_client(self) -> GeminiClient:
        from google.genai import Client, types

        pool = watched_pool(self._address.connect_seconds)
        pool.event_hooks["request"].append(_keep_timeout)
        options = types.HttpOptions(
            base_url=self._address.base_url, api_version="v1beta", httpx_client=pool
        )
        key = self._address.key.get_secret_value()
        return GeminiClient(Client(vertexai=False, api_key=key, http_options=options), pool)

    def _pieces(self, request: Request, watch: Watch) -> Generator[Piece, None, None]:
        asked = self._ladder.rungs([Part.FORMAT] if request.schema else [])
        return self._ladder.learning(asked, self._reply(request, watch, asked))

    def _reply(self, request: Request, watch: Watch, asked: Rungs) -> Generator[Piece, None, None]:
        events = self._client().sdk.models.generate_content_stream(
            model=self.model,
            contents=_contents(request),
            config=_config(request, watch.seconds_left, asked),
        )
        with watch.over_requests():
            event = self._next(events)
        while event is not None:
            yield _piece(event)
            event = self._next(events)

    def _next(
        self, events: Iterator[types.GenerateContentResponse]
    ) -> types.GenerateContentResponse | None:
        """The SDK's next event. Where a reply has an odd shape, the SDK trips over its own code."""
        import httpx2
        from google.genai.errors import APIError

        transport = (httpx2.HTTPError, httpx2.StreamError, httpx2.InvalidURL)
        odd_shape = (ValueError, TypeError, AttributeError, KeyError, RecursionError)
        try:
            return next(events, None)
        except (APIError, *transport, *odd_shape) as error:
            raise classify_gemini(error, self.label) from None


def _keep_timeout(request: httpx2.Request) -> None:
    """Tell the server nothing of timeouts: it refuses those below 10 s."""
    request.headers.pop("X-Server-Timeout", None)


def _config(request: Request, seconds: float, asked: Rungs) -> types.GenerateContentConfig:
    from google.genai import types

    is_json = request.schema is not None and asked[Part.FORMAT] < _FORMS
    has_schema = request.schema is not None and asked[Part.FORMAT] == 0
    return types.GenerateContentConfig(
        system_instruction=request.system or None,
        max_output_tokens=request.max_tokens,
        response_mime_type="application/json" if is_json else None,
        response_json_schema=strict(request.schema or {}) if has_schema else None,
        automatic_function_calling=types.AutomaticFunctionCallingConfig(disable=True),
        automatic_continuation=False,
        http_options=types.HttpOptions(timeout=max(1, int(seconds * 1000))),
    )


def _contents(request: Request) -> list[types.ContentUnionDict]:
    roles = {"user": "user", "assistant": "model"}
    return [{"role": roles[turn.role], "parts": [{"text": turn.text}]} for turn in request.turns]


def _piece(event: types.GenerateContentResponse) -> Piece:
    candidate = event.candidates[0] if event.candidates else None
    parts = (candidate.content.parts or []) if candidate and candidate.content else []
    text = "".join(part.text for part in parts if part.text and not part.thought)
    return Piece(
        text=text,
        finish=_finish(event),
        model=event.model_version or "",
        usage=_usage(event.usage_metadata) if event.usage_metadata else None,
        is_thought=not text and any(part.thought for part in parts),
    )


def _usage(said: types.GenerateContentResponseUsageMetadata) -> Usage:
    """Gemini counts what is thought apart from what is said, and charges for both."""
    spoken = counts.tokens(said.candidates_token_count)
    thought = counts.tokens(said.thoughts_token_count)
    return Usage(
        prompt_tokens=counts.tokens(said.prompt_token_count),
        completion_tokens=None if spoken is thought is None else (spoken or 0) + (thought or 0),
        thinking_tokens=thought,
        cached_tokens=counts.tokens(said.cached_content_token_count),
    )


def _finish(event: types.GenerateContentResponse) -> Finish | None:
    """How the reply ended; a prompt that is refused has no candidate, only the reason."""
    if event.prompt_feedback and event.prompt_feedback.block_reason:
        return Finish.BLOCKED
    reason = event.candidates[0].finish_reason if event.candidates else None
    return _FINISH.get(reason.name, Finish.ODD) if reason else None
