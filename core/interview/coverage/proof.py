"""The sentence that shows what a question was asked for, where an answer shows it as a whole."""

from __future__ import annotations

from core.interview.answers.acts import is_practice
from core.interview.answers.blaming import blames
from core.interview.answers.heard import heard
from core.interview.answers.replies import Reply
from core.interview.answers.signals import Signals
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
_CLAUSE = regex(r"[,;:]|\b(?:and|but)\b")


def proof(signals: Signals) -> str:
    """Empty unless two own steps are told, and of an event also its end. In English only.

    An answer that is rated low, because it says little or nothing of what was asked, is none. Of
    the steps it is the one that has most to do with what the question rests on; what sets the scene
    comes last.
    """
    if signals.reply is not Reply.CONTENT or not is_english(signals.text) or signals.repeats:
        return ""
    style = signals.question.style
    steps = [s for s in _steps(signals, style) if not blames(s)]
    if _count(steps, style) < STEPS or (
        style == "behavioural" and Part.RESULT not in heard(signals)
    ):
        return ""
    if levels.score(signals.rated, levels.ratings(signals.rated)) <= LOW:
        return ""
    about = content_stems(signals.question.quote)
    if signals.question.competency:
        about |= competency_stems(signals.question.competency)

    def telling(step: str) -> tuple[bool, bool, int, int]:
        is_scene = phrases("situation").search(step) is not None
        size = len(step.split())
        return not is_scene, size >= ENOUGH, len(content_stems(step) & about), size

    return max(steps, key=telling)


def _count(steps: list[str], style: str) -> int:
    """A sentence on a way of working may hold several steps, unless it is vague."""
    if style != "technical":
        return len(steps)
    vague = phrases("vague")
    return sum(1 if vague.search(step) else _practices(step) for step in steps)


def _practices(step: str) -> int:
    return sum(map(is_practice, _CLAUSE.split(step)))


def _steps(signals: Signals, style: str) -> tuple[str, ...]:
    if style == "technical":
        return tuple(s for s in signals.sentences if is_practice(s))
    return signals.own_acts if style == "behavioural" else ()
