"""A server may send back what it was sent, its key included. It goes no further than here."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from contextlib import closing
from dataclasses import replace

from pydantic import SecretStr

from core.ai.providers.veil import PIECE, Veil
from core.ai.redaction import hide
from core.ai.types import AIProvider, Chunk, ChunkKind, Request, Turn
from core.exceptions import ProviderError


class Discreet:
    """A provider that never says its own key, nor a piece of it that is `piece` characters long."""

    def __init__(self, provider: AIProvider, key: SecretStr, piece: int = PIECE) -> None:
        self.name = provider.name
        self.label = provider.label
        self.model = provider.model
        self.identity = provider.identity
        self.context_tokens = provider.context_tokens
        self._provider = provider
        self._key = key
        self._piece = piece
        hide(key)

    def generate_response(self, prompt: str, context: Sequence[Turn] = ()) -> str:
        return self._veil().over_all(self._provider.generate_response(prompt, context))

    def stream(self, request: Request, deadline: float) -> Generator[Chunk, None, None]:
        veil = self._veil()
        with closing(self._provider.stream(request, deadline)) as chunks:
            try:
                for chunk in chunks:
                    yield from self._veiled(chunk, veil)
            except ProviderError:
                yield from _texts(veil.rest())
                raise

    def close(self) -> None:
        self._provider.close()

    def _veiled(self, chunk: Chunk, veil: Veil) -> Generator[Chunk, None, None]:
        if chunk.text:
            yield from _texts(veil.over(chunk.text))
        else:  # an end, or the counts of a reply that will have none
            yield from _texts(veil.rest())
            yield replace(chunk, model=self._veil().over_all(chunk.model))

    def _veil(self) -> Veil:
        return Veil([self._key.get_secret_value()], self._piece)


def _texts(text: str) -> Generator[Chunk, None, None]:
    if text:
        yield Chunk(ChunkKind.TEXT, text)
