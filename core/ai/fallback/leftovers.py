"""Long beginnings of replies that broke off, for the case that nobody can do better."""

from __future__ import annotations

import re

from core.ai.fallback.asks import Ask
from core.ai.types import Chunk, ChunkKind
from core.exceptions import FailureKind, ProviderError

SHORTEST = 80  # characters
CUT = "cut"
_BROKEN_OFF = frozenset({FailureKind.TRANSIENT, FailureKind.TRUNCATED, FailureKind.DEADLINE})
_SENTENCE_END = r"[.!?\u2026\u3002\uff01\uff1f][\"'\u201d\u2019)\]]*\s*$"


class Leftover:
    """The best of them: the longest that ends a sentence and that the request finds no fault with.

    JSON that breaks off is of no use to anybody.
    """

    def __init__(self) -> None:
        self.text = ""
        self.end = Chunk(ChunkKind.END)

    def offer(self, ask: Ask, text: str, error: ProviderError) -> None:
        request = ask.request
        is_worth_it = SHORTEST <= len(text) > len(self.text) and request.schema is None
        if not is_worth_it or error.kind not in _BROKEN_OFF:
            return
        if re.search(_SENTENCE_END, text) and request.fault_of(text) is None:
            self.text = text
            self.end = Chunk(
                ChunkKind.END,
                provider=ask.provider.label,
                model=ask.provider.model,
                finish=CUT,
                prompt_hash=request.prompt_hash,
            )
