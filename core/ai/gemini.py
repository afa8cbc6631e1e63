"""Google's Gemini, over its own SDK."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from typing import TYPE_CHECKING

from core.ai.adapter import ModelProvider
from core.ai.classify import classify_gemini
from core.ai.reply import Finish, Piece
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

    def _open_client(self) -> GeminiClient:
        import httpx2
        from google.genai import Client, types

        pool = httpx2.Client(event_hooks={"request": [self._bound]})
        options = types.HttpOptions(
            base_url=self._address.base_url, api_version="v1beta", httpx_client=pool
        )
        key = self._address.key.get_secret_value()
        return GeminiClient(Client(vertexai=False, api_key=key, http_options=options), pool)

    def _bound(self, request: httpx2.Request) -> None:
        """Bounds the time to connect, and keeps the timeout to ourselves.

        The SDK tells the server every timeout in a header, and the server refuses those below 10 s.
        """
        request.headers.pop("X-Server-Timeout", None)
        timeout = request.extensions["timeout"]
        timeout["connect"] = min(timeout["connect"], self._address.connect_seconds)

    def _pieces(self, request: Request, seconds: float) -> Generator[Piece, None, None]:
        events = self._client().sdk.models.generate_content_stream(
            model=self.model, contents=_contents(request), config=_config(request, seconds)
        )
        while (event := self._next(events)) is not None:
            yield _piece(event)

    def _next(
        self, events: Iterator[types.GenerateContentResponse]
    ) -> types.GenerateContentResponse | None:
        """The SDK's next event. Where a reply has an odd shape, the SDK trips over its own code."""
        import httpx2
        from google.genai.errors import APIError

        transport = (httpx2.HTTPError, httpx2.StreamError, httpx2.InvalidURL)
        odd_shape = (ValueError, TypeError, AttributeError, KeyError)
        try:
            return next(events, None)
        except (APIError, *transport, *odd_shape) as error:
            raise classify_gemini(error, self.label) from None


def _config(request: Request, seconds: float) -> types.GenerateContentConfig:
    from google.genai import types

    return types.GenerateContentConfig(
        system_instruction=request.system or None,
        max_output_tokens=request.max_tokens,
        response_mime_type="application/json" if request.schema else None,
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
    usage = event.usage_metadata
    return Piece(
        text="".join(part.text for part in parts if part.text and not part.thought),
        finish=_finish(event),
        model=event.model_version or "",
        usage=Usage(usage.prompt_token_count, usage.candidates_token_count) if usage else None,
    )


def _finish(event: types.GenerateContentResponse) -> Finish | None:
    """How the reply ended; a prompt that is refused has no candidate, only the reason."""
    if event.prompt_feedback and event.prompt_feedback.block_reason:
        return Finish.BLOCKED
    reason = event.candidates[0].finish_reason if event.candidates else None
    return _FINISH.get(reason.name, Finish.ODD) if reason else None
