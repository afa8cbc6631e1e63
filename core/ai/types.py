"""What the rest of the program asks of a language model, and what it gets back."""

from __future__ import annotations

from collections.abc import Callable, Generator, Mapping, Sequence
from dataclasses import dataclass
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


NO_USAGE = Usage()


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
    `prompt_hash` names the template that a model was given. A `text` without words may come before
    a failure and bring the `usage` of a reply that is not whole.
    """

    kind: ChunkKind
    text: str = ""
    provider: str = ""
    model: str = ""
    finish: str = ""
    prompt_hash: str = ""
    usage: Usage = NO_USAGE


def accept_anything(_reply: str) -> str | None:
    return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """One call. Untrusted text stands fenced in `turns`, never in `system`.

    `offline` is what the built-in provider says to this request. `fault_of` names what is wrong
    with a finished reply, or returns None; a faulty reply counts as a failure of its provider.
    `opening_fault_of` names what is wrong with a beginning whatever may follow, before anybody has
    seen it. `repair` turns a request and its reply's fault into the one that asks the same provider
    once more; without it the next provider is asked. `offline_notice` is told where the built-in
    provider steps in for another. `fit` writes the same wish anew in at most so many
    tokens; `tokens` says how many the prompt has by our estimate, and `left_out`, in words for the
    candidate, what it had to do without. `schema` is a JSON schema when JSON is wanted. `seconds`
    bounds the whole chain; `patience` says how many times longer than usual the first word may
    take.
    """

    purpose: Purpose
    system: str
    turns: tuple[Turn, ...] = ()
    max_tokens: int = 600
    seconds: float = 60.0
    patience: float = 1.0
    schema: Mapping[str, Any] | None = None
    prompt_hash: str = ""
    offline: str = ""
    offline_notice: str = ""
    fault_of: Callable[[str], str | None] = accept_anything
    opening_fault_of: Callable[[str], str | None] = accept_anything
    repair: Callable[[Request, str], Request] | None = None
    fit: Callable[[int], Request] | None = None
    tokens: int = 0
    left_out: tuple[str, ...] = ()


Recorder = Callable[[Attempt], None]


@dataclass(frozen=True, slots=True)
class ProviderStatus:
    """What the settings make of one provider.

    `reason` says why it is not in use, or is empty; `identity` names its health; `key_hint` tells
    its key from others without giving it away.
    """

    name: str
    label: str
    model: str
    active: bool
    reason: str = ""
    identity: str = ""
    key_hint: str = ""


class AIProvider(Protocol):
    """A language model behind one address. `name` is its setting's name, `label` for people.

    Under `identity` its health is kept: name, address and a fingerprint of the key.
    `context_tokens` is the room for a prompt and its reply together.
    """

    name: str
    label: str
    model: str
    identity: str
    context_tokens: int

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
