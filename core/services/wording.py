from __future__ import annotations

from dataclasses import dataclass, replace

from core.ai.types import Chunk, ChunkKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """A text as it arrives in chunks, and who said it. Each notice tells the whole story anew."""

    text: str = ""
    notice: str = ""
    provider: str = ""
    model: str = ""
    prompt_hash: str = ""

    @property
    def words(self) -> str:
        """The text with characters whole that came in two halves; a lone half is replaced."""
        return self.text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")

    def take(self, chunk: Chunk) -> Wording:
        match chunk.kind:
            case ChunkKind.TEXT:
                return replace(self, text=self.text + chunk.text)
            case ChunkKind.RESET:
                return replace(self, text="")
            case ChunkKind.NOTICE:
                return replace(self, notice=chunk.text)
            case ChunkKind.END:
                return replace(
                    self,
                    provider=chunk.provider,
                    model=chunk.model,
                    prompt_hash=chunk.prompt_hash,
                )
