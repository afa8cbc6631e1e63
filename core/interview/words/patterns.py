"""Patterns that are compiled at their first use, so that the app starts sooner."""

from __future__ import annotations

import re
from typing import Any, cast


def regex(text: str, flags: int = 0) -> re.Pattern[str]:
    """As `re.compile`, put off. It has the methods of a pattern and is never given to `re` itself.

    Raises `re.error` at the first use where the text is no pattern.
    """
    return cast("re.Pattern[str]", _Pattern(text, flags))


def stands_in(pattern: str, text: str) -> bool:
    """Whether a pattern of a content file is found, in any case of letters."""
    return re.search(f"(?i){pattern}", text) is not None


class _Pattern:
    def __init__(self, text: str, flags: int) -> None:
        self.pattern = text
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        """Called for each name once only: from then on it is an attribute like others."""
        if name.startswith("_"):
            raise AttributeError(name)
        found = getattr(re.compile(self.pattern, self._flags), name)
        setattr(self, name, found)
        return found
