"""The sections on stories: which part a sentence is, and what a missing part costs."""

from __future__ import annotations

import importlib
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from core.models import Part
from evals.agreement import Estimate, area_within, mean_of, mean_within
from evals.figures import Figure
from evals.held_out import SPOKEN, WRITTEN, stories
from evals.held_out import TestStory as Story
from evals.scored import Scored
from evals.trials.cases import Case

TAGGER = "core.interview.tagging.tagger"
LABELS = (Part.SITUATION, Part.TASK, Part.ACTION, Part.RESULT)
GOALS = {WRITTEN: 0.95, SPOKEN: 0.85}
FALLS = 0.95

Shares = Mapping[Part, float]
Tag = Callable[[Sequence[str]], Sequence[Shares]]


def tagger() -> Tag | None:
    """The shares of the parts for each sentence, by our tagger; None where there is none yet."""
    try:
        module: Any = importlib.import_module(TAGGER)
    except ModuleNotFoundError as error:
        if error.name != TAGGER:
            raise
        return None
    return lambda sentences: [tagged.shares for tagged in module.tags(sentences)]


def parts(tag: Tag | None) -> Iterator[Figure | str]:
    if tag is None:
        yield "  No tagger yet."
        return
    for style, goal in GOALS.items():
        told = [story for story in stories() if story.style == style]
        yield f"  {len(told)} {style} stories, {sum(len(one.told) for one in told)} sentences"
        for part in LABELS:
            for what, figure in (("sentences", _sentences), ("part left out", _missing)):
                found = figure(tag, told, part)
                yield Figure(f"{part.value.capitalize()}, {style}: {what}, AUC", found.value, goal)
                yield f"      {found}"
        others = [story for story in told if not story.is_in_order]
        yield f"      sentences labelled right {_right(tag, told):.3f}"
        yield f"      in {len(others)} stories told in another order {_right(tag, others):.3f}"


def _sentences(tag: Tag, told: Sequence[Story], part: Part) -> Estimate:
    """How well the shares of a part tell its sentences from all others."""
    return area_within([_shares(tag, story, part) for story in told])


def _shares(tag: Tag, story: Story, part: Part) -> tuple[list[float], list[float]]:
    """The shares of a part in its sentences, and in all others."""
    shares = [one[part] for one in tag(story.sentences)]
    both = list(zip(story.told, shares, strict=True))
    yes = [share for sentence, share in both if sentence.part is part]
    return yes, [share for sentence, share in both if sentence.part is not part]


def _missing(tag: Tag, told: Sequence[Story], part: Part) -> Estimate:
    """How well the highest share in a story tells whether the part is there or was taken out."""
    return area_within(
        [
            (
                [_highest(tag, story.sentences, part)] if part in story.parts else [],
                [_highest(tag, story.without(part), part)],
            )
            for story in told
        ]
    )


def _highest(tag: Tag, sentences: Sequence[str], part: Part) -> float:
    return max((shares[part] for shares in tag(sentences)), default=0.0)


def _right(tag: Tag, told: Sequence[Story]) -> float:
    """Of the sentences that are a part: the share whose highest share is that part's."""
    found = [
        float(max(LABELS, key=shares.__getitem__) is sentence.part)
        for story in told
        for sentence, shares in zip(story.told, tag(story.sentences), strict=True)
        if sentence.part
    ]
    return mean_of(found)


def deletions(scored: Scored) -> Iterator[Figure | str]:
    by_style: dict[str, list[Story]] = defaultdict(list)
    for story in stories():
        if set(LABELS) <= story.parts:
            by_style[story.style].append(story)
    every = [story for told in by_style.values() for story in told]
    for name, how in (
        ("result", lambda story: _left(story, Part.RESULT)),
        ("action", lambda story: _left(story, Part.ACTION)),
        ("specifics", _vague),
    ):
        yield from _falls(name, scored, every, how)
        for style, told in by_style.items():
            yield f"      {style}: {_summed(scored.moved(_cases(told, how)))}"


def _falls(
    name: str, scored: Scored, told: Sequence[Story], how: Callable[[Story], list[str]]
) -> Iterator[Figure | str]:
    changed = scored.changes(_cases(told, how))
    firm = [f"{change:+.1f} {case.before.id}" for case, change in changed if change >= 0]
    falls = [float(change < 0) for _, change in changed]
    found = mean_within(falls, [case.before.id for case, _ in changed])
    yield Figure(f"The score falls without the {name}", found.value, FALLS, files=firm[:5])
    yield f"      {found}; mean {mean_of([change for _, change in changed]):+.2f}"


def _cases(told: Sequence[Story], how: Callable[[Story], list[str]]) -> list[Case]:
    pairs = ((story, how(story)) for story in told)
    changed = ((story, left) for story, left in pairs if left != story.sentences)
    return [Case(story.row(story.sentences), story.row(left)) for story, left in changed]


def _left(story: Story, part: Part) -> list[str]:
    return story.without(part)


def _vague(story: Story) -> list[str]:
    return [sentence.vague for sentence in story.told]


def _summed(moved: Sequence[float]) -> str:
    falls = mean_of([float(change < 0) for change in moved])
    return f"falls in {falls:.1%}, mean {mean_of(moved):+.2f}, n {len(moved)}"
