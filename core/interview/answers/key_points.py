"""Which key points of a question about the trade an answer has said."""

from __future__ import annotations

from core.interview.answers.signals import Signals
from core.interview.planning import bank


def unsaid(signals: Signals) -> tuple[str, ...]:
    """The names of those that the bank expects and the answer leaves out, in its order."""
    said = {name for name, _ in signals.points}
    names = (point.name for point in bank.points_of(signals.question))
    return tuple(name for name in names if name not in said)


def says_most(signals: Signals) -> bool:
    """A way of working with half of what belongs to it can be checked by that."""
    return bool(signals.points) and len(unsaid(signals)) <= len(signals.points)
