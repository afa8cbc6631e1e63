"""How an answer runs: as then and now, or as a case that was over the same day.

What is asked for next has to fit it: of what ended within an hour nobody asks whether it held.
"""

from __future__ import annotations

from collections.abc import Sequence

from core.interview.answers.acts import is_practice, names_own_act
from core.interview.words.patterns import regex

_THEN = regex(
    r"(?i)\b(?:I|we)\s+used\s+to\b|\b(?:at\s+the\s+(?:start|beginning)|in\s+the\s+beginning|back\s+then|in\s+my\s+first"
    r"\s+(?:year|months|weeks|job)|when\s+I\s+(?:started|began|was\s+new)|earlier|in\s+the\s+past)\b[^.!?]{0,20}\b(?:I|we|my)\b"
    r"|\b(?:I|we)\b[^.!?]{0,60}\b(?:at\s+the\s+(?:start|beginning)|in\s+the\s+beginning|back\s+then|in\s+those\s+days)\b"
)
_NOW = regex(
    r"(?i)\b(?:today|now|nowadays|these\s+days)\b[^.!?]{0,20}\b(?:I|we)\b|\b(?:I|we)\s+now\b"
    r"|\b(?:I|we)\b[^.!?]{0,60}\b(?:today|nowadays|these\s+days|now)\b"
)
_ASKED = regex(r"(?i)\bdifferently\s+(?:now|today)\b|\bhas\s+your\s+way\s+of\b")
_COUNT = (
    r"(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|fifteen|twenty|thirty|forty"
    r"|half\s+an)"
)
_SAME_DAY = regex(
    rf"(?i)\b(?:in|within|after|took|for|about|only)\s+(?:about\s+|only\s+|less\s+than\s+)?{_COUNT}\s+(?:minutes?|hours?)\b"
    r"|\b(?:minutes|hours)\s+later\b|\b(?:on|of|in)\s+the\s+same\s+(?:day|morning|afternoon|evening|night|shift)\b"
    r"|\b(?:at|by)\s+the\s+end\s+of\s+(?:the|my)\s+shift\b"
)
# What can be looked at again later: something made, brought in, agreed on or taught.
_LASTING = regex(
    r"(?i)\b(?:I|we|and|to|us|them)\s+(?:\w+ly\s+|then\s+|also\s+|had\s+)?(?:built|build|set\s+up|introduced|introduce|changed"
    r"|agreed\s+(?:on|that|to)|trained|taught|hired|rebuilt|reorgani[sz]ed|drew\s+up"
    r"|(?:made|wrote|drew)\s+(?:it\s+|this\s+)?(?:(?:an?|my|our|half\s+an?|one)\s+(?:\w+\s+)?(?:list|rule|plan|form|sheet|sign|table|rota|page|template|script|guide|map)|the\s+rule)"
    r"|moved\s+(?:the|our|all)|replaced|repaired|mended|redesigned|started\s+to|began\s+to|opened\s+(?:a|an|our))\b"
    r"|\b(?:every|each)\s+(?:day|week|month|morning|shift)\b"
)
_WHAT_I_DID = regex(r"(?i)\bwhat\s+I\s+\w+")


def is_then_and_now(text: str, question: str = "") -> bool:
    """Whether a way of working is told as it was and as it is; the question may ask for that."""
    return _ASKED.search(question) is not None or bool(_THEN.search(text) and _NOW.search(text))


def is_habit(sentences: Sequence[str]) -> bool:
    """Whether it is told what the speaker does as a rule, and no step that was done once."""
    has_step = any(names_own_act(_WHAT_I_DID.sub(" ", sentence)) for sentence in sentences)
    return not has_step and any(map(is_practice, sentences))


def is_over(text: str) -> bool:
    """Whether the case ended within the day and left nothing behind that could hold or not."""
    return _SAME_DAY.search(text) is not None and not _LASTING.search(text)
