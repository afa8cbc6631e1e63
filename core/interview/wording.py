"""What is wrong with an interviewer's wording, whoever worded it."""

from __future__ import annotations

import re

MOST_WORDS = 60
_MARKS = "?\uff1f؟՞፧"
_GREEK_MARKS = ";\u037e"
_GREEK = r"[\u0370-\u03ff]"
# Thai, Lao, Khmer, Burmese, and Japanese ending in か: a question needs no mark there.
_UNMARKED = r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]|か[。\uff0e.]?\s*$"
_PRAISE = (
    r"(?i)"
    r"\b(?:great|excellent|fantastic|wonderful|impressive|amazing|perfect|lovely|brilliant"
    r"|fascinating|insightful|thoughtful)\s+"
    r"(?:answer|example|response|job|work|story|point|stuff|start|explanation|insight)\b"
    r"|\b(?:good|nice|strong|solid|interesting|clear)\s+(?:answer|response)\b"
    r"|(?:^|[.!?]\s+)(?:good|nice|strong|solid|interesting|that(?:'s|\s+is|\s+was)\s+\w+)\s+"
    r"(?:example|point|work|job|story|start|one)\s*[.!,]"
    r"|\b(?:excellent|fantastic|wonderful|amazing|brilliant|impressive|perfect|great)\s*[!.,]"
    r"|\b(?:well\s+done|awesome|congratulations|kudos|i'?m\s+impressed|love\s+that)\b"
    r"|\bthank(?:s|\s+you)\s+for\s+(?:sharing|that|your)\b|(?:^|\.\s+)that(?:'s|\s+is)\s+"
    r"(?:very\s+|really\s+|so\s+)?(?:great|excellent|good|impressive|interesting|fantastic)\b"
)
_MARKUP = r"(?m)^[ \t]*(?:#{1,6}\s|[-*•]\s|\d+[.)]\s|```|>\s)|\*\*|__|</?think"
_PROTECTED = (
    r"(?i)"
    r"\b(?:how\s+old\s+are\s+you|your\s+(?:\w+\s+)?(?:age|date\s+of\s+birth|birthday|religion"
    r"|religious|faith|nationality|citizenship|ethnicity|ethnic|race|gender|sexuality"
    r"|sexual\s+orientation|marital|marriage|husband|wife|spouse|children|kids|pregnancy"
    r"|disability|disabilities|health|illness|medical|political|trade\s+union)\b(?!\s+(?:care"
    r"|and\s+safety|team|service|services|sector|experience|record\s+system|project))"
    r"|(?:are|were)\s+you\s+(?:married|single|divorced|pregnant|disabled|religious|gay)"
    r"|(?:do|will|would)\s+you\s+(?:have|want|plan|intend)\s+(?:to\s+have\s+|on\s+having\s+|any\s+)*"
    r"(?:children|kids|a\s+family|a\s+baby)|(?:start|starting)\s+a\s+family|family\s+plans"
    r"|maternity|where\s+(?:are\s+you\s+(?:originally\s+)?from|were\s+you\s+born)"
    r"|nationality|marital\s+status|sexual\s+orientation|native\s+speaker|religious\s+beliefs?)\b"
)
_META = (
    r"(?i)"
    r"\b(?:as\s+an?\s+(?:ai|artificial|language\s+model|assistant)|language\s+model|i(?:'m|\s+am)\s+an"
    r"\s+ai|system\s+prompt|(?:here\s+is|here's)\s+(?:the|a|your|my)\s+(?:next\s+)?question"
    r"|my\s+instructions|the\s+director)\b"
)


def fault_of(question: str) -> str | None:
    """A short sentence that names the first fault of a question, or None when it can be asked."""
    if not question.strip():
        return "The question is empty."
    if len(question.split()) > MOST_WORDS:
        return f"The question has more than {MOST_WORDS} words."
    if re.search(_MARKUP, question):
        return "The question holds a heading, a list or other markup."
    return _fault_of_marks(question) or _fault_of_content(question)


def _fault_of_marks(question: str) -> str | None:
    marks = _MARKS + (_GREEK_MARKS if re.search(_GREEK, question) else "")
    count = sum(question.count(mark) for mark in marks)
    if count > 1:
        return "There is more than one question."
    if count == 0 and not re.search(_UNMARKED, question):
        return "There is no question mark."
    return None


def _fault_of_content(question: str) -> str | None:
    straight = question.replace("\u2019", "'")
    for pattern, fault in (
        (_PRAISE, "The question praises the answer before it."),
        (_PROTECTED, "The question touches a protected topic."),
        (_META, "The question talks about itself or about a model."),
    ):
        if re.search(pattern, straight):
            return fault
    return None
