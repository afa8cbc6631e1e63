"""What an answer shows, the most particular first, each with the sentence that shows it best."""

from __future__ import annotations

import re
from collections.abc import Iterator

from core.interview.answers.acts import empty_step
from core.interview.answers.blaming import blames
from core.interview.answers.deeds import DEEDS, EMPTY, NO_DEED, RANK, Deed
from core.interview.answers.facts import facts_in
from core.interview.answers.findings import Found, shown
from core.interview.answers.parts import is_untold
from core.interview.answers.replies import Reply
from core.interview.answers.signals import Signals
from core.interview.planning import bank
from core.interview.words.numbers import numbers
from core.interview.words.tables import phrases
from core.interview.words.text import content_stems

FEWEST = 3  # words of substance in a sentence that is worth quoting
FIGURES = 2  # in a sentence that tells most; more of them make a list
FEWEST_FACTS = 2
TIED = 3  # words of the advert in a sentence that is tied to it
_MINE = ("own_part", "own_step")
_SAYS_I = re.compile(r"\bI\b")
_IN_PASSING = re.compile(
    r"(?i)\b(?:was|were|is|are)\s+(?:\w+\s+)?one\s+of\s+(?:them|those|these)\b"
    r"|\bI\s+(?:noticed|realised|found|knew)\s+that\s+I\b|\bI\s+(?:like|prefer)\b"
)
_LIVED = re.compile(
    r"\bI(?:\s+have|['\u2019]ve)\s+(?:\w+\s+)?(?:done|led|built|sold|taught|run|made|written|worked)\b"
    r"|\b(?:[Ww]hen|where|once|because)\s+I\s+(?:sat|drew|made|wrote|built|led|ran|taught|took|sold"
    r"|looked\s+after|worked|helped|stood|visited|did)\b"
)
_ASKED = re.compile(
    r"((?:How|What|Which|When|Where|Whom|Who|Why|By|In|With|On)\b[^,?]*?)\s+do\s+you\s+([^?]+)\?$"
)
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
    told = (*_by_rules(signals), *_by_words(signals), *_of_a_wish(signals, given))
    found = {one.kind: one for one in told}
    ordered = sorted(found.values(), key=lambda one: RANK[one.kind])
    return tuple(one for one in ordered if one.kind not in _SIZES or _sizes(one.quote, known))


def _of_a_wish(signals: Signals, given: str) -> Iterator[Found]:
    """What ties a wish to something that was done, and to the words of the advert."""
    if signals.question.style != "motivation":
        return
    fair = [s for s in signals.sentences if _is_quotable(s, signals, is_step=False)]
    if lived := [s for s in fair if _LIVED.search(s) and not NO_DEED.search(s)]:
        yield Found("lived", max(lived, key=facts_in))
    advert = content_stems(given)
    shared = {s: len(content_stems(s) & advert) for s in fair}
    best = max(fair, key=shared.__getitem__, default="")
    if best and shared[best] >= TIED:
        yield Found("tied", best)


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
    if one.kind == "facts" and not _tells_facts(one.quote, signals):
        return False
    if one.kind in _MINE and not _SAYS_I.search(one.quote):
        return False
    return _is_quotable(one.quote, signals, is_step=one.kind not in (*_ENDS, "facts"))


def _tells_facts(quote: str, signals: Signals) -> bool:
    """Two of them at least, and not in passing: "the two per cent was one of them"."""
    is_wish = signals.question.style == "motivation"
    return not is_wish and facts_in(quote) >= FEWEST_FACTS and not _IN_PASSING.search(quote)


def _point(signals: Signals) -> Found:
    """The first point that was covered, in the words of the question that it answers."""
    name, quote = signals.points[0]
    asks = {point.name: point.ask for point in bank.points_of(signals.question)}
    return Found("points", quote, said_of(asks.get(name) or "", name))


def said_of(ask: str, name: str) -> str:
    """A question as what was said: with "do you" turned round, or else by the name."""
    turned = _ASKED.match(ask)
    if turned:
        return f"said {turned[1].lower()} you {turned[2]}"
    return f"spoke of {name}"


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
