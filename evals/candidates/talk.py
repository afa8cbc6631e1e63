"""What is said in an interview, without anything that only the program knows."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Sort(StrEnum):
    """What a candidate meant an answer to be; the verdicts are given on this."""

    STORY = "a whole story"
    FULL = "a full answer"
    DETAIL = "the part asked for"
    VAGUE = "vague"
    GENERAL = "no story at all"
    RAMBLING = "rambling"
    TEAM = "told as we"
    DODGE = "a dodge"
    NO_EXAMPLE = "no example"
    UNKNOWN = "does not know"
    CLARIFY = "asks what is meant"
    EMPTY = "empty"
    SKIP = "skipped"
    GIBBERISH = "gibberish"
    ABUSE = "abuse"
    REFUSAL = "refuses"
    ORDERS = "orders to the interviewer"
    OWN_QUESTION = "a question of their own"


@dataclass(frozen=True, slots=True)
class Line:
    """One turn of the transcript, as anybody in the room would hear it."""

    text: str
    is_candidate: bool = False


@dataclass(frozen=True, slots=True)
class Reply:
    """An empty text presses the skip button. `orders` are instructions hidden in the text."""

    text: str
    sort: Sort
    orders: str = ""
