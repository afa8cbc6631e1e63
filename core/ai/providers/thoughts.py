"""Leaves out what a local model thinks aloud before it speaks."""

from __future__ import annotations

import re

_TAGS = ("<think>", "<thinking>", "<thought>")
_OPENING = re.compile("|".join(_TAGS), re.IGNORECASE)


class Thoughts:
    """Takes a reply piece by piece, and gives back what is meant for the reader.

    Only blocks at the very beginning are thoughts; a tag further on is a word like any other. A
    block that is never closed leaves nothing to show. Blanks before the first word are dropped.
    """

    def __init__(self) -> None:
        self.are_over = False
        self._held = ""
        self._closing = ""

    @property
    def are_going_on(self) -> bool:
        return bool(self._closing)

    def without(self, text: str) -> str:
        """What may be shown once `text` has come in."""
        if self.are_over:
            return text
        self._held += text
        while not self.are_over:
            if self._closing and not self._closed():
                return ""
            self._held = self._held.lstrip()
            if opening := _OPENING.match(self._held):
                self._closing = f"</{opening[0][1:].lower()}"
                self._held = self._held[opening.end() :]
            elif _may_open(self._held):
                return ""
            else:
                self.are_over = True
        return self.rest()

    def rest(self) -> str:
        """At the end of the reply: what looked like the beginning of a block, and was none."""
        held, self._held = self._held, ""
        return "" if self._closing else held

    def _closed(self) -> bool:
        """Whether the block has come to its end. Of it no more is held than half a tag."""
        at = self._held.lower().find(self._closing)
        if at >= 0:
            self._held, self._closing = self._held[at + len(self._closing) :], ""
        else:
            self._held = self._held[1 - len(self._closing) :]
        return at >= 0


def _may_open(text: str) -> bool:
    return any(tag.startswith(text.lower()) for tag in _TAGS)
