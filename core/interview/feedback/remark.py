"""One remark on an answer: its kind and its words, which stand in `content/remarks.toml`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from core.interview.answers.findings import Found
from core.interview.feedback.asked_in_vain import IN_VAIN, SAME
from core.interview.feedback.talk import LINE
from core.interview.words.tables import table
from core.interview.words.text import clip_clause
from core.models import Point

LONGEST_QUOTE = 300
LATE = "asked_again"  # what came only with a follow-up
# Where no event was told, one that was told elsewhere is worth naming.
UNTOLD = (
    *("no_example", "asked_outside", "asked_none", "asked_none_outside", "nothing", "short"),
    *("general", "off", "own_steps", "repeat", "talk", "talk_again", "empty_step", "link"),
)
_SORTS = {
    **dict.fromkeys(
        ("asked_outside", "asked_other", "asked_open", "asked_none", "asked_none_outside"), LATE
    ),
    SAME: IN_VAIN,
    LINE: "repeat",
}


@dataclass(frozen=True, slots=True)
class Remark:
    """A point with its kind, by which the same remark is recognised in several answers."""

    kind: str
    point: Point

    @property
    def sort(self) -> str:
        """The kind without what it is about, and one for all that came only with a follow-up."""
        kind = self.kind.split(" ", 1)[0]
        return _SORTS.get(kind, kind)


def is_untold(remark: Remark) -> bool:
    """Whether it says that no event was told, or not the one that was asked for."""
    return remark.kind.split(" ", 1)[0] in UNTOLD


def point_of(group: str, found: Found, number: int, version: str = "", asks: str = "") -> Point:
    """The wording of `why` follows from the question's number, so neighbours differ."""
    told_as = words_of(group, found.kind)
    why = told_as["why"][number % len(told_as["why"])]
    advice = told_as.get("advice", "").replace("{about}", found.about).replace("{asks}", asks)
    return Point(
        text=told_as["text"].replace("{about}", found.about).replace("{asks}", asks),
        quote=clip_clause(found.quote, LONGEST_QUOTE),
        number=number,
        advice=advice.strip(),
        why=why,
        stronger=version,
    )


def words_of(group: str, kind: str) -> dict[str, Any]:
    found: dict[str, Any] = table("remarks")[group][kind]
    return found
