"""Prompts are values of the domain; here they become what a provider is sent."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from secrets import token_hex

from core.ai.types import Request, Turn
from core.prompts import Prompt

FENCE_BYTES = 8


def new_fence() -> str:
    """Made for one prompt, so that nobody who wrote what stands between the fences can know it."""
    return token_hex(FENCE_BYTES)


def written(request: Request, write: Callable[[int], Prompt]) -> Request:
    """`request` with a prompt that is written when it is known how many tokens it may have.

    That is when a model is asked; the built-in interviewer needs none.
    """

    def fit(room: int) -> Request:
        prompt = write(room)
        return replace(
            request,
            system=prompt.system,
            turns=tuple(Turn(role.value, text) for role, text in prompt.turns),
            prompt_hash=prompt.hash,
            tokens=prompt.tokens,
            left_out=prompt.left_out,
            fit=fit,
        )

    return replace(request, fit=fit)
