"""One modest step further where nothing is missing, by the kind of the question."""

from __future__ import annotations

import re

from core.interview.event import asks_for_a_case
from core.interview.signals import Signals

# The words that show that a step is there already.
_THERE: dict[str, str] = {
    "next_bridge": (
        r"(?i)\b(?:this|your|the\s+new)\s+(?:job|role|post|position|company|ward|team|shop|school)\b"
        r"|\bfor\s+you\b|\bwould\s+like\s+to\s+(?:bring|use|do|go\s+on)\b|\bbring\s+(?:that|this|it)\b"
    ),
    "next_bring": r"(?i)\bI\s+(?:can|could|would|will)\s+(?:\w+\s+){0,3}bring\b",
    "next_case": (
        r"(?i)\b(?:last|ago|once|yesterday|on\s+(?:my|our|the)\s+\w+|at\s+(?:my|our|the)\s+\w+)\b"
        r"|\b(?:19|20)\d\d\b|\bfor\s+(?:example|instance)\b|\b(?:say|suppose)\b"
        r"|\bI\s+\w+ed\b|\bwe\s+\w+ed\b|\b(?:At|In)\s+[A-Z]"
    ),
    "next_fallback": (
        r"(?i)\bif\s+(?:that|it|they|she|he|this|not)\b|\botherwise\b|\bif\s+nothing\b"
    ),
    "next_known": (
        r"(?i)\b(?:when|once)\s+(?:I|we)\s+(?:\w+ed|went|had|was|were|did)\b|\bI\s+\w+ed\b"
    ),
    "next_later": (
        r"(?i)\bsince\b|\bstill\b|\bnow\b|\btoday\b|\bto\s+this\s+day\b|\blater\b|\bafterwards\b"
        r"|\bbecame\s+(?:the|a)\b|\bfrom\s+\w+\s+on\b|\bafter\s+that\b"
        r"|\bother\s+(?:wards|teams|shops|sites|schools)\b"
    ),
}
_STEPS: dict[str, tuple[str, ...]] = {
    "opening": ("next_bridge", "next_result"),
    "motivation": ("next_bring", "next_first_step"),
    "technical": ("next_case", "next_limits"),
    "situational": ("next_fallback", "next_known", "next_tell"),
    "behavioural": ("next_later", "next_differently"),
}
LITTLE = 5.0  # score below which more is asked for of the same


def next_step(signals: Signals, score: float) -> str:
    """The kind of the first step whose words are not in the answer, or of the last one."""
    if score < LITTLE:
        return "next_detail"
    is_story = asks_for_a_case(signals.question)
    steps = _STEPS["behavioural" if is_story else signals.question.style]
    open_ = (kind for kind in steps if not re.search(_THERE.get(kind, r"(?!)"), signals.text))
    return next(open_, steps[-1])
