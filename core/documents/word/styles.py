"""What styles say about their text, with what they take over from those that they are based on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from core.documents.word.xml import attribute, below, child, switched, value

_LONGEST_CHAIN = 20
_WHITE = 0xFA  # each of the three parts of a colour that nobody tells from paper


@dataclass(frozen=True, slots=True)
class Look:
    """None wherever nothing is said."""

    vanishes: bool | None = None
    half_points: int | None = None
    white: bool | None = None

    def over(self, other: Look) -> Look:
        """This look, with the other one where it says nothing."""
        return Look(
            other.vanishes if self.vanishes is None else self.vanishes,
            other.half_points if self.half_points is None else self.half_points,
            other.white if self.white is None else self.white,
        )


def look_of(properties: Any) -> Look:
    """The look that an `rPr` asks for."""
    if properties is None:
        return Look()
    right_to_left = switched(properties, "rtl") or switched(properties, "cs")
    size = value(properties, "szCs" if right_to_left else "sz")
    colour = value(properties, "color")
    return Look(
        switched(properties, "vanish"),
        int(size) if size.isascii() and size.isdigit() else None,
        _is_white(colour) if colour else None,
    )


class Styles:
    def __init__(self, root: Any = None) -> None:
        found = [] if root is None else list(below(root, "style"))
        self._styles = {attribute(style, "styleId"): style for style in found}
        self._default = next((attribute(s, "styleId") for s in found if _is_default(s)), "")
        defaults = None if root is None else child(root, "docDefaults", "rPrDefault", "rPr")
        self._defaults = look_of(defaults)
        self._looks: dict[tuple[str, str], Look] = {}

    @property
    def of_text(self) -> list[Any]:
        """All but the styles of tables, which are named where they are used."""
        return [s for s in self._styles.values() if attribute(s, "type") != "table"]

    def look(self, run_style: str, paragraph_style: str) -> Look:
        """How a run of these styles looks when it says nothing of its own."""
        key = (run_style, paragraph_style or self._default)
        if key not in self._looks:
            look = Look()
            for style_id in key:
                for style in self._chain(style_id):
                    look = look.over(look_of(child(style, "rPr")))
            self._looks[key] = look.over(self._defaults)
        return self._looks[key]

    def numbering(self, paragraph: Any) -> tuple[str, str]:
        """The list and the level that a paragraph is on; empty where nothing names one."""
        level = ""
        for source in (paragraph, *self._chain(value(paragraph, "pPr", "pStyle"))):
            level = level or value(source, "pPr", "numPr", "ilvl")
            if num_id := value(source, "pPr", "numPr", "numId"):
                return num_id, level
        return "", ""

    def _chain(self, style_id: str) -> Iterator[Any]:
        for _ in range(_LONGEST_CHAIN):  # styles can be based on each other
            style = self._styles.get(style_id)
            if style is None:
                return
            yield style
            style_id = value(style, "basedOn")


def _is_default(style: Any) -> bool:
    return attribute(style, "type") == "paragraph" and attribute(style, "default") in {"1", "true"}


def _is_white(colour: str) -> bool:
    try:
        return len(colour) == 6 and all(part >= _WHITE for part in bytes.fromhex(colour))  # noqa: PLR2004
    except ValueError:  # "auto", or no colour at all
        return False
