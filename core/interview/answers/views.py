"""Sentences that tell a view, a wish or a quality of oneself, and nothing that happened."""

from __future__ import annotations

from core.interview.words.patterns import regex

_VIEW = regex(
    r"(?i)\bi(?:['\u2019]m|\s+am)\s+(?:an?|very|also|always|not|good|committed|passionate|confident"
    r"|adaptable|flexible|reliable|dependable|able|willing|someone|somebody)\b"
    r"|\bi\s+(?:always|usually|often|generally|normally|never|believe|tend|like|love|enjoy|prefer"
    r"|want|would|will|can|could|hope|wish|value|strive|thrive|have\s+(?:a\s+lot|lots|many|good"
    r"|great|strong|excellent|all\s+kinds))\b"
    r"|\bit(?:['\u2019]s|\s+is)\s+(?:\w+\s+){0,2}(?:important|essential|key|crucial|vital|about)\b"
    r"|\b(?:you|one|people)\s+(?:always\s+|just\s+)?(?:have\s+to|has\s+to|need|should|must|can)\b"
    r"|\bmy\s+(?:biggest|greatest|worst|best|main|long|goals?|aims?|style|strengths?|weakness(?:es)?"
    r"|motto|passion|foremost)\b"
    r"|^\W*to\s+\w+|^\W*because\s+i\b"
)
_PAST = regex(
    r"(?i)\b(?:i|we|he|she|they|it|who|which|that|there)\s+(?:\w+ly\s+|then\s+|also\s+|first\s+)?"
    r"(?:\w{2,}ed|was|were|had|did|went|came|told|said|found|made|took|got|ran|kept|saw)\b|\bago\b"
)


def is_view(sentence: str) -> bool:
    return _VIEW.search(sentence) is not None and _PAST.search(sentence) is None
