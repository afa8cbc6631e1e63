"""What the feedback says of the whole interview: strengths, what to work on, and the next time.

It ranks as a coach would: first that no events were told, then that they came only when asked
again, then what weighs most and is missing often, and a single word only where nothing else is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from statistics import fmean

from core.interview.answers.deeds import RANK, by_turns, unlike
from core.interview.answers.findings import Found
from core.interview.answers.stories import ASKED
from core.interview.feedback.remarks import AGAINST, GOOD, LATE, Remark, point_of, words_of
from core.interview.feedback.whole import Reviewed
from core.interview.words.tables import table
from core.interview.words.text import sentences
from core.models import Point

MOST_OVERALL, MOMENTS, FEWEST_EVENTLESS = 3, 3, 2
FEW = 3  # up to which a count is written as a word
OFTEN = 3  # further answers, up to which more of them weigh more
ASIDE = "asked_beside"  # a late story that is about something else
BRIEF = 60  # words an answer, up to which they are short
_NO_EVENT = ("no_example", "general", "off")  # what "no event" has said already
_NONE = re.compile(
    r"(?i)\b(?:can['\u2019]?t|cannot|can\s+not|couldn['\u2019]?t)\s+(?:\w+\s+)?(?:think\s+of|recall|remember|name)\b"
    r"|\bno\s+(?:good\s+|real\s+)?example\b|\bnothing\s+(?:comes|came)\s+to\s+mind\b"
    r"|\b(?:do\s+not|don['\u2019]t)\s+have\s+(?:an?|any)\s+(?:\w+\s+)?example\b"
)
_CALM = re.compile(
    r"(?i)\b(?:I|we)\s+(?:was|were|stayed|remained|kept)\s+(?:\w+\s+)?(friendly|calm|polite|patient)\b"
)


def next_time(reviewed: Sequence[Reviewed]) -> str:
    """The one thing to do differently in the next interview; empty when nothing was missing."""
    rated = _rated(reviewed)
    if eventless := _eventless(rated):
        numbers = _listed([str(item.review.number) for item in eventless])
        return f"Questions {numbers} asked for an event, and none was told. {_events(eventless)}"
    if late := [item for item in rated if item.came_late]:
        return _told_late(late)
    kind = next(iter(_by_worth(rated)), "")
    return _of_kind(kind, rated) if kind else ""


def weaknesses(reviewed: Sequence[Reviewed]) -> tuple[Point, ...]:
    """What to work on, in the order in which `next_time` chooses."""
    rated = _rated(reviewed)
    points: list[Point] = []
    if eventless := _eventless(rated):
        points.append(_without_event(eventless, len(rated)))
    kinds = (kind for kind in _by_worth(rated) if not (eventless and kind in _NO_EVENT))
    points += [_overall(kind, rated) for kind in kinds]
    return tuple(points[:MOST_OVERALL])


def strengths(reviewed: Sequence[Reviewed]) -> tuple[Point, ...]:
    """The most particular first; never the other side of what is to be worked on first.

    Where nothing was shown, one small thing that is true.
    """
    fault = next(iter(_by_worth(_rated(reviewed))), "")
    by_kind: dict[str, list[tuple[float, Point]]] = {}
    for item, remark in ((one, remark) for one in reviewed for remark in one.strengths):
        if fault not in AGAINST.get(remark.kind, ()):
            worth = item.review.score or 0
            by_kind.setdefault(remark.kind, []).append((worth, remark.point))
    best = {kind: max(score for score, _ in told) for kind, told in by_kind.items()}
    kinds = sorted(by_kind, key=lambda kind: (best[kind] < GOOD, RANK[kind]))
    best_kinds = by_turns(unlike(kinds))[:MOST_OVERALL]
    told = tuple(_shared("shown", kind, by_kind[kind]) for kind in best_kinds)
    return told or tuple(_small(_rated(reviewed)))[:1]


def _rated(reviewed: Sequence[Reviewed]) -> list[Reviewed]:
    return [item for item in reviewed if item.review.ratings]


def _eventless(rated: Sequence[Reviewed]) -> list[Reviewed]:
    """The answers without the event that was asked for, where they are most of those."""
    asked = [item for item in rated if item.asks_for_event]
    without = [item for item in asked if not item.has_event]
    return without if 2 * len(without) > len(asked) and len(without) >= FEWEST_EVENTLESS else []


def _events(eventless: Sequence[Reviewed]) -> str:
    advice: str = words_of("missing", "events")["advice"]
    return advice.replace("{about}", _moments(eventless))


def _without_event(eventless: Sequence[Reviewed], answers: int) -> Point:
    """That no event was told; "most" only where it holds for more than half of all answers."""
    numbers = [item.review.number for item in eventless]
    words = words_of("missing", "events")
    point = point_of("missing", Found("events"), numbers[0])
    text = point.text if 2 * len(numbers) > answers else words["some"]
    return _placed(replace(point, text=text, advice=words["each"]), numbers)


def _moments(items: Sequence[Reviewed]) -> str:
    """Moments to have ready: by what was asked, and then what is often asked."""
    told = table("remarks")["moments"]
    asked = (told[item.competency.value] for item in items if item.competency)
    return _listed(list(dict.fromkeys((*asked, *told["any"])))[:MOMENTS])


def _told_late(late: Sequence[Reviewed]) -> str:
    """With both scores, so that it can be seen what the first try cost."""
    scores = "; ".join(
        f"question {item.review.number}: {item.review.unaided:g} → {item.review.score:g}"
        for item in late
    )
    count = ("One", "Two", "Three")[len(late) - 1] if len(late) <= FEW else str(len(late))
    have = "".join(_ready(late))
    return (
        f"{count} of your stories came only when you were asked again ({scores}). "
        f"Next time, begin with what happened.{have}"
    )


def _ready(late: Sequence[Reviewed]) -> Iterator[str]:
    """The stories that are there already, and what is wanted where one was about another thing."""
    told = table("remarks")["moments"]
    beside = [item for item in late if any(one.kind == ASIDE for one in item.improvements)]
    own = [str(item.review.number) for item in late if item not in beside]
    if own:
        name = "story of question" if len(own) == 1 else "stories of questions"
        yield f" Have the {name} {_listed(own)} ready from the first sentence on."
    if wanted := list(dict.fromkeys(told[i.competency.value] for i in beside if i.competency)):
        yield f" Think of one more before: {_listed(wanted[:MOMENTS])}."


def _of_kind(kind: str, rated: Sequence[Reviewed]) -> str:
    numbers = _numbers(kind, rated)
    one = len(numbers) == 1
    place = f"In question {numbers[0]}" if one else _how_often(len(numbers), len(rated))
    advice = _overall(kind, rated).advice
    often = words_of("missing", kind)["often"]
    return f"{place}, {often}. Next time, {advice[:1].lower()}{advice[1:]}"


def _how_often(count: int, answers: int) -> str:
    return f"In all {answers} answers" if count == answers else f"In {count} of {answers} answers"


def _by_worth(rated: Sequence[Reviewed]) -> list[str]:
    """The kinds that are remarked on, the weightiest first; small ones only where no other is."""
    told = {remark.sort for item in rated for remark in item.improvements}
    kinds = {kind for kind in told if not words_of("missing", kind).get("small")} or told
    return sorted(kinds, key=lambda kind: (*_weight(kind, rated), kind))


def _weight(kind: str, rated: Sequence[Reviewed]) -> tuple[bool, int]:
    worth: int = 2 * words_of("missing", kind)["worth"]
    worth += min(len(_numbers(kind, rated)) - 1, OFTEN)
    return kind != LATE, -worth


def _numbers(kind: str, rated: Sequence[Reviewed]) -> list[int]:
    """The questions in whose answers it is missing, whether that is remarked on or not."""
    told = {remark.point.number for remark in _remarks(kind, rated)}
    return sorted(told | {item.review.number for item in rated if kind in item.lacks})


def _remarks(kind: str, rated: Sequence[Reviewed]) -> Iterator[Remark]:
    """Those of a kind; a story about another thing than was asked comes last."""
    told = [one for item in rated for one in item.improvements if one.sort == kind]
    return iter(sorted(told, key=lambda one: one.kind == ASIDE))


def _overall(kind: str, rated: Sequence[Reviewed]) -> Point:
    """The first remark of a kind, in words that hold for all the answers that lack it."""
    point = next(_remarks(kind, rated)).point
    numbers = _numbers(kind, rated)
    words = words_of("missing", kind)
    if len(numbers) > 1:
        text = words.get("many", point.text)
        advice = words.get("advice_many", words["advice"])
        point = replace(point, text=text, advice=advice.replace("{asks}", "").strip())
    return _placed(point, numbers)


def _shared(group: str, kind: str, scored: Sequence[tuple[float, Point]]) -> Point:
    """The one of the best answer, in words that hold for all."""
    points = [point for _, point in sorted(scored, key=lambda one: -one[0])]
    numbers = sorted({point.number for point in points})
    many = words_of(group, kind).get("many", "") if len(numbers) > 1 else ""
    return _placed(replace(points[0], text=many or points[0].text), numbers)


def _placed(point: Point, numbers: Sequence[int]) -> Point:
    """With the questions that it holds for; why and how stand at each of them."""
    where = f" (Questions {_listed(list(map(str, numbers)))}.)" if len(numbers) > 1 else ""
    return replace(point, text=f"{point.text}{where}", stronger="", why="")


def _small(rated: Sequence[Reviewed]) -> Iterator[Point]:
    """Something true of an interview in which nothing else was shown."""
    for item in rated:
        for sentence in _spoken(item):
            if calm := _CALM.search(sentence):
                yield point_of(
                    "shown", Found("calm", sentence, calm[1].lower()), item.review.number
                )
            if _NONE.search(sentence):
                yield point_of("shown", Found("honest", sentence), item.review.number)
    told = [item.review.delivery for item in rated if item.review.delivery]
    if told and not any(one.fillers for one in told) and fmean(one.words for one in told) <= BRIEF:
        yield point_of("shown", Found("brief"), rated[0].review.number)


def _spoken(item: Reviewed) -> list[str]:
    return [s for s in sentences(item.review.answer) if not s.startswith(ASKED.strip())]


def _listed(names: Sequence[str]) -> str:
    *most, last = names
    return f"{', '.join(most)} and {last}" if most else last
