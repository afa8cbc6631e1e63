"""The sections on stories: which part a sentence is, and what a missing part costs."""

from __future__ import annotations

import importlib
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from core.models import Part
from evals.agreement import area, mean_of
from evals.figures import Figure
from evals.held_out import SPOKEN, WRITTEN, stories
from evals.held_out import TestStory as Story
from evals.scored import Scored
from evals.trials.cases import Case

TAGGER = "core.interview.tagger"
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
            yield Figure(
                f"{_name(part)}, {style}: sentences, AUC", _sentences(tag, told, part), goal
            )
        for part in LABELS:
            yield Figure(
                f"{_name(part)}, {style}: part left out, AUC", _missing(tag, told, part), goal
            )
        yield f"      sentences labelled right {_right(tag, told):.3f}"


def _name(part: Part) -> str:
    return part.value.capitalize()


def _sentences(tag: Tag, told: Sequence[Story], part: Part) -> float:
    """How well the shares of a part tell its sentences from all others."""
    yes: list[float] = []
    no: list[float] = []
    for story in told:
        for sentence, shares in zip(story.told, tag(story.sentences), strict=True):
            (yes if sentence.part is part else no).append(shares[part])
    return area(yes, no)


def _missing(tag: Tag, told: Sequence[Story], part: Part) -> float:
    """How well the highest share in a story tells whether the part is there or was taken out."""
    whole = [story for story in told if part in story.parts]
    yes = [_highest(tag, story.sentences, part) for story in whole]
    no = [_highest(tag, story.without(part), part) for story in told]
    return area(yes, no)


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
    cases = _cases(told, how)
    moved = scored.moved(cases)
    firm = [
        f"{change:+.1f} {case.before.id}"
        for change, case in zip(moved, cases, strict=True)
        if change >= 0
    ]
    value = mean_of([float(change < 0) for change in moved])
    yield Figure(f"The score falls without the {name}", value, FALLS, files=firm[:5])
    yield f"      {_summed(moved)}"


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
