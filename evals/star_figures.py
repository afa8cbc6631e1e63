"""How well the sentence tagger knows the parts of a story, on stories that it was not trained on.

`python -m evals.star_figures` (a quarter of an hour) trains it anew without a fold, once for each,
and prints figures for written and spoken stories apart, beside cue words and place as a baseline.
First all stories of a job stay out together, then a whole file of them. AUC says how often a
sentence of a part ranks above one that is not of it; "missing" compares whole stories with the
same stories without the sentences of that part. One person wrote and labelled all of them, so
expect less on stories of others.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from core.interview.tagging.tagger import LABELS, PARTS, Weights, chances
from core.interview.tagging.unit_traits import story_traits
from core.models import Part
from evals.figures import Figure
from evals.train_tagger import STYLES, Told, stories, train

FOLDS = 5
GOALS = {"written": 0.95, "spoken": 0.85}
Rate = Callable[[Sequence[str]], list[list[float]]]
_CUES = {
    Part.SITUATION: ("scene.time", "scene.state"),
    Part.TASK: ("duty.own", "duty.need"),
    Part.ACTION: ("i+past", "we+past"),
    Part.RESULT: ("outcome.end", "outcome.change", "outcome.done"),
}
_PLACE = {Part.SITUATION: 0.0, Part.TASK: 0.3, Part.ACTION: 0.6, Part.RESULT: 1.0}


@dataclass(frozen=True, slots=True)
class Rated:
    """A story with the shares of each sentence, and the same without each of its parts."""

    told: Told
    shares: list[list[float]]
    without: dict[Part, list[list[float]]]


def measure() -> Iterator[Figure]:
    """With all stories of a job left out together."""
    told = stories()
    jobs = sorted({story.job for story in told})
    yield from _figures("", told, folded(told, lambda story: jobs.index(story.job) % FOLDS))


def measure_sectors() -> Iterator[Figure]:
    """With all stories of a file left out together."""
    told = stories()
    yield from _figures("new sector, ", told, folded(told, lambda story: story.file))


def folded(told: Sequence[Told], fold: Callable[[Told], object]) -> list[Rated]:
    """Each story rated by a model that was trained without its fold."""
    folds = [fold(story) for story in told]
    found: list[Rated] = []
    for out in dict.fromkeys(folds):
        weights = train([story for story, own in zip(told, folds, strict=True) if own != out])
        rate = by_weights(weights)
        found += [rated(s, rate) for s, own in zip(told, folds, strict=True) if own == out]
    return found


def by_weights(weights: Weights) -> Rate:
    return lambda sentences: chances(story_traits(sentences), weights)


def by_cues(sentences: Sequence[str]) -> list[list[float]]:
    """The baseline: one point for a cue of the part, up to one for the usual place."""
    last = max(1, len(sentences) - 1)
    return [
        [*(_cued(part, traits, number / last) for part in PARTS), 0.0]
        for number, traits in enumerate(story_traits(sentences))
    ]


def _cued(part: Part, traits: Sequence[str], place: float) -> float:
    return any(cue in traits for cue in _CUES[part]) + 1 - abs(place - _PLACE[part])


def rated(story: Told, rate: Rate) -> Rated:
    held = {part: story.without(part) for part in PARTS if part in story.labels}
    return Rated(
        story,
        rate(story.sentences),
        {part: rate(other.sentences) for part, other in held.items() if other.labels},
    )


def _figures(name: str, told: Sequence[Told], found: Sequence[Rated]) -> Iterator[Figure]:
    plain = [rated(story, by_cues) for story in told]
    for style in STYLES:
        mine, base = ([o for o in held if o.told.style == style] for held in (found, plain))
        for title, measured in (("AUC", sentence_auc), ("missing, AUC", missing_auc)):
            reached = [measured(mine, part) for part in PARTS]
            bases = [measured(base, part) for part in PARTS]
            for part, value, low in zip(PARTS, reached, bases, strict=True):
                yield Figure(f"{name}{style}: {part} {title} (cues {low:.2f})", value, GOALS[style])
            yield Figure(f"{name}{style}: mean {title}", sum(reached) / len(PARTS), GOALS[style])


def sentence_auc(found: Sequence[Rated], part: Part) -> float:
    """Over all sentences, those of answers without a story included."""
    column = LABELS.index(part)
    inside: list[float] = []
    outside: list[float] = []
    for one in found:
        for label, shares in zip(one.told.labels, one.shares, strict=True):
            (inside if label == part else outside).append(shares[column])
    return auc(inside, outside)


def missing_auc(found: Sequence[Rated], part: Part) -> float:
    column = LABELS.index(part)
    held = [one for one in found if part in one.without]
    there = [max(row[column] for row in one.shares) for one in held]
    gone = [max(row[column] for row in one.without[part]) for one in held]
    return auc(there, gone)


def auc(higher: Sequence[float], lower: Sequence[float]) -> float:
    """How often one of `higher` is above one of `lower`, ties counted half; 0.5 is chance."""
    won = sum((a > b) + (a == b) / 2 for a in higher for b in lower)
    return won / max(1, len(higher) * len(lower))


if __name__ == "__main__":
    for figure in chain(measure(), measure_sectors()):
        print(figure, flush=True)
