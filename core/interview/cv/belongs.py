"""Lines of a CV that surely belong to what an advert asks for in other words: the till to money.

The list stands in `content/cv_advice.toml`; what is not in it is not joined.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from core.interview.words.tables import table, whole_words


@dataclass(frozen=True, slots=True)
class Belonging:
    """A line of the CV, verbatim, and what to add to it."""

    line: str
    to_add: str


def belonging(demand: str, lines: Sequence[str]) -> Belonging | None:
    """The first line that belongs to a demand; None where none surely does."""
    for entry in table("cv_advice")["belongs"]:
        if whole_words(tuple(entry["asked"])).search(demand):
            written = whole_words(tuple(entry["written"]))
            line = next((line for line in lines if written.search(line)), "")
            if line:
                return Belonging(line, entry["add"])
    return None
