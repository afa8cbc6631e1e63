"""What is wrong with an interviewer's wording, whoever worded it.

A fault is a sentence that a language model can act on when it words the question once more. Where
it is not certain that something is wrong, nothing is: each false alarm costs a call.
"""

from __future__ import annotations

import re

from core.interview.wording.facts import Facts, invented_in
from core.interview.wording.phrases import (
    gives_away,
    is_second,
    leads,
    praises,
    quotes_the_prompt,
    talks_about_itself,
    touches_protected,
)
from core.interview.wording.tongues import is_in_another
from core.models import ENGLISH, language_named

__all__ = ["MOST_WORDS", "Facts", "fault_of", "opening_fault_of"]

MOST_WORDS = 60
_MARKS = "?\uff1f؟՞፧"
_GREEK_MARKS = ";\u037e"
_GREEK = r"[\u0370-\u03ff]"
# Thai, Lao, Khmer, Burmese, and Japanese ending in か: a question needs no mark there.
_UNMARKED = r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]|か[。\uff0e.]?\s*$"
_MARKUP = r"(?m)^[ \t]*(?:#{1,6}\s|[-*•]\s|\d+[.)]\s|```|>\s)|\*\*|__|</?think"
_UNSPACED = r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]"  # kana and Chinese characters
_UNSPACED_SIGNS = r"[\u3000-\u303f\uff00-\uffef]"
_A_WORD = 2  # characters, where no spaces part the words


def fault_of(question: str, facts: Facts | None = None, language: str = ENGLISH) -> str | None:
    """A short sentence that names the first fault of a question, or None when it can be asked.

    `language` is the interview's, an ISO 639-1 code. With `facts`, the question has to be in it,
    and its numbers and names have to stand in the facts.
    """
    if not question.strip():
        return "The question is empty."
    text = _plain(question)
    return (
        _fault_of_form(question)
        or _fault_of_marks(question)
        or _fault_of_content(text, language)
        or _fault_of_manner(text, language)
        or (_fault_of_facts(text, facts, language) if facts else None)
    )


def opening_fault_of(beginning: str, language: str = ENGLISH) -> str | None:
    """The fault of a question that has only begun, if nothing that may follow could mend it."""
    return _fault_of_form(beginning) or _fault_of_manner(_plain(beginning), language)


def _plain(question: str) -> str:
    """On one line, with straight apostrophes."""
    return " ".join(question.replace("\u2019", "'").split())


def _fault_of_form(question: str) -> str | None:
    if _length(question) > MOST_WORDS:
        return f"The question has more than {MOST_WORDS} words."
    if re.search(_MARKUP, question):
        return "The question holds a heading, a list or other markup."
    return None


def _length(question: str) -> int:
    """In words. Where no spaces part them, two characters count as one."""
    unspaced = len(re.findall(_UNSPACED, question))
    spaced = re.sub(f"{_UNSPACED}|{_UNSPACED_SIGNS}", " ", question).split()
    return len(spaced) + unspaced // _A_WORD


def _fault_of_marks(question: str) -> str | None:
    marks = _MARKS + (_GREEK_MARKS if re.search(_GREEK, question) else "")
    count = sum(question.count(mark) for mark in marks)
    if max(count, question.count("¿")) > 1:
        return "There is more than one question."
    if count == 0 and not re.search(_UNMARKED, question):
        return "There is no question mark."
    return None


def _fault_of_manner(text: str, language: str) -> str | None:
    for is_there, fault in (
        (quotes_the_prompt, "The question repeats a part of your instructions."),
        (praises, "The question praises or thanks the candidate."),
        (talks_about_itself, "The question talks about itself or about a model."),
    ):
        if is_there(text, language):
            return fault
    return None


def _fault_of_content(text: str, language: str) -> str | None:
    for is_there, fault in (
        (leads, "The question suggests its own answer."),
        (gives_away, "The question says what a good answer holds."),
        (is_second, "A second question is hidden in the question."),
        (touches_protected, "The question touches a protected topic."),
    ):
        if is_there(text, language):
            return fault
    return None


def _fault_of_facts(text: str, facts: Facts, language: str) -> str | None:
    if is_in_another(text, language):
        return f"The question is not in {language_named(language)}."
    invented = invented_in(text, facts, language)
    return f"The question names {invented}, which nobody has mentioned." if invented else None
