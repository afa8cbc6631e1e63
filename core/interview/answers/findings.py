"""What is shown in an answer and what is missing, the weightiest first, each with its words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from core.interview.answers.acts import OWN_ACT, empty_step, is_act, is_practice, plans
from core.interview.answers.blaming import blames
from core.interview.answers.event import asks_for_a_case, habit, is_general, may_be_once
from core.interview.answers.explained import explained_steps, owes_a_reason
from core.interview.answers.facts import NAME, facts_in
from core.interview.answers.heard import heard
from core.interview.answers.key_points import says_most, unsaid
from core.interview.answers.missed import missed
from core.interview.answers.replies import Reply
from core.interview.answers.signals import Signals
from core.interview.words.numbers import has_size, numbers
from core.interview.words.patterns import regex
from core.interview.words.tables import phrases
from core.interview.words.text import content_stems
from core.models import Part
from core.models.telling import listed

MOST = 2  # lacks that are told
MOST_POINTS = 2
FEW_FACTS = 1
FEWEST_TELLING = 2  # words beside those of a hollow end
TIED = 2  # words shared with the advert or the question
_METHOD = regex(r"(?i)\b(?:how|what)\s+do\s+you\s+(?!think\b|know\b|like\b|expect\b)")
_WITH_FACTS = ("behavioural", "technical")
_AIM = regex(
    r"(?i)\b(?:achieved?|goals?|from\s+now|years'?\s+time|first\s+(?:year|months?|weeks?))\b"
)
# Said in passing; that these are vague is not worth a remark.
_HEDGES = frozenset(
    (
        *("usually", "generally", "in general", "somehow", "whatever", "pretty much"),
        *("kind of", "sort of", "a solution"),
    )
)
_OF_A_PATH = frozenset(
    (
        *("trained", "learned", "learnt", "studied", "graduated", "joined", "started", "began"),
        *(
            "moved",
            "attended",
            "went",
            "qualified",
            "left",
            "grew",
            "finished",
            "passed",
            "applied",
        ),
    )
)
_LONG = regex(r"(?i)\b(?:19|20)\d\d\b|\b(?:year|month|summer|term)s?\b")
_NEW_TO_WORK = regex(
    r"(?i)\bnever\s+(?:yet\s+)?(?:worked|had\s+a\s+job)\b|\bno\s+(?:\w+\s+)?experience\b"
    r"|\b(?:finished|left|at|from)\s+(?:school|college|university|uni)\b|\bfirst\s+job\b|\bstudents?\b"
)
_CHECKS = regex(
    r"(?i)\b(?:check|follow\s+up|would\s+know|['\u2019]d\s+know|measure|review|confirm|make\s+sure|compare"
    r"|look\s+again|(?:see|ask)\s+(?:if|whether|how))\b"
)
_BARE_ENDS = frozenset(("it went well", "went fine", "worked out", "everything went well"))
_EMPTY_END = regex(
    r"(?i)\b(?:(?:a|an)\s+)?(?:great|big|huge|complete|total|real)\s+success\b"
    r"|\b(?:every(?:one|body)|they|(?:the\s+)?(?:client|customer|manager|boss|team))\s+"
    r"(?:was|were)\s+(?:very\s+|really\s+|all\s+|so\s+)?(?:happy|pleased|satisfied|relieved)\b"
    r"|\b(?:it|everything|all)\s+(?:all\s+)?(?:went|worked\s+out)\s+(?:very\s+|really\s+)?"
    r"(?:well|fine|great)\b|\ba\s+positive\s+outcome\b"
)


@dataclass(frozen=True, slots=True)
class Found:
    """Something shown or missing. `kind` is its table in `content/remarks.toml`.

    `about` goes into its words, and `quote` stands verbatim in the answer.
    """

    kind: str
    quote: str = ""
    about: str = ""


def shown(signals: Signals) -> Iterator[Found]:
    parts = signals.parts
    is_imagined = signals.question.style == "situational"
    if Part.RESULT in parts and Part.MEASURE in parts and signals.question.style == "behavioural":
        yield Found("measure", parts[Part.MEASURE])
    if signals.points:
        names = listed(tuple(dict.fromkeys(name for name, _ in signals.points)))
        yield Found("points", signals.points[0][1], names)
    if reasons := _fair(explained_steps(signals)):
        yield Found("reason", reasons[0])
    deeds = (s for s in signals.steps if _is_a_deed(s, signals.question.style))
    if own := _fair(tuple(deeds)):
        yield Found("own_step" if is_imagined else "own_part", _telling(own))
    if is_imagined:
        yield from (Found("check", s) for s in signals.steps if _CHECKS.search(s))
    elif Part.RESULT in parts and _ends(signals, parts[Part.RESULT]):
        yield Found("result", parts[Part.RESULT])
    if len(facts := _fair(signals.facts)) > FEW_FACTS:
        yield Found("facts", max(facts, key=facts_in))


@lru_cache(maxsize=64)
def named(signals: Signals) -> tuple[Found, ...]:
    """The one or two lacks that the candidate is told of, the weightiest first.

    Whatever else speaks of a lack (the grounds of the levels, the change worth most) goes by these.
    """
    return tuple(dict.fromkeys(missing(signals)))[:MOST]


def missing(signals: Signals) -> Iterator[Found]:
    if signals.reply is not Reply.CONTENT:
        yield Found(_NOTHING[signals.reply])
        return
    if signals.is_too_short:
        yield Found(_SHORT.get(signals.question.style, "short_other"))
        return
    general = is_general(signals)
    yield from _missing_event(signals, is_general=general)
    if signals.repeats:
        yield Found("repeat", about=str(signals.repeats))
    if signals.unmentioned:
        yield Found("subject", about=signals.unmentioned)
    if blaming := next(filter(blames, signals.sentences), ""):
        yield Found("blame", blaming)
    if not general:
        yield from _BY_STYLE[signals.question.style](signals)
        yield from _missing_anywhere(signals)


def _missing_event(signals: Signals, *, is_general: bool) -> Iterator[Found]:
    """That no event is told, or one without what was asked about."""
    if is_general:
        yield Found("no_example") if plans(signals.text) else Found("general", habit(signals))
    elif missed(signals):
        yield Found("link")


def _missing_anywhere(signals: Signals) -> Iterator[Found]:
    style = signals.question.style
    vague = next((phrase for phrase in signals.vague if _leaves_open(phrase, signals)), "")
    if vague:
        yield Found("vague", vague, vague)
    if not signals.facts and style in _WITH_FACTS and not says_most(signals):
        yield Found("facts")
    if owes_a_reason(signals):
        yield Found("reason")


def _leaves_open(phrase: str, signals: Signals) -> bool:
    """Not a hedge, not "my best work", and not "it went well" where the size of it is told."""
    lowered = phrase.lower()
    if any(phrase in empty_step(sentence) for sentence in signals.sentences):
        return False
    if lowered in _HEDGES or (lowered in _BARE_ENDS and Part.MEASURE in heard(signals)):
        return False
    is_best_of = re.search(rf"{re.escape(phrase)}\s+(?:work|ideas?|thinking|writing)", signals.text)
    return not (lowered.endswith("best") and is_best_of)


def _fair(found: Sequence[str]) -> list[str]:
    return [sentence for sentence in found if not blames(sentence)]


def _is_a_deed(sentence: str, style: str) -> bool:
    """Something done or done as a rule; to have learned or begun is a path and no deed."""
    acts = {verb.lower() for verb in re.findall(OWN_ACT, sentence) if is_act(verb)}
    if acts:
        return not acts <= _OF_A_PATH
    return style == "situational" or is_practice(sentence)


def _telling(acts: Sequence[str]) -> str:
    """The own step with most in it; what sets the scene comes last."""
    is_scene = {s: phrases("situation").search(s) is not None for s in acts}
    return max(acts, key=lambda s: (not is_scene[s], facts_in(s)))


def _ends(signals: Signals, result: str) -> bool:
    """Words of a result count as the end with a size, or late and neither hollow nor a step."""
    is_late = 2 * signals.sentences.index(result) >= len(signals.sentences) - 1
    is_plain = result not in signals.own_acts and not _hollow_end(signals, result)
    return has_size(result) or (is_late and is_plain)


def _missing_path(signals: Signals) -> Iterator[Found]:
    is_told = any(numbers(s) or re.search(NAME, s) or _LONG.search(s) for s in signals.sentences)
    if not (is_told or _NEW_TO_WORK.search(signals.text)):
        yield Found("path")
    yield from _missing_tie(signals)


def _missing_motive(signals: Signals) -> Iterator[Found]:
    yield from _missing_tie(signals)
    if _AIM.search(signals.question.text):
        if not numbers(signals.text):
            yield Found("aim")
    elif not (signals.facts or signals.steps or signals.reasons):
        yield Found("moment")


def _missing_tie(signals: Signals) -> Iterator[Found]:
    if signals.hits < TIED:
        yield Found("role")


def _missing_steps(signals: Signals) -> Iterator[Found]:
    there = heard(signals)
    if Part.ACTION not in there and not signals.steps:
        yield Found("steps")
    if Part.RESULT not in there:
        yield Found("check")


def _missing_parts(signals: Signals) -> Iterator[Found]:
    """What the director's more patient reading does not find either."""
    there = heard(signals)
    if Part.OWN_PART not in there and (empty := _empty(signals)):
        yield empty
    elif Part.ACTION not in there:
        yield _no_event(signals)
        return
    elif Part.OWN_PART not in there:
        shared = signals.shared_acts[0] if signals.shared_acts else ""
        yield Found("own_part" if shared else "own_steps", shared)
    yield from _missing_end(signals, there)
    if Part.SITUATION not in there:
        yield Found("situation")


