"""Own steps in the words of an answer: done, done as a rule, or imagined, and empty ones."""

from __future__ import annotations

import re

from core.interview.words.patterns import regex
from core.interview.words.tables import lexicon

_CONNECTED = (
    r"(?:\w+ly|also|then|first|next|just|even|therefore|instead|later|once|soon|still|myself"
    r"|always)"
)
OWN_ACT = (
    r"(?i)"
    rf"(?<!\bas\s)(?<!\blike\s)\bI(?:['\u2019]ve)?\s+(?:{_CONNECTED}\s+){{0,2}}(?:ha(?:d|ve)\s+)?([a-z]+(?:-[a-z]+)?)"
    r"\b(?!\s+not\b)"
)
WE_ACT = (
    r"(?i)"
    rf"\b(?:we|they|he|she|the\s+team|the\s+group|everyone)\s+(?:{_CONNECTED}\s+){{0,2}}([a-z]+)"
)
_WOULD = (
    r"(?i)"
    r"\bI(?:['\u2019]d|['\u2019]ll|\s+would|\s+will|\s+could|\s+might)\s+(?:\w+ly\s+|first\s+|then\s+|also\s+)?([a-z]+)"
)
# "I sort by size": what somebody does as a rule who does the work, and no view, wish or state.
_PRACTICE = regex(
    rf"(?<!\bas\s)(?<!\blike\s)(?<!\bhow\s)(?<!\bthings\s)\bI\s+(?:(?:{_CONNECTED}|never|usually"
    r"|normally|often)\s+){0,2}"
    r"(?!(?:am|like|love|enjoy|think|believe|know|mean|guess|hope|do|have|can|could|would|will|might"
    r"|may|must|should|want|need|wish|feel|try|see|hear|understand|agree|suppose|expect|seem|look\s+forward"
    r"|prefer|hate|tend|get|had|was|were|did|saw|heard|knew|felt|thought|wanted|liked|tried|not|never"
    r"|really|care|live|remember|always|usually|often|normally|work|consider|mainly|mostly|only"
    r"|forward)\b)([a-z]+)\s+(?!(?:hard|well|on|things|part)\b)\w+"
)
_PLAIN = r"(?:friendly|polite|calm|nice|helpful|professional|patient|kind|respectful|positive)"
_IT = (
    r"(?:it|that|this|things|everything|them\s+all|the\s+(?:whole\s+)?(?:situation|problem|issue"
    r"|matter|case|challenge)s?)"
)
_EMPTY = regex(
    r"(?i)\b(?:(?:did|do|gave|give|tried|try|to\s+do)\s+(?:what(?:ever)?\s+I\s+(?:could|can)"
    r"|my\s+(?:very\s+|level\s+)?best|(?:everything|all)\s+(?:that\s+)?I\s+(?:could|can)"
    r"|the\s+best\s+I\s+could|my\s+utmost|my\s+all|it\s+my\s+(?:all|best)"
    r"|what\s+(?:was|is)\s+(?:needed|necessary|required|possible))"
    r"|(?:handled|managed|sorted|solved|resolved|fixed|settled|took\s+care\s+of|dealt\s+with|saw\s+to"
    rf"|got\s+on\s+with|worked\s+on)\s+{_IT}(?:\s+out)?"
    r"|(?:helped|supported|assisted|contributed)(?:\s+out)?(?:\s+(?:them|him|her|everyone|people"
    r"|the\s+team|where(?:ver)?\s+I\s+could|where(?:ver)?\s+needed|a\s+lot))?"
    r"|(?:was|stayed|remained|kept)\s+(?:\w+ly\s+|very\s+|always\s+)?"
    rf"{_PLAIN}(?:(?:,|\s+and)\s+{_PLAIN})*"
    r"|worked\s+(?:very\s+|really\s+|so\s+)?hard|took\s+(?:quick\s+)?action"
    r"|took\s+the\s+(?:necessary|right|appropriate)\s+(?:steps?|actions?)"
    r"|(?:reacted|acted|behaved)\s+(?:\w+ly|well)|found\s+a\s+(?:good\s+)?solution"
    r"|made\s+sure\s+(?:that\s+)?(?:it|everything|all)\s+(?:went|worked|was|ran)\s+(?:out\s+)?"
    r"(?:well|fine|ok|okay|good|smoothly))"
    r"(?=\s*(?:[.,;:!?…\u2013\u2014-]|$|(?:and|so|but|then|because|until|when|as|for\s+(?:them|him|her|us)"
    r"|with\s+(?:them|him|her|it)|about\s+it|quickly|somehow|professionally|well|in\s+the\s+end)\b))"
)
_OF_THE_WORK = ("technical", "situational")  # styles in which one tells what one does or would do
_NO_STEP = frozenset(
    ("like", "love", "be", "have", "think", "want", "prefer", "enjoy", "fit", "hope")
)
_WITH_TAIL = regex(
    rf"{_EMPTY.pattern}(?:\s*(?:for|with)\s+(?:them|him|her|us|it)\b|\s*about\s+it\b"
    r"|\s*(?:quickly|somehow|professionally|well|in\s+the\s+end)\b)*"
)
_I = regex(r"\bI\b")
_I_SAY = regex(r"(?i)\bI(?:\s+would|['\u2019]d)?\s+say\s+(?:that\s+)?(?=(?:I|it|we|my)\b)")
_JOINT = regex(r"\bI\s+(?:(?:and|but|so|then|,|:|;)\s*)+(?:I\s+)?")


