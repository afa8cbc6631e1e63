"""`python -m evals.skill_judged`: how many extractions of `evals/skill_sample.jsonl` are right.

One judge, a language model that had no part in the matcher and did not see its code, read each
mention with some 200 characters either side, more in doubt. `evals/skill_verdicts.jsonl` holds the
verdicts and no text. "Right" is a mention whose words name, in this place, a skill, tool, field,
language or qualification that the advert asks for, the job uses or the CV claims, and whose
canonical name fits. The rules for cases on the border:

- A list of technologies, a heading of a list of skills, a degree's subject, a certificate, an award
  and the title of a job held all name what they name.
- What the candidate will do or work with is asked for; what the company sells, thinks or is made up
  of is not. A department or a team that one works with is no skill, of an advert or of a CV.
- A measure or an effect on the business is no skill; a quality of one's own work is.
- A near synonym fits when a question about the name would be fair; a neighbouring field does not.
- The issuer of a certificate is no skill, unless its name is part of the certificate's.

About 17 of the 200 could be judged either way: the total would be .855 with all of them wrong and
.940 with all of them right. The verdicts are of one matcher: when `python -m evals.skill_sample`
gives other lines than the sample, judge anew. There is no goal, since none was set before judging.
One mention is taken of each text, and half of the texts are CVs, so the total is of that mixture.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from math import sqrt
from pathlib import Path
from typing import Any

from evals.figures import Figure

Place = tuple[str, int, int, str]
_FOLDER = Path(__file__).parent
_PARTS = {"all": ("job", "cv"), "adverts": ("job",), "CVs": ("cv",)}
_Z = 1.959964  # 95 % of a normal distribution lie within so many deviations


def main() -> None:
    for figure in measure():
        print(figure)


def measure(folder: Path = _FOLDER) -> Iterator[Figure | str]:
    """The share that is right with its Wilson interval, and what has no partner."""
    sample = _rows(folder / "skill_sample.jsonl")
    verdicts = _rows(folder / "skill_verdicts.jsonl")
    alone = without_partner(sample, verdicts)
    yield Figure("skills: extractions or verdicts alone", len(alone), 0, at_most=True, files=alone)
    said = {_place(row): row["verdict"] for row in verdicts}
    for part, kinds in _PARTS.items():
        places = [_place(row) for row in sample if row["kind"] in kinds]
        found = [said[place] for place in places if place in said]
        yield _line(part, found.count("right"), len(found))


def without_partner(sample: list[dict[str, Any]], verdicts: list[dict[str, Any]]) -> list[str]:
    """The lines of one file that the other lacks, or holds less often."""
    asked, judged = Counter(map(_place, sample)), Counter(map(_place, verdicts))
    return [
        *(f"not judged: {place}" for place in (asked - judged).elements()),
        *(f"not in the sample: {place}" for place in (judged - asked).elements()),
    ]


def wilson(right: int, total: int) -> tuple[float, float]:
    """The 95 % interval of a share (Wilson 1927): from nothing judged, anything."""
    if not total:
        return 0.0, 1.0
    share, spread = right / total, _Z**2 / total
    middle = share + spread / 2
    half = sqrt(spread * (share * (1 - share) + spread / 4))
    return (middle - half) / (1 + spread), (middle + half) / (1 + spread)


def _line(part: str, right: int, total: int) -> str:
    low, high = wilson(right, total)
    share = f"{right / total:.3f}" if total else "-"
    name = f"skills: precision by hand, {part}"
    return f"  {name:<62}{share:>8}  95 %: {low:.3f} to {high:.3f} ({right} of {total})"


def _place(row: dict[str, Any]) -> Place:
    return row["id"], row["start"], row["end"], row["name"]


def _rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


if __name__ == "__main__":
    main()
