"""Prompts are values of the domain; here they become the turns that a provider is sent."""

from __future__ import annotations

from core.ai.types import Turn
from core.prompts import Prompt


def turns_of(prompt: Prompt) -> tuple[Turn, ...]:
    return tuple(Turn(role.value, text) for role, text in prompt.turns)
