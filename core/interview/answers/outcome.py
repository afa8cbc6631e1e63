"""The end of a story and its size, told apart from the figures that only set the scene."""

from __future__ import annotations

from collections.abc import Sequence

from core.interview.words.numbers import has_size, numbers
from core.interview.words.patterns import regex
from core.interview.words.tables import phrases

_HOUR = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,2})"
# Times of day and places in a row are numbers that measure nothing.
_CLOCK = regex(
    rf"(?i)\bhalf\s+past\s+{_HOUR}\b|\b(?:a\s+)?quarter\s+(?:past|to)\s+{_HOUR}\b"
    rf"|(?<!\bfrom\s)\b\w+\s+(?:minutes\s+)?(?:past|to)\s+{_HOUR}(?=\s+(?:in|on|at|I|we|she|he|they)\b|[.,;]|$)"
    rf"|\b(?:at|by|until|till|before|after|since|around|from)\s+(?:about\s+|nearly\s+)?{_HOUR}"
    r"(?:\s*o['\u2019]clock|\s*[ap]m\b|(?=\s*(?:[.,;:!?]|$|and\b|in\s+the\b|on\b|sharp\b|every\b|each\b"
    r"|that\b|with\b|she\b|he\b|we\b|they\b|I\b)))"
    r"|(?<!\bby\s)\b(?:the|my|our|her|his|a)\s+(?:third|quarter)\b(?!\s+of)|\b(?:question|room|ward|line|bay|aisle"
    r"|table|number|no\.|gate|shop|store|plot|year|grade|level|unit|team)\s+\d+\b"
)
# What still tells how things were before anything was done.
_BEFORE = regex(
    r"(?i)\b(?:was|were)\s+always\b|\bused\s+to\b|\bat\s+(?:first|the\s+start|the\s+beginning)\b"
    r"|\bkept\s+(?:\w+ing)\b|\bevery\s+(?:day|night|week|morning)\s+(?:\w+\s+){0,3}(?:was|were)\s+late\b"
    r"|\b(?:I|we)\s+(?:had|have)\s+(?:only\s+)?(?:until|to\b)"
)
_COMPARED = regex(
    r"(?i)\b(?:now|since|instead|before\s+(?:it|that|we)|takes?|took|left|stayed|lost|none|nobody|only|times"
    r"|used|in\s+total|altogether|fewer|less|more|as\s+many)\b|\ball\s+(?:of\s+)?\w+|\b\w+\s+a\s+(?:day|week|month|year)\b"
)
_ENDED = regex(
    r"(?i)\b(?:calmed\s+down|settled\s+down|cooled\s+down|smil(?:ed|ing)|laughed|apologised|apologized"
    r"|(?:left|went\s+home|went\s+away|walked\s+out|came\s+out|hung\s+up)\s+(?:\w+\s+)?"
    r"(?:happy|happier|smiling|calm|calmer|satisfied|relieved|pleased|laughing)"
    r"|since\s+(?:then|that\s+day)|ever\s+since|from\s+that\s+day|(?:has|have|had)\s+(?:\w+\s+)?since"
    r"|(?:never|not)\s+(?:\w+\s+){0,3}again|no\s+(?:more\s+)?\w+\s+(?:since|after\s+that)"
    r"|(?:was|were|is|are)\s+gone\b|said\s+thank\s+you|bought\s+\w+\s+(?:anyway|after\s+all)"
    r"|made\s+me\s+\w+|offered\s+me|asked\s+me\s+(?:again|to\s+stay|to\s+do\s+it)"
    r"|(?:got|was\s+given)\s+(?:its|his|her|their|the)\s+(?:money|refund|room|place)\b"
    r"|(?:is|are)\s+still\s+(?:\w+ing|there|in\s+use|used|on\s+the)|we\s+(?:all\s+)?still\s+(?:use|do|have|start|meet|work|keep)\b)"
)


def tells_how_it_ended(sentence: str) -> bool:
    """Whether words of an end stand in it: of the lexicon, or as anybody may tell one."""
    return phrases("result").search(sentence) is not None or _ENDED.search(sentence) is not None


def is_plain_end(text: str) -> bool:
    """Whether it tells an end that anybody could have seen, and that needs no figure."""
    return _ENDED.search(text) is not None


def sizes(ends: Sequence[str]) -> tuple[str, ...]:
    """Of the sentences of an end those with a figure of what came of it.

    Neither a date nor a time of day is one, and no number of a thing told in passing.
    """
    return tuple(s for s in ends if not _BEFORE.search(s) and _has_a_size(_CLOCK.sub(" then ", s)))


def _has_a_size(sentence: str) -> bool:
    is_of_the_end = tells_how_it_ended(sentence) or _COMPARED.search(sentence) is not None
    return bool(numbers(sentence)) and (is_of_the_end or has_size(sentence))
