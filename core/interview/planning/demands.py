"""A line of the advert made short enough to be quoted, always in the advert's own words."""

from __future__ import annotations

import re

from core.interview.wording import fault_of
from core.interview.words.patterns import regex
from core.interview.words.remembering import remembered
from core.interview.words.text import first_words

WORDS_OF_A_DEMAND = 14
FEWEST_WORDS = 2
MOST, ENOUGH = 0.6, 0.4  # of the words that have room, where a clause ends
LONGEST_NAME = 60
LONGEST_QUOTE = 160
_ENDS = " \t.;,:!·•*_#\u2013—-"
_MARKS = " \t*_#+>•·▪-"
_OUTSIDE = _ENDS + "+>" + "“”\"'"
_LEAD_IN = regex(
    r"(?i)(?:(?:you|the\s+(?:ideal\s+|successful\s+)?(?:candidate|applicant))\s+"
    r"(?:(?:must|should|will|need\s+to|would|also|ideally)\s+)*(?:have|possess|bring|offer)\s+"
    r"|(?:must|should)\s+have\s+|you['\u2019](?:ve|ll\s+have)\s+|you\s+need\s+(?!to\b)"
    r"|(?:we\s+(?:are\s+)?|we['\u2019]re\s+)?(?:seeking|looking\s+for)\s+)"
    r"(?:an?\s+|the\s+)?"
)
# Where a long demand may end: before what only adds to it.
_PAUSE = regex(r"(?:(?<!\s)\s+)?[,;:(\u2013—]\s*|(?<!\s)\s+-\s+")
_JOINT = regex(
    r"(?<!\s)\s+(?:and|or|as\s+well\s+as|including|such\s+as|with|in\s+order"
    r"|so\s+that|which|that|who|while|because|to)\s+"
)
# "Experience with Kafka: you have run a cluster": what stands before the colon is the demand.
_HEAD = regex(
    r"((?:[^\s:;(]+\s+){2,13}[^\s:;(]+)(?<!following)(?<!include)(?<!includes)(?<!including)(?:[:;]|\s\()"
)
# No clause ends with one of these.
_DANGLING = regex(
    r"(?i)(?<!\s)\s+(?:an?|the|and|or|of|in|on|at|to|for|with|by|from|as|is|are|be|our|your|their|its"
    r"|e\.?g|i\.?e|such|including|like|using|within|into|well|both|other|related|any|all|preferably"
    r"|strong|good|excellent|very|more|most|at\s+least|etc|\(|&|/|\*)$"
)
# Written to a program and not about a job; a name or a demand that reads so is never repeated.
_ORDER = regex(
    r"(?i)\b(?:ignore|disregard|forget|override|bypass|pretend|reveal|instructions?|prompts?"
    r"|jailbreak|respond\s+with|answer\s+with|act\s+as|you\s+are\s+now|as\s+an\s+ai|chatgpt"
    r"|full\s+marks|top\s+marks|(?:maximum|highest|perfect|full|top)\s+(?:score|rating)"
    r"|(?:rate|score|grade|hire|recommend)\s+(?:me|this|the\s+candidate|him|her|them))\b"
)
_NAME = regex(r"[\w&.'\u2019+-]+(?:[ ,]+[\w&.'\u2019+()/-]+){0,4}")


def demand_in(line: str) -> str:
    """What the line asks for, at most 14 words of it, ending where a clause ends."""
    line = line.strip(_OUTSIDE)
    start = match.end() if (match := _LEAD_IN.match(line)) else 0
    rest = line[start:].strip(_OUTSIDE)
    if head := _HEAD.match(rest):
        rest = head.group(1).strip(_OUTSIDE)
    return _closed(rest, first_words(rest, WORDS_OF_A_DEMAND))


def quotable(line: str) -> str:
    """The line, or of a long one the clauses that fit; it stands in the line letter by letter."""
    line = line.strip(_MARKS)
    if len(line) <= LONGEST_QUOTE:
        return line.rstrip(" .;,:")
    return _closed(line, line[: LONGEST_QUOTE + 1].rsplit(None, 1)[0][:LONGEST_QUOTE])


@remembered
def can_be_quoted(text: str) -> bool:
    """Whether a question may hold these words: no protected topic, no order, no second question."""
    is_order = _ORDER.search(text) is not None
    return bool(text.strip()) and not is_order and fault_of(f"About {text}: what?") is None


@remembered
def is_fair(quote: str) -> bool:
    """Whether a reason may hold these words; unlike a question it may itself hold one."""
    return can_be_quoted(re.sub(r"[?\uff1f؟;\u037e]", "", quote))


def is_plain_name(name: str) -> bool:
    """Whether this is the name of a company, of at most five words, that a question can hold."""
    is_short = len(name) <= LONGEST_NAME
    return is_short and _NAME.fullmatch(name) is not None and can_be_quoted(name)


def _closed(line: str, cut: str) -> str:
    """`cut` is a beginning of `line`; what dangles at its end is left out."""
    if len(cut) >= len(line):
        return _unpaired(cut.rstrip(_ENDS))
    cut = line[: _last(_PAUSE, line, cut, MOST) or _last(_JOINT, line, cut, ENOUGH) or len(cut)]
    while match := _DANGLING.search(cut := cut.rstrip(_ENDS)):
        cut = cut[: match.start()]
    return _unpaired(cut)


def _last(boundary: re.Pattern[str], line: str, cut: str, share: float) -> int:
    """Where the last boundary is that leaves this share of the cut's words; 0 for none."""
    ends = [match.start() for match in boundary.finditer(line) if match.start() <= len(cut)]
    least = max(FEWEST_WORDS, share * len(cut.split()))
    return max((end for end in ends if len(line[:end].split()) >= least), default=0)


def _unpaired(text: str) -> str:
    """Without a bracket that is opened at its end and never closed, or closed and never opened."""
    opened = text.rfind("(")
    if opened > 0 and ")" not in text[opened:]:
        text = text[:opened].rstrip(_ENDS)
    return text[:-1].rstrip(_ENDS) if text.endswith(")") and "(" not in text else text
