"""`python -m evals.skill_sample FOLDER > evals/skill_sample.jsonl`: 200 extractions to be judged.

One in each of 100 adverts and 100 CVs, spread evenly over the files in the folder of data and over
the places within a text. Each line tells where to look,
and holds no text: {"source", "id", "kind", "start", "end", "name"}. The same list of skills always
gives the same sample.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from core.interview.skills import Kind, find_skills

OF_EACH = 100
SOURCES: tuple[tuple[str, str, Kind], ...] = (
    ("jds_skillspan.jsonl", "text", "job"),
    ("synthetic_interviews_open.jsonl", "resume", "cv"),
)


def main(folder: Path) -> None:
    for file, field, kind in SOURCES:
        for line in sample(folder / file, field, kind):
            print(json.dumps(line))


def sample(path: Path, field: str, kind: Kind) -> Iterator[dict[str, object]]:
    """One extraction in each of `OF_EACH` texts that hold any, evenly spread over the file."""
    with path.open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    texts = [(str(row["id"]), row[field] or "") for row in rows]
    found = [(name, mentions) for name, text in texts if (mentions := find_skills(text, kind))]
    for number in range(min(OF_EACH, len(found))):
        name, mentions = found[number * len(found) // min(OF_EACH, len(found))]
        chosen = mentions[int(sha256(name.encode()).hexdigest(), 16) % len(mentions)]
        yield {
            "source": path.name,
            "id": name,
            "kind": kind,
            "start": chosen.start,
            "end": chosen.end,
            "name": chosen.skill.name,
        }


if __name__ == "__main__":
    main(Path(sys.argv[1]))
