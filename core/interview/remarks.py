"""What to tell the candidate about an answer: at most two strengths and two improvements.

Remarks are about the task, never about the person, and praise nothing: a strength says what was
shown and quotes it; an improvement quotes the vague words or names the missing part.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from core.interview import bank
from core.interview.grounds import listed
from core.interview.replies import Reply
from core.interview.signals import Signals
from core.interview.tables import phrases
from core.interview.text import clip
from core.models import Part, Point

MOST = 2
LONGEST_QUOTE = 220
FEW_FACTS = 1
TIED = 2  # words shared with the advert or the question


@dataclass(frozen=True, slots=True)
class Remark:
    """A point with its kind, by which the same remark is recognised in several answers."""

    kind: str
    point: Point


def strengths_of(signals: Signals, number: int) -> tuple[Remark, ...]:
    if signals.reply is not Reply.CONTENT or signals.is_hollow or signals.repeats:
        return ()
    chosen: list[Remark] = []
    for kind, text, quote in _shown(signals):
        short = clip(quote, LONGEST_QUOTE)
        is_vague = phrases("vague").search(short) is not None
        if not is_vague and all(short != remark.point.quote for remark in chosen):
            chosen.append(Remark(kind, Point(text=text, quote=short, number=number)))
    return tuple(chosen[:MOST])


def improvements_of(signals: Signals, number: int) -> tuple[Remark, ...]:
    """The one or two changes that would help most, the weightiest first."""
    found = [
        Remark(
            kind, Point(text=text, quote=clip(quote, LONGEST_QUOTE), number=number, advice=advice)
        )
        for kind, text, quote, advice in _missing(signals)
    ]
    return tuple(found[:MOST])


def next_time(improvements: tuple[Remark, ...]) -> str:
    """One sentence on what to do when the question comes again."""
    if not improvements:
        return "Next time: keep this order and this length, and say the main point first."
    advice = improvements[0].point.advice
    return f"Next time: {advice[0].lower()}{advice[1:]}"


def _shown(signals: Signals) -> Iterator[tuple[str, str, str]]:
    parts = signals.parts
    if Part.RESULT in parts and Part.MEASURE in parts and signals.question.style == "behavioural":
        yield "measure", "You showed the size of the outcome.", parts[Part.MEASURE]
    if signals.points:
        names = listed(tuple(dict.fromkeys(name for name, _ in signals.points)))
        yield "points", f"You covered {names}.", signals.points[0][1]
    if signals.reasons:
        yield "reason", "You gave a reason for what you did.", signals.reasons[0]
    if signals.own_acts:
        yield "own part", _OWN_ACT[signals.question.style == "situational"], signals.own_acts[0]
    if Part.RESULT in parts:
        is_imagined = signals.question.style == "situational"
        yield "result", _END[is_imagined], parts[Part.RESULT]
    if len(signals.facts) > FEW_FACTS:
        yield "facts", "You named concrete things that can be checked.", signals.facts[0]


_END = ("You said how it ended.", "You said how you would check that it had worked.")
_OWN_ACT = ("You said what you did yourself.", "You said which step you would take.")


def _missing(signals: Signals) -> Iterator[tuple[str, str, str, str]]:
    """Kind, text, quote and advice."""
    if signals.reply is not Reply.CONTENT:
        yield _NOTHING[signals.reply]
        return
    if signals.is_too_short:
        yield _SHORT
        return
    if signals.repeats:
        kind = f"repeat {signals.repeats}"
        yield kind, f"This is the same story as in question {signals.repeats}.", "", _ANOTHER
    if signals.unmentioned:
        kind = f"subject {signals.unmentioned}"
        yield kind, f"The answer does not mention {signals.unmentioned}.", "", _SUBJECT
    yield from _BY_STYLE[signals.question.style](signals)
    if signals.vague:
        yield _VAGUE[0], _VAGUE[1], signals.vague[0], _VAGUE[2]
    if not signals.facts and signals.question.style != "situational":
        yield _NO_FACTS
    if not signals.reasons:
        yield _NO_REASON


def _missing_tie(signals: Signals) -> Iterator[tuple[str, str, str, str]]:
    if signals.hits < TIED:
        yield _NOT_TIED


def _missing_steps(signals: Signals) -> Iterator[tuple[str, str, str, str]]:
    if Part.ACTION not in signals.parts:
        yield _NO_STEPS
    if Part.RESULT not in signals.parts:
        yield _NO_CHECK


def _missing_parts(signals: Signals) -> Iterator[tuple[str, str, str, str]]:
    parts = signals.parts
    is_off = not signals.hits
    if is_off and not (signals.facts or Part.ACTION in parts):
        yield _OFF
    if Part.OWN_PART not in parts:
        shared = signals.shared_acts[0] if signals.shared_acts else ""
        yield "own part", _NO_OWN[0], shared, _NO_OWN[1]
    if Part.RESULT not in parts:
        yield _NO_RESULT
    elif Part.MEASURE not in parts:
        yield "measure", _NO_SIZE[0], parts[Part.RESULT], _NO_SIZE[1]
    if is_off and (signals.facts or Part.ACTION in parts):
        yield _OFF
    if Part.SITUATION not in parts:
        yield _NO_SCENE


def _missing_points(signals: Signals) -> Iterator[tuple[str, str, str, str]]:
    said = {name for name, _ in signals.points}
    names = tuple(p.name for p in bank.key_points(signals.question.text) if p.name not in said)
    if names:
        text = f"Not mentioned: {listed(names[:MOST])}."
        yield (
            "points",
            text,
            "",
            f"Add a sentence on {listed(names[:MOST])} from your own practice.",
        )


_BY_STYLE = {
    "opening": _missing_tie,
    "motivation": _missing_tie,
    "behavioural": _missing_parts,
    "situational": _missing_steps,
    "technical": _missing_points,
}


_NOTHING = {
    Reply.NOTHING: (
        "nothing",
        "There is no answer to the question yet.",
        "",
        "Say what you do know, or tell of the nearest thing that you have done.",
    ),
    Reply.REQUEST: (
        "request",
        "You asked for the question to be put again.",
        "",
        "Answer the part that is clear to you, and say which part is not.",
    ),
    Reply.NO_EXAMPLE: (
        "no example",
        "No example was given.",
        "",
        "Have one event from work, study or volunteering ready for this kind of question.",
    ),
}
_ANOTHER = "Tell of another event, so that each answer shows something new."
_SUBJECT = "Say what you have done or learned about it, or which thing that you know is nearest."
_SHORT = (
    "short",
    "The answer is too short to show much.",
    "",
    "Take four sentences: what it was about, what you did, why, and how it ended.",
)
_OFF = (
    "off",
    "It is not clear how this answers the question.",
    "",
    "Start with the event that the question asks for, and leave general remarks out.",
)
_NO_STEPS = (
    "steps",
    "Your own steps are missing.",
    "",
    "Say what you would do first, and what after that.",
)
_NO_CHECK = (
    "check",
    "How you would know that it worked is missing.",
    "",
    "End with the sign by which you would know that it had worked.",
)
_NO_OWN = (
    "It stays open which part of this was yours.",
    "Say “I” for the steps that were your own.",
)
_NO_RESULT = (
    "result",
    "The outcome is missing.",
    "",
    "Add one sentence on how it ended and how you know.",
)
_NO_SIZE = (
    "The outcome is named, but not its size.",
    "Add a figure, a before and after, or what somebody said of it, if you know it.",
)
_NO_SCENE = (
    "situation",
    "When and where this was stays open.",
    "",
    "Open with one sentence on the place, the time and what was at stake.",
)
_NOT_TIED = (
    "role",
    "Little of this is tied to the role.",
    "",
    "Name one task from the advert and say what in your experience or plans goes with it.",
)
_VAGUE = (
    "vague",
    "These words could stand for many things.",
    "Put in their place what exactly it was, and how much of it.",
)
_NO_FACTS = (
    "facts",
    "There is nothing yet that a listener could check.",
    "",
    "Name the tool, the place or the number that belongs to it.",
)
_NO_REASON = (
    "reason",
    "The reasons behind your choices are missing.",
    "",
    "Add a “because”: what else was possible, and why you chose this.",
)
