"""What is said of talk about this and that: that it was given twice, or at length."""

from __future__ import annotations

from core.interview.answers.event import asks_for_a_case
from core.interview.answers.findings import Found
from core.interview.answers.signals import Signals
from core.interview.answers.talk import SHARE, is_talk
from core.interview.feedback.length import MOST_WORDS
from core.interview.words.patterns import regex
from core.interview.words.tables import table

TALK, AGAIN, LINE = "talk", "talk_again", "repeat_line"
_PATH = regex(
    r"(?i)\b(?:19|20)\d\d\b|\b(?:years?|months)\b|\b(?:trained|studied|qualified|graduated|joined|apprentice\w*)\b"
    r"|\b(?:school|college|university|degree|course)\b|\bwork(?:ed|ing|s)?\s+(?:as|at|for|in)\b"
    r"|\bas\s+an?\s+\w+|\b(?:my|first|last|present)\s+(?:\w+\s+)?(?:job|role|post|position)\b"
)


def talk_again(signals: Signals) -> Found | None:
    """That talk was said again: what of the question is open, where that is sure; else None."""
    if not (signals.repeats and is_talk(signals)):
        return None
    if not _is_surely_open(signals):
        return Found(LINE, about=str(signals.repeats))
    words: dict[str, str] = table("remarks")["said_again"]
    asked: dict[str, str] = table("remarks")["asked_for"][_sort_of(signals)]
    before = words["before"].replace("{number}", str(signals.repeats))
    return Found(AGAIN, about=f"{asked['untold']} {words['not_told']}; {before}.")


def _is_surely_open(signals: Signals) -> bool:
    """An event that was asked for is; a way of working may have been told, and any wish."""
    if asks_for_a_case(signals.question):
        return True
    is_way = signals.question.style in ("technical", "situational")
    return is_way and len(signals.steps) < SHARE * len(signals.sentences)


def at_length(signals: Signals) -> Found | None:
    """What a very long answer does not tell: the event, or the way so far; None where unsure."""
    is_long = len(signals.text.split()) > MOST_WORDS
    if signals.repeats or not is_long or not is_talk(signals):
        return None
    if signals.question.style == "opening":
        return None if _PATH.search(signals.text) else Found("path")
    return Found(TALK) if asks_for_a_case(signals.question) else None


def by_itself(signals: Signals) -> str:
    """How an answer begins that is not the one of another question."""
    told: str = table("remarks")["asked_for"][_sort_of(signals)].get("by_itself", "")
    return told or advice_for(signals)


def advice_for(signals: Signals) -> str:
    """What an answer to a question of this kind tells."""
    advice: str = table("remarks")["asked_for"][_sort_of(signals)]["advice"]
    return advice


def minute_for(signals: Signals) -> str:
    """What the first minute of an answer to a question of this kind tells."""
    minute: str = table("remarks")["asked_for"][_sort_of(signals)]["minute"]
    return minute


def _sort_of(signals: Signals) -> str:
    if asks_for_a_case(signals.question):
        return "case"
    return signals.question.style
