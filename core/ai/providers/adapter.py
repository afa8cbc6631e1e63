"""What the adapters share: one way to read a reply, so that every provider fails alike."""

from __future__ import annotations

import time
from abc import ABC, abstractmethod
from collections.abc import Generator, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass, field
from hashlib import sha256
from threading import Lock
from typing import Generic, Protocol, TypeVar

from pydantic import SecretStr

from core.ai.faults.failures import OptionsRefused, bare, failure
from core.ai.providers.reply import Piece, Reply
from core.ai.providers.watch import Watch
from core.ai.types import Chunk, ChunkKind, Purpose, Request, Turn
from core.exceptions import FailureKind, ProviderError

FINGERPRINT = 16
LONGEST_CALL = 60.0
AFTER_THE_END = 2.0  # seconds in which a reply that has ended may still be counted
_SLOW = "{label} did not answer in time"


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """Where and how a provider is reached.

    Seconds for connecting, for the first word and between words; tokens that the model can read and
    write together.
    """

    base_url: str
    model: str
    key: SecretStr = field(default_factory=lambda: SecretStr(""))
    connect_seconds: float = 3.0
    first_token_seconds: float = 20.0
    idle_seconds: float = 15.0
    context_tokens: int = 32_000

    @property
    def fingerprint(self) -> str:
        """Tells keys and addresses apart, and gives neither away."""
        secret = f"{self.base_url}\n{self.key.get_secret_value()}"
        return sha256(secret.encode("utf-8", "replace")).hexdigest()[:FINGERPRINT]


class _Closable(Protocol):
    def close(self) -> None: ...


Client = TypeVar("Client", bound=_Closable)


class ModelProvider(ABC, Generic[Client]):
    """A provider behind a vendor's SDK. Safe to share between threads; one client is kept."""

    name: str
    label: str

    def __init__(self, address: Address) -> None:
        self.model = address.model
        self.identity = f"{self.name}/{address.fingerprint}"
        self.context_tokens = address.context_tokens
        self._address = address
        self._lock = Lock()
        self._kept: Client | None = None

    @abstractmethod
    def _open_client(self) -> Client:
        """Load the SDK and connect nothing yet."""

    @abstractmethod
    def _pieces(self, request: Request, watch: Watch) -> Generator[Piece, None, None]:
        """The reply's events. `watch` has to be over its requests. Raises `ProviderError` only."""

    def generate_response(self, prompt: str, context: Sequence[Turn] = ()) -> str:
        turns = (*context, Turn("user", prompt))
        request = Request(purpose=Purpose.TEST, system="", turns=turns)
        deadline = time.monotonic() + LONGEST_CALL
        while True:
            with closing(self.stream(request, deadline)) as chunks, suppress(OptionsRefused):
                return "".join(chunk.text for chunk in chunks if chunk.kind is ChunkKind.TEXT)

    def stream(self, request: Request, deadline: float) -> Generator[Chunk, None, None]:
        if time.monotonic() >= deadline:
            raise failure(FailureKind.DEADLINE, self.label)
        reply = Reply(self.label, self.model)
        broken: ProviderError | None = None
        with Watch(deadline) as watch:
            try:
                yield from self._texts(request, reply, watch)
            except ProviderError as error:
                broken = error
            if not reply.has_ended:
                broken = self._in_time(broken or reply.fault, watch, deadline)
            else:  # what breaks after the last word does no harm
                broken = reply.fault
        if broken is not None:
            yield from reply.counts()
            raise bare(broken) from None
        yield reply.end(request.prompt_hash)

    def close(self) -> None:
        with self._lock:
            client, self._kept = self._kept, None
        if client is not None:
            client.close()

    def _texts(self, request: Request, reply: Reply, watch: Watch) -> Generator[Chunk, None, None]:
        """The words as they come. Words and thoughts prove that a model is at work."""
        self._client()  # to load an SDK takes its time, which is not the provider's
        patience = self._address.first_token_seconds * request.patience
        watch.allow(patience)
        with closing(self._pieces(request, watch)) as pieces:
            for piece in pieces:
                is_over = reply.has_ended
                reply.add(piece)
                if piece.text and not is_over:
                    watch.allow(self._address.idle_seconds)
                    yield Chunk(ChunkKind.TEXT, piece.text)
                elif piece.is_thought:
                    watch.allow(patience)
                if piece.finish:
                    watch.allow(AFTER_THE_END)
                if watch.has_rung:
                    break

    def _client(self) -> Client:
        with self._lock:
            if self._kept is None:
                self._kept = self._open_client()
            return self._kept

    def _in_time(
        self, error: ProviderError | None, watch: Watch, deadline: float
    ) -> ProviderError | None:
        """The failure as it is, or that time was up: a shut socket looks like many things."""
        if time.monotonic() >= deadline:
            return failure(FailureKind.DEADLINE, self.label)
        if watch.has_rung:
            return failure(FailureKind.TRANSIENT, self.label, _SLOW)
        return error
