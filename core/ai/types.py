"""What the rest of the program asks of a language model, and what it gets back."""

from __future__ import annotations

from collections.abc import Callable, Generator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Literal, Protocol

from core.models import Attempt, Purpose, Usage

__all__ = [
    "AIProvider",
    "Attempt",
    "Chunk",
    "ChunkKind",
    "ProviderStatus",
    "Purpose",
    "Recorder",
    "Request",
    "Turn",
    "Usage",
    "accept_anything",
]


class ChunkKind(StrEnum):
    """`reset` takes back all text so far; `end` is the only sign of success."""

    TEXT = "text"
    RESET = "reset"
    NOTICE = "notice"
    END = "end"


@dataclass(frozen=True, slots=True)
class Turn:
    role: Literal["user", "assistant"]
    text: str


@dataclass(frozen=True, slots=True)
class Chunk:
    """A piece of a reply. A `notice` replaces the notices before it.

    An `end` says who worded it: `provider` is a label, `model` the one that answered, and
    `prompt_hash` names the template that a model was given.
    """

    kind: ChunkKind
    text: str = ""
    provider: str = ""
    model: str = ""
    finish: str = ""
    prompt_hash: str = ""
    usage: Usage = field(default_factory=Usage)


def accept_anything(_reply: str) -> str | None:
    return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """One call. Untrusted text stands fenced in `turns`, never in `system`.

    `offline` is what the built-in provider says to this request. `fault_of` names what is wrong
    with a finished reply, or returns None; a faulty reply counts as a failure of its provider.
    `repair` turns a fault into the request that asks the same provider once more; without it the
    next provider is asked. `schema` is a JSON schema when JSON is wanted. `seconds` bounds the
    whole chain.
    """

    purpose: Purpose
    system: str
    turns: tuple[Turn, ...] = ()
    max_tokens: int = 600
    seconds: float = 60.0
    schema: Mapping[str, Any] | None = None
    prompt_hash: str = ""
    offline: str = ""
    fault_of: Callable[[str], str | None] = accept_anything
    repair: Callable[[str], Request] | None = None


Recorder = Callable[[Attempt], None]


@dataclass(frozen=True, slots=True)
class ProviderStatus:
    """One line of the providers panel. `reason` says why a provider is not in use, or is empty."""

    name: str
    label: str
    model: str
    active: bool
    reason: str = ""


class AIProvider(Protocol):
    """A language model behind one address. `name` is its setting's name, `label` for people."""

    name: str
    label: str
    model: str

    def generate_response(self, prompt: str, context: Sequence[Turn] = ()) -> str:
        """Answer `prompt` after the turns of `context`, whole. Raises `ProviderError`."""
        ...

    def stream(self, request: Request, deadline: float) -> Generator[Chunk, None, None]:
        """Answer piece by piece until `deadline` (of `time.monotonic`). Raises `ProviderError`.

        The last chunk is an `end`; a stream that stops without one has failed. Closing the
        generator ends the call.
        """
        ...

    def close(self) -> None:
        """Let go of connections."""
        ...
