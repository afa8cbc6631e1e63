"""The soft spot of a sound answer: where its own words leave open how much, or what of the rest."""

from __future__ import annotations

from collections.abc import Iterator

from core.interview.answers.findings import Found
from core.interview.answers.signals import Signals
from core.interview.words.numbers import numbers
from core.interview.words.patterns import regex

_COUNTS = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen"),
    *("nineteen", "twenty"),
)
_COUNT = rf"\d{{1,3}}|{'|'.join(_COUNTS)}"
_THAN = regex(
    r"(?i)\b(?P<how>more|less|fewer|faster|quicker|sooner|earlier|shorter|longer|higher|lower|cheaper"
    r"|smaller|larger|bigger|slower|better|easier|calmer|safer)\b(?:\s+[\w'\u2019-]+){0,4}?\s+than\s+(?:before|ever"
    r"|in\s+the\s+past|last\s+(?:year|month|week|summer|winter|time)|the\s+(?:year|month|week|time)\s+before"
    r"|it\s+(?:was|had\s+been)|they\s+(?:were|had\s+been)|we\s+used\s+to)\b"
)
_COUNTED = (
    r"(?:sales|tips|takings|orders|returns|complaints|errors|mistakes|faults|costs|waste|turnover|revenue"
    r"|profits?|attendance|absences?|marks|grades|numbers|figures|visits|calls|queues?|productivity"
    r"|efficiency|retention|satisfaction|performance|\w+\s+(?:rates?|times?|numbers?))"
)
_TREND = regex(
    rf"(?i)\b{_COUNTED}\s+(?:(?:has|have|had|also|then|\w+ly)\s+)*(?:improved|increased|decreased|declined"
    r"|shrank|rose|fell|dropped|grew|went\s+(?:up|down)|gone\s+(?:up|down))\b"
    rf"|\b(?:improved|increased|reduced|raised|lowered)\s+(?:(?:the|our|their|overall|team|customer|\w+['\u2019]s)"
    rf"\s+){{0,2}}{_COUNTED}\b"
)
_SHARE = regex(
    rf"(?i)\b(?P<some>{_COUNT})\s+(?:out\s+)?of\s+(?:(?:the|our|my|all)\s+)?(?:(?:last|past|first)\s+)?"
    rf"(?P<all>{_COUNT})\s+(?P<what>months|weeks|days|years|quarters|times|cases|orders|shifts|projects"
    r"|deliveries|customers|contracts|pupils|students|patients|calls|tests|nights|mornings|audits)\b"
)
_WELL = regex(
    r"(?i)\b(?:within|on\s+time|in\s+time|right|met|reached|hit|kept|stayed|signed|passed|renewed"
    r"|succeeded|correct|came\s+back|arrived|worked|solved|won|not\s+late|without)\b"
)
_THE_REST = regex(
    r"(?i)\b(?:the\s+(?:other|rest|remaining)|others|exceptions?|apart\s+from|except)\b"
)
# What came to light and is told no further.
_FIND = regex(
    r"(?i)\b(?:that|this|it)\s+(?:is|was)\s+(?:also\s+)?how\s+(?:I|we)\s+(?:found|noticed|discovered|saw)\s+"
    r"(?P<what>(?:the|an?|our|that|two|three|four)\s[^,.;!?]{5,})"
    r"|,\s+(?:and\s+)?(?P<one>(?:the|an?|our)\s[^,.;!?]{5,}?)\s+was\s+one\s+of\s+(?:them|those)\b"
)
ENDING = 2  # sentences behind which nothing more is told of it
LONGEST = 90  # characters of a clause that is quoted in a remark
_FELT = frozenset(("better", "easier", "calmer", "safer"))
# In May something has happened, in what may be it has not.
_OPEN = regex(r"\b(?:can|could|would|will|might|may|should|must|[Ii]f|want(?:ed)?|hope[ds]?)\b")
_JOINED = regex(r"(?i)^(?:and|but|so)\s+")
_CLAUSE = regex(r"[,;:]\s+(?!\d)|\s+(?:and|but|so)\s+")


def soft_spots(signals: Signals) -> Iterator[Found]:
    """What an interviewer would ask next, the most particular first, each with its sentence."""
    yield from _share_that_failed(signals)
    yield from _found_in_passing(signals)
    if signals.question.style != "situational":
        yield from _change_without_size(signals)


def _share_that_failed(signals: Signals) -> Iterator[Found]:
    for sentence in signals.sentences:
        share = _SHARE.search(sentence)
        if share is None or not _WELL.search(sentence) or _THE_REST.search(signals.text):
            continue
        some, whole = _value(share["some"]), _value(share["all"])
        if whole / 2 <= some < whole:
            yield Found("soft_rest", sentence, _named(whole - some, share["what"].lower()))


def _found_in_passing(signals: Signals) -> Iterator[Found]:
    """A find that the last sentences drop in half a sentence, as what a habit or a step led to."""
    for sentence in signals.sentences[-ENDING:]:
        found = _FIND.search(sentence)
        what = (found["what"] or found["one"]) if found else ""
        if what and len(what) <= LONGEST:
            yield Found("soft_found", sentence, what)


def _named(rest: int, what: str) -> str:
    """The rest as it is asked for: "the other three months"."""
    if rest == 1:
        return "the other one"
    return f"the other {_COUNTS[rest] if rest < len(_COUNTS) else rest} {what}"


def _value(count: str) -> int:
    return int(count) if count.isdigit() else _COUNTS.index(count.lower())


def _change_without_size(signals: Signals) -> Iterator[Found]:
    """A comparison or a trend, told as what came of it, with no number in its clause."""
    told = [(at, s) for at, s in enumerate(signals.sentences) if not _OPEN.search(s)]
    for at, sentence in told:
        for clause in _CLAUSE.split(sentence):
            than = _THAN.search(clause)
            is_late = 2 * at >= len(signals.sentences) - 1
            if (
                numbers(clause)
                or len(clause) > LONGEST
                or not (than or (is_late and _TREND.search(clause)))
            ):
                continue
            kind = "soft_felt" if than and than["how"].lower() in _FELT else "soft_size"
            yield Found(kind, sentence, _JOINED.sub("", clause.strip(" .!?")))
