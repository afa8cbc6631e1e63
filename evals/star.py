"""`python -m evals.star < stories.jsonl`: the part of each sentence, one line for each story.

Reads JSON lines `{"id": ..., "sentences": ["...", ...]}` and writes for each, in the same order,
`{"id": ..., "sentences": [{"sentence", "label", "probabilities"}, ...]}`: `label` is "situation",
"task", "action", "result" or null for a sentence that is no part of a story, `probabilities` holds
a number from 0 to 1 for each of the four parts; what is missing to 1 is the share of null.

A line that cannot be read gets `{"id": ..., "error": ..., "line": its number}` instead, and empty
lines are passed over. An `id` that is neither text nor number comes back as null. Where `sentences`
is one text it is cut into sentences; an entry that is no text has no part.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from typing import Any

from core.interview.tagging.tagger import tags, units


def main() -> None:
    for line in answers(sys.stdin.buffer):
        print(line, flush=True)


def answers(lines: Iterable[bytes]) -> Iterator[str]:
    """For each line that is not empty one line of JSON, in ASCII."""
    for number, line in enumerate(lines, 1):
        text = line.decode("utf-8-sig", errors="replace").strip()
        if text:
            yield json.dumps(_answer(text, number))


def _answer(text: str, number: int) -> dict[str, Any]:
    try:
        story = json.loads(text)
    except (ValueError, RecursionError):
        return {"id": None, "error": "not a line of JSON", "line": number}
    if not isinstance(story, dict):
        return {"id": None, "error": "not an object", "line": number}
    name = story.get("id")
    name = name if isinstance(name, str | int | float) else None
    if not isinstance(story.get("sentences"), str | list):
        return {"id": name, "error": "no list of sentences", "line": number}
    told = tags(_sentences(story["sentences"]))
    return {
        "id": name,
        "sentences": [
            {"sentence": one.sentence, "label": one.label, "probabilities": one.shares}
            for one in told
        ],
    }


def _sentences(given: str | list[object]) -> list[str]:
    if isinstance(given, str):
        return list(units(given))
    return [one if isinstance(one, str) else "" for one in given]


if __name__ == "__main__":
    main()
