"""Talk about this and that: an answer of some length in which hardly anything is done."""

from __future__ import annotations

from core.interview.answers.acts import names_act
from core.interview.answers.event import asks_for_a_case
from core.interview.answers.replies import Reply
from core.interview.answers.signals import Signals
from core.interview.words.text import content_stems
from core.models import Part

FEWEST = 6  # sentences, below which a story may be told with a step or two
LONG = 10  # sentences, below which anything else may be told without any
SHARE = 0.3  # of them that tell a step, from which on it is an account of something
WORDS = 2  # of substance in a sentence that tells one


def is_talk(signals: Signals) -> bool:
    """Whether few of its sentences tell a step and none an end; in doubt it is an account."""
    return len(signals.sentences) >= FEWEST and _doing(signals) < 1.0


def doing(signals: Signals) -> float:
    """0 where nothing is done in an answer of some length, 1 where enough is, or it tells an end.

    A story is an answer of some length sooner than what somebody says of their work.
    """
    fewest = FEWEST if asks_for_a_case(signals.question) else LONG
    return _doing(signals) if len(signals.sentences) >= fewest else 1.0


def _doing(signals: Signals) -> float:
    told = signals.sentences
    if signals.reply is not Reply.CONTENT or Part.RESULT in signals.parts:
        return 1.0
    deeds = sum(is_deed(sentence, signals) for sentence in told)
    return min(1.0, deeds / max(1.0, SHARE * len(told)))


def is_deed(sentence: str, signals: Signals) -> bool:
    """Whether somebody does something in it, in words of substance."""
    return len(content_stems(sentence) & signals.solid) >= WORDS and names_act(sentence)
