"""A reply while it comes in, in words that hold for every provider."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from core.ai.faults.failures import OutOfTokens, failure
from core.ai.types import NO_USAGE, Chunk, ChunkKind, Usage
from core.exceptions import FailureKind, ProviderError


class Finish(StrEnum):
    """How a reply ended, whatever its provider calls it."""

    DONE = "stop"
    LENGTH = "length"
    BLOCKED = "blocked"
    ODD = "odd"


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """What one event of a provider's stream adds to the reply.

    `is_thought` says that the model is at work on what nobody is shown.
    """

    text: str = ""
    finish: Finish | None = None
    model: str = ""
    usage: Usage | None = None
    is_thought: bool = False


class Reply:
    """A reply while it comes in; whether it was a whole one shows at its end."""

    def __init__(self, label: str, model: str) -> None:
        self._label = label
        self._model = model
        self._has_text = False
        self._finish: Finish | None = None
        self._usage = NO_USAGE

    @property
    def has_ended(self) -> bool:
        """Whether the provider has said how the reply ended."""
        return self._finish is not None

    def add(self, piece: Piece) -> None:
        self._has_text = self._has_text or bool(piece.text.strip())
        self._model = piece.model or self._model
        self._usage = piece.usage or self._usage
        if self._finish is not Finish.BLOCKED:  # some say afterwards that all went well
            self._finish = piece.finish or self._finish

    def end(self, prompt_hash: str) -> Chunk:
        """The last chunk of a whole reply."""
        return Chunk(
            ChunkKind.END,
            provider=self._label,
            model=self._model,
            finish=Finish.DONE,
            usage=self._usage,
            prompt_hash=prompt_hash,
        )

    def counts(self) -> Iterator[Chunk]:
        """What a reply that is not whole has cost, where its provider has said so."""
        if self._usage != NO_USAGE:
            yield Chunk(ChunkKind.TEXT, model=self._model, usage=self._usage)

    @property
    def fault(self) -> ProviderError | None:
        """Why the reply is not a whole one, or None when it is."""
        match self._finish:
            case Finish.DONE:
                return None if self._has_text else failure(FailureKind.BAD_OUTPUT, self._label)
            case Finish.LENGTH:
                return self._out_of_tokens()
            case Finish.BLOCKED:
                return failure(FailureKind.BLOCKED, self._label)
            case None if self._has_text:
                return failure(FailureKind.TRUNCATED, self._label)
            case _:
                words = "{label} gave up before it had answered"
                return failure(FailureKind.TRANSIENT, self._label, words)

    def _out_of_tokens(self) -> OutOfTokens:
        kind = FailureKind.TRUNCATED if self._has_text else FailureKind.BAD_OUTPUT
        usual = failure(kind, self._label)
        return OutOfTokens(kind, self._label, usual.public_message)
