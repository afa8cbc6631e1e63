"""Phrases that an honest question does not hold, from `content/wording.toml`."""

from __future__ import annotations

import re
from functools import cache

from core.interview.words.tables import table
from core.models import ENGLISH

_WITHOUT_SPACES = frozenset({"ar", "hi", "ja", "zh"})  # or with words that grow at their ends
_TAGS_WITHOUT_COMMA = frozenset({"hi", "ja", "zh"})
_OPENING = r"(?:^|[.!?…\u3002\uff01\uff1f।]\s*)[¡\"“„«]*\s*"
_STOP = r"\s*[!.,;:…\u2013—\uff01\u3002\uff0c、\uff1b\uff1a।،؛]"
_COMMA = r"[,،\uff0c、]\s*¿?\s*"
_END = r"\s*[?\uff1f؟!.]*[\"”»]*\s*$"

_GRAND = (
    r"(?:great|excellent|fantastic|wonderful|impressive|amazing|perfect|lovely|brilliant"
    r"|fascinating|insightful|thoughtful|outstanding|superb|terrific)"
)
_FINE = r"(?:good|nice|strong|solid|interesting|clear|helpful)"
_PRAISE = (
    r"(?i)"
    rf"\b(?:{_GRAND}|{_FINE})\s+(?:answer|response)\b"
    rf"|(?:(?:^|[.!?,:;])\s*|\b(?:what|such|that(?:'s|\s+is|\s+was))\s+(?:an?\s+)?(?:very\s+|really\s+)?)"
    rf"{_GRAND}\s+(?:example|job|work|story|point|stuff|start|explanation|insight)\b"
    r"|(?:^|[.!?]\s+)(?:good|nice|strong|solid|interesting|that(?:'s|\s+is|\s+was)\s+\w+)\s+"
    r"(?:example|point|work|job|story|start|one)\s*[.!,]"
    rf"|(?:^|[.!?]\s+){_GRAND}\s*[!.,:;]|\b(?:awesome|bravo|kudos)\s*[!,]"
    r"|(?:^|[.!?,]\s+)(?:well\s+done|awesome|congratulations)\b"
    r"|\bi'?m\s+impressed|\bi\s+am\s+impressed|\blove\s+that\s*[!.,]"
    r"|\bthank(?:s|\s+you)\s+for\s+(?:sharing|that|your|the|telling|explaining)\b"
    r"|(?:^|[.!?]\s+)that(?:'s|\s+is|\s+sounds)\s+(?:very\s+|really\s+|so\s+|quite\s+)?"
    r"(?:great|excellent|good|impressive|interesting|fantastic|amazing|wonderful)\s*[.!,:;]"
    rf"|(?:^|[.!?]\s+)that(?:'s|\s+is|\s+was)\s+(?:very\s+|really\s+|so\s+)?{_GRAND}\b"
)
_META = (
    r"(?i)"
    r"\b(?:as\s+an?\s+(?:ai|artificial|(?:large\s+)?language\s+model|assistant)\b"
    r"|i(?:'m|\s+am)\s+an?\s+(?:ai|(?:large\s+)?language\s+model)\b|my\s+system\s+prompt"
    r"|(?:here\s+is|here's|this\s+is)\s+(?:the|a|your|my)\s+(?:(?:next|first|reworded|new)\s+)?question"
    r"|my\s+instructions)"
)
_PROTECTED = (
    r"(?i)"
    r"\bhow\s+old\s+are\s+you|\byour\s+(?:own\s+|current\s+|exact\s+)?(?:"
    r"age(?!\s+(?:group|range|band))|date\s+of\s+birth|birthday|religion|religious|faith\b(?!\s+in)"
    r"|nationality|citizenship|ethnicity|ethnic|race(?!\s+(?:condition|car|day|team|track))"
    r"|gender(?!\s+(?:pay|studies|equality|balance))|sexuality|sexual\s+orientation|marital"
    r"|marriage|husband|wife|spouse|children(?!'s)|kids(?!'|\s+club)|pregnancy"
    r"|disabilit(?:y|ies)(?!\s+(?:support|team|service|services|work|training|care))"
    r"|health\s*[?.,]|health\s+(?:status|condition|problems?|issues?|history)"
    r"|illness(?:es)?\s*[?.,]|medical\s+(?:history|condition|record\s*[?.,])"
    r"|political\s+(?:views?|beliefs?|opinions?|party|affiliation)|trade\s+union)\b"
    r"|\bstate\s+of\s+health|\byour\s+health\?"
    r"|\b(?:are|were)\s+you\s+(?:married|single|divorced|pregnant|disabled|religious|gay)\b"
    r"|\b(?:do|will|would)\s+you\s+(?:have|want|plan|intend)\s+"
    r"(?:to\s+have\s+|on\s+having\s+|any\s+)*(?:children|kids|a\s+family|a\s+baby)\b"
    r"(?!\s+(?:in|on|at|with|who|whose|to))"
    r"|\b(?:start|starting)\s+a\s+family\b|\byour\s+family\s+plans|\b(?:your|on|take)\s+maternity\s+leave"
    r"|\bwhere\s+(?:are\s+you\s+(?:originally\s+)?from|were\s+you\s+born)\b"
    r"|\bare\s+you\s+a\s+native\s+speaker|\byour\s+(?:\w+\s+)?(?:religious|political)\s+beliefs?"
)
_FENCE = (
    r"(?i)"
    r"</?(?:cv|job|job-description|planned-question|question|answer|earlier-turns)\b|\bid=\w{6,}"
    r"|\b(?=[a-f]*\d)(?=\d*[a-f])[0-9a-f]{16}\b"
)


