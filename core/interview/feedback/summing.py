"""What the feedback says of the whole interview: strengths, what to work on, and the next time.

It ranks as a coach would: first that no events were told, then that they came only when asked
again, then what weighs most and is missing often, and a single word only where nothing else is.
The first of these is for the next time, and what to work on begins with the second.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from statistics import fmean

from core.interview.answers.deeds import RANK, by_turns, unlike
from core.interview.answers.findings import Found
from core.interview.answers.stories import ASKED
from core.interview.feedback import coming
from core.interview.feedback.asked_in_vain import IN_VAIN
from core.interview.feedback.remarks import AGAINST, GOOD, LATE, Remark, point_of, words_of
from core.interview.feedback.talk import AGAIN, LINE
from core.interview.feedback.whole import Reviewed
from core.interview.words.patterns import regex
from core.interview.words.text import sentences
from core.models import Point
from core.models.telling import listed

MOST_OVERALL, FEWEST_EVENTLESS = 3, 2
FEWEST_TOPICS = 3  # below which small ones are topics too
OFTEN = 3  # further answers, up to which more of them weigh more
BRIEF = 60  # words an answer, up to which they are short
EVENTS = "events"  # the topic of an interview without events
_NO_EVENT = ("no_example", "general", "off")  # what "no event" has said already
_SAME = (AGAIN, LINE, "repeat")
_NONE = regex(
    r"(?i)\b(?:can['\u2019]?t|cannot|can\s+not|couldn['\u2019]?t)\s+(?:\w+\s+)?(?:think\s+of|recall|remember|name)\b"
    r"|\bno\s+(?:good\s+|real\s+)?example\b|\bnothing\s+(?:comes|came)\s+to\s+mind\b"
    r"|\b(?:do\s+not|don['\u2019]t)\s+have\s+(?:an?|any)\s+(?:\w+\s+)?example\b"
)
# Somebody else is changed by it; that "it was fine" changes nobody.
_END = regex(
    r"(?i)\b(?:they|he|she|the\s+(?:customer|guest|patient|client|man|woman))\s+(?:\w+\s+)?(?:calmed\s+down|came\s+back"
    r"|thanked\s+(?:me|us)|apologi[sz]ed|agreed|stayed|accepted\s+it|left\s+(?:happy|smiling|satisfied))\b"
)


def next_time(reviewed: Sequence[Reviewed], duties: Sequence[str] = ()) -> str:
    """The one thing to do differently in the next interview; empty when nothing was missing.

    `duties` are the lines of the advert for which nothing was told.
    """
    rated = _rated(reviewed)
    topic = next(iter(_topics(rated)), "")
    if not topic:
        return ""
    if topic == EVENTS:
        told = coming.without_events(_eventless(rated), _in_vain(rated), rated, duties)
    elif topic == LATE:
        told = coming.late([item for item in rated if item.late], rated, duties)
    elif topic == AGAIN and (open_ := _eventless(rated)):
        told = f"{_of_kind(topic, rated)} {coming.written_down(open_, rated, duties)}"
    else:
        told = _of_kind(topic, rated)
    return " ".join((told, *coming.ready(rated)))


def weaknesses(reviewed: Sequence[Reviewed]) -> tuple[Point, ...]:
    """What to work on beside what `next_time` says, in the order in which it chooses."""
    rated = _rated(reviewed)
    rest = _topics(rated)[1:]
    return tuple(_overall(kind, rated, _remarked(kind, rated)) for kind in rest[:MOST_OVERALL])


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


def _topics(rated: Sequence[Reviewed]) -> list[str]:
    """What there is to say of the whole, the weightiest first."""
    eventless = _eventless(rated)
    if 2 * len(_numbers(AGAIN, rated)) > len(rated):
        return [AGAIN, *(kind for kind in _by_worth(rated) if kind not in (*_SAME, *_NO_EVENT))]
    first = [EVENTS] if eventless else []
    said = {*_NO_EVENT, *([IN_VAIN] if _in_vain(rated) else [])} if eventless else set()
    return [*first, *(kind for kind in _by_worth(rated) if kind not in said)]


def _eventless(rated: Sequence[Reviewed]) -> list[Reviewed]:
    """The answers without the event that was asked for, where they are most of those."""
    asked = [item for item in rated if item.asks_for_event]
    without = [item for item in asked if not item.has_event]
    return without if 2 * len(without) > len(asked) and len(without) >= FEWEST_EVENTLESS else []


def _in_vain(rated: Sequence[Reviewed]) -> list[Reviewed]:
    """The answers to which a follow-up brought nothing new."""
    return [one for one in rated if any(remark.sort == IN_VAIN for remark in one.improvements)]


def _of_kind(kind: str, rated: Sequence[Reviewed]) -> str:
    numbers = _numbers(kind, rated)
    one = len(numbers) == 1
    place = f"In question {numbers[0]}" if one else _how_often(len(numbers), len(rated))
    advice = _overall(kind, rated, numbers).advice
    often = words_of("missing", kind)["often"]
    return f"{place}, {often}. Next time, {advice[:1].lower()}{advice[1:]}"


def _how_often(count: int, answers: int) -> str:
    return f"In all {answers} answers" if count == answers else f"In {count} of {answers} answers"


def _by_worth(rated: Sequence[Reviewed]) -> list[str]:
    """The kinds that are remarked on, the weightiest first; small ones where few others are."""
    told = {remark.sort for item in rated for remark in item.improvements}
    kinds = sorted(told, key=lambda kind: (*_weight(kind, rated), kind))
    large = [kind for kind in kinds if not words_of("missing", kind).get("small")]
    return [*large, *(kind for kind in kinds if kind not in large)][
        : max(len(large), FEWEST_TOPICS)
    ]


def _weight(kind: str, rated: Sequence[Reviewed]) -> tuple[bool, int]:
    worth: int = 2 * words_of("missing", kind)["worth"]
    worth += min(len(_numbers(kind, rated)) - 1, OFTEN)
    return kind != LATE, -worth


def _numbers(kind: str, rated: Sequence[Reviewed]) -> list[int]:
    """The questions in whose answers it is missing, whether that is remarked on or not."""
    if kind == LATE:
        return [item.review.number for item in rated if item.late]
    if kind == AGAIN and _remarked(AGAIN, rated):
        return [item.review.number for item in rated if item.lacks.intersection(_SAME)]
    told = {remark.point.number for remark in _remarks(kind, rated)}
    return sorted(told | {item.review.number for item in rated if kind in item.lacks})


def _remarks(kind: str, rated: Sequence[Reviewed]) -> Iterator[Remark]:
    return (one for item in rated for one in item.improvements if one.sort == kind)


def _remarked(kind: str, rated: Sequence[Reviewed]) -> list[int]:
    """The questions under which it can be read."""
    if kind == LATE:
        return _numbers(kind, rated)
    return sorted({remark.point.number for remark in _remarks(kind, rated)})


def _overall(kind: str, rated: Sequence[Reviewed], numbers: Sequence[int]) -> Point:
    """The first remark of a kind, in words that hold for all the answers of these `numbers`."""
    point = next(_remarks(kind, rated)).point
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
    where = f" (Questions {listed(tuple(map(str, numbers)))}.)" if len(numbers) > 1 else ""
    return replace(point, text=f"{point.text}{where}", stronger="", why="")


def _small(rated: Sequence[Reviewed]) -> Iterator[Point]:
    """Something true of an interview in which nothing else was shown.

    Of an end only its own words: the rest of the sentence may be named as a fault.
    """
    for item in rated:
        for sentence in _spoken(item):
            if end := _END.search(sentence):
                yield point_of("shown", Found("ended", end[0]), item.review.number)
            if _NONE.search(sentence):
                yield point_of("shown", Found("honest", sentence), item.review.number)
    told = [item.review.delivery for item in rated if item.review.delivery]
    if told and not any(one.fillers for one in told) and fmean(one.words for one in told) <= BRIEF:
        yield point_of("shown", Found("brief"), rated[0].review.number)


def _spoken(item: Reviewed) -> list[str]:
    return [s for s in sentences(item.review.answer) if not s.startswith(ASKED.strip())]