def _empty(signals: Signals) -> Found | None:
    """With "I did what I could" an own step is named, and what it was stays open."""
    told = ((s, empty_step(s)) for s in signals.sentences)
    return next((Found("empty_step", s, phrase) for s, phrase in told if phrase), None)


def _no_event(signals: Signals) -> Found:
    if may_be_once(signals):
        return Found("own_steps")
    return Found("general" if habit(signals) or signals.hits else "off", habit(signals))


def _missing_end(signals: Signals, there: frozenset[Part]) -> Iterator[Found]:
    last = signals.sentences[-1] if signals.sentences else ""
    if Part.RESULT not in there:
        yield Found("result")
    elif hollow := _hollow_end(signals, last):
        yield Found("empty_end", last, hollow)
    elif Part.MEASURE not in there:
        yield Found("measure", signals.parts.get(Part.RESULT, signals.sentences[-1]))


def _hollow_end(signals: Signals, sentence: str) -> str:
    """The words of an end that could stand under any story, where the sentence says no more."""
    hollow = _EMPTY_END.search(sentence)
    if hollow is None or has_size(sentence):
        return ""
    rest = content_stems(sentence.replace(hollow.group(), " ")) & signals.solid
    return hollow.group() if len(rest) < FEWEST_TELLING else ""


def _missing_knowledge(signals: Signals) -> Iterator[Found]:
    if not (signals.steps or signals.shared_acts or signals.unmentioned):
        if asks_for_a_case(signals.question):
            yield Found("own_steps")
        elif _METHOD.search(signals.question.text):
            yield Found("method")
    yield from _missing_points(signals)


def _missing_points(signals: Signals) -> Iterator[Found]:
    names = unsaid(signals)
    if names and not signals.unmentioned:
        yield Found("points", about=listed(names[:MOST_POINTS]))


_BY_STYLE = {
    "opening": _missing_path,
    "motivation": _missing_motive,
    "behavioural": _missing_parts,
    "situational": _missing_steps,
    "technical": _missing_knowledge,
}
_SHORT = {"behavioural": "short", "situational": "short_plan"}
_NOTHING = {Reply.NOTHING: "nothing", Reply.REQUEST: "request", Reply.NO_EXAMPLE: "no_example"}
