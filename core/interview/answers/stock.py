"""Fixed phrases that anybody says of any work: "go the extra mile"."""

from __future__ import annotations

import re
from functools import cache

from core.interview.words.tables import table


def without_stock(text: str) -> str:
    """The text with its stock phrases taken out; the rest stands as it is."""
    return _stock().sub(" ", text)


@cache
def _stock() -> re.Pattern[str]:
    """By their first words, so that few of some hundred are tried at each place."""
    starts: dict[str, list[str]] = {}
    for group in table("stock_phrases").values():
        for phrase in group:
            first, *rest = phrase.replace("-", " ").split()
            starts.setdefault(first, []).append("".join(rf"[\s-]+{re.escape(w)}" for w in rest))
    found = (
        f"{re.escape(first)}(?:{'|'.join(sorted(rest, key=len, reverse=True))})"
        for first, rest in starts.items()
    )
    return re.compile(rf"(?<!\w)(?:{'|'.join(found)})(?!\w)", re.IGNORECASE)
