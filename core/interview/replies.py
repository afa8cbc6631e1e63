"""What kind of reply an answer is, before its content is looked at."""

from __future__ import annotations

import re
from enum import StrEnum

from core.interview.tables import phrases
from core.interview.text import content_stems, hollow_stems, words

SHORT_REQUEST = 25
SHORT_EXCUSE = 45
SHORT_REFUSAL = 14
MOST_REPEATED = 0.5
MANY_WORDS = 8
FEW_DIFFERENT = 3
_VOWEL = r"(?i)[aeiouy]"
_NO_EXAMPLE = (
    r"(?:\b(?:no|not|never|cannot|cant|dont|havent|without|lack)|n't)(?:\s+[\w']+){0,6}?"
    r"\s+(?:examples?|instances?|occasions?|anecdotes?)\b"
    r"|\bnothing(?:\s+[\w']+){0,3}\s+to\s+mind\b"
)


class Reply(StrEnum):
    NOTHING = "nothing"
    NO_EXAMPLE = "no example"
    REQUEST = "request"  # the candidate asks for the question to be put again
    CONTENT = "content"


def kind_of(text: str, *, tells: bool, is_solid: bool) -> Reply:
    """`tells` where own steps are named, `is_solid` where words of substance are."""
    found = words(text)
    count, plain = len(found), " ".join(found)
    if not count or _is_gibberish(found):
        return Reply.NOTHING
    if is_request(text) and not tells:
        return Reply.REQUEST
    if _has_no_example(plain, count) and not tells:
        return Reply.NO_EXAMPLE
    if count <= SHORT_REFUSAL and _says_nothing(plain):
        return Reply.NOTHING
    return Reply.CONTENT if is_solid or count > SHORT_REFUSAL else Reply.NOTHING


def is_request(text: str) -> bool:
    """True for "Could you repeat the question?" and the like: nothing has been answered yet."""
    found = words(text)
    return 0 < len(found) <= SHORT_REQUEST and bool(phrases("request").search(" ".join(found)))


def _has_no_example(plain: str, count: int) -> bool:
    if count > SHORT_EXCUSE:
        return False
    is_short = count <= SHORT_REQUEST
    return bool(phrases("no_example").search(plain)) or (
        is_short and re.search(_NO_EXAMPLE, plain) is not None
    )


def _says_nothing(plain: str) -> bool:
    """A refusal, and next to nothing beside it."""
    beside, refusals = phrases("nothing").subn(" ", plain)
    return refusals > 0 and len(content_stems(beside) - hollow_stems()) <= 1


def _is_gibberish(found: list[str]) -> bool:
    """Words without vowels, or one word over and over."""
    readable = [word for word in found if re.search(_VOWEL, word) or word.isdigit()]
    if len(readable) < MOST_REPEATED * len(found):
        return True
    return len(found) >= MANY_WORDS and len(set(found)) <= FEW_DIFFERENT
