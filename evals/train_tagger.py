"""`python -m evals.train_tagger [FILE]`: trains the sentence tagger and writes its weights.

A linear chain (`chain_fit.py`) fitted to the stories in `evals/stories/train`. Each story also
takes part without one of its parts, with its parts in other orders and with a part of another
story, with less weight, so that the model does not find a result in the last sentence only because
it is the last, nor a task only by what stands around it. The same stories give the same file.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from itertools import permutations, product
from pathlib import Path
from typing import Any

import numpy as np

from core.interview.tagging.tagger import LABELS, PARTS, Weights
from core.interview.tagging.unit_traits import AROUND, story_traits
from core.models import Part
from evals.chain_fit import Floats, Labelled, fitted

TRAIN = Path(__file__).parent / "stories" / "train"
WEIGHTS = Path(__file__).parents[1] / "core" / "interview" / "content" / "tagger.json"
LETTERS = {
    "S": Part.SITUATION, "T": Part.TASK, "A": Part.ACTION, "R": Part.RESULT, "O": None,
}  # fmt: skip
STYLES = ("written", "spoken")
FEWEST_STORIES = 5  # in which a trait has to stand
WITHOUT_A_PART = 0.6  # weight of a story from which a part was taken
IN_ANOTHER_ORDER = 0.2  # weight of a story whose parts were put in another order
TURNS = 2  # other orders of a story
ORDERS = tuple(permutations(PARTS))[1:]
WITH_ANOTHERS = 0.5  # weight of a story with a part of another story
APART = 37  # places between the two
PENALTY = 20.0
PENALTY_AROUND = 40.0  # of what is seen in the sentences before and behind
MOVES_KEPT = 0.8  # of the weight of each step: other people tell their stories in other orders
ROUNDS = 45
DIGITS = 2
LEAST = 0.02  # smaller weights are left out
SIZE = len(LABELS)


@dataclass(frozen=True, slots=True)
class Told:
    """A labelled story. `file` and `number` name it, `labels` has one entry per sentence."""

    file: str
    number: int
    style: str
    job: str
    sentences: tuple[str, ...]
    labels: tuple[Part | None, ...]

    def without(self, part: Part | None) -> Told:
        return self._with([place for place, label in enumerate(self.labels) if label != part])

    def told_in(self, order: Sequence[Part]) -> Told:
        """One part after the other; what is no part stays before what it stood before."""
        parts = [self._part_from(place) for place in range(len(self.labels))]
        rank: dict[Part | None, int] = {part: number for number, part in enumerate(order)}
        return self._with(
            sorted(range(len(parts)), key=lambda place: rank.get(parts[place], len(rank)))
        )

    def with_part_of(self, other: Told, part: Part) -> Told:
        """The sentences of the part together where its first one stood, those of `other`."""
        start = self.labels.index(part)
        mine, its = self.without(part), [s for s, label in other.pairs if label == part]
        return replace(
            self,
            sentences=(*mine.sentences[:start], *its, *mine.sentences[start:]),
            labels=(*mine.labels[:start], *[part] * len(its), *mine.labels[start:]),
        )

    @property
    def pairs(self) -> list[tuple[str, Part | None]]:
        return list(zip(self.sentences, self.labels, strict=True))

    def _part_from(self, place: int) -> Part | None:
        return next((label for label in self.labels[place:] if label), None)

    def _with(self, places: Sequence[int]) -> Told:
        return replace(
            self,
            sentences=tuple(self.sentences[place] for place in places),
            labels=tuple(self.labels[place] for place in places),
        )


def stories(folder: Path = TRAIN) -> list[Told]:
    """The stories of all files, in the order of their names. Raises ValueError on a bad line."""
    import tomllib

    found: list[Told] = []
    for path in sorted(folder.glob("*.toml")):
        held = tomllib.loads(path.read_text("utf-8"))
        for style in STYLES:
            for number, block in enumerate(held.get(style, ())):
                found.append(_told(path.stem, number, style, block))
    return found


def _told(file: str, number: int, style: str, block: dict[str, Any]) -> Told:
    lines = [line.strip() for line in block["units"].splitlines() if line.strip()]
    if any(line[0] not in LETTERS or line[1] != " " for line in lines):
        raise ValueError(f"{file}, {style} story {number + 1}: a line begins with no label")
    return Told(
        file, number, style, block["job"],
        tuple(line[2:].strip() for line in lines),
        tuple(LETTERS[line[0]] for line in lines),
    )  # fmt: skip


def train(told: Sequence[Told], rounds: int = ROUNDS) -> Weights:
    alone = list(variants(told))
    sequences = [*alone, *exchanged(told)]
    traits = [story_traits(story.sentences) for story, _ in sequences]
    names = _vocabulary(traits, [story for story, _ in alone])
    place = {name: number for number, name in enumerate(names)}
    labelled = [
        Labelled(
            [[place[trait] for trait in row if trait in place] for row in rows],
            [LABELS.index(label) for label in story.labels],
            weight,
        )
        for (story, weight), rows in zip(sequences, traits, strict=True)
    ]
    penalties = [PENALTY_AROUND if name[0] in AROUND else PENALTY for name in names]
    return _weights(names, fitted(labelled, [*penalties, *[PENALTY] * (1 + SIZE)], SIZE, rounds))


def variants(told: Sequence[Told]) -> Iterator[tuple[Told, float]]:
    """Each story as it is and in other orders, each of these also without some of its parts."""
    for number, story in enumerate(told):
        yield story, 1.0
        yield from _thinned(story, LABELS, WITHOUT_A_PART)
        if len({label for label in story.labels if label}) > 1:
            for turn in range(TURNS):
                other = story.told_in(ORDERS[(TURNS * number + turn) % len(ORDERS)])
                yield other, IN_ANOTHER_ORDER
                left_out = (PARTS[(number + turn) % len(PARTS)],)
                yield from _thinned(other, left_out, IN_ANOTHER_ORDER * WITHOUT_A_PART)


def exchanged(told: Sequence[Told]) -> Iterator[tuple[Told, float]]:
    """Every second story with a part of another one, and that also without the next part."""
    for style, (turn, part) in product(STYLES, enumerate(PARTS)):
        held = [story for story in told if story.style == style and part in story.labels]
        for number in range(turn % 2, len(held), 2):
            story, other = held[number], held[(number + APART) % len(held)]
            if other is not story:
                mixed = story.with_part_of(other, part)
                yield mixed, WITH_ANOTHERS
                left_out = (PARTS[(number + 1) % len(PARTS)],)
                yield from _thinned(mixed, left_out, WITH_ANOTHERS * WITHOUT_A_PART)


def _thinned(
    story: Told, parts: Sequence[Part | None], weight: float
) -> Iterator[tuple[Told, float]]:
    for part in parts:
        shorter = story.without(part)
        if shorter.labels and len(shorter.labels) < len(story.labels):
            yield shorter, weight


def _vocabulary(traits: Sequence[list[list[str]]], told: Sequence[Told]) -> list[str]:
    """The traits that stand in enough stories."""
    known = {
        (story.file, story.style, story.number, trait)
        for rows, story in zip(traits, told, strict=False)
        for row in rows
        for trait in row
    }
    seen = Counter(trait for *_, trait in known)
    return sorted(trait for trait, count in seen.items() if count >= FEWEST_STORIES)


def _weights(names: list[str], held: Floats) -> Weights:
    held = np.vstack([held[:-SIZE], MOVES_KEPT * held[-SIZE:]])
    rows = [tuple(round(float(value), DIGITS) + 0.0 for value in row) for row in held]
    return Weights(
        traits={
            name: row for name, row in zip(names, rows, strict=False) if max(map(abs, row)) >= LEAST
        },
        start=rows[-SIZE - 1],
        moves=tuple(rows[-SIZE:]),
    )


def fingerprint(told: Sequence[Told]) -> str:
    """What the weights are made from: another text, label, word list or setting gives another."""
    settings = [
        FEWEST_STORIES, WITHOUT_A_PART, IN_ANOTHER_ORDER, TURNS, WITH_ANOTHERS, APART,
        PENALTY, PENALTY_AROUND, MOVES_KEPT, ROUNDS, DIGITS, LEAST,
    ]  # fmt: skip
    seen = [[story.labels, story_traits(story.sentences)] for story in told]
    return sha256(json.dumps([settings, seen]).encode()).hexdigest()


def written(weights: Weights, made_from: str) -> str:
    """The weights as the text of their file."""
    held = {
        "made_from": made_from,
        "start": weights.start,
        "moves": weights.moves,
        "traits": weights.traits,
    }
    return json.dumps(held, separators=(",", ":"), ensure_ascii=False) + "\n"


def main(path: str = str(WEIGHTS)) -> None:
    told = stories()
    text = written(train(told), fingerprint(told))
    Path(path).write_text(text, "utf-8")
    print(f"{len(told)} stories; {len(text.encode())} bytes written to {path}")


if __name__ == "__main__":
    main(*sys.argv[1:2])
