"""`python -m evals.train_tagger [FILE]`: trains the sentence tagger and writes its weights.

A linear chain (conditional random field) fitted by L-BFGS to the stories in `evals/stories/train`,
with an L2 penalty. Each story also takes part without one of its parts, with less weight, so that
the model does not find a result in the last sentence only because it is the last. The same stories
give the same file.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from core.interview.tagger import LABELS, Weights
from core.interview.unit_traits import story_traits
from core.models import Part

TRAIN = Path(__file__).parent / "stories" / "train"
WEIGHTS = Path(__file__).parents[1] / "core" / "interview" / "content" / "tagger.json"
LETTERS = {
    "S": Part.SITUATION, "T": Part.TASK, "A": Part.ACTION, "R": Part.RESULT, "O": None,
}  # fmt: skip
STYLES = ("written", "spoken")
FEWEST_STORIES = 3  # in which a trait has to stand
WITHOUT_A_PART = 0.6  # weight of a story from which a part was taken
PENALTY = 12.0
ROUNDS = 45
DIGITS = 3
LEAST = 0.02  # smaller weights are left out
SIZE = len(LABELS)
Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]
_ENOUGH, _SMALLEST = 1e-4, 1e-10  # of the line search


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
        kept = [number for number, label in enumerate(self.labels) if label != part]
        return Told(
            self.file, self.number, self.style, self.job,
            tuple(self.sentences[number] for number in kept),
            tuple(self.labels[number] for number in kept),
        )  # fmt: skip


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


@dataclass(frozen=True)
class Batch:
    """All sequences side by side, padded: `seen` has a row of traits per sentence.

    `rows` is (sequences, longest) of row numbers, -1 behind the end; `gold` the same of labels.
    """

    seen: npt.NDArray[np.float32]
    rows: npt.NDArray[np.int64]
    gold: npt.NDArray[np.int64]
    weight: Floats


def train(told: Sequence[Told], penalty: float = PENALTY, rounds: int = ROUNDS) -> Weights:
    sequences = list(_variants(told))
    traits = [story_traits(story.sentences) for story, _ in sequences]
    names = _vocabulary(traits, [story for story, _ in sequences])
    batch = _batch(sequences, traits, names)
    size = len(names) + 1 + SIZE
    start = np.zeros(size * SIZE)
    found = _minimum(lambda values: _loss(values, batch, penalty), start, rounds)
    return _weights(names, found.reshape(size, SIZE))


def _variants(told: Sequence[Told]) -> Iterator[tuple[Told, float]]:
    for story in told:
        yield story, 1.0
        for part in (Part.SITUATION, Part.TASK, Part.ACTION, Part.RESULT, None):
            shorter = story.without(part)
            if shorter.labels and len(shorter.labels) < len(story.labels):
                yield shorter, WITHOUT_A_PART


def _vocabulary(traits: Sequence[list[list[str]]], told: Sequence[Told]) -> list[str]:
    seen: Counter[str] = Counter()
    known: set[tuple[str, str]] = set()
    for rows, story in zip(traits, told, strict=True):
        name = f"{story.file}/{story.style}/{story.number}"
        for trait in {trait for row in rows for trait in row}:
            if (name, trait) not in known:
                known.add((name, trait))
                seen[trait] += 1
    return sorted(trait for trait, count in seen.items() if count >= FEWEST_STORIES)


def _batch(
    sequences: Sequence[tuple[Told, float]], traits: Sequence[list[list[str]]], names: list[str]
) -> Batch:
    place = {name: number for number, name in enumerate(names)}
    longest = max(len(story.labels) for story, _ in sequences)
    seen = np.zeros((sum(map(len, traits)), len(names)), dtype=np.float32)
    rows = np.full((len(sequences), longest), -1, dtype=np.int64)
    gold = np.zeros((len(sequences), longest), dtype=np.int64)
    row = 0
    for number, ((story, _), held) in enumerate(zip(sequences, traits, strict=True)):
        for column, (label, found) in enumerate(zip(story.labels, held, strict=True)):
            seen[row, [place[trait] for trait in found if trait in place]] = 1
            rows[number, column], gold[number, column] = row, LABELS.index(label)
            row += 1
    return Batch(seen, rows, gold, np.array([weight for _, weight in sequences]))


def _loss(values: Floats, batch: Batch, penalty: float) -> tuple[float, Floats]:
    """The weighted negative log-likelihood with its gradient, by forward and backward sums."""
    held = values.reshape(-1, SIZE)
    weights, start, moves = held[: -SIZE - 1], held[-SIZE - 1], held[-SIZE:]
    scores = (batch.seen @ weights.astype(np.float32)).astype(np.float64)
    there = batch.rows >= 0
    seen = np.where(there[..., None], scores[batch.rows], 0.0)
    forward, backward = _forward(seen, start, moves, there), _backward(seen, moves, there)
    total = _log_sum(forward[:, -1], 1)
    one = np.eye(SIZE)[batch.gold] * there[..., None]
    likely = np.exp(forward + backward - total[:, None, None]) * there[..., None]
    wrong = (likely - one) * batch.weight[:, None, None]
    truth = one[:, :-1, :, None] * one[:, 1:, None, :]
    pairs = forward[:, :-1, :, None] + moves + (seen + backward)[:, 1:, None, :]
    pairs = np.exp(pairs - total[:, None, None, None]) - truth
    on = (there[:, 1:] * batch.weight[:, None])[..., None, None]
    spread = np.zeros((len(scores), SIZE), dtype=np.float32)
    spread[batch.rows[there]] = wrong[there]
    slope = np.vstack([batch.seen.T @ spread, wrong[:, 0].sum(0), (pairs * on).sum((0, 1))])
    right = (seen * one).sum((1, 2)) + one[:, 0] @ start + (truth * moves).sum((1, 2, 3))
    loss = float((batch.weight * (total - right)).sum() + penalty / 2 * (values @ values))
    return loss, slope.ravel() + penalty * values


def _forward(seen: Floats, start: Floats, moves: Floats, there: Flags) -> Floats:
    """Behind its end a sequence keeps its last sums."""
    found = np.zeros_like(seen)
    found[:, 0] = seen[:, 0] + start
    for step in range(1, seen.shape[1]):
        grown = _log_sum(found[:, step - 1, :, None] + moves, 1) + seen[:, step]
        found[:, step] = np.where(there[:, step, None], grown, found[:, step - 1])
    return found


def _backward(seen: Floats, moves: Floats, there: Flags) -> Floats:
    found = np.zeros_like(seen)
    for step in range(seen.shape[1] - 2, -1, -1):
        ahead = moves + (seen[:, step + 1] + found[:, step + 1])[:, None, :]
        found[:, step] = np.where(there[:, step + 1, None], _log_sum(ahead, 2), 0.0)
    return found


def _log_sum(values: Floats, axis: int) -> Floats:
    highest = values.max(axis=axis, keepdims=True)
    summed: Floats = np.log(np.exp(values - highest).sum(axis=axis)) + highest.squeeze(axis)
    return summed


def _minimum(loss: Callable[[Floats], tuple[float, Floats]], values: Floats, rounds: int) -> Floats:
    """L-BFGS with ten pairs in memory and a halving line search."""
    now, slope = loss(values)
    pairs: list[tuple[Floats, Floats]] = []
    for _ in range(rounds):
        way = -_two_loops(slope, pairs)
        fall, step = float(slope @ way), 1.0 if pairs else 1.0 / float(np.abs(slope).sum())
        ahead, rise = loss(values + step * way)
        while ahead > now + _ENOUGH * step * fall and step > _SMALLEST:
            step /= 2
            ahead, rise = loss(values + step * way)
        pairs = [*pairs[-9:], (step * way, rise - slope)]
        values, slope, now = values + step * way, rise, ahead
    return values


def _two_loops(slope: Floats, pairs: Sequence[tuple[Floats, Floats]]) -> Floats:
    way, shares = slope.copy(), []
    for moved, turned in reversed(pairs):
        shares.append(float(moved @ way) / float(moved @ turned))
        way -= shares[-1] * turned
    if pairs:
        moved, turned = pairs[-1]
        way *= float(moved @ turned) / float(turned @ turned)
    for (moved, turned), share in zip(pairs, reversed(shares), strict=True):
        way += moved * (share - float(turned @ way) / float(moved @ turned))
    return way


def _weights(names: list[str], held: Floats) -> Weights:
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
    settings = [FEWEST_STORIES, WITHOUT_A_PART, PENALTY, ROUNDS, DIGITS, LEAST]
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
