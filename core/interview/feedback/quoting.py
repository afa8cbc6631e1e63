"""The piece of a sentence that holds a deed, verbatim: a step alone, or what fits into a quote."""

from __future__ import annotations

import re

from core.interview.answers.acts import OWN_ACT, is_act
from core.interview.words.patterns import regex
from core.interview.words.text import clip, content_stems

FEWEST_OF_A_STEP, MOST_OF_A_STEP = 4, 25  # words of a step that can be pictured
# Says that one did or has something, and nothing that could be seen.
_UNSEEN = regex(
    r"(?i)^I(?:['\u2019]ve|\s+have)\b|^I\s+(?:\w+ly\s+|also\s+|then\s+)?(?:gained|thrived|valued|developed|collaborated"
    r"|demonstrated|ensured|enhanced|found|achieved|improved|utili[sz]ed|leveraged|acquired|honed|handled|received"
    r"|managed|proved|learned|learnt|focused|strived|strove|took\s+(?:pride|ownership|initiative)"
    r"|maintained|established|contributed|excelled|succeeded)\b"
)
# "I write what I did" tells of no step that was done.
_BOUND = regex(r"(?i)\b(?:what|which|that|how|as|if|whatever|everything)\s+$")
LONGEST = 300  # signs of a quote
_JOINTS = regex(r"[,;:]\s+|\s(?=(?:and|so|but|then|because)\s)")


def own_clause(sentence: str, deed: tuple[int, int] | None = None) -> str:
    """The own step in it that tells most, verbatim, without what stands before or far behind."""
    acts = [one.start() for one in re.finditer(OWN_ACT, sentence) if is_act(one.group(1))]
    steps = [start for start in acts if not _BOUND.search(sentence[:start])] or [0]
    starts = [deed[0]] if deed else steps
    return max((_clause(sentence[start:]) for start in starts), key=_weight)


def _weight(clause: str) -> int:
    return len(content_stems(clause))


def _clause(told: str) -> str:
    """Up to the first stop behind which it is long enough."""
    stops = (stop.start() for stop in re.finditer(r"[,;:.!?]", told))
    ends = (end for end in stops if len(told[:end].split()) >= FEWEST_OF_A_STEP)
    return told[: next(ends, len(told))].strip()


def piece_of(sentence: str, deed: tuple[int, int]) -> str:
    """From the joint before the deed on, or from one that leaves room for all of it."""
    start, end = deed
    joints = [0, *(found.end() for found in _JOINTS.finditer(sentence, 0, end))]
    near = [joint for joint in joints if end - joint <= LONGEST] or [start]
    begin = max((joint for joint in near if joint <= start), default=near[0])
    return clip(sentence[begin:], LONGEST)


def is_a_step(quote: str) -> bool:
    """Whether it can be pictured: neither a word or two, nor words without a stop or an act."""
    return FEWEST_OF_A_STEP <= len(quote.split()) <= MOST_OF_A_STEP and not _UNSEEN.match(quote)
