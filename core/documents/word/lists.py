"""The bullets and numbers in front of list paragraphs, which Word computes and does not store."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import Any

from core.documents.word.xml import attribute, below, switched, value

BULLET = "- "
_LEVELS = 9
_DIGITS = 6
_PLACES = "%([1-9])"
_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l")),
    *((40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
_MANY = 5_000  # beyond it a Roman number is no number that anybody reads


class Lists:
    def __init__(self, root: Any = None) -> None:
        nums = [] if root is None else list(below(root, "num"))
        kinds = [] if root is None else list(below(root, "abstractNum"))
        self._nums = {attribute(num, "numId"): num for num in nums}
        self._kinds = {attribute(kind, "abstractNumId"): kind for kind in kinds}
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)
        self._started: set[tuple[str, int]] = set()

    def label(self, num_id: str, level: int) -> str:
        """What stands before the next paragraph of this list; counts it."""
        num = self._nums.get(num_id)
        if num is None or not 0 <= level < _LEVELS:
            return ""
        kind_id = value(num, "abstractNumId")
        found = self._level(num, level)
        if found is None:
            return BULLET
        self._count(num, kind_id, level)
        form = value(found, "numFmt")
        if form == "bullet":
            return BULLET
        return "" if form == "none" else self._numbered(num, kind_id, found)

    def level_of(self, num_id: str, style_id: str) -> int:
        """The level that a style is tied to; the first where none is."""
        num = self._nums.get(num_id)
        kind = None if num is None else self._kind(num)
        levels = [] if kind is None else below(kind, "lvl")
        tied = (lvl for lvl in levels if style_id and value(lvl, "pStyle") == style_id)
        return next((_number(attribute(lvl, "ilvl"), 0) for lvl in tied), 0)

    def _level(self, num: Any, level: int) -> Any:
        overrides = (lvl for o in below(num, "lvlOverride") for lvl in below(o, "lvl"))
        kind = self._kind(num)
        levels = [*overrides, *(() if kind is None else below(kind, "lvl"))]
        return next((lvl for lvl in levels if attribute(lvl, "ilvl") == str(level)), None)

    def _kind(self, num: Any) -> Any:
        kind = self._kinds.get(value(num, "abstractNumId"))
        link = "" if kind is None else value(kind, "numStyleLink")
        if not link:
            return kind
        return next((k for k in self._kinds.values() if value(k, "styleLink") == link), None)

    def _count(self, num: Any, kind_id: str, level: int) -> None:
        counts = self._counts[kind_id]
        counts.setdefault(level, self._start(num, level) - 1)
        restart = self._restart(num, level)
        if restart is not None:
            counts[level] = restart - 1
        counts[level] += 1
        for deeper in [deeper for deeper in counts if deeper > level]:
            del counts[deeper]

    def _restart(self, num: Any, level: int) -> int | None:
        """Where a list that shares its counter with another begins anew."""
        key = (attribute(num, "numId"), level)
        if key in self._started:
            return None
        self._started.add(key)
        for override in below(num, "lvlOverride"):
            start = value(override, "startOverride")
            if attribute(override, "ilvl") == str(level) and start:
                return _number(start, 1)
        return None

    def _start(self, num: Any, level: int) -> int:
        found = self._level(num, level)
        return 1 if found is None else _number(value(found, "start"), 1)

    def _numbered(self, num: Any, kind_id: str, found: Any) -> str:
        plain = bool(switched(found, "isLgl"))

        def written(place: re.Match[str]) -> str:
            level = int(place[1]) - 1
            shown = self._level(num, level)
            number = self._counts[kind_id].get(level, self._start(num, level))
            return spelled(number, "" if plain or shown is None else value(shown, "numFmt"))

        text = re.sub(_PLACES, written, value(found, "lvlText"))
        return f"{text} " if text else ""


def spelled(number: int, form: str) -> str:
    """A number as this list writes it; plain digits for the scripts that we do not know."""
    if not 0 < number < _MANY:
        return str(number)
    match form:
        case "lowerLetter" | "upperLetter":
            letters = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
            return letters.upper() if form == "upperLetter" else letters
        case "lowerRoman" | "upperRoman":
            return _roman(number).upper() if form == "upperRoman" else _roman(number)
        case "decimalZero":
            return f"{number:02}"
        case _:
            return str(number)


def _roman(number: int) -> str:
    letters = ""
    for worth, letter in _ROMAN:
        times, number = divmod(number, worth)
        letters += letter * times
    return letters


def _number(text: str, otherwise: int) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < _DIGITS else otherwise
