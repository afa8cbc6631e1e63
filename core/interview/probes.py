"""What a probe asks for, and its wording."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum

from core.interview import bank
from core.interview.text import pick
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
    AGAIN = "again"
    ELSEWHERE = "elsewhere"
    REWORDED = "reworded"

    @property
    def part(self) -> Part | None:
        is_whole = self in (Aim.AGAIN, Aim.ELSEWHERE, Aim.REWORDED)
        return None if is_whole else Part(self.value)

    @property
    def because(self) -> str:
        return f"Asked because {_BECAUSE[self]}."


_BECAUSE = {
    Aim.SITUATION: "your answer did not say when or where this was",
    Aim.ACTION: "your answer did not say which steps were taken",
    Aim.OWN_PART: "your answer did not say which part of it was yours",
    Aim.RESULT: "your answer did not say how it ended",
    Aim.MEASURE: "your answer did not say how large the outcome was",
    Aim.AGAIN: "your answer was very short or led away from the question",
    Aim.ELSEWHERE: "you said that you had no example",
    Aim.REWORDED: "you wanted the question put in other words",
}


def reworded(planned: PlannedQuestion, level: Level, seed: str, used: frozenset[str]) -> str:
    """Another question on the same subject, for somebody who asked what was meant."""
    others = (f"{_ANOTHER_WAY}{text}" for text in _on_the_same(planned, level) if text not in used)
    fresh = tuple(text for text in others if text not in used and "{" not in text)
    return pick(seed, fresh) if fresh else wording(Aim.AGAIN, planned.style, "", seed, used)


def _on_the_same(planned: PlannedQuestion, level: Level) -> tuple[str, ...]:
    if planned.competency and planned.style == "behavioural":
        return bank.behavioural(planned.competency, level)
    if planned.competency and planned.style == "situational":
        return bank.situational(planned.competency, level)
    personal = {"opening": bank.openings, "motivation": bank.closings}.get(planned.style)
    return personal(level) if personal else ()


def wording(aim: Aim, style: str, words: str, seed: str, used: frozenset[str]) -> str:
    """A neutral wording that has not been used yet; it quotes `words` where there are some."""
    rung = _rung(aim, style)
    if words:
        quoting = bank.probe_wordings(rung, quoting=True)
        texts = tuple(text.replace("{words}", words) for text in quoting)
        fresh = tuple(text for text in texts if text not in used)
        if fresh:
            return pick(seed, fresh)
    plain = bank.probe_wordings(rung, quoting=False)
    rounds = (tuple(_begin(prefix, text) for text in plain) for prefix in _PREFIXES)
    unused = (tuple(text for text in texts if text not in used) for texts in rounds)
    return pick(seed, next(filter(None, unused)))


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


def _rung(aim: Aim, style: str) -> str:
    if aim is Aim.AGAIN:
        return f"again_{style}"
    if style == "situational" and aim in (Aim.ACTION, Aim.RESULT):
        return f"situational_{aim.value}"
    return aim.value


def _begin(prefix: str, text: str) -> str:
    return prefix + (text[0].lower() + text[1:] if prefix else text)
