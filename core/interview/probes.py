"""What a probe asks for, and its wording."""

from __future__ import annotations

import re
from enum import StrEnum

from core.interview import bank
from core.interview.text import first_words, pick
from core.models import Part

FEWEST_WORDS, MOST_WORDS = 3, 8
_CLAUSE = r"(?a)\b(?:I|[Ww]e|[Tt]hey|[Mm]y|[Oo]ur)\s+[^\n.,;:!?…“”\"()]{8,120}"
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

    @property
    def part(self) -> Part | None:
        return None if self in (Aim.AGAIN, Aim.ELSEWHERE) else Part(self.value)

    @property
    def because(self) -> str:
        return f"probe: {self.value}, because {_BECAUSE[self]}"


_BECAUSE = {
    Aim.SITUATION: "it is not clear when or where this was",
    Aim.ACTION: "no steps were described",
    Aim.OWN_PART: "the candidate's own share is not clear",
    Aim.RESULT: "no outcome was named",
    Aim.MEASURE: "the outcome has no figure or other sign of its size",
    Aim.AGAIN: "the answer was very short or passed the question by",
    Aim.ELSEWHERE: "no example came to mind",
}


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
    """A few words of the answer that a probe can refer to, verbatim, or an empty string."""
    clauses = [match.group() for match in re.finditer(_CLAUSE, answer)]
    if aim is Aim.OWN_PART:
        clauses = [clause for clause in clauses if clause.lower().startswith("we ")] or clauses
    if aim in (Aim.RESULT, Aim.MEASURE):
        clauses.reverse()
    short = (first_words(clause.strip(), MOST_WORDS) for clause in clauses)
    return next((text for text in short if len(text.split()) >= FEWEST_WORDS), "")


def _rung(aim: Aim, style: str) -> str:
    if aim is Aim.AGAIN:
        return f"again_{style}"
    if style == "situational" and aim in (Aim.ACTION, Aim.RESULT):
        return f"situational_{aim.value}"
    return aim.value


def _begin(prefix: str, text: str) -> str:
    return prefix + (text[0].lower() + text[1:] if prefix else text)
