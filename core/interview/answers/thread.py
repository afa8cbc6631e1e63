"""Which sentences of an answer stay with what was asked, and which speak of something else.

At every sentence an answer is either on the matter or elsewhere, and it seldom changes between two:
stories have details that name nothing of the question, while a pasted text stays away from it. So
a sentence is judged by how near it is itself and by its neighbours on both sides, with the
forward-backward sums of a chain of two states.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp

from core.interview.words.patterns import regex

TELLS = 5.0  # how much a step in nearness tells, in logarithms of odds
MOST_TOLD = (-2.5, 3.0)
START = 0.99  # how sure it is that an answer begins with what was asked
STAYS, PARTS = 0.96, 0.7  # how sure it stays there, in a sentence that carries on, and in others
RETURNS = 0.04
CARRIES_ON = regex(
    r"(?i)^\W*(?:and|but|so|then|because|therefore|however|also|finally|eventually|afterwards|after"
    r"|first|second|third|next|later|instead|it|its|this|that|these|those|they|them|he|she|his|her"
    r"|which|there|for example|for instance|as a result|in the end|in that|in this|at that)\b"
)


@dataclass(frozen=True, slots=True)
class Link:
    """A sentence in its answer.

    `told` is how much speaks for it being on the matter, in logarithms of odds; it `is_tied` when
    it carries on from the sentence before.
    """

    told: float
    is_tied: bool


def on_the_matter(links: Sequence[Link]) -> tuple[float, ...]:
    """For each sentence how sure it is that it is on the matter, 0 to 1."""
    ahead = [_seen(START, links[0].told)] if links else []
    for link in links[1:]:
        stays = _stays(link)
        ahead.append(_seen(ahead[-1] * stays + (1 - ahead[-1]) * RETURNS, link.told))
    behind = [1.0]  # how much better what follows fits an answer that is on the matter here
    for link in reversed(links[1:]):
        odds = exp(link.told) * behind[-1]
        stays = _stays(link)
        behind.append((stays * odds + 1 - stays) / (RETURNS * odds + 1 - RETURNS))
    return tuple(
        sure * odds / (sure * odds + 1 - sure)
        for sure, odds in zip(ahead, reversed(behind), strict=False)
    )


def evidence(nearness: float, *, usual: float, words: int) -> float:
    """What a nearness tells, where `usual` tells nothing; few words tell little."""
    least, most = MOST_TOLD
    return max(least, min(most, TELLS * (nearness - usual))) * min(1.0, words / 5)


def _stays(link: Link) -> float:
    return STAYS if link.is_tied else PARTS


def _seen(before: float, told: float) -> float:
    odds = before * exp(told)
    return odds / (odds + 1 - before)
