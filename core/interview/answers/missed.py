"""What a question asks about and an answer does not tell, in the words of the question.

The tables stand in `content/missed.toml`. Where a question is not in them, nothing is said: that
few words are shared with a question does not mean that the story misses it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from core.interview.answers.follow_ups import own_words
from core.interview.answers.signals import Signals
from core.interview.words.patterns import regex
from core.interview.words.tables import table
from core.interview.words.text import stem

BEGINNING = 4  # sentences in which a story says how it came about
_SHORT_NOT = regex(r"(?i)\b([a-z]+)n['\u2019]t\b")


@dataclass(frozen=True, slots=True)
class Missed:
    """`about` goes with "You were asked about", `have` with "Take another story, one".

    `found` is a pattern of words by which a sentence tells of it for certain, or empty; `parts`
    are patterns of what else such a story tells, `quote` is one of the sentence that shows it
    best, and `case` is what to have ready.
    """

    about: str
    untold: str
    ask: str
    have: str
    found: str = ""
    parts: tuple[str, ...] = ()
    case: str = ""
    quote: str = ""

    def is_found_in(self, text: str) -> bool:
        return bool(self.found) and _has(self.found, text)

    def shows(self, text: str) -> bool:
        """Whether a sentence tells what was done about it, and not only that it was so."""
        return bool(self.quote) and _has(self.quote, text)

    def parts_in(self, text: str) -> int:
        """How many of the parts of such a story `text` tells."""
        return sum(_has(part, text) for part in self.parts)


@dataclass(frozen=True, slots=True)
class Open:
    """A word of the question that an answer leaves open: that it does, and what to add.

    `case` is one to have ready for it, or empty.
    """

    text: str
    advice: str
    case: str = ""


def missed(signals: Signals) -> Missed | None:
    """The first thing asked about that the answer tells nothing of; None where unsure."""
    return next((one for one, is_there in _conditions(signals) if not is_there), None)


def asked_about(question: str) -> Missed | None:
    """The first condition that the question has, whatever the answer."""
    return next((_missed(entry) for entry in _entries("asked", question)), None)


def may_tell(question: str, text: str) -> bool:
    """Whether `text` tells of everything that `question` asks about."""
    return all(_tells(entry, text) for entry in _entries("asked", question))


def speaks_against(question: str, text: str) -> bool:
    """Whether `text`, as a whole story, breaks what `question` asks about."""
    entries = (entry for entry in _entries("asked", question) if "sign" in entry)
    return any(_is_open(entry, text, text) for entry in entries)


def left_open(signals: Signals) -> Open | None:
    """What an answer that may be on the matter still leaves open of the question's own words."""
    for entry in _entries("focus", signals.question.text):
        first = signals.sentences[0] if signals.sentences else ""
        tells = bool(signals.steps or signals.shared_acts) or not entry.get("steps")
        is_open = tells and _is_open(entry, signals.text, first)
        if is_open or _names_nothing(entry, signals.text):
            return Open(entry["text"], entry["advice"], entry.get("case", ""))
    return None


def case_for(signals: Signals) -> str:
    """The case that the question asked for and the answer does not tell; empty where unsure."""
    if gap := missed(signals):
        return gap.case
    word = left_open(signals)
    return word.case if word else ""


def _conditions(signals: Signals) -> Iterator[tuple[Missed, bool]]:
    if signals.question.style != "behavioural":
        return
    beginning = " ".join(signals.sentences[:BEGINNING])
    for entry in _entries("asked", signals.question.text):
        yield _missed(entry), not _is_open(entry, signals.text, beginning)


def _is_open(entry: dict[str, Any], text: str, beginning: str) -> bool:
    """Whether no word tells of it and, where a sign of that is known, the sign is there."""
    is_told = _has(entry.get("told", ""), text)
    return not is_told and ("sign" not in entry or _has(entry["sign"], beginning))


def _tells(entry: dict[str, Any], text: str) -> bool:
    return any(_has(entry[words], text) for words in ("told", "found") if words in entry)


def _names_nothing(entry: dict[str, Any], text: str) -> bool:
    """Whether, for an entry with `idle` words, the answer has none of its own beside them."""
    return "idle" in entry and own_words(text) <= frozenset(map(stem, entry["idle"]))


def _has(pattern: str, text: str) -> bool:
    return re.search(f"(?i){pattern}", _SHORT_NOT.sub(r"\1 not", text)) is not None


def _entries(group: str, question: str) -> Iterator[dict[str, Any]]:
    return (entry for entry in table("missed")[group] if _has(entry["question"], question))


def _missed(entry: dict[str, Any]) -> Missed:
    words = (entry["about"], entry["untold"], entry["ask"], entry["have"])
    case: str = entry.get("case", entry["about"])
    found, quote = entry.get("found", ""), entry.get("quote", "")
    return Missed(*words, found, tuple(entry.get("parts", ())), case, quote)
