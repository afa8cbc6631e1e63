"""What an answer lacks, in the words that go with the kind of its question."""

from __future__ import annotations

from collections.abc import Iterator

from core.interview.answers.acts import names_act, tells_step
from core.interview.answers.event import asks_for_a_case
from core.interview.answers.findings import MOST, Found, named
from core.interview.answers.missed import left_open, missed
from core.interview.answers.replies import Reply
from core.interview.answers.signals import Signals
from core.interview.feedback.asking import asks, is_said
from core.interview.feedback.course import is_habit
from core.interview.feedback.gaps import hides, is_agreed, tells_nothing
from core.interview.feedback.openings import WE, openings
from core.interview.feedback.talk import LINE, at_length, talk_again
from core.interview.planning import bank
from core.interview.words.patterns import regex

_NONE_OF_THEM = "any of the points"
# What need not be said where one of these is said.
_SAYS = {
    **dict.fromkeys(("role", "moment"), ("focus",)),
    **dict.fromkeys(("steps", "method"), ("repeat_line",)),
    "own_steps": ("repeat_line", WE),
    **dict.fromkeys(("own_part", "empty_step"), (WE,)),
}
_OF_ADVERT = regex(
    r"(?i)\b(?:the|your)\s+(?:job\s+)?(?:advert|advertisement|posting)\b|\byou\s+(?:write|wrote)\b"
)
_BY_STYLE = {("short_other", "motivation"): "moment", ("short_other", "opening"): "path"}


def lacking(signals: Signals) -> tuple[Found, ...]:
    """What `findings.named` says is missing, in the words that go with the kind of question.

    Where talk was said again all the rest waits.
    """
    if again := talk_again(signals):
        return (again,)
    seen = (one for one in named(signals) if not _is_there(one, signals))
    told = (*_before_all(signals), *seen)
    found = dict.fromkeys(_as_asked(one, signals) for one in told)
    hidden = " ".join(one.quote for one in found if one.kind == "empty_step")
    kinds = {one.kind for one in found}
    fresh = (one for one in found if not kinds.intersection(_SAYS.get(one.kind, ())))
    return tuple(one for one in fresh if one.kind != "vague" or one.about not in hidden)


def _before_all(signals: Signals) -> Iterator[Found]:
    """What a listener asks first of what is told; nothing where only a plan is."""
    if not any(one.kind == "no_example" for one in named(signals)):
        yield from filter(None, [at_length(signals)])
        yield from openings(signals)
        yield from _focus(signals)


def _is_there(one: Found, signals: Signals) -> bool:
    """Whether it is no lack after all: a point or a tie that is said, or an agreement's size."""
    if one.kind == "role":
        return _OF_ADVERT.search(signals.text) is not None
    if one.kind == "points":
        return is_said(asks(one, signals), signals.text)
    return one.kind == "measure" and is_agreed(one.quote)


def _focus(signals: Signals) -> Iterator[Found]:
    """The question's own word that is left open, where there is an answer to leave it open."""
    is_answer = signals.reply is Reply.CONTENT and not signals.is_too_short
    if is_answer and not missed(signals) and (found := left_open(signals)):
        yield Found("focus", about=found.text)


def _as_asked(found: Found, signals: Signals) -> Found:
    """The same finding, as it is to be told for this kind of question."""
    style = signals.question.style
    if other := _without_steps(found, signals):
        return other
    if found.kind in ("own_part", "own_steps", "empty_step"):
        hidden = next(filter(hides, (found.quote, *signals.sentences)), "")
        return Found("empty_step", hidden, hides(hidden)) if hidden else found
    if found.kind == "link" and (gap := missed(signals)):
        return Found("link", about=f"{gap.about}. {gap.untold}")
    if found.kind == "measure" and tells_nothing(found.quote):
        return Found("measure")
    if found.kind in ("subject", "points"):
        return _of_points(found, signals)
    return Found(_BY_STYLE.get((found.kind, style), found.kind), found.quote, found.about)


def _without_steps(found: Found, signals: Signals) -> Found | None:
    """A line or a habit said again is no story, and without a step none is asked for its reason."""
    is_stepless = not any(map(names_act, signals.sentences))
    is_case = asks_for_a_case(signals.question)
    is_line = (is_stepless and not signals.facts) or is_habit(signals.sentences)
    if found.kind == "repeat" and (is_line or not is_case):
        return Found(LINE, about=found.about)
    if found.kind != "reason":
        return None
    if is_case:
        return Found("own_steps") if is_stepless else None
    return None if any(map(tells_step, signals.sentences)) else Found("method")


def _of_points(found: Found, signals: Signals) -> Found:
    """Points without a question are named; where none at all is mentioned, two are asked for."""
    if found.kind == "points":
        return found if asks(found, signals) else Found("given_points", about=found.about)
    open_ = [point.ask for point in bank.points_of(signals.question) if point.ask][:MOST]
    is_none = found.about.startswith(_NONE_OF_THEM) and bool(open_)
    return Found("unanswered", about=" ".join(open_)) if is_none else found
