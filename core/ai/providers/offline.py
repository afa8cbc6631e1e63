"""The interviewer that needs no key and no network."""

from __future__ import annotations

import re
from collections.abc import Generator, Sequence

from core.ai.faults.failures import failure
from core.ai.types import Chunk, ChunkKind, Request, Turn
from core.exceptions import FailureKind

_WORD_STARTS = re.compile(r"(?<=\s)(?=\S)")


class BuiltInProvider:
    """Says what the request holds ready for it, so it answers whenever something is held ready."""

    name = "built-in"
    label = "Built-in interviewer"
    model = ""
    identity = "built-in"
    context_tokens = 0  # it reads no prompt

    def generate_response(self, prompt: str, context: Sequence[Turn] = ()) -> str:  # noqa: ARG002 - the protocol's arguments
        raise failure(FailureKind.BAD_REQUEST, self.label)

    def stream(self, request: Request, deadline: float) -> Generator[Chunk, None, None]:  # noqa: ARG002 - it is always in time
        if not request.offline.strip():
            raise failure(FailureKind.BAD_REQUEST, self.label)
        for word in _WORD_STARTS.split(request.offline):
            yield Chunk(ChunkKind.TEXT, word)
        yield Chunk(ChunkKind.END, provider=self.label, finish="stop")

    def close(self) -> None:
        """There is nothing to let go of."""
