"""Modest steps further where nothing is missing, by the kind of the question.

Only what is not in the answer yet is named; where all of it is, there is nothing to add.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from core.interview.answers.event import asks_for_a_case
from core.interview.answers.heard import heard
from core.interview.answers.signals import Signals
from core.interview.feedback.course import is_habit, is_over, is_then_and_now
from core.interview.words.numbers import numbers
from core.interview.words.patterns import regex
from core.models import Part

LITTLE = 5.0  # score below which more is asked for of the same
DETAIL = "next_detail"
FACTS = 2  # from which on nobody says that too little is told to picture it
OWN = "next_own"  # what can be asked of any step that was told
LINE = "next_line"  # a wish that names the task already, in other words than the advert
_CASE = (
    r"(?i)\b(?:last|ago|once|yesterday|on\s+(?:my|our|the)\s+\w+|at\s+(?:my|our|the)\s+\w+)\b"
    r"|\b(?:19|20)\d\d\b|\bfor\s+(?:example|instance)\b|\b(?:say|suppose)\b"
    r"|\bI\s+\w+ed\b|\bwe\s+\w+ed\b|\b(?-i:(?:[Aa]t|[Ii]n)\s+[A-Z])|\b(?:I|we)\s+(?:once\s+)?had\s+(?:an?|one)\b"
)
_MOMENT = (
    r"(?i)\b(?:when|once|where)\s+(?:I|we)\s+(?!am\b|are\b|can\b)\w+|\b(?:I|we)\s+\w{2,}ed\b|\bago\b"
    r"|\blast\s+\w+|\b(?:19|20)\d\d\b|\b(?:I|we)\s+(?:was|were|had|did|saw|found|went)\b"
)
# The words that show that a step is there already.
_THERE: dict[str, str] = {
    "next_bridge": (
        r"(?i)\b(?:this|your|the\s+new)\s+(?:job|role|post|position|company|ward|team|shop|school)\b"
        r"|\bfor\s+you\b|\bwould\s+like\s+to\s+(?:bring|use|do|go\s+on)\b|\bbring\s+(?:that|this|it)\b"
        r"|\bthe\s+next\s+step\b|\bwhat\s+I\s+bring\b"
    ),
    "next_bring": (
        r"(?i)\bI(?:['\u2019](?:d|ll))?\s+(?:(?:can|could|would|will)\s+)?(?:\w+\s+){0,3}bring\b"
        r"|\bI\s+(?:can|am\s+able\s+to)\s+(?!see\b|imagine\b|think\b)[a-z]{3,}"
        r"|\bI(?:\s+am|['\u2019]m)\s+(?:\w+\s+)?(?:good|best|strong|used|careful|patient|quick|calm|known)\b"
        r"|\bI(?:\s+have|['\u2019]ve)\s+(?!(?:always|never|not|only|applied|heard|read|seen|been\s+told)\b)"
        r"(?:\w+\s+)?\w+(?:ed|ne|lt|pt|nt|un|en|ught)\b"
        r"|\bI\s+(?!wanted\b|liked\b|loved\b|applied\b|hoped\b|need(?:ed)?\b)"
        r"(?:sat|drew|made|wrote|built|led|ran|taught|took|won|sold|\w{2,}ed)\b"
    ),
    "next_first_step": (
        r"(?i)\b(?:I['\u2019]d|I\s+would|I\s+will|I['\u2019]ll)\s+(?:first|start|begin|ask|go|sit|visit|spend"
        r"|look\s+at|talk|read|meet|learn)\b|\bfirst\s+(?:day|week|month|step|thing)s?\b"
    ),
    "next_moment": _MOMENT,
    "next_case": _CASE,
    "next_helped": _CASE,
    "next_limits": (
        r"(?i)\b(?:if|unless|except|apart\s+from|does\s+not\s+work|otherwise|depends|only\s+when"
        r"|when(?:ever)?\s+(?:\w+\s+){1,3}?(?:not|cannot|too|no)|with\s+(?:small|large|new|old)\s+\w+s)\b"
        r"|n['\u2019]t\b"
    ),
    "next_gain": (
        r"(?i)\b(?:last\s+\w+|ago|(?<!at\s)once|(?:in|since)\s+(?:19|20)\d\d|for\s+(?:example|instance)|on\s+our\s+\w+)\b"
        r"|\b(?:I|we)\s+(?:once\s+)?had\s+(?:an?|one)\b|\b(?:went|fell|dropped)\s+from\b|\bone\s+of\s+them\b"
    ),
    "next_team": (
        r"(?i)\b(?:team|colleagues?|trainees?|students?|the\s+others|everybody|all\s+of\s+us|taught|trained|showed)\b"
    ),
    "next_sign": (
        r"(?i)\b(?:check\w*|count\w*|measur\w+|compar\w+|see\s+(?:whether|if|that)|ask\s+(?:them|him|her|whether"
        r"|if)|tell\s+me|look\s+(?:whether|if)|within|per\s+cent|know\s+(?:that|whether|it))\b|\d"
    ),
    "next_task": (
        r"(?i)\b(?:this|your|the)\s+(?:job|role|post|position|advert)\b|\byou\s+(?:ask|write|look)\s"
    ),
    OWN: (
        r"(?i)\b(?:because|in\s+case|otherwise|rather\s+than|instead\s+of|in\s+order\s+to|for\s+fear)\b"
        r"|\bso\s+(?:that|the|it|they|no|nobody|everybody|an?|my|our|we\s+(?:can|could))\b"
        r"|\bbefore\s+(?:any\w*|it|they|the|he|she|somebody|someone|others|I)\b"
    ),
    "next_fallback": (
        r"(?i)\bif\s+(?:that|it|they|she|he|this|not)\b|\botherwise\b|\bif\s+nothing\b"
    ),
    "next_known": (
        r"(?i)\b(?:with|at|on)\s+our\s+\w+[^.;]{0,40}\b(?:took|was|were|had|went|came|fell|stood|broke)\b|"
        r"\b(?:when|once)\s+(?:I|we)\s+(?:\w+ed|went|had|was|were|did)\b|\bI\s+\w+ed\b"
        r"|\b(?:I|we)\s+once\b|\blast\s+(?:year|month|week|winter|spring|summer|autumn)\b"
    ),
    "next_hard": (
        r"(?i)\b(?:hard(?:er|est)?|difficult\w*|tricky|tough|problem\w*|trouble|but|however|although|though"
        r"|not|nobody|refused|against|wrong|failed|late|too|angry|never|cannot|stuck|complain\w*)\b|n['\u2019]t\b"
    ),
    "next_tell": (
        r"(?i)\b(?:tell|inform|let\s+\w+\s+(?:\w+\s+)?know|ring|call|warn|write\s+to|report)\b"
    ),
    "next_later": (
        r"(?i)\bsince\b|\bstill\b|\bnow\b|\btoday\b|\bto\s+this\s+day\b|\blater\b|\bafterwards\b"
        r"|\bbecame\s+(?:the|a)\b|\bfrom\s+\w+\s+on\b|\bafter\s+that\b|\bthan\s+before\b|\bnever\s+again\b"
        r"|\bno\s+longer\b|\bthe\s+next\s+(?:day|week|month|year|time)\b|\bevery\s+(?:\w+\s+)?time\b"
        r"|\bother\s+(?:wards|teams|shops|sites|schools)\b"
        # What is only days old has no later yet.
        r"|\b(?:yesterday|this\s+(?:week|month)|last\s+week)\b"
        r"|^\s*on\s+(?:mon|tues|wednes|thurs|fri)day\b"
    ),
    "next_differently": (
        r"(?i)\b(?:today|next\s+time|now|again)\b[^.]{0,40}\bI\s+would\b|\bI\s+should\s+have\b"
        r"|\bI\s+would(?:n['\u2019]t|\s+not)?\s+(?:\w+\s+){0,3}(?:today|next\s+time|now|again|earlier|sooner)\b"
        r"|\bI\s+(?:have\s+)?(?:learned|learnt)\b"
        # What has held since is not done differently, nor a routine or what is days old.
        r"|\b(?:ever\s+)?since\s+then\b|\b(?:yesterday|this\s+(?:week|month|morning)|last\s+week)\b"
        r"|\b(?:every|each)\s+(?:\w+\s+)?(?:day|week|month|morning|evening|shift|time)\b"
        r"|\b(?:always|usually|as\s+a\s+rule)\b"
        r"|(?:^|[.!?]\s+)on\s+(?:mon|tues|wednes|thurs|fri|satur|sun)day\b"
    ),
}
_THEN_AND_NOW = regex(
    r"(?i)\b(?:instead\s+of|rather\s+than|from\s+\w+(?:\s+\w+){0,4}\s+to|halved|doubled|fell|dropped|rose"
    r"|went\s+(?:up|down))\b|\bbefore\b[^.]{0,20}\b(?:it\s+was|it\s+took|there\s+were)\b"
)
_SOMEBODY = regex(
    r"(?i)\b(?:they|them|she|her|he|him|people|patients?|customers?|guests?|pupils?|colleagues?|teams?"
    r"|families|parents|drivers?|analysts?|nurses?|boss|manager|clients?|users?|finance|everybody"
    r"|production|sales|warehouse|kitchen|shop|ward|school|reception|office|branch\w*|departments?"
    r"|others|drivers|buyers?|guests|visitors|residents|students|children|neighbours|nobody|no\s+one)\b"
)
_YOURS = regex(
    r"(?i)\b(?:with|for|of|to|in|at|on)\s+your\s+(?!(?:job|role|post|position|advert|company)\b)\w+"
)
_WE = regex(r"(?i)\bwe\b")
_HELPED = regex(r"(?i)\bhas\s+(?:that|this|it)\s+helped\b|\bhelped\s+you\b")
_AIMS = regex(
    r"(?i)\bachieved?\b|\bgoals?\b|\bfrom\s+now\b|\byears?['\u2019]?\s+time\b|\bnext\s+(?:few\s+)?years\b"
    r"|\bfirst\s+(?:year|months?|weeks?)\b|\bafter\s+(?:two|three|five)\s+years\b"
)
_OPEN_END = regex(
    r"(?i)\bnot\s+talked\s+about\b|\bkind\s+of\s+(?:workplace|team|problem)\b|\bneed\s+from\s+a\b"
)


def open_steps(signals: Signals, score: float) -> tuple[str, ...]:
    """The kinds of the steps that the answer has not taken yet, the first one best.

    A low `score` asks for more of the same first, where hardly a fact is told. Empty where nothing
    is left to add.
    """
    steps = (kind for kind in _steps(signals) if not _is_there(kind, signals))
    is_little = score < LITTLE and len(signals.facts) < FACTS
    return ((DETAIL,) if is_little else ()) + tuple(steps)


def _is_there(kind: str, signals: Signals) -> bool:
    if kind == "next_bring" and signals.own_acts:
        return True
    if kind == LINE:
        return re.search(_THERE["next_task"], signals.text) is not None
    if kind == OWN and signals.reasons:
        return True
    if kind == "next_result":
        return any(map(numbers, signals.own_acts)) or Part.MEASURE in heard(signals)
    return re.search(_THERE.get(kind, r"(?!)"), signals.text) is not None


def _steps(signals: Signals) -> Iterator[str]:
    style = signals.question.style
    if style != "behavioural" and _HELPED.search(signals.question.text):
        yield "next_helped"
    if style == "technical" and asks_for_a_case(signals.question):
        style = "behavioural"
    if is_then_and_now(signals.text, signals.question.text):
        yield from ("next_gain", "next_team")
    else:
        yield from _BY_STYLE[style](signals)


def _of_a_wish(signals: Signals) -> Iterator[str]:
    asked = signals.question.text
    if _AIMS.search(asked):
        yield from ("next_first_step", _tie(signals))
    elif _OPEN_END.search(asked):
        yield "next_moment"
    else:
        yield from ("next_bring", "next_moment", _tie(signals))


def _tie(signals: Signals) -> str:
    """Of a wish that speaks of "your analysts" the task is named, and its line is left."""
    return LINE if _YOURS.search(signals.text) else "next_task"


def _of_a_story(signals: Signals) -> Iterator[str]:
    ends = signals.sentences[-2:]
    if any(_THEN_AND_NOW.search(end) and numbers(end) for end in ends):
        if signals.shared_acts and not signals.own_acts and any(map(_WE.search, ends)):
            yield "next_own_share"
        if not any(map(_SOMEBODY.search, ends)):
            yield "next_for_others"
    if not (is_over(signals.text) or is_habit(signals.sentences)):
        yield "next_later"
    if is_habit(signals.sentences):
        yield from ("next_gain", "next_team")
    else:
        yield from ("next_differently", "next_hard", OWN)


def _of_a_way(signals: Signals) -> Iterator[str]:
    """Only who has told a case can be asked for another, in which the way has its limits."""
    yield "next_case"
    if _is_there("next_case", signals):
        yield "next_limits"
    yield from ("next_sign", OWN)


_BY_STYLE: dict[str, Callable[[Signals], Iterator[str]]] = {
    "opening": lambda _: iter(("next_bridge", "next_result")),
    "motivation": _of_a_wish,
    "technical": _of_a_way,
    "situational": lambda _: iter(("next_known", "next_fallback", "next_tell", OWN)),
    "behavioural": _of_a_story,
}
