"""The section on agreement: which of two answers is better, and in which order many stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from evals.agreement import (
    Estimate,
    Judged,
    Pair,
    accuracy,
    length_matched,
    pairs_of,
    rank_correlation,
    within_questions,
    worse_longer,
)
from evals.figures import Figure
from evals.labelled import DEV, FILE, HELD, Labelled, hashed
from evals.scored import Scored
from evals.trials.base import Base

LENGTH_MATCHED, LENGTH_MATCHED_AIM = 0.66, 0.72
WORSE_LONGER, WORSE_LONGER_AIM = 0.52, 0.60
ALL_AIM = 0.87
CHANCE = 10_000


def agreement(
    scored: Scored, answers: Sequence[Labelled], bases: Sequence[Base]
) -> Iterator[Figure | str]:
    yield from _our_own(scored, bases)
    if not answers:
        yield f"  Agreement with people needs {FILE}: see docs/evaluation.md."
        return
    for half in (DEV, HELD):
        chosen = [answer for answer in answers if answer.half == half]
        yield f"  Half {half!r}: {len(chosen)} answers" + _how_seen(half)
        if chosen:
            yield from _half(half, scored, chosen)


def _how_seen(half: str) -> str:
    return ", tuned on" if half == DEV else ", seen while tuning, its answers not read"


def _our_own(scored: Scored, bases: Sequence[Base]) -> Iterator[str]:
    judged = [base.judged for base in bases]
    scores = scored.numbers([base.row for base in bases])
    for name, pairs in _kinds(judged):
        yield f"  Our own answers, {name:<34} {accuracy(judged, pairs, scores)}"


def _kinds(judged: Sequence[Judged]) -> Iterator[tuple[str, list[Pair]]]:
    pairs = pairs_of(judged)
    yield "pairs", pairs
    yield "pairs, length-matched", length_matched(judged, pairs)
    yield "pairs, worse answer longer", worse_longer(judged, pairs)


def _half(half: str, scored: Scored, answers: Sequence[Labelled]) -> Iterator[Figure | str]:
    judged = [answer.judged for answer in answers]
    scores = scored.numbers([answer.row for answer in answers])
    lengths = [float(answer.words) for answer in judged]
    chances = [float(hashed(f"{half} {answer.row.answer}") % CHANCE) for answer in answers]
    goals = (None, LENGTH_MATCHED, WORSE_LONGER)
    aims = (ALL_AIM, LENGTH_MATCHED_AIM, WORSE_LONGER_AIM)
    for (name, pairs), goal, aim in zip(_kinds(judged), goals, aims, strict=True):
        found, words, random = (accuracy(judged, pairs, by) for by in (scores, lengths, chances))
        if found.count:
            wanted = words.value if goal is None else goal
            yield Figure(f"{name.capitalize()}, {half}", found.value, wanted)
            yield _beside(found, words, random) + f"; aim {aim}"
    for name, figure in (
        ("Spearman, all answers", rank_correlation),
        ("Spearman within a question", within_questions),
    ):
        found, words, random = (figure(judged, by) for by in (scores, lengths, chances))
        yield Figure(f"{name}, {half}", found.value, words.value)
        yield _beside(found, words, random)


def _beside(found: Estimate, words: Estimate, random: Estimate) -> str:
    return f"      {found}; words only {words}; random {random.value:.3f}"
