"""A provider's turn to answer: made to fit its model, and given again after some failures."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from core.ai.faults.failures import OutOfTokens, RejectedReply, failure
from core.ai.types import AIProvider, Request
from core.exceptions import FailureKind, ProviderError

REPLY_SHARE = 3  # a reply may take a third of what a model can hold
MORE_TOKENS = 2
UNBOUNDED = 1_000_000
SHRINK = 0.6
_BROKEN_OFF = frozenset({FailureKind.TRANSIENT, FailureKind.TRUNCATED})


class Chance(StrEnum):
    """Why a provider is asked a second time. Each is given once."""

    REPAIR = "the reply had a fault that can be named"
    LONGER_REPLY = "the reply needs more room"
    SHORTER_PROMPT = "the prompt was too long"
    RESTART = "the reply broke off"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """`used` are the second chances that the provider has had; a `single` ask is one call."""

    provider: AIProvider
    request: Request
    is_fitted: bool = False
    used: frozenset[Chance] = frozenset()
    single: bool = False

    def fitted(self) -> Ask:
        """With a prompt that the model can hold. Raises `ProviderError` when there is none."""
        room = self.provider.context_tokens
        if self.is_fitted or self.request.fit is None or not room:
            return self
        most = min(self.request.max_tokens, room // REPLY_SHARE)
        request = replace(self.request.fit(room - most), max_tokens=most)
        if request.tokens > room - most:
            raise failure(FailureKind.CONTEXT, self.provider.label)
        return replace(self, request=request, is_fitted=True)

    def again(self, error: ProviderError, *, was_seen: bool) -> Ask | None:
        """The provider's next turn after this failure, or None when the next one is asked."""
        chance = _chance(self.request, error, was_seen=was_seen)
        if chance is None or chance in self.used or self.single:
            return None
        request = self._changed(error)
        if request is None:
            return None
        single = has_other_words(self.request, error)
        return replace(self, request=request, used=self.used | {chance}, single=single)

    def _changed(self, error: ProviderError) -> Request | None:
        request = self.request
        match error:
            case RejectedReply() if request.repair:
                return request.repair(request, error.fault)
            case OutOfTokens():
                most = min(request.max_tokens * MORE_TOKENS, self._room_for_reply())
                return replace(request, max_tokens=most) if most > request.max_tokens else None
            case ProviderError(kind=FailureKind.CONTEXT) if request.fit:
                shorter = request.fit(int(request.tokens * SHRINK))
                return replace(shorter, max_tokens=request.max_tokens)
            case _:
                return request

    def _room_for_reply(self) -> int:
        """What the prompt leaves, where both are known."""
        known = self.provider.context_tokens and self.request.tokens
        return self.provider.context_tokens - self.request.tokens if known else UNBOUNDED


def has_other_words(request: Request, error: ProviderError) -> bool:
    """Whether a reply was rejected that the built-in provider has good words instead of."""
    return isinstance(error, RejectedReply) and bool(request.repair and request.offline)


def _chance(request: Request, error: ProviderError, *, was_seen: bool) -> Chance | None:
    match error:
        case RejectedReply():
            return Chance.REPAIR if request.repair else None
        case OutOfTokens():
            return Chance.LONGER_REPLY
        case ProviderError(kind=FailureKind.CONTEXT):
            return Chance.SHORTER_PROMPT if request.fit and request.tokens else None
        case _:
            return Chance.RESTART if was_seen and error.kind in _BROKEN_OFF else None
