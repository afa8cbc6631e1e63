"""A reply while it comes in, in words that hold for every provider."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from core.ai.failures import failure
from core.ai.types import Chunk, ChunkKind, Usage
from core.exceptions import FailureKind


class Finish(StrEnum):
    """How a reply ended, whatever its provider calls it."""

    DONE = "stop"
    LENGTH = "length"
    BLOCKED = "blocked"
    ODD = "odd"


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """What one event of a provider's stream adds to the reply."""

    text: str = ""
    finish: Finish | None = None
    model: str = ""
    usage: Usage | None = None


class Reply:
    """A reply while it comes in; whether it was a whole one shows at its end."""

    def __init__(self, label: str, model: str) -> None:
        self._label = label
        self._model = model
        self._has_text = False
        self._finish: Finish | None = None
        self._usage = Usage()

    @property
    def has_ended(self) -> bool:
        """Whether the provider has said how the reply ended."""
        return self._finish is not None

    def add(self, piece: Piece) -> None:
        self._has_text = self._has_text or bool(piece.text.strip())
        self._model = piece.model or self._model
        self._finish = piece.finish or self._finish
        self._usage = piece.usage or self._usage

    def end(self, prompt_hash: str) -> Chunk:
        """The last chunk. Raises `ProviderError` when the reply was not a whole one."""
        kind = self._fault()
        if kind is FailureKind.TRANSIENT:
            raise failure(kind, self._label, "{label} gave up before it had answered")
        if kind is not None:
            raise failure(kind, self._label)
        return Chunk(
            ChunkKind.END,
            provider=self._label,
            model=self._model,
            finish=Finish.DONE,
            usage=self._usage,
            prompt_hash=prompt_hash,
        )

    def _fault(self) -> FailureKind | None:
        match self._finish:
            case Finish.DONE:
                return None if self._has_text else FailureKind.BAD_OUTPUT
            case Finish.LENGTH:
                return FailureKind.TRUNCATED if self._has_text else FailureKind.BAD_OUTPUT
            case Finish.BLOCKED:
                return FailureKind.BLOCKED
            case Finish.ODD:
                return FailureKind.TRANSIENT
            case None:
                return FailureKind.TRUNCATED if self._has_text else FailureKind.TRANSIENT
