"""The answer that comes near a wanted thing which no question asked for and no answer shows."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from math import ceil

from core.interview.answers.acts import OWN_ACT, is_act, is_own_act
from core.interview.coverage.deeds import names_its_deed, tells_deed
from core.interview.coverage.requirement import Requirement, Sort
from core.interview.coverage.shown import Told, objects_met
from core.interview.coverage.spoken import is_denied
from core.interview.words.meaning import (
    events_in,
    frame_roots,
    kind_roots,
    kinds_asked,
    kinds_told,
    names_somebody,
    object_roots,
    objects_in,
    roots,
    task_roots,
    traits_shown,
)
from core.interview.words.patterns import regex

FEWEST, HALF = 2, 0.5  # things of a line that an answer has to name
TALKING = "communication"  # the trait of which a deed can be told from its verb
MOST_ANSWERS = 2  # that can hold a word which tells one answer from the others
ENOUGH = 8  # words of a sentence that tells a deed
_OFTEN = regex(r"(?i)\b(?:each|every|daily|weekly|monthly|annual(?:ly)?|regular(?:ly)?)\b")
_SOMEBODY_ELSE = regex(r"(?i)\b(?:he|she|they|we|who|which|that|while|when|my|our|me)\b")
_NEXT = 1  # sentences before and behind, in which the deed may stand


@dataclass(frozen=True, slots=True)
class _Near:
    """A sentence, and how much of the line its answer holds."""

    told: Told
    weight: tuple[int, int]


def nearest(said: Sequence[Told], one: Requirement) -> Told | None:
    """The sentence by which an answer comes near it; None where none surely does.

    Of something done two of its things have to stand in one answer, with a deed of the same kind
    beside them.
    Of explaining and the like a deed of that kind has to stand beside those whom it is about.
    """
    fit = [each for each in said if not (each.text.endswith("?") or is_denied(each.text))]
    answers = [list(group) for _, group in groupby(fit, key=lambda each: each.number)]
    if one.sort is Sort.TRAIT and TALKING in one.traits:
        found = [_deed_with(answer, one) for answer in answers]
    elif one.sort is Sort.WORK:
        telling = _telling(one, said)
        found = [_named(answer, one, telling) for answer in answers]
    else:
        return None
    best = max((each for each in found if each), key=lambda each: each.weight, default=None)
    return best.told if best else None


def retold(said: Sequence[Told], one: Requirement) -> Told | None:
    """The sentence of a deed that is surely the one of a duty, told in other words; else None.

    The duty's verb says what is done, its answer names every thing of the line, at least two of
    them by a kind, and somebody is there whom it is done for.
    """
    near = nearest(said, one) if one.sort is Sort.WORK and names_its_deed(one) else None
    if near is None:
        return None
    kinds = frozenset() if _OFTEN.search(one.text) else kinds_asked(one.text)
    answer = [each for each in said if each.number == near.number and not is_denied(each.text)]
    things = frozenset[str]().union(*(_things(each.text, one, _words(one)) for each in answer))
    is_met = objects_met(one, near.answer) or names_somebody(near.answer)
    if len(kinds) < FEWEST or not things >= kinds | _words(one) or not is_met:
        return None
    deeds = (each for each in answer if tells_deed(each.text, one))
    return next((each for each in deeds if _is_own_deed(each.text, kinds)), None)


def _is_own_deed(text: str, kinds: frozenset[str]) -> bool:
    """Whether an own act leads up to the first thing of these kinds, and nobody else's does."""
    said = text.split()
    heads = (" ".join(said[:count]) for count in range(1, len(said) + 1))
    head = next((head for head in heads if kinds & kinds_told(head)), "")
    acts = [act for act in re.finditer(OWN_ACT, head) if is_act(act.group(1))]
    return bool(acts) and not _SOMEBODY_ELSE.search(head, acts[-1].end())


def _named(answer: Sequence[Told], one: Requirement, telling: frozenset[str]) -> _Near | None:
    """Of an answer that names enough the sentence that names most."""
    named = [(each, _things(each.text, one, telling)) for each in answer]
    whole = frozenset[str]().union(*(things for _, things in named))
    own = [place for place, each in enumerate(answer) if tells_deed(each.text, one)]
    naming = [place for place, (_, things) in enumerate(named) if things]
    has_deed = any(abs(place - other) <= _NEXT for place in naming for other in own)
    least = max(FEWEST, ceil(HALF * (len(_words(one)) + len(kinds_asked(one.text)))))
    if len(whole) < least or not has_deed:
        return None

    def telling_most(place: int) -> tuple[int, bool, bool]:
        told, things = named[place]
        return len(things), len(told.text.split()) >= ENOUGH, place in own

    return _Near(answer[max(naming, key=telling_most)], (len(whole), len(naming)))


def _deed_with(answer: Sequence[Told], one: Requirement) -> _Near | None:
    """The first time that those whom it is about are told something, and not only asked."""
    shown = [each for each in answer if TALKING in traits_shown(each.text)]
    said = [each for each in shown if "telling" in events_in(each.text)]
    with_them = (each for each in said if one.objects and one.objects <= objects_in(each.text))
    long = (each for each in with_them if len(each.text.split()) >= ENOUGH)
    best = next((each for each in long if is_own_act(each.text, "behavioural")), None)
    return _Near(best, (len(shown), 0)) if best else None


def _things(text: str, one: Requirement, telling: frozenset[str]) -> frozenset[str]:
    """The line's own words, and the things that are named themselves or by a kind of them.

    Beside such a thing a word of the line counts that stands in many answers: "missing data".
    """
    kinds = kinds_asked(one.text) & kinds_told(text)
    return kinds | ((_words(one) if kinds else telling) & roots(text))


def _telling(one: Requirement, said: Iterable[Told]) -> frozenset[str]:
    """The line's words without what stands in many answers."""
    words = _words(one)
    answers: dict[int, set[str]] = {}
    for each in said:
        answers.setdefault(each.number, set()).update(words & roots(each.text))
    counts = Counter(word for found in answers.values() for word in found)
    return frozenset(word for word in words if counts[word] <= MOST_ANSWERS)


def _words(one: Requirement) -> frozenset[str]:
    """The line's words without tasks, people, what fits everywhere, and things with kinds."""
    kinds = frozenset[str]().union(*map(kind_roots, kinds_asked(one.text)))
    return one.roots - task_roots() - object_roots() - frame_roots() - kinds
