"""The tasks of the advert for which nothing was told, in words that fit into a sentence."""

from __future__ import annotations

from collections.abc import Sequence

from core.interview.words.patterns import regex
from core.interview.words.tables import table
from core.models import Demand, Shown, Wanted

LONGEST = 90  # characters of a line that is named
_FURTHER = frozenset(
    ("bring", "fill", "count", "open", "close", "drive", "load", "pack", "greet", "advise", "order")
)
_YOU = regex(r"(?i)^you\s+(?:will\s+|would\s+)?")


def untold_duties(demands: Sequence[Demand]) -> tuple[str, ...]:
    """Main duties that no answer shows or comes near; a line that names no task is left out."""
    open_ = (one for one in demands if one.wanted is Wanted.DUTY and _is_untold(one))
    lines = (one.name.strip().rstrip(".") for one in open_)
    tasks = (_YOU.sub("", line) for line in lines if _is_task(line))
    return tuple(f"{one[:1].lower()}{one[1:]}" for one in tasks)


def _is_untold(one: Demand) -> bool:
    return one.state in (Shown.NOT_ASKED, Shown.ASKED) and not one.number


def _is_task(line: str) -> bool:
    first, *rest = line.lower().split() or [""]
    is_verb = first in table("shapes")["tasks"] or first in _FURTHER
    return (is_verb or _YOU.match(line) is not None) and bool(rest) and len(line) <= LONGEST
