"""Why the built-in rater gave a level, in words that the same measured signals bear out.

The written anchors describe conduct that fixed rules cannot see. So a level is explained by what
was found and what was not; an anchor is shown only where all that it speaks of was found.
"""

from __future__ import annotations

from core.interview import bank
from core.interview.found import found_in
from core.interview.heard import found_parts
from core.interview.replies import Reply
from core.interview.rubric import LOWEST, rubric
from core.interview.signals import Signals
from core.interview.tables import phrases
from core.models import Competency, Part, Quality

SOUND = 3.0
SHOWN = 4.5
FEW, SOME = 1, 3
KEPT = 0.7  # focus below which a candidate is told so
_NAMES = {
    Part.SITUATION: "when or where it was",
    Part.ACTION: "the steps",
    Part.OWN_PART: "your own part",
    Part.RESULT: "how it ended",
    Part.MEASURE: "the size of the outcome",
}
_IMAGINED = {
    Part.ACTION: "the steps you would take",
    Part.RESULT: "how you would know that it worked",
}


def because(item: Quality | Competency, level: float, signals: Signals) -> str:
    if signals.reply is not Reply.CONTENT:
        return f"{_nothing(signals)}, so only this much can be rated."
    if signals.is_too_short:
        return "The answer is very short, so only this much can be rated."
    if isinstance(item, Competency):
        return _of_competency(item, level, signals)
    return _QUALITIES[item](level, signals)


def _nothing(signals: Signals) -> str:
    style = signals.question.style
    asks_for_one = style == "behavioural" or signals.reply is Reply.NO_EXAMPLE
    return "No example was given" if asks_for_one else "No answer was given"


def _relevance(level: float, signals: Signals) -> str:
    if signals.repeats:
        return f"It is largely the story told for question {signals.repeats}."
    if signals.unmentioned:
        return f"It does not mention {signals.unmentioned}."
    return _nearness(level, signals)


def _nearness(level: float, signals: Signals) -> str:
    if not signals.hits:
        return "No word in it belongs to the subject of the question."
    if found_in(signals).focus < KEPT:
        return "A good part of it speaks of something else than what was asked."
    if level >= SHOWN:
        return "Many of its words belong to what was asked, beyond the question's own."
    if signals.kin <= FEW:
        return "Few of its words belong to what was asked, beyond the question's own."
    return "Some of its words belong to what was asked, beyond the question's own."


def _evidence(_level: float, signals: Signals) -> str:
    if signals.repeats:
        return f"It adds little to what was said for question {signals.repeats}."
    found = {
        "own steps": bool(signals.own_acts),
        "names or figures": bool(signals.facts),
        "reasons": bool(signals.reasons),
    }
    return _found(found)


def _structure(_level: float, signals: Signals) -> str:
    style = signals.question.style
    if style == "behavioural":
        return _found({name: part in found_parts(signals) for part, name in _NAMES.items()})
    if style == "situational":
        return _found({name: part in found_parts(signals) for part, name in _IMAGINED.items()})
    found = {"reasons": bool(signals.reasons), "names or figures": bool(signals.facts)}
    return _found(found | {"several thoughts": len(signals.sentences) >= SOME})


def _clarity(_level: float, signals: Signals) -> str:
    if signals.vague:
        return f"Words such as “{signals.vague[0]}” leave open what is meant."
    if signals.repetition:
        return "Some sentences say again what was said before."
    if len(signals.sentences) >= SOME:
        return "No vague phrases, and the thoughts stand in sentences of their own."
    return "No vague phrases, but few sentences."


def _of_competency(item: Competency, level: float, signals: Signals) -> str:
    if signals.question.style == "technical":
        return _of_knowledge(signals)
    if level < SOUND and phrases("blame").search(signals.text):
        return "Part of the answer puts the fault on others instead of telling what you did."
    names = _IMAGINED if signals.question.style == "situational" else _NAMES
    missing = [name for part, name in names.items() if part not in found_parts(signals)]
    if level < SOUND or missing or signals.repeats or signals.kin <= FEW:
        return _found({name: part in found_parts(signals) for part, name in names.items()})
    return rubric()[item].anchor(max(level, LOWEST))


def _of_knowledge(signals: Signals) -> str:
    points = bank.points_of(signals.question)
    if points:
        named = len({name for name, _ in signals.points})
        return f"It mentions {named} of {len(points)} points that belong to a full answer."
    return _found({"own use": bool(signals.own_acts), "reasons": bool(signals.reasons)})


def _found(found: dict[str, bool]) -> str:
    """Which of these things were found and which were not."""
    shown = [name for name, is_there in found.items() if is_there]
    missing = [name for name, is_there in found.items() if not is_there]
    lines = (f"Found: {listed(shown)}." if shown else "", _not_found(missing))
    return " ".join(filter(None, lines))


def _not_found(missing: list[str]) -> str:
    return f"Not found: {listed(missing)}." if missing else ""


def listed(names: list[str] | tuple[str, ...]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


_QUALITIES = {
    Quality.RELEVANCE: _relevance,
    Quality.EVIDENCE: _evidence,
    Quality.STRUCTURE: _structure,
    Quality.CLARITY: _clarity,
}
