"""What the reader has been shown, and when it is taken back."""

from __future__ import annotations

from collections.abc import Iterator

from core.ai.types import Chunk, ChunkKind


class Screen:
    """A text stays in view after its provider has failed, until there is another in its place."""

    def __init__(self) -> None:
        self._shown: list[str] = []
        self._is_stale = False

    def show(self, chunk: Chunk) -> Iterator[Chunk]:
        if chunk.kind is ChunkKind.TEXT:
            yield from self._cleared()
            self._shown.append(chunk.text)
        yield chunk

    def outdate(self) -> None:
        """What is shown was given up."""
        self._is_stale = bool(self._shown)

    def restore(self, text: str) -> Iterator[Chunk]:
        """Let `text`, which was given up, stand after all."""
        if text == "".join(self._shown):
            self._is_stale = False
        else:
            yield from self.show(Chunk(ChunkKind.TEXT, text))

    def _cleared(self) -> Iterator[Chunk]:
        if self._is_stale:
            self._shown.clear()
            self._is_stale = False
            yield Chunk(ChunkKind.RESET)
