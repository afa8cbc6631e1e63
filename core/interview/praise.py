"""What an answer shows, the most particular first, each with the sentence that shows it best."""

from __future__ import annotations

import re
from collections.abc import Iterator

from core.interview import bank
from core.interview.acts import empty_step
from core.interview.blaming import blames
from core.interview.deeds import DEEDS, EMPTY, NO_DEED, RANK, Deed
from core.interview.findings import Found, shown
from core.interview.numbers import numbers
from core.interview.parts import is_untold
from core.interview.replies import Reply
from core.interview.signals import Signals
from core.interview.tables import phrases
from core.interview.text import content_stems

FEWEST = 3  # words of substance in a sentence that is worth quoting
FIGURES = 2  # in a sentence that tells most; more of them make a list
_ENDS = ("measure", "result", "check", "points")
_LATE = ("measure", "result")
_SIZES = ("measure", "change", "aim")
_OWN = re.compile(
    r"\b(?:I|[Ww]e)(?:['\u2019](?:d|ll))?\s+(?!(?:am|are|was|were|think|believe|know|like|guess|mean)\b)[a-z]"
)
# What was so before, or is only talked of by the way.
_BACKGROUND = re.compile(
    r"(?i)\b(?:had\s+been|in\s+those\s+days|back\s+then|at\s+that\s+time|or\s+(?:rather|maybe)"
    r"|used\s+to|personally|(?:always|often|usually)\s+(?:says|said|tells))\b"
)
_CLOCK = re.compile(
    r"(?i)\b(?:half|quarter)\s+(?:past|to)\s+\w+|\b(?:at|by|past|until|to)\s+"
    r"(?:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b"
    r"(?=\s*(?:o['\u2019]clock|[ap]\.?m|[,.;]|$|in\s+the|on\s+the|sharp))"
)


def praised(signals: Signals, given: str = "") -> tuple[Found, ...]:
    """Each kind once, the one that tells most first; empty where nothing was told.

    `given` are the words of the advert: a figure that stands there measures nothing here.
    """
    if signals.reply is not Reply.CONTENT or signals.is_hollow or signals.repeats:
        return ()
    if signals.question.style == "behavioural" and is_untold(signals):
        return ()
    known = f"{given} {signals.question.text} {signals.question.quote}"
    found = {one.kind: one for one in (*_by_rules(signals), *_by_words(signals))}
    ordered = sorted(found.values(), key=lambda one: RANK[one.kind])
    return tuple(one for one in ordered if one.kind not in _SIZES or _sizes(one.quote, known))


def is_empty(sentence: str) -> bool:
    """Whether it says "I" and names no deed: "I did what I could", "I did it for the returns"."""
    rest, hidden = EMPTY.subn(" ", sentence)
    return bool(hidden) and not _OWN.search(rest)


def _by_rules(signals: Signals) -> Iterator[Found]:
    """What `findings.shown` says, where the sentence is worth quoting."""
    for one in shown(signals):
        if one.kind in RANK and _is_shown(one, signals):
            yield _point(signals) if one.kind == "points" else one


def _is_shown(one: Found, signals: Signals) -> bool:
    """Whether the sentence shows it here: an end stands late, a reason goes with one's own step."""
    if one.kind in _LATE and not _is_late(signals.sentences.index(one.quote), signals):
        return False
    if one.kind == "check":  # its words are in `deeds`
        return False
    if one.kind in (*_LATE, "facts") and _BACKGROUND.search(one.quote):
        return False
    if one.kind == "facts" and signals.question.style == "motivation":
        return False
    return _is_quotable(one.quote, signals, is_step=one.kind not in (*_ENDS, "facts"))


def _point(signals: Signals) -> Found:
    """The first point that was covered: the question that it answers, or its name."""
    name, quote = signals.points[0]
    asks = {point.name: point.ask for point in bank.points_of(signals.question)}
    return Found("points", quote, asks.get(name) or name)


def _by_words(signals: Signals) -> Iterator[Found]:
    for deed in DEEDS:
        if signals.question.style not in deed.styles:
            continue
        fitting = [at for at in range(len(signals.sentences)) if _fits(deed, at, signals)]
        if fitting:
            best = max(fitting, key=lambda at: _worth(deed, at, signals))
            yield Found(deed.kind, signals.sentences[best])


def _worth(deed: Deed, at: int, signals: Signals) -> tuple[int, int, int]:
    """How much a sentence tells: of ends the last, of steps that with figures and own words."""
    sentence = signals.sentences[at]
    own = content_stems(sentence) & signals.solid
    return (at if deed.is_late else 0, min(FIGURES, len(numbers(sentence))), len(own))


def _fits(deed: Deed, at: int, signals: Signals) -> bool:
    sentence = signals.sentences[at]
    if not _is_quotable(sentence, signals, is_step=deed.is_own):
        return False
    is_placed = not deed.is_late or _is_late(at, signals)
    is_owned = not deed.is_own or sentence in signals.steps
    goes_on = not deed.goes_on or any(s in signals.steps for s in signals.sentences[at + 1 :])
    return is_placed and is_owned and goes_on and deed.stands_in(sentence)


def _is_late(at: int, signals: Signals) -> bool:
    return at > 0 and 2 * at >= len(signals.sentences) - 1


def _is_quotable(sentence: str, signals: Signals, *, is_step: bool) -> bool:
    """Not blaming, not vague, not empty; and where it stands for a step, one that was done."""
    own = content_stems(sentence) & signals.solid
    if len(own) < FEWEST or blames(sentence) or is_empty(sentence) or empty_step(sentence):
        return False
    return not (phrases("vague").search(sentence) or (is_step and NO_DEED.search(sentence)))


def _sizes(sentence: str, known: str) -> bool:
    """Whether a figure in it is neither a time of day nor one of those that were given."""
    bare = _CLOCK.sub(" ", sentence)
    return bool(set(numbers(bare)) - set(numbers(known)))
