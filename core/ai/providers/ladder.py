"""The optional parts of a request, and how much of them a model takes.

Not every server knows every option. One that refuses is asked for less: a JSON schema, then JSON
mode, then the prompt alone; and likewise for the rest.
"""

from __future__ import annotations

from collections.abc import Collection, Generator, Iterable, Mapping
from contextlib import closing
from enum import StrEnum
from threading import Lock, local

from core.ai.faults.failures import OptionsRefused
from core.ai.providers.reply import Piece
from core.exceptions import ProviderError


class Part(StrEnum):
    """What a request can do without, likeliest refused first."""

    FORMAT = "the form of the reply"
    USAGE = "counts of tokens"
    THINKING = "how much to think"
    LIMIT = "the name of the limit"


GUESSES = (Part.FORMAT, Part.USAGE, Part.THINKING)
Rungs = Mapping[Part, int]


class RefusedRequest(ProviderError):
    """A request that was refused as bad; `named` are the parts that the refusal speaks of."""

    def __init__(self, error: ProviderError, named: frozenset[Part]) -> None:
        super().__init__(
            error.kind,
            error.provider,
            error.public_message,
            status=error.status,
            retry_after=error.retry_after,
        )
        self.named = named


class Ladder:
    """Which rung of each part a model is asked for; 0 is the whole, the lowest is nothing.

    Thread-safe. A part that a refusal names is lowered for good. Where none is named, parts are
    lowered one at a time on a guess, which only lasts if the request is taken then: a request that
    is refused on the lowest rungs too was bad itself. Guesses are those of the thread that makes
    them, since another request may be refused for reasons of its own.
    """

    def __init__(self, lowest: Rungs) -> None:
        self._lowest = lowest
        self._lock = Lock()
        self._known = dict.fromkeys(lowest, 0)
        self._here = local()

    def rungs(self, parts: Iterable[Part]) -> Rungs:
        guessed = self._guessed
        with self._lock:
            return {part: max(self._known[part], guessed.get(part, 0)) for part in parts}

    def learning(
        self, asked: Rungs, pieces: Generator[Piece, None, None]
    ) -> Generator[Piece, None, None]:
        """The same pieces of a reply to what was `asked`, with a lesson from how it goes.

        Raises `OptionsRefused` when there is less to ask for. What breaks off later says nothing.
        """
        has_spoken = False
        try:
            with closing(pieces):
                for piece in pieces:
                    has_spoken = has_spoken or bool(piece.text)
                    yield piece
        except RefusedRequest as error:
            if has_spoken or not self.lower(asked, error.named):
                raise
            raise OptionsRefused(
                error.kind, error.provider, error.public_message, status=error.status
            ) from None
        except BaseException:
            self._guessed.clear()
            raise
        self.keep(asked)

    def lower(self, asked: Rungs, named: Collection[Part] = ()) -> bool:
        """Take one step down from what was `asked`, unless another thread has done so.

        False when there is nothing left to leave out.
        """
        with self._lock:
            part = self._next(asked, named)
            if part is None:
                self._guessed.clear()
                return False
            rung = asked[part] + 1
            if part in named:
                self._known[part] = max(rung, self._known[part])
            else:
                self._guessed[part] = rung
            return True

    def keep(self, asked: Rungs) -> None:
        """What was `asked` has been taken: whatever was guessed on the way down stays."""
        with self._lock:
            for part, rung in asked.items():
                self._known[part] = max(rung, self._known[part])
        self._guessed.clear()

    @property
    def _guessed(self) -> dict[Part, int]:
        """By this thread, for the request that it is making."""
        guessed: dict[Part, int] = self._here.__dict__.setdefault("guessed", {})
        return guessed

    def _next(self, asked: Rungs, named: Collection[Part]) -> Part | None:
        order = (*(part for part in Part if part in named), *GUESSES)
        steps = (part for part in order if part in asked and asked[part] < self._lowest[part])
        return next(steps, None)