def is_own_act(sentence: str, style: str) -> bool:
    """Whether somebody says what they themselves did or, of no event, would do.

    "I did what I could" says nothing of it.
    """
    told = without_empty_steps(sentence)
    if style != "behavioural" and re.search(_WOULD, told):
        return True
    return names_own_act(told)


def is_step(sentence: str, style: str) -> bool:
    """Whether it names something done once or, of the work, done as a rule or to be done."""
    told = without_empty_steps(sentence)
    if style in _OF_THE_WORK and (_PRACTICE.search(told) or plans(told)):
        return True
    return names_own_act(told)


def plans(text: str) -> bool:
    """Whether a step is named that would be taken; "I would like to" is none."""
    return any(verb.lower() not in _NO_STEP for verb in re.findall(_WOULD, text))


def tells_own_steps(text: str, *, besides: frozenset[str] = frozenset()) -> bool:
    """Whether the writer says what they did or would do, other than what `besides` names."""
    acts = (verb for verb in re.findall(OWN_ACT, text) if verb.lower() not in besides)
    return any(map(is_act, acts)) or re.search(_WOULD, text) is not None


def is_practice(sentence: str) -> bool:
    """Whether it says what the speaker does as a rule, in the present tense."""
    return _PRACTICE.search(sentence) is not None


def names_own_act(text: str) -> bool:
    """Whether "I" stands with something that was done once, whatever it is."""
    return any(map(is_act, re.findall(OWN_ACT, text)))


def names_act(text: str) -> bool:
    """The same of anybody who is told of: of "I", "we" or "they"."""
    return names_own_act(text) or any(map(is_act, re.findall(WE_ACT, text)))


def tells_step(sentence: str) -> bool:
    """Whether it tells what somebody did or, of the speaker, does as a rule or would do."""
    said = _I_SAY.sub(" ", sentence)
    return names_act(sentence) or is_practice(said) or plans(said)


def is_act(verb: str) -> bool:
    lowered = verb.lower()
    return (lowered.endswith("ed") or lowered in lexicon("past")) and lowered not in lexicon(
        "state"
    )


def without_empty_steps(text: str) -> str:
    """The text without them; in "I did my best and rang" it is "I rang" that is left."""
    return _JOINT.sub("I ", _WITH_TAIL.sub(" ", text))


def empty_step(sentence: str) -> str:
    """The words, verbatim, of "I did what I could" or the like; empty where none stand there."""
    found = [each for each in _EMPTY.finditer(sentence) if _I.search(sentence[: each.start()])]
    return max((each.group() for each in found), key=len, default="")