def praises(text: str, language: str) -> bool:
    if re.search(_PRAISE, text) or _is_there("praise", text, language):
        return True
    return any(
        re.search(rf"{_OPENING}(?:{_either(source, 'praise_opening')}){_STOP}", text)
        for source in _sources(language)
    )


def leads(text: str, language: str) -> bool:
    return _is_there("leading", text, language) or any(
        re.search(rf"{_OPENING}{_one_of(source, 'leading_opening')}", text)
        or re.search(rf"{_before_tag(source)}(?:{_either(source, 'leading_tag')}){_END}", text)
        for source in _sources(language)
    )


def gives_away(text: str, language: str) -> bool:
    return _is_there("giving", text, language)


def is_second(text: str, language: str) -> bool:
    return _is_there("second", text, language)


def touches_protected(text: str, language: str) -> bool:
    return bool(re.search(_PROTECTED, text)) or _is_there("protected", text, language)


def talks_about_itself(text: str, language: str) -> bool:
    return bool(re.search(_META, text)) or _is_there("meta", text, language)


def quotes_the_prompt(text: str, language: str) -> bool:  # noqa: ARG001 - prompts are in English
    sentences: list[str] = table("wording")["common"]["prompt"]
    lower = text.lower()
    return bool(re.search(_FENCE, text)) or any(sentence in lower for sentence in sentences)


def _is_there(name: str, text: str, language: str) -> bool:
    return any(_pattern(source, name).search(text) for source in _sources(language))


def _sources(language: str) -> tuple[str, ...]:
    """Whose lists a question is checked with: a model may fall back into English anywhere."""
    has_lists = language in table("wording") and language != ENGLISH
    return (language, ENGLISH) if has_lists else (ENGLISH,)


@cache
def _pattern(language: str, name: str) -> re.Pattern[str]:
    start = "" if language in _WITHOUT_SPACES else r"(?<!\w)"
    return re.compile(start + _one_of(language, name))


def _one_of(language: str, name: str) -> str:
    """Any of the phrases, as whole words where the language has such."""
    end = "" if language in _WITHOUT_SPACES else r"(?!\w)"
    return rf"(?:{_either(language, name)}){end}"


@cache
def _either(language: str, name: str) -> str:
    """Any of the phrases; those that begin with a capital letter only as they are written."""
    longest_first = sorted(table("wording")[language][name], key=lambda one: (-len(one), one))
    exact = [re.escape(phrase) for phrase in longest_first if phrase[0].isupper()]
    free = [re.escape(phrase) for phrase in longest_first if not phrase[0].isupper()]
    parts = [*exact, f"(?i:{'|'.join(free)})"] if free else exact
    return "|".join(parts) or "(?!)"


def _before_tag(language: str) -> str:
    return rf"(?:{_COMMA})?" if language in _TAGS_WITHOUT_COMMA else _COMMA
