"""Whether two questions ask the same thing in nearly the same words."""

from __future__ import annotations

from functools import lru_cache

from core.interview.planning import bank
from core.interview.skills import find_skills
from core.interview.words.text import content_stems, words

# Five words of eight in common and the questions ask the same; in a bank of five hundred, questions
# that ask different things have at most half their content words in common.
MOSTLY_THE_SAME = 0.6
# The same for letters in threes, which see through other endings and word orders. Questions that
# ask different things reach 0.62, a question with one word exchanged 0.75 and more.
CLOSELY_SPELLED = 0.7
_IN_THREES = 3
_FRAMES = frozenset(("think", "suppose", "imagine", "picture", "consider", "describe", "tell"))
_LEVELS = frozenset(
    (
        *("entry", "graduate", "trainee", "junior", "mid", "middle", "intermediate", "senior"),
        *("experienced", "principal", "lead", "leading", "head", "level", "beginner", "expert"),
    )
)


def are_alike(one: str, other: str) -> bool:
    """True when they ask the same in nearly the same words, or differ by a skill or a level only.

    Two questions made from one question of the bank are alike whatever fills its slots.
    """
    left, right = bank.template_of(one), bank.template_of(other)
    if left == right:
        return True
    return (
        overlap(left, right) >= MOSTLY_THE_SAME
        or spelling(left, right) >= CLOSELY_SPELLED
        or (_without_names(left) == _without_names(right) != frozenset())
    )


def overlap(one: str, other: str) -> float:
    """The share of content words that two questions have in common, 0 to 1."""
    left, right = _stems(one), _stems(other)
    return len(left & right) / len(left | right) if left and right else 0.0


def spelling(one: str, other: str) -> float:
    """The share of letters in threes that two questions have in common (Dice), 0 to 1."""
    left, right = _threes(one), _threes(other)
    return 2 * len(left & right) / (len(left) + len(right)) if left and right else 0.0


@lru_cache(maxsize=2_000)
def _stems(text: str) -> frozenset[str]:
    return content_stems(text) - content_stems(" ".join(_FRAMES))


@lru_cache(maxsize=2_000)
def _threes(text: str) -> frozenset[str]:
    spaced = f" {' '.join(words(text))} "
    return frozenset(spaced[at : at + _IN_THREES] for at in range(len(spaced) - _IN_THREES + 1))


@lru_cache(maxsize=2_000)
def _without_names(text: str) -> frozenset[str]:
    """The content words that are neither a skill nor a level."""
    skills = (text[mention.start : mention.end] for mention in find_skills(text))
    names = " ".join((*_LEVELS, *skills))
    return _stems(text) - content_stems(names)
