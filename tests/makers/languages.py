"""Texts in many languages, with the encodings that people still save them in."""

from __future__ import annotations

import tomllib
from importlib.resources import files

_TABLE = tomllib.loads(files(__package__).joinpath("languages.toml").read_text(encoding="utf-8"))
TEXTS: dict[str, str] = {language: entry["text"] for language, entry in _TABLE.items()}
CASES: list[tuple[str, str]] = [
    (language, encoding) for language, entry in _TABLE.items() for encoding in entry["encodings"]
]
