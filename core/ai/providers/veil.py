"""Masks what must not be read in a text, also where it comes in bit by bit."""

from __future__ import annotations

from collections.abc import Iterable

MASK = "[hidden]"
PIECE = 8  # so many characters of a key in a row are too many


class Veil:
    """Lies over every piece of the secrets that has at least `piece` characters.

    What may turn out to be the beginning of such a piece is held back until that is known.
    """

    def __init__(self, secrets: Iterable[str], piece: int = PIECE) -> None:
        self._piece = piece
        self._pieces = frozenset(
            secret[start : start + piece]
            for secret in secrets
            for start in range(len(secret) - piece + 1)
        )
        self._beginnings = frozenset(
            one[:length] for one in self._pieces for length in range(1, piece)
        )
        self._held = ""
        self._hidden = 0  # so many of the characters held stand behind a mask that is out already

    def over(self, text: str) -> str:
        """What can be shown of the text so far, and has not been yet."""
        text, hidden = self._held + text, self._hidden
        sure = self._sure_until(text)
        shown: list[str] = []
        for place in range(sure):
            if text[place : place + self._piece] in self._pieces:
                if place > hidden or not hidden:
                    shown.append(MASK)
                hidden = place + self._piece
            elif place >= hidden:
                shown.append(text[place])
        self._held, self._hidden = text[sure:], max(0, hidden - sure)
        return "".join(shown)

    def rest(self) -> str:
        """What was held back, when nothing more is to come."""
        shown = self._held[self._hidden :]
        self._held, self._hidden = "", 0
        return shown

    def over_all(self, text: str) -> str:
        return self.over(text) + self.rest() if self._pieces else text

    def _sure_until(self, text: str) -> int:
        """Where the first piece may begin whose end has not come yet."""
        first = max(0, len(text) - self._piece + 1)
        unsure = (place for place in range(first, len(text)) if text[place:] in self._beginnings)
        return next(unsure, len(text))
