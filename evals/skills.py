"""`python -m evals.skills < texts.jsonl`: the skills named in CVs, adverts and other texts.

Reads {"id", "text", "kind": "cv" | "job"} a line and writes, in the same order,
{"id", "skills": [{"name", "start", "end", "quote"}]}. `text[start:end]` is the mention, in
characters. Any other kind, or none, is read as a job: that is the stricter reading. A line that
cannot be read gives {"id", "skills": [], "error"}; empty lines are passed over.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import Any

from core.interview.skills import Kind, find_skills, quotes
from evals.lines import answered, parsed


def main(lines: Iterable[bytes]) -> int:
    return answered(lines, outcome)


def outcome(line: bytes) -> dict[str, Any]:
    """What one line of input gives, whatever it holds."""
    try:
        asked = parsed(line)
    except (ValueError, RecursionError) as error:  # a UnicodeDecodeError is a ValueError
        return _failed(None, f"This line is not JSON: {error}.")
    if not isinstance(asked, dict):
        return _failed(None, "This line is not an object with id and text.")
    name = asked.get("id")
    if not isinstance(name, str | int | None):
        return _failed(None, "The id is neither a text nor a whole number.")
    text = asked.get("text")
    if not isinstance(text, str):
        return _failed(name, "There is no text.")
    return {"id": name, "skills": _found(text, "cv" if asked.get("kind") == "cv" else "job")}


def _found(text: str, kind: Kind) -> list[dict[str, Any]]:
    mentions = find_skills(text, kind)
    return [
        {"name": mention.skill.name, "start": mention.start, "end": mention.end, "quote": quote}
        for mention, quote in zip(mentions, quotes(text, mentions), strict=True)
    ]


def _failed(name: str | int | None, why: str) -> dict[str, Any]:
    return {"id": name, "skills": [], "error": why}


if __name__ == "__main__":
    sys.exit(main(sys.stdin.buffer))
