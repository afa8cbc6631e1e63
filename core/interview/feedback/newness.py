"""Advice for somebody who says that they have never worked, or not done what was asked about.

It must not speak of their own practice: there is none yet, and that is nothing to be mended.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from core.interview.answers.stories import ASKED
from core.interview.feedback.remark import Remark, words_of
from core.interview.feedback.whole import Reviewed
from core.interview.words.patterns import regex
from core.interview.words.text import sentences

_NEVER = r"\bI(?:['\u2019]ve|\s+have)?\s+never\s+(?:yet\s+|really\s+|actually\s+)?"
_STOP = r"(?=\s*(?:[.,;!?]|$)|\s+(?:before|yet|so\s+(?:far|I)|and|but)\b)"
# All work: nothing of what was asked in the interview can have been done on a job.
_WORKED = regex(
    rf"(?i){_NEVER}(?:worked|had\s+a\s+(?:real\s+|proper\s+)?job){_STOP}"
    r"|\b(?:I\s+have|I['\u2019]ve(?:\s+got)?|with|there\s+is)\s+no\s+(?:work|job|professional)\s+experience"
    rf"{_STOP}|\bI(?:['\u2019]ve|\s+have)\s+not\s+(?:worked|had\s+a\s+job){_STOP}"
    r"|\bthis\s+would\s+be\s+my\s+(?:very\s+)?first\s+job\b"
)
# What this one question asks about.
_DONE = regex(
    rf"(?i){_NEVER}(?:done|had\s+to\s+do|tried)\s+(?:it|that|this|so|such\s+a\s+thing|anything\s+like\s+(?:it|that)){_STOP}"
    r"|\bI\s+(?:do\s+not|don['\u2019]t)\s+(?:yet\s+|really\s+)?know\s+how\s+(?:that|it|this)\s+(?:is|would\s+be|gets)\s+done\b"
    r"|\bI\s+(?:would|['\u2019]d)\s+have\s+to\s+be\s+shown\b|\bI['\u2019]d\s+have\s+to\s+be\s+shown\b"
)


def never_worked(sentence: str) -> bool:
    """Whether somebody says so of themselves."""
    return _WORKED.search(sentence) is not None


def suited(items: Sequence[Reviewed]) -> list[Reviewed]:
    """With words that suit somebody new to work, or to what a question asks about."""
    is_new = any(never_worked(one) for item in items for one in _spoken(item))
    marked = [replace(item, is_new=is_new) for item in items]
    return [_suited(item) if is_new or _is_new_to_it(item) else item for item in marked]


def _suited(item: Reviewed) -> Reviewed:
    improvements = tuple(map(_reworded, item.improvements))
    points = tuple(one.point for one in improvements)
    return replace(
        item, improvements=improvements, review=replace(item.review, improvements=points)
    )


def _reworded(remark: Remark) -> Remark:
    words = words_of("missing", remark.kind.split(" ", 1)[0])
    point = remark.point
    if "advice_new" not in words:
        return remark
    text = words.get("text_new", point.text)
    return replace(remark, point=replace(point, text=text, advice=words["advice_new"], stronger=""))


def _is_new_to_it(item: Reviewed) -> bool:
    return any(map(_DONE.search, _spoken(item)))


def _spoken(item: Reviewed) -> list[str]:
    return [s for s in sentences(item.review.answer) if not s.startswith(ASKED.strip())]
