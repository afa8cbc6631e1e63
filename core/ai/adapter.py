"""What the adapters share: one way to read a reply, so that every provider fails alike."""

from __future__ import annotations

import time
from abc import ABC, abstractmethod
from collections.abc import Generator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from threading import Lock
from typing import Generic, NoReturn, Protocol, TypeVar

from pydantic import SecretStr

from core.ai.failures import failure
from core.ai.reply import Piece, Reply
from core.ai.types import Chunk, ChunkKind, Purpose, Request, Turn
from core.exceptions import FailureKind, ProviderError

LONGEST_CALL = 60.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """Where and how a provider is reached; seconds for connecting and for silence in between."""

    base_url: str
    model: str
    key: SecretStr = field(default_factory=lambda: SecretStr(""))
    connect_seconds: float = 3.0
    idle_seconds: float = 20.0


class _Closable(Protocol):
    def close(self) -> None: ...


Client = TypeVar("Client", bound=_Closable)


class ModelProvider(ABC, Generic[Client]):
    """A provider behind a vendor's SDK. Safe to share between threads; one client is kept."""

    name: str
    label: str

    def __init__(self, address: Address) -> None:
        self.model = address.model
        self._address = address
        self._lock = Lock()
        self._kept: Client | None = None

    @abstractmethod
    def _open_client(self) -> Client:
        """Load the SDK and connect nothing yet."""

    @abstractmethod
    def _pieces(self, request: Request, seconds: float) -> Generator[Piece, None, None]:
        """The reply's events. Silence is borne for `seconds`. Raises `ProviderError` only."""

    def generate_response(self, prompt: str, context: Sequence[Turn] = ()) -> str:
        turns = (*context, Turn("user", prompt))
        request = Request(purpose=Purpose.TEST, system="", turns=turns)
        with closing(self.stream(request, time.monotonic() + LONGEST_CALL)) as chunks:
            return "".join(chunk.text for chunk in chunks if chunk.kind is ChunkKind.TEXT)

    def stream(self, request: Request, deadline: float) -> Generator[Chunk, None, None]:
        reply = Reply(self.label, self.model)
        try:
            with closing(self._pieces(request, self._patience(deadline))) as pieces:
                for piece in pieces:
                    reply.add(piece)
                    if piece.text:
                        yield Chunk(ChunkKind.TEXT, piece.text)
                    self._patience(deadline)
        except ProviderError as error:
            if not reply.has_ended:  # what breaks after the last word does no harm
                self._raise(error, deadline)
        yield reply.end(request.prompt_hash)

    def close(self) -> None:
        with self._lock:
            client, self._kept = self._kept, None
        if client is not None:
            client.close()

    def _client(self) -> Client:
        with self._lock:
            if self._kept is None:
                self._kept = self._open_client()
            return self._kept

    def _raise(self, error: ProviderError, deadline: float) -> NoReturn:
        """Raises `error`; a passing fault that comes after the deadline is no longer one."""
        if error.kind is FailureKind.TRANSIENT:
            self._patience(deadline)
        raise error from None

    def _patience(self, deadline: float) -> float:
        """Seconds that the provider may stay silent. Raises `ProviderError` after the deadline."""
        left = deadline - time.monotonic()
        if left <= 0:
            raise failure(FailureKind.DEADLINE, self.label) from None
        return min(left, self._address.idle_seconds)
