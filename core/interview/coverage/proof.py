"""The sentence that shows what a question was asked for, where an answer shows it as a whole."""

from __future__ import annotations

from core.interview.answers.acts import is_act, is_practice
from core.interview.answers.blaming import blames
from core.interview.answers.heard import heard
from core.interview.answers.replies import Reply
from core.interview.answers.signals import Signals
from core.interview.answers.talk import is_talk
from core.interview.rating import levels
from core.interview.reading import competency_stems
from core.interview.words.language import is_english
from core.interview.words.patterns import regex
from core.interview.words.tables import phrases
from core.interview.words.text import content_stems
from core.models import Part

STEPS = 2
ENOUGH = 12  # words of a step that tells something by itself
LOW = 3.3  # the score up to which an answer hardly tells anything
# What was refused, or could not be done, says least of how somebody works.
_DENIES = regex(r"(?i)\b(?:not|never|cannot|nothing)\b|n['\u2019]t\b")
_AND_DID = regex(r"(?i)(?:,|\band)\s+(?:then\s+|also\s+)?([a-z]+)")
_CLAUSE = regex(r"[,;:]|\b(?:and|but)\b")


def proof(signals: Signals) -> str:
    """Empty unless two own steps are told, and of an event also its end. In English only.

    An answer that is rated low, because it says little or nothing of what was asked, is none. Of
    the steps it is the one that has most to do with what the question rests on; what sets the scene
    or could not be done comes last.
    """
    if signals.reply is not Reply.CONTENT or not is_english(signals.text) or signals.repeats:
        return ""
    style = signals.question.style
    steps = [s for s in _steps(signals, style) if not blames(s)]
    if _count(steps, style) < STEPS or (style == "behavioural" and _has_no_end(signals)):
        return ""
    if score_of(signals) <= LOW:
        return ""
    about = content_stems(signals.question.quote)
    if signals.question.competency:
        about |= competency_stems(signals.question.competency)

    def telling(step: str) -> tuple[bool, bool, bool, int, int]:
        is_scene = phrases("situation").search(step) is not None
        size = len(step.split())
        is_denial = _DENIES.search(step) is not None
        is_long = size >= ENOUGH
        return not is_scene, not is_denial, is_long, len(content_stems(step) & about), size

    return max(steps, key=telling)


def _has_no_end(signals: Signals) -> bool:
    """Talk about this and that ends as well, but nothing in it comes to an end."""
    return Part.RESULT not in heard(signals) or is_talk(signals)


def score_of(signals: Signals) -> float:
    """Of what was told to one question, 1 to 10."""
    return levels.score_of(signals.rated)


def _count(steps: list[str], style: str) -> int:
    """A sentence may hold several steps: "I shut it off, sent two away and rang the firm"."""
    if style != "technical":
        return sum(1 + sum(map(is_act, _AND_DID.findall(step))) for step in steps)
    vague = phrases("vague")
    return sum(1 if vague.search(step) else _practices(step) for step in steps)


def _practices(step: str) -> int:
    return sum(map(is_practice, _CLAUSE.split(step)))


def _steps(signals: Signals, style: str) -> tuple[str, ...]:
    if style == "technical":
        return tuple(s for s in signals.sentences if is_practice(s))
    return signals.own_acts if style == "behavioural" else ()
