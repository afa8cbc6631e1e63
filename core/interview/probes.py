"""What a probe asks for, and its wording."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from core.interview import bank
from core.interview.tables import table
from core.interview.text import pick
from core.interview.wording import fault_of
from core.models import Level, Part, PlannedQuestion

FEWEST_WORDS, MOST_WORDS = 3, 14
_CLAUSE = r"\b(?:I|[Ww]e|[Tt]hey)\s[^\n.,;:!?…“”\"()\u2013\u2014]{4,160}"
# Where a clause may begin and end: at a stop or comma, or at a word that joins two clauses.
_BEFORE = (
    r"(?i)(?:^|[\n.,;:!?…\"“(]|\b(?:and|but|so|then|because|when|while|after|before|where))\s*$"
)
_JOINT = (
    r"(?i)\s+(?:and|but|so|or|because|which|while|when|where|after|before|until|since|although"
    r"|though|if|as|who|then)\s"
)
_LOOSE_END = (
    r"(?i)\s(?:the|an?|to|of|in|on|at|for|from|with|by|my|our|their|his|her|its|that|this|very|was"
    r"|were|is|are|had|not|about|into|than|out|both|either|i|we|they)$"
)
_ANOTHER_WAY = "Let me put it another way. "
_PREFIXES = ("", "On this one: ", "For this example: ", "Once more on this topic: ")


class Aim(StrEnum):
    """Why a probe is put: a part of the story is missing, or there is no story yet."""

    SITUATION = Part.SITUATION.value
    ACTION = Part.ACTION.value
    OWN_PART = Part.OWN_PART.value
    RESULT = Part.RESULT.value
    MEASURE = Part.MEASURE.value
    SHORT = "more"
    AGAIN = "an answer"
    OCCASION = "one occasion"
    WORDS = "words"
    BOUNDARY = "respect"
    ELSEWHERE = "elsewhere"
    IMAGINED = "an imagined case"
    ANOTHER = "another example"

    @property
    def part(self) -> Part | None:
        return Part(self.value) if self in PARTS else None

    @property
    def label(self) -> str:
        return "outcome" if self is Aim.RESULT else self.value

    @property
    def because(self) -> str:
        return f"Asked because {_BECAUSE[self]}."


PARTS = (Aim.SITUATION, Aim.ACTION, Aim.OWN_PART, Aim.RESULT, Aim.MEASURE)
_BECAUSE = {
    Aim.SITUATION: "neither a situation nor a task was named",
    Aim.ACTION: "no step was named",
    Aim.OWN_PART: "your own part was not named",
    Aim.RESULT: "no result was named",
    Aim.MEASURE: "no measure of the result was named",
    Aim.SHORT: "your answer was very short",
    Aim.AGAIN: "your answer led away from the question",
    Aim.OCCASION: "no single occasion was told",
    Aim.WORDS: "your answer could not be read as words",
    Aim.BOUNDARY: "your reply was not an answer, and not polite",
    Aim.ELSEWHERE: "you said that you had no example",
    Aim.IMAGINED: "you still had no example",
    Aim.ANOTHER: "this story was told for an earlier question",
}
_RUNGS = {Aim.WORDS: "gibberish", Aim.IMAGINED: "imagined", Aim.ELSEWHERE: "elsewhere"}


@dataclass(frozen=True, slots=True)
class Probe:
    """What is to be worded. `aim` is None for a question itself; `used` is not said again."""

    aim: Aim | None
    style: str
    seed: str
    used: frozenset[str]


def worded(probe: Probe, words: str, last_question: str) -> str:
    """A neutral wording that has not been used yet; it quotes `words` where there are some."""
    if probe.aim is Aim.BOUNDARY:
        return _boundary(probe, last_question)
    if probe.aim is Aim.ANOTHER:
        return _fresh(probe, _say("another"))
    rung = _rung(probe)
    quoting = bank.probe_wordings(rung, quoting=True) if words else ()
    texts = (text.replace("{words}", words) for text in quoting)
    usable = tuple(text for text in texts if text not in probe.used and not fault_of(text))
    if usable:
        return pick(probe.seed, usable)
    return _plain(probe, rung)


def clarified(
    probe: Probe, planned: PlannedQuestion, level: Level, others: frozenset[str], times: int
) -> str:
    """The open question for somebody who asked what was meant, for the first or second time.

    First the question as it stands with the kind of answer that would fit, then other words for it;
    `others` are the questions of the plan, which belong to their own topics.
    """
    text = planned.text if probe.aim is None else _plain(probe, _rung(probe))
    if times > 1 and probe.aim is None:
        alike = (t for t in _on_the_same(planned, level) if t not in others | probe.used)
        texts = tuple(f"{_ANOTHER_WAY}{text}" for text in alike)
        if usable := tuple(t for t in texts if _is_usable(t, probe.used)):
            return pick(probe.seed, usable)
    rung = bank.probe_wordings(f"clarify_{planned.style}", quoting=False)
    explained = (t.replace("{question}", text) for t in rung)
    usable = tuple(t for t in explained if _is_usable(t, probe.used))
    return pick(probe.seed, usable) if usable else _plainly(probe, planned)


def _plainly(probe: Probe, planned: PlannedQuestion) -> str:
    """Where the question cannot be taken up as it is, the ladder's own words for it."""
    return _plain(probe, f"again_{planned.style}")


