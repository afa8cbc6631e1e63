"""Why the built-in rater gave a level, in words that the same measured signals bear out.

The written anchors describe conduct that fixed rules cannot see. So a level is explained by what
was found for certain and by what the candidate is told to be missing; nothing else is called open.
The words stand in `content/grounds.toml`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from core.interview.answers.event import asks_for_a_case
from core.interview.answers.explained import explained_steps
from core.interview.answers.findings import Found, named
from core.interview.answers.follow_ups import tells_a_deed_in
from core.interview.answers.heard import found_parts
from core.interview.answers.missed import left_open
from core.interview.answers.replies import Reply
from core.interview.answers.signals import Signals
from core.interview.planning import bank
from core.interview.rating.found import found_in
from core.interview.words.tables import phrases, table
from core.models import Competency, Part, Quality
from core.models.telling import counted, listed

SOUND, SHOWN = 3.0, 3.5
GOOD, LOW = 4.0, 2.4  # levels from which on nothing is held against it, and below which much is
MOSTLY = 3.3  # level from which on so much goes with the question that no more is said
TIED = 0.3  # how far sentences hang together below which a candidate is told so
KEPT = 0.7  # focus below which a candidate is told so
HALF_COUNTS = 0.8  # focus below which about half of what is said counts, or less
FEW, STEPS = 2, 2  # sentences, and own steps that show something
SHORT = 60  # words up to which few details are told: less than half a minute
LONG = 28  # words in a sentence on average
PRECISE = 0.5  # how much a word tells on average
_OPEN, _SHOWS = "Still open:", "It shows"
_STORY = {
    "situation": Part.SITUATION,
    "own_part": Part.OWN_PART,
    "result": Part.RESULT,
    "measure": Part.MEASURE,
}
_OF_EVIDENCE = (
    "own_part",
    "own_steps",
    "empty_step",
    "method",
    "general",
    "no_example",
    "off",
    "facts",
    "reason",
    "path",
    "moment",
    "aim",
)
_OF_STRUCTURE = (
    "situation",
    "own_steps",
    "steps",
    "general",
    "no_example",
    "off",
    "result",
    "empty_end",
    "measure",
    "check",
)
_OF_COMPETENCY = (
    "own_part",
    "own_steps",
    "empty_step",
    "steps",
    "result",
    "empty_end",
    "measure",
    "check",
)


def because(item: Quality | Competency, level: float, signals: Signals) -> str:
    """Empty where nothing can be said beyond the level itself."""
    if signals.reply is not Reply.CONTENT:
        return f"{_nothing(signals)}, so only this much can be rated."
    if signals.is_too_short and level < GOOD:
        return "The answer is very short, so only this much can be rated."
    if isinstance(item, Competency):
        return _of_competency(item, level, signals)
    return _QUALITIES[item](level, signals)


def _nothing(signals: Signals) -> str:
    style = signals.question.style
    asks_for_one = style == "behavioural" or signals.reply is Reply.NO_EXAMPLE
    return "No example was given" if asks_for_one else "No answer was given"


def _relevance(level: float, signals: Signals) -> str:
    words = _words("relevance")
    lack = next((lack for lack in named(signals) if lack.kind in words), None)
    if not lack and left_open(signals):
        return words["open"]
    if level >= GOOD:
        return "" if lack else words["stayed"]
    return words[lack.kind].replace("{about}", lack.about) if lack else _nearness(level, signals)


def _nearness(level: float, signals: Signals) -> str:
    """One phrase for one range of levels; words that were measured could be too few."""
    words, is_case = _words("relevance"), asks_for_a_case(signals.question)
    if found_in(signals).focus < KEPT and not (is_case or signals.kin or signals.points):
        return words["strayed"]
    if level >= MOSTLY:
        return ""
    if level >= LOW:
        return words["partly"]
    if signals.kin > FEW:
        return words["somewhat"]
    return words["hardly" if signals.facts else "general"]


def _evidence(level: float, signals: Signals) -> str:
    there = {
        _steps_of(signals): tells_a_deed(signals),
        "facts": bool(signals.facts),
        "reason": bool(explained_steps(signals)),
    }
    told = _told(there, _OF_EVIDENCE, level, signals)
    is_loose = level < GOOD and found_in(signals).tied < TIED
    return f"{told} {_words('short')['loose']}".strip() if is_loose else told


def _steps_of(signals: Signals) -> str:
    """How the own steps are called: told once, imagined, or done as a rule."""
    if signals.question.style == "situational":
        return "imagined_steps"
    return "own_part" if asks_for_a_case(signals.question) else "practice"


def _structure(level: float, signals: Signals) -> str:
    parts, style = found_parts(signals), signals.question.style
    if style == "behavioural":
        there = {name: part in parts for name, part in _STORY.items()}
    elif style == "situational":
        there = {"imagined_steps": tells_a_deed(signals), "imagined_check": Part.RESULT in parts}
    else:
        there = {"came_of_it": Part.RESULT in signals.parts and style == "technical"}
    told = _told(there, _OF_STRUCTURE, level, signals)
    is_short = level < GOOD and len(signals.words) <= SHORT
    return _few(signals) or told if is_short and _OPEN not in told else told


def tells_a_deed(signals: Signals) -> bool:
    """Whether one of the steps says what was done, and not only what somebody is like."""
    return any(tells_a_deed_in(step, signals.question.style) for step in signals.steps)


def _clarity(level: float, signals: Signals) -> str:
    if level >= GOOD:
        return ""
    said = _words("clarity")
    if vague := next((lack for lack in named(signals) if lack.kind == "vague"), None):
        return said["vague"].replace("{about}", vague.about)
    if signals.repetition:
        return said["again"]
    average = round(len(signals.words) / max(1, len(signals.spoken)))
    if average >= LONG:
        return said["long"].replace("{count}", str(average))
    is_plain = not signals.facts and found_in(signals).precise < PRECISE
    return said["plain"] if is_plain else ""


def _of_competency(item: Competency, level: float, signals: Signals) -> str:
    if bank.points_of(signals.question):
        return _of_points(signals)
    if level < SOUND and phrases("blame").search(signals.text):
        return _words("short")["blame"]
    told = _shows(item, level, signals)
    lacking = (_open(_OF_COMPETENCY, signals) or _aside(level, signals)) if level < GOOD else ""
    return f"{told} {lacking}".strip()


def _shows(item: Competency, level: float, signals: Signals) -> str:
    shows = _words("competency")[item.value]
    is_steady = len(signals.steps) >= STEPS and bool(signals.facts)
    is_shown = (level >= SOUND or is_steady) and not signals.repeats and bool(signals.steps)
    if not (is_shown or level >= SHOWN):
        return f"{_SHOWS} little yet of {shows}."
    is_ended = Part.RESULT in signals.parts and signals.question.style != "situational"
    end = f", and {_words('found')['result']}" * is_ended
    return f"{_SHOWS} {shows}{end}."


def _of_points(signals: Signals) -> str:
    """Which points are there, and which are not."""
    points = tuple(dict.fromkeys(point.name for point in bank.points_of(signals.question)))
    told = {name for name, _ in signals.points}
    there = [name for name in points if name in told]
    line = _words("short")["points" if there else "no_points"].replace("{count}", str(len(there)))
    line = line.replace("{about}", str(len(points))).replace("{names}", _apart(there or points))
    others = [name for name in points if name not in told]
    rest = _words("short")["not_in_it"].replace("{names}", _apart(others))
    return f"{line} {rest}" if there and others else line


def _apart(names: Sequence[str]) -> str:
    """The names in a row; with semicolons where one of them is a row itself."""
    is_row = any("," in name or " and " in name for name in names)
    return "; ".join(names) if is_row else listed(names)


def _told(there: dict[str, bool], kinds: Iterable[str], level: float, signals: Signals) -> str:
    """What was found, what is open, and where neither explains a low level, how little it is."""
    shown = [_words("found")[name] for name, is_there in there.items() if is_there]
    found = f"You tell {listed(shown)}." if shown else ""
    lacking = _open(kinds, signals) if level < GOOD else ""
    return " ".join(filter(None, (found, lacking or _thin(level, signals))))


def _thin(level: float, signals: Signals) -> str:
    """How little it is, or how little of it counts."""
    if level < GOOD and len(signals.words) <= SHORT:
        return _words("short")["thin"].replace("{count}", str(len(signals.words)))
    return _aside(level, signals)


def _aside(level: float, signals: Signals) -> str:
    """That little of it is on the question, where that is what a low level comes from."""
    is_aside = level < SOUND and found_in(signals).focus < HALF_COUNTS
    return _words("short")["aside"] if is_aside else ""


def _open(kinds: Iterable[str], signals: Signals) -> str:
    lacks = [lack for lack in named(signals) if lack.kind in kinds]
    names = dict.fromkeys(map(_name_of, lacks))
    return f"{_OPEN} {_apart(list(names))}." if names else ""


def _name_of(lack: Found) -> str:
    return _words("open")[lack.kind].replace("{about}", lack.about)


def _few(signals: Signals) -> str:
    """That an order cannot be seen in so few sentences; empty where there are more."""
    count = len(signals.spoken)
    return _words("short")["few"].replace("{count}", counted(count, "sentence")) * (count <= FEW)


def _words(group: str) -> dict[str, str]:
    found: dict[str, str] = table("grounds")[group]
    return found


_QUALITIES = {
    Quality.RELEVANCE: _relevance,
    Quality.EVIDENCE: _evidence,
    Quality.STRUCTURE: _structure,
    Quality.CLARITY: _clarity,
}
