"""Whether an answer tells one event, or only what somebody thinks and does in general."""

from __future__ import annotations

from core.interview.answers.scene import sets_a_scene
from core.interview.answers.signals import Signals
from core.interview.words.patterns import regex
from core.models import PlannedQuestion

_HABIT = regex(
    r"\b(?:I|[Ww]e)(?:['\u2019]m| am)?\s+(?:always?|usually|often|generally|normally|never"
    r"|try|think|believe|tend|like\s+to|prefer|feel|am|consider|make\s+sure)\b"
    r"|(?i:(?<!\bas\s)\b(?:always?|usually|normally|generally|typically|in\s+general|as\s+a\s+rule"
    r"|every\s+(?:time|day|week)|each\s+time|most\s+of\s+the\s+time)\b|\bit(?:['\u2019]s|\s+is)\s+(?:all\s+|mostly\s+|just\s+)?about\b"
    r"|\b(?:you|one|people)\s+(?:always\s+|just\s+)?(?:have\s+to|has\s+to|need|needs|should|must)\b)"
)
_PAST = regex(r"(?i)\b(?:was|were|had|did|didn['\u2019]t|wasn['\u2019]t|came|went|wanted)\b")


_FOR_A_CASE = regex(
    r"(?i)\b(?:example|hardest|last\s+(?:time|task|work|piece)|did\s+you\s+last|have\s+you\s+done|did\s+it"
    r"|comes?\s+(?:closest|nearest|near)|come\s+up|has\s+that\s+helped|have\s+you\s+helped|have\s+you\s+met)\b"
)


def asks_for_a_case(question: PlannedQuestion) -> bool:
    """Whether a story belongs to the answer: a question about a skill may ask for one too."""
    if question.style == "technical":
        return _FOR_A_CASE.search(question.text) is not None
    return question.style == "behavioural"


def habit(signals: Signals) -> str:
    """The first sentence that tells a habit or a view, verbatim; empty where there is none."""
    return next((s for s in signals.sentences if _HABIT.search(s)), "")


def is_general(signals: Signals) -> bool:
    """Whether only habits or views were told where a story was asked for."""
    if signals.question.style != "behavioural" or not habit(signals):
        return False
    return not (signals.own_acts or signals.shared_acts or may_be_once(signals))


def may_be_once(signals: Signals) -> bool:
    """Whether any sentence could tell of one time, and of no habit."""
    return any(map(_may_be_once, signals.sentences))


def _may_be_once(sentence: str) -> bool:
    is_habit = _HABIT.search(sentence) is not None
    return not is_habit and (_PAST.search(sentence) is not None or sets_a_scene(sentence))