def _is_usable(text: str, used: frozenset[str]) -> bool:
    return text not in used and "{" not in text and not fault_of(text)


def _boundary(probe: Probe, question: str) -> str:
    texts = (text.replace("{question}", question) for text in _say("boundary"))
    usable = tuple(text for text in texts if _is_usable(text, probe.used))
    return pick(probe.seed, usable) if usable else _plain(probe, "abusive")


def _plain(probe: Probe, rung: str) -> str:
    return _fresh(probe, bank.probe_wordings(rung, quoting=False))


def _say(name: str) -> tuple[str, ...]:
    return tuple(table("replies")["say"][name])


def _fresh(probe: Probe, texts: tuple[str, ...]) -> str:
    rounds = (tuple(_begin(prefix, text) for text in texts) for prefix in _PREFIXES)
    unused = (tuple(text for text in each if text not in probe.used) for each in rounds)
    return pick(probe.seed, next(filter(None, unused)))


def _on_the_same(planned: PlannedQuestion, level: Level) -> tuple[str, ...]:
    if planned.competency and planned.style == "behavioural":
        return bank.behavioural(planned.competency, level)
    if planned.competency and planned.style == "situational":
        return bank.situational(planned.competency, level)
    personal = {"opening": bank.openings, "motivation": bank.closings}.get(planned.style)
    return personal(level) if personal else ()


def own_words(answer: str, aim: Aim) -> str:
    """A whole clause of the answer that a probe can refer to, verbatim, or an empty string."""
    clauses = [clause for clause in _clauses(answer) if clause]
    if aim is Aim.OWN_PART:
        clauses = [clause for clause in clauses if clause.lower().startswith("we ")] or clauses
    if aim in (Aim.RESULT, Aim.MEASURE):
        clauses.reverse()
    return next(iter(clauses), "")


def _clauses(answer: str) -> Iterator[str]:
    """The short clauses about what somebody did, each from its beginning to its end."""
    for match in re.finditer(_CLAUSE, answer):
        after = answer[match.end() : match.end() + 1]
        piece = re.split(_JOINT, f"{match.group()} ", maxsplit=1)[0].strip()
        is_cut = piece == match.group().strip() and after.strip() and after not in ".,;:!?…"
        begins = re.search(_BEFORE, answer[max(0, match.start() - 12) : match.start()])
        is_whole = begins and not is_cut and not re.search(_LOOSE_END, piece)
        yield piece if is_whole and FEWEST_WORDS <= len(piece.split()) <= MOST_WORDS else ""


def _rung(probe: Probe) -> str:
    aim, style = probe.aim, probe.style
    if aim in _RUNGS:
        return _RUNGS[aim]
    if aim not in PARTS or aim is None:
        return f"again_{style}"
    is_imagined = style == "situational" and aim in (Aim.ACTION, Aim.RESULT)
    return f"situational_{aim.value}" if is_imagined else aim.value


def _begin(prefix: str, text: str) -> str:
    return prefix + (text[0].lower() + text[1:] if prefix else text)
