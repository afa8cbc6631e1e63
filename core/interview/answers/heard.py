"""The parts of a story that no remark may call missing: told by cue words, or by the tagger."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from core.interview.answers.acts import without_empty_steps
from core.interview.answers.parts import told
from core.interview.answers.signals import Signals
from core.interview.tagging.tagger import tags, units
from core.interview.words.numbers import numbers
from core.interview.words.patterns import regex
from core.models import Part

LIKELY = 0.5  # share from which on the tagger is believed that a part is there
_OWN = regex(r"\bI\s+[a-z]")


@lru_cache(maxsize=64)
def heard(signals: Signals) -> frozenset[Part]:
    """What `parts.told` finds, and what the tagger hears in words that no list has."""
    if signals.question.style != "behavioural":
        return told(signals)
    return told(signals).union(_by_tagger(signals))


def found_parts(signals: Signals) -> frozenset[Part]:
    """What can be said to be found: as `heard`, but time, place and size only where named."""
    return frozenset(signals.parts) | (heard(signals) - {Part.SITUATION, Part.MEASURE})


def _by_tagger(signals: Signals) -> Iterator[Part]:
    for one in tags(units("\n".join(signals.sentences))):
        is_own = _OWN.search(without_empty_steps(one.sentence)) is not None
        if one.shares[Part.ACTION] >= LIKELY and is_own:
            yield Part.ACTION
            yield Part.OWN_PART
        if one.shares[Part.RESULT] >= LIKELY:
            yield Part.RESULT
            if numbers(one.sentence):
                yield Part.MEASURE
