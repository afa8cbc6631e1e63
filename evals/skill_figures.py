"""Figures of the skill matching, on sentences of adverts that experts have marked.

The folder of data holds `skillspan_train_dev.jsonl` (sentences with the marks `tags_knowledge` and
`tags_skill`), `jds_skillspan.jsonl` (whole adverts) and, for the baseline, `esco_skills.csv`. The
list was tuned on the sentences marked "train"; measured are those marked "dev".
"""

from __future__ import annotations

import csv
import json
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random
from time import process_time
from typing import Any

import ahocorasick

from core.interview.skills import find_skills
from evals.figures import Figure

Span = tuple[int, int]
Finder = Callable[[str], list[Span]]
RESAMPLES = 500
RECALL, PRECISION, MILLISECONDS = 0.55, 0.67, 5.0


@dataclass(frozen=True, slots=True)
class Sentence:
    """Its text, the advert it stands in, and where experts marked knowledge and skills."""

    text: str
    advert: str
    knowledge: tuple[Span, ...]
    skills: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Counts:
    """Of the marked knowledge, how much was touched; of what was found, how much touches a mark."""

    marked: int = 0
    touched: int = 0
    found: int = 0
    right: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(
            self.marked + other.marked,
            self.touched + other.touched,
            self.found + other.found,
            self.right + other.right,
        )

    @property
    def recall(self) -> float:
        return self.touched / self.marked if self.marked else 0.0

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 0.0


def measure(folder: Path) -> Iterator[Figure | str]:
    """The figures, each followed by its 95 % interval over adverts, and the baseline's."""
    sentences = read_sentences(folder / "skillspan_train_dev.jsonl", "dev")
    yield f"  {len(sentences)} sentences of SkillSpan (dev); recall of knowledge, any overlap"
    counts = by_advert(sentences, _ours)
    total = sum(counts, Counts())
    recall, precision = intervals(counts)
    yield Figure("skills: recall of knowledge", total.recall, RECALL)
    yield f"    95 % of resampled adverts: {recall[0]:.3f} to {recall[1]:.3f}"
    yield Figure("skills: precision against any mark", total.precision, PRECISION)
    yield f"    95 % of resampled adverts: {precision[0]:.3f} to {precision[1]:.3f}"
    labels = folder / "esco_skills.csv"
    if labels.exists():
        base = sum(by_advert(sentences, looked_up(labels)), Counts())
        yield f"    baseline, ESCO labels: recall {base.recall:.3f}, precision {base.precision:.3f}"
    texts = [row["text"] for row in _rows(folder / "jds_skillspan.jsonl")]
    yield Figure("skills: ms a document", milliseconds(texts), MILLISECONDS, at_most=True)


def read_sentences(path: Path, split: str) -> list[Sentence]:
    return [_sentence(row) for row in _rows(path) if row["split"] == split]


def by_advert(sentences: list[Sentence], find: Finder) -> list[Counts]:
    adverts: dict[str, Counts] = defaultdict(Counts)
    for sentence in sentences:
        adverts[sentence.advert] += _counts(sentence, find(sentence.text))
    return list(adverts.values())


def intervals(counts: list[Counts]) -> tuple[tuple[float, float], tuple[float, float]]:
    """Where 95 % of recall and of precision lie when the adverts are drawn anew."""
    draw = Random(7)  # noqa: S311 - a resampling, no secret
    samples = [sum(draw.choices(counts, k=len(counts)), Counts()) for _ in range(RESAMPLES)]
    return _middle([s.recall for s in samples]), _middle([s.precision for s in samples])


def looked_up(labels: Path) -> Finder:
    """Every ESCO label that stands word for word in a text, in any case; the longest wins."""
    automaton = ahocorasick.Automaton()
    with labels.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            form = f" {row['description'].lower()} "
            automaton.add_word(form, len(form))
    automaton.make_automaton()

    def find(text: str) -> list[Span]:
        matches = ((end - size + 1, end) for end, size in automaton.iter(f" {text.lower()} "))
        found: list[Span] = []
        for start, end in sorted(matches, key=lambda match: (match[0], -match[1])):
            if not found or start >= found[-1][1]:
                found.append((start, end - 1))
        return found

    return find


def milliseconds(texts: list[str]) -> float:
    """The processor's mean time for one text, the list being loaded."""
    find_skills("", "job")
    start = process_time()
    for text in texts:
        find_skills(text, "job")
    return (process_time() - start) / max(len(texts), 1) * 1_000


def _ours(text: str) -> list[Span]:
    return [(mention.start, mention.end) for mention in find_skills(text, "job")]


def _counts(sentence: Sentence, found: list[Span]) -> Counts:
    marks = (*sentence.knowledge, *sentence.skills)
    return Counts(
        marked=len(sentence.knowledge),
        touched=sum(_touches(mark, found) for mark in sentence.knowledge),
        found=len(found),
        right=sum(_touches(span, marks) for span in found),
    )


def _touches(span: Span, others: list[Span] | tuple[Span, ...]) -> bool:
    return any(span[0] < end and start < span[1] for start, end in others)


def _middle(values: list[float]) -> tuple[float, float]:
    ordered = sorted(values)
    tail = len(ordered) // 40
    return ordered[tail], ordered[-1 - tail]


def _sentence(row: dict[str, Any]) -> Sentence:
    return Sentence(
        text=" ".join(row["tokens"]),
        advert=f"{row['source']}-{row['idx']}",
        knowledge=tuple(_spans(row["tokens"], row["tags_knowledge"])),
        skills=tuple(_spans(row["tokens"], row["tags_skill"])),
    )


def _spans(tokens: list[str], tags: list[str]) -> Iterator[Span]:
    """Where runs of a B and its Is stand in the tokens joined by spaces."""
    at, start, end = 0, -1, -1
    for token, tag in zip(tokens, tags, strict=True):
        if start >= 0 and tag != "I":
            yield start, end
            start = -1
        if tag != "O":
            start, end = (start if start >= 0 else at), at + len(token)
        at += len(token) + 1
    if start >= 0:
        yield start, end


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)
