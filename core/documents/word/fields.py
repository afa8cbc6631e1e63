"""Fields that are spread over several runs: first their code, then what they show."""

from __future__ import annotations

from typing import Any

from core.documents.word.xml import attribute, below

_BEGIN = "begin"
_SEPARATE = "separate"
_END = "end"


class Fields:
    """Says whether what comes next is shown; fields stand inside one another."""

    def __init__(self, root: Any) -> None:
        turns = [attribute(mark, "fldCharType") for mark in below(root, "fldChar")]
        # A field that never ends would swallow the rest of the document.
        self._trusted = turns.count(_BEGIN) == turns.count(_END)
        self._codes: list[bool] = []

    @property
    def shown(self) -> bool:
        return not any(self._codes)

    def turn(self, mark: Any) -> None:
        kind = attribute(mark, "fldCharType")
        if kind == _BEGIN and self._trusted:
            self._codes.append(True)
        elif kind == _SEPARATE and self._codes:
            self._codes[-1] = False
        elif kind == _END and self._codes:
            self._codes.pop()
