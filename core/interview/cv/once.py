"""No advice twice in the same words: what was said of one thing is not said of the next."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from core.interview.words.text import sentences
from core.models import Advice, Suggestion

AGAIN = "The same goes for this line."


def said_once(suggestions: Iterable[Suggestion]) -> Iterator[Suggestion]:
    """Sentences that stand in an earlier piece of advice of the same kind are left out."""
    said: dict[Advice, set[str]] = {}
    for one in suggestions:
        known = said.setdefault(one.kind, set())
        told = sentences(one.text)
        new = [sentence for sentence in told if sentence not in known]
        known.update(told)
        yield one if new == told else replace(one, text=" ".join(new) or AGAIN)
