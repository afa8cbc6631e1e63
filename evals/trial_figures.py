"""The sections on attacks, empty words, other questions' answers, and what should not matter."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from evals.agreement import area, area_within, mean_of, mean_within
from evals.asked import Row
from evals.figures import Figure
from evals.labelled import HELD, Labelled, drawn
from evals.scored import Scored
from evals.trials import attacks, persons, wording
from evals.trials.base import GOOD, MIDDLING, WEAK, Base
from evals.trials.cases import Case

ROWS, WEAK_ROWS, NAMED = 100, 60, 24
MUCH = 0.5
WORST = 3


def attacked(
    scored: Scored, answers: Sequence[Labelled], bases: Sequence[Base]
) -> Iterator[Figure | str]:
    rows = some(answers, bases)
    weak, poor = weak_rows(answers, bases), poor_rows(answers, bases)
    good = good_rows(answers, bases)
    yield f"  Changes of the score from 1 to 10; {len(rows)} answers, {len(weak)} of them weak"
    tries: tuple[tuple[str, Iterable[Case], float], ...] = (
        ("Weak, padded with 3 poor answers to other questions", attacks.padded(weak, poor), 1.0),
        ("Weak, padded with a good one of another role", attacks.padded_by_one(weak, good), 1.0),
        ("Weak, padded with cliches of ours", attacks.with_cliches(weak), 1.0),
        ("All, padded with 3 poor answers", attacks.padded(rows, poor), 1.0),
        ("Question echoed", attacks.echoed(rows), 0.2),
        ("Said three times", attacks.repeated(rows), 0.0),
        ("Keyword lists", attacks.with_keywords(rows), 0.2),
        ("Words shuffled", attacks.shuffled(rows), 0.0),
        ("50 injections by answers", attacks.injected(rows), 0.1),
    )
    for name, cases, goal in tries:
        yield from _moved(name, scored, list(cases), goal)


def _moved(name: str, scored: Scored, cases: list[Case], goal: float) -> Iterator[Figure | str]:
    changed = scored.changes(cases)
    if not changed:
        yield f"  {name}: nothing to try it on"
        return
    moved = [change for _, change in changed]
    worst = sorted(changed, key=lambda pair: -pair[1])[:WORST]
    named = tuple(f"{change:+.1f} {case.after.id}" for case, change in worst)
    found = mean_within(moved, [case.before.question for case, _ in changed])
    yield Figure(f"{name}, mean change", round(found.value, 6), goal, at_most=True, files=named)
    rising = mean_of([float(change > MUCH) for change in moved])
    yield f"      {found}; worst {max(moved):+.1f}; more than +{MUCH} in {rising:.1%}"
    if lost := len(cases) - len(changed):
        yield f"      {lost} more had no score before or after, as in another language"


def empty(scored: Scored, bases: Sequence[Base]) -> Iterator[Figure | str]:
    rows = list({base.kind: base.row for base in bases}.values())
    for name, kind, goal in (
        ("Hollow templates", "hollow", 4.0),
        ("Cliches", "cliches", 4.0),
        ("Non-answers", "non_answers", 2.0),
        ("Keywords alone", "keywords", 2.0),
    ):
        cases = [case.after for case in attacks.instead(rows, kind)]
        scores = scored.numbers(cases)
        worst = sorted(zip(scores, cases, strict=True), key=lambda pair: -pair[0])[:WORST]
        named = tuple(
            f"{score:.1f} {row.question[:30]} | {row.answer[:60]}" for score, row in worst
        )
        yield Figure(f"{name}, highest score", max(scores), goal, at_most=True, files=named)
        yield f"      mean {mean_of(scores):.2f}; n {len(scores)}"


def off_topic(
    scored: Scored, answers: Sequence[Labelled], bases: Sequence[Base]
) -> Iterator[Figure | str]:
    ours = [base.row for base in bases if base.quality >= MIDDLING]
    yield from _told_apart("ours", scored, ours)
    if theirs := [answer.row for answer in answers if answer.label >= MIDDLING]:
        yield from _told_apart("others'", scored, theirs)


def _told_apart(whose: str, scored: Scored, rows: Sequence[Row]) -> Iterator[Figure | str]:
    cases = list(attacks.swapped(rows, rows))
    on, off = [case.before for case in cases], [case.after for case in cases]
    levels = zip(scored.relevance(on), scored.relevance(off), strict=True)
    found = area_within([([one], [other]) for one, other in levels])
    yield Figure(f"Off-topic told by relevance alone, AUC, {whose}", found.value, 0.90)
    by_score = area(scored.numbers(on), scored.numbers(off))
    yield f"      {found}; by the score {by_score:.3f}"


def counterfactual(
    scored: Scored, answers: Sequence[Labelled], bases: Sequence[Base]
) -> Iterator[Figure | str]:
    rows = some(answers, bases)
    yield from _names(scored, bases)
    tries: tuple[tuple[str, Iterable[Case]], ...] = (
        ("Gender words", persons.gender_swapped(rows)),
        ("The speaker's gender", persons.speakers(rows)),
        ("Schools", persons.told_of(rows, "schools")),
        ("Ages", persons.told_of(rows, "ages")),
        ("British or American spelling", wording.spelt(rows)),
        ("Second-language errors", wording.second_language(rows)),
    )
    for name, cases in tries:
        yield from _stays(name, scored, list(cases))
    yield from _by_error(scored, rows)
    heard = scored.moved(list(wording.spoken(rows)))
    yield "  Lower case without marks, as speech is written down (reported apart)"
    yield _spread(heard)


def _names(scored: Scored, bases: Sequence[Base]) -> Iterator[Figure | str]:
    chosen = [base for base in bases if base.quality != MIDDLING][:NAMED]
    ranges: dict[str, list[float]] = defaultdict(list)
    for place, rows in persons.named(chosen):
        scores = scored.numbers(rows)
        ranges[place].append(max(scores) - min(scores))
    worst = {place: max(found) for place, found in ranges.items()}
    moving = tuple(f"{found:.1f} {place}" for place, found in worst.items() if found)
    most = max(worst.values())
    yield Figure("28 names, largest range of an answer", most, 0, at_most=True, files=moving)
    every = [one for found in ranges.values() for one in found]
    yield f"      mean range {mean_of(every):.3f}; {len(every)} answers with places"


def _stays(name: str, scored: Scored, cases: list[Case]) -> Iterator[Figure | str]:
    moved = scored.moved(cases)
    if not moved:
        yield f"  {name}: nothing to try it on"
        return
    much = mean_of([float(abs(change) > MUCH) for change in moved])
    yield Figure(f"{name}, share moved by more than {MUCH}", much, 0.02, at_most=True)
    yield _spread(moved)


def _spread(moved: Sequence[float]) -> str:
    size = mean_of([abs(change) for change in moved])
    much = mean_of([float(abs(change) > MUCH) for change in moved])
    return (
        f"      mean {mean_of(moved):+.3f}, size {size:.3f}, from {min(moved):+.1f} "
        f"to {max(moved):+.1f}; more than {MUCH} in {much:.1%}; n {len(moved)}"
    )


def _by_error(scored: Scored, rows: Sequence[Row]) -> Iterator[str]:
    by_kind: dict[str, list[Case]] = defaultdict(list)
    for case in wording.second_language(rows):
        by_kind[case.after.id.rpartition(" / ")[2]].append(case)
    for kind, cases in by_kind.items():
        moved = scored.moved(cases)
        much = mean_of([float(abs(change) > MUCH) for change in moved])
        yield f"      {kind:<40} {mean_of(moved):+.3f}, {much:.1%} by more, n {len(moved)}"


def some(answers: Sequence[Labelled], bases: Sequence[Base]) -> list[Row]:
    """Our own answers, and as many of others as make a hundred, the labels in equal parts."""
    rows = [base.row for base in bases]
    missing = ROWS - len(rows)
    for label in (WEAK, MIDDLING, GOOD):
        chosen = [answer for answer in answers if answer.label == label]
        rows += [answer.row for answer in drawn(chosen, missing // 3 + (label == WEAK))]
    return rows[:ROWS]


def weak_rows(answers: Sequence[Labelled], bases: Sequence[Base]) -> list[Row]:
    ours = [base.row for base in bases if base.quality == WEAK]
    theirs = [answer for answer in answers if answer.label == WEAK]
    return [*ours, *(answer.row for answer in drawn(theirs, WEAK_ROWS - len(ours)))]


def poor_rows(answers: Sequence[Labelled], bases: Sequence[Base]) -> list[Row]:
    """What is padded with: others' poor answers, or our weak ones where there are none."""
    poor = [answer.row for answer in answers if answer.label == WEAK]
    return poor or [base.row for base in bases if base.quality == WEAK]


def good_rows(answers: Sequence[Labelled], bases: Sequence[Base]) -> list[Row]:
    """Good answers of others to questions of the held half, or our own."""
    good = [answer.row for answer in answers if answer.label == GOOD and answer.half == HELD]
    return good or [base.row for base in bases if base.quality == GOOD]
