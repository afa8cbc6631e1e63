"""The package's own content files, which a person without programming can edit."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def table(name: str) -> dict[str, Any]:
    """The parsed file `content/<name>.toml`."""
    import tomllib

    return tomllib.loads(
        files("core.interview").joinpath("content", f"{name}.toml").read_text("utf-8")
    )


@cache
def lexicon(name: str) -> frozenset[str]:
    return frozenset(table("lexicon")[name])


@cache
def phrases(name: str) -> re.Pattern[str]:
    """A pattern that finds the lexicon's phrases as whole words, in any case."""
    return whole_words(tuple(table("lexicon")[name]))


def whole_words(words: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(set(words), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)", re.IGNORECASE)
