"""One tiny call, to see whether a provider can be used."""

from __future__ import annotations

import logging
import time
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from itertools import chain

from core.ai.fallback.health import Health
from core.ai.fallback.retry import RetryPolicy, first_words
from core.ai.faults.failures import OutOfTokens
from core.ai.types import AIProvider, Chunk, ChunkKind, Purpose, Request, Turn, Usage
from core.exceptions import FailureKind, ProviderError

log = logging.getLogger(__name__)

LONGEST = 15.0  # seconds that somebody who has pressed a button waits
_HELLO = Request(
    purpose=Purpose.TEST,
    system="",
    turns=(Turn("user", "Please answer with the one word: ready"),),
    max_tokens=300,  # a model that thinks first needs more than the one word
    seconds=LONGEST,
)
_SOON = "Please try again in a minute."
_ADVICE: Mapping[FailureKind, str] = {
    FailureKind.TRANSIENT: _SOON,
    FailureKind.RATE_LIMITED: _SOON,
    FailureKind.QUOTA: "Add credit at the provider, or use another key.",
    FailureKind.AUTH: "Check the key, or type another one.",
    FailureKind.BAD_REQUEST: "Check the model's name.",
    FailureKind.MODEL_GONE: "Choose another model.",
    FailureKind.BLOCKED: "Choose another model, or look at the provider's privacy settings.",
    FailureKind.DEADLINE: _SOON,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """How it went. `problem` is empty when the provider can be used; `model` may be unknown."""

    label: str
    seconds: float
    model: str = ""
    tokens: int = 0
    problem: str = ""
    advice: str = ""


def tried(provider: AIProvider, health: Health) -> Trial:
    """Ask even a provider that rests: an answer ends its rest, a failure counts as any other."""
    began = time.monotonic()
    model, tokens = "", 0
    try:
        end = _end_of_reply(provider, began + LONGEST)
    except OutOfTokens:
        health.answered(provider)  # it has said more than it was asked for
    except ProviderError as error:
        health.failed(provider, error)
        log.warning("%s failed a test: %s, status %s", provider.name, error.kind, error.status)
        return Trial(
            label=provider.label,
            seconds=time.monotonic() - began,
            problem=error.public_message,
            advice=_ADVICE.get(error.kind, _SOON),
        )
    else:
        health.answered(provider)
        model, tokens = end.model, _tokens(end.usage)
    return Trial(label=provider.label, seconds=time.monotonic() - began, model=model, tokens=tokens)


def _end_of_reply(provider: AIProvider, deadline: float) -> Chunk:
    """Raises `ProviderError`."""
    stream, begun = first_words(
        lambda: provider.stream(_HELLO, deadline), RetryPolicy(attempts=1), LONGEST, _ignore
    )
    end = Chunk(ChunkKind.END)
    with closing(stream):
        for chunk in chain(begun, stream):
            end = chunk
    return end


def _ignore(_error: ProviderError) -> None:
    """It is raised all the same, unless the provider is asked for less at once."""


def _tokens(usage: Usage) -> int:
    return (usage.prompt_tokens or 0) + (usage.completion_tokens or 0)
