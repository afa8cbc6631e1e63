"""How much an answer says: distinct words of substance, each by how much it tells.

Rare words tell more than frequent ones, and the more often a word is used the shorter it is (Zipf),
so a word counts by its length, between bounds that keep rich words from buying a score. Words of
the question and words that fit every answer count little; lists of words and words out of order
hardly count.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import pairwise

from core.interview.words.patterns import regex
from core.interview.words.tables import lexicon, table
from core.interview.words.text import hollow_stems, stem, words

SHORTEST, LONGEST = 3, 10  # letters between which a word's length counts
ASKED, HOLLOW, IN_A_STORY = 0.6, 0.6, 0.4
A_TERM = 0.03  # what a word counts in a list of terms
A_NAME = 4.0  # what any name tells, whichever it is
_LIST, _PROSE = 0.12, 0.26  # share of small words in lists of terms, and in sentences
_IN_ORDER, _OUT_OF_ORDER = 0.02, 0.09
_A_SLIP = 1  # "what I could for him"
_FEWEST_WORDS = 12
_MASKED = "[their]"  # stands for "her" and "him" too
_NAME = regex(r"(?<=[\w,;]\s)[A-Z][^\W\d_]*")


def told(
    sentences: Sequence[str],
    shares: Sequence[float],
    asked: frozenset[str],
    *,
    is_story: bool = False,
) -> float:
    """The substance of the sentences, each word once, where it counts most.

    In a story words that fit any story count as little as hollow ones.
    """
    empty, worth_of_it = hollow_stems(), HOLLOW
    if is_story:
        empty, worth_of_it = empty | any_story(), IN_A_STORY
    best: dict[str, float] = {}
    for sentence, share in zip(sentences, shares, strict=True):
        counts = share * prose(sentence)
        for one, worth in worths_of(sentence).items():
            factor = (ASKED if one in asked else 1.0) * (worth_of_it if one in empty else 1.0)
            best[one] = max(best.get(one, 0.0), worth * factor * counts)
    return sum(sorted(best.values()))


def worths_of(sentence: str) -> Mapping[str, float]:
    stop, names = lexicon("stop"), {name.lower() for name in _NAME.findall(sentence)}
    found: dict[str, float] = {}
    for word in words(sentence):
        if word in stop or (len(word) == 1 and not word.isdigit()):
            continue
        length = min(max(len(word), SHORTEST), LONGEST) - SHORTEST + 1
        found.setdefault(stem(word), A_NAME if word in names else float(length))
    return found


def prose(sentence: str) -> float:
    """0.03 for a list of terms, 1 for a sentence: it has small words such as "the" and "to"."""
    found = words(sentence)
    if len(found) < _FEWEST_WORDS // 2:
        return 1.0
    small = sum(word in lexicon("stop") for word in found) / len(found)
    return max(A_TERM, min(1.0, (small - _LIST) / (_PROSE - _LIST)))


def order(text: str) -> float:
    """1 for words in an order that English allows, down to 0.4 for shuffled words.

    Small words that cannot stand before each other are counted ("the of", "a was"), so that slips
    of a second language, which drop or exchange such words, do not matter.
    """
    found = re.findall(
        r"[^\W_]+(?:['\u2019-][^\W_]+)*|[.!?;:,]", text.lower().replace(_MASKED, "it")
    )
    if len(found) < _FEWEST_WORDS:
        return 1.0
    wrong = sum(_clash(one, two) for one, two in pairwise(found)) - _A_SLIP
    over = (wrong / len(found) - _IN_ORDER) / (_OUT_OF_ORDER - _IN_ORDER)
    return 1.0 - 0.6 * max(0.0, min(1.0, over))


def _clash(one: str, two: str) -> bool:
    kinds = _kinds()
    return any(one in kinds[kind] and two in kinds[follows] for kind, follows in _clashes())


@cache
def any_story() -> frozenset[str]:
    return frozenset(map(stem, table("substance")["any_story"]))


@cache
def any_answer() -> frozenset[str]:
    return frozenset(map(stem, table("substance")["any_answer"]))


@cache
def any_talk() -> frozenset[str]:
    """Stems of everyday words that name nothing, and forms of small words ("making")."""
    return frozenset(map(stem, (*table("substance")["any_talk"], *lexicon("stop"))))


@cache
def _kinds() -> dict[str, frozenset[str]]:
    return {
        kind: frozenset(listed)
        for kind, listed in table("substance")["order"].items()
        if kind != "never"
    }


@cache
def _clashes() -> tuple[tuple[str, str], ...]:
    return tuple(
        (one, two)
        for one, follows in table("substance")["order"]["never"].items()
        for two in follows
    )
