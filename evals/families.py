"""How often the job family of an advert is right, beside a baseline that looks at the title only.

The labels stand in `families_gold.toml`: one family for the id of an advert, or several with a bar
between, "none" where none fits. An advert counts where its label names no "none". The adverts
themselves are no part of the project. They are rows with "id" and either "text", whose first line
is taken as the title, or "job_title" and "job_description".
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import sqrt
from pathlib import Path
from statistics import median
from time import process_time
from typing import Any

from core.interview.reading import read_cv, read_job
from core.interview.words.tables import table
from core.interview.words.text import words
from core.models import Job
from core.models.job import MAX_TITLE
from evals.figures import Figure

GOLD = Path(__file__).with_name("families_gold.toml")
GOAL = 0.85
LONG, MILLISECONDS, TIMES = 60_000, 25, 5
NONE = "none"
Z95 = 1.96


@dataclass(frozen=True, slots=True)
class Share:
    """How many of how many, with Wilson's interval of 95 %."""

    right: int
    whole: int

    @property
    def value(self) -> float:
        return self.right / self.whole if self.whole else 0.0

    @property
    def interval(self) -> tuple[float, float]:
        if not self.whole:
            return 0.0, 1.0
        square = Z95**2 / self.whole
        middle = self.value + square / 2
        half = Z95 * sqrt(self.value * (1 - self.value) / self.whole + square / (4 * self.whole))
        return (middle - half) / (1 + square), (middle + half) / (1 + square)

    def __str__(self) -> str:
        low, high = self.interval
        return f"{self.right} of {self.whole}, 95 % interval {low:.3f} to {high:.3f}"


def measure(adverts: Path, gold: Mapping[str, frozenset[str]] | None = None) -> Iterator[Figure]:
    """The share that is right of the adverts that belong to a family, beside the baseline's."""
    labels = read_gold() if gold is None else gold
    jobs = [(key, job) for key, job in read_jobs(adverts) if NONE not in labels.get(key, {NONE})]
    read = {key: read_job(job).family for key, job in jobs}
    plain = {key: by_title_words(job.title) for key, job in jobs}
    wrong = [f"{key}: {read[key] or NONE}" for key, _ in jobs if read[key] not in labels[key]]
    share = share_right(read, labels)
    baseline = share_right(plain, labels)
    yield Figure(f"Job family: {share}", share.value, GOAL, files=wrong)
    yield Figure(f"  words of the title only: {baseline}", baseline.value, 0)


def speed(adverts: Path, cv: str) -> Figure:
    """CPU time of reading the adverts' beginnings as one of thirty pages, and a CV, once warm."""
    text = "\n".join(job.description for _, job in read_jobs(adverts))[:LONG]
    job = Job(title="Job", company="an employer", description=text)
    taken = []
    for _ in range(TIMES):
        start = process_time()
        read_job(job)
        read_cv(cv)
        taken.append(1000 * (process_time() - start))
    name = f"Reading: CPU for {len(text)} characters of advert and a CV, milliseconds"
    return Figure(name, median(taken), MILLISECONDS, at_most=True)


def share_right(read: Mapping[str, str], labels: Mapping[str, frozenset[str]]) -> Share:
    """Only what belongs to a family counts."""
    known = [key for key in read if NONE not in labels.get(key, {NONE})]
    return Share(sum(read[key] in labels[key] for key in known), len(known))


def by_title_words(title: str) -> str:
    """The baseline: the family with the most words and phrases in the title."""
    spoken = f" {' '.join(words(title))} "

    def named(family: str) -> int:
        return sum(f" {name} " in spoken for name in table("families")[family]["titles"])

    best = max(table("families"), key=named)
    return best if named(best) else ""


def read_gold(path: Path = GOLD) -> dict[str, frozenset[str]]:
    """The families that are accepted for each id."""
    import tomllib

    labels = tomllib.loads(path.read_text("utf-8"))["gold"]
    return {key: frozenset(told.split("|")) for key, told in labels.items()}


def read_jobs(path: Path) -> Iterator[tuple[str, Job]]:
    for line in path.read_text("utf-8").splitlines():
        if line.strip():
            row = json.loads(line)
            yield str(row["id"]), _job(row)


def _job(row: Mapping[str, Any]) -> Job:
    text = row.get("job_description") or row.get("text") or ""
    first = next((line.strip() for line in text.splitlines() if line.strip()), "Job")
    title = (row.get("job_title") or first)[:MAX_TITLE].strip()
    return Job(title=title or "Job", company="an employer", description=text)
