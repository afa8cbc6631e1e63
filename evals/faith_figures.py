"""The section on good faith: quotes, rewrites, time, and the same words for the same input."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from statistics import quantiles

from evals.agreement import mean_of
from evals.asked import Row
from evals.figures import Figure
from evals.scored import Scored

REWRITES = 200
SEEDS = ("1", "2")
MOST_MS = 30.0
_SLOT = re.compile(r"\[[^\]]*\]")
_NUMBER = re.compile(
    r"\d+(?:[.,]\d+)*|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty"
    r"|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|millions?|half|halved|doubled"
    r"|tripled|twice)\b",
    re.IGNORECASE,
)
_NAME = re.compile(r"(?<=[\w,;:)\]] )[A-Z][\w'\u2019-]+")
_OURS = frozenset(("i", "i'd", "i'm", "i've"))


def faith(scored: Scored) -> Iterator[Figure | str]:
    """Of everything that has been rated so far."""
    pairs = [(quote, row) for row, rated in scored.all for quote in rated.quotes]
    if pairs:
        wrong = [quote for quote, row in pairs if quote not in row.answer]
        share = 1 - len(wrong) / len(pairs)
        yield Figure("Quotes that stand verbatim in the answer", share, 1.0, files=wrong[:5])
    yield f"      {len(pairs)} quotes"
    yield from _rewrites(scored)
    yield from _times(scored)


def _rewrites(scored: Scored) -> Iterator[Figure | str]:
    told = dict.fromkeys((text, row) for row, rated in scored.all for text in rated.stronger)
    first = list(told)[:REWRITES]
    if not first:
        yield "  No stronger versions yet."
        return
    bad = [f"{', '.join(found)}: {text}" for text, row in first if (found := invented(text, row))]
    yield Figure("Rewrites with an invented fact", len(bad), 0, at_most=True, files=bad[:5])
    yield f"      {len(first)} rewrites"


def invented(text: str, row: Row) -> list[str]:
    """Numbers and names outside slots that neither the answer, the question nor the CV has."""
    said = f"{row.answer} {row.question} {row.cv}"
    numbers = {number.lower() for number in _NUMBER.findall(said)}
    known = set(re.findall(r"[\w'\u2019-]+", said.lower())) | _OURS
    kept = _SLOT.sub(" ", text)
    new_numbers = [one for one in _NUMBER.findall(kept) if one.lower() not in numbers]
    return [*new_numbers, *(name for name in _NAME.findall(kept) if name.lower() not in known)]


def _times(scored: Scored) -> Iterator[Figure | str]:
    times = [rated.ms for _, rated in scored.all if rated.ms]
    if len(times) > 1:
        yield Figure("Milliseconds an answer, mean", mean_of(times), MOST_MS, at_most=True)
        yield f"      95 in 100 within {quantiles(times, n=20)[-1]:.1f} ms; n {len(times)}"


def steady(rows: Sequence[Row]) -> Iterator[Figure | str]:
    """The command twice, in processes that order their hashes differently."""
    first, second = (_told(rows, seed) for seed in SEEDS)
    other = [str(one["id"]) for one, two in zip(first, second, strict=True) if one != two]
    name = "Answers rated otherwise by another process"
    yield Figure(name, len(other), 0, at_most=True, files=other[:5])


def _told(rows: Sequence[Row], seed: str) -> list[dict[str, object]]:
    lines = "\n".join(json.dumps(_line(row)) for row in rows)
    done = subprocess.run(
        [sys.executable, "-m", "evals.assess"],
        input=lines.encode(),
        env={**os.environ, "PYTHONHASHSEED": seed},
        check=True,
        capture_output=True,
    )
    found = [json.loads(line) for line in done.stdout.splitlines()]
    return [{key: value for key, value in one.items() if key != "ms"} for one in found]


def _line(row: Row) -> dict[str, object]:
    told = {"id": row.id, "question": row.question, "answer": row.answer}
    points = list(row.key_points)
    return told | {"competency": row.competency, "job_title": row.job_title, "key_points": points}
