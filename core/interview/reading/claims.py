"""What a CV claims: roles, skills, measures and dates, each with its verbatim line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

ClaimKind = Literal["role", "skill", "measure", "dates"]


@dataclass(frozen=True, slots=True)
class Claim:
    kind: ClaimKind
    text: str
    quote: str


def claims_of(text: str, skills: dict[str, str]) -> tuple[Claim, ...]:
    return ()


def years_of(text: str) -> float | None:
    return None
