"""What a question asks about and a story does not tell, in the words of the question.

The table stands in `content/missed.toml`. Where a question is not in it, nothing is said: that few
words are shared with a question does not mean that the story misses it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from core.interview.answers.signals import Signals
from core.interview.words.tables import table


@dataclass(frozen=True, slots=True)
class Missed:
    """`about` goes with "You were asked about", `have` with "Have an example ready"."""

    about: str
    untold: str
    ask: str
    have: str


def missed(signals: Signals) -> Missed | None:
    """The first thing asked about that no word of the answer tells of; None where unsure."""
    if signals.question.style != "behavioural":
        return None
    return next(_untold(signals), None)


def _untold(signals: Signals) -> Iterator[Missed]:
    for entry in table("missed")["asked"]:
        is_asked = re.search(f"(?i){entry['question']}", signals.question.text)
        if is_asked and not re.search(f"(?i){entry['told']}", signals.text):
            yield Missed(entry["about"], entry["untold"], entry["ask"], entry["have"])
