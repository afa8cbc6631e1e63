"""Why an answer cannot get all points, or more than so much ("Limited to 4, because ...")."""

from __future__ import annotations

from collections.abc import Iterator

from core.interview.answers.missed import missed
from core.interview.answers.replies import Reply
from core.interview.answers.signals import Signals
from core.interview.rating import levels
from core.interview.rating.scoring import ENOUGH_WORDS, LOWEST, cap_of

_NO_ANSWER = {
    Reply.NOTHING: "it gives no answer",
    Reply.NO_EXAMPLE: "no example was told",
    Reply.REQUEST: "it only asks for the question again",
}
_OF_NO_ONE = "most of its words would fit many answers, and few belong to this one"


def limited(most: float, why: str) -> str:
    """The label of a line of arithmetic."""
    return f"Limited to {round(most, 1):g}, because {why}"


def why_not_all(signals: Signals) -> str:
    """Why an answer keeps only a part of its points; see `levels.kept`."""
    if missed(signals):
        return "What the question asked about is not in the story"
    if not signals.repeats:
        return "A part of the question is still open"
    return f"Largely the answer to question {signals.repeats}"


def limit_of(signals: Signals, most: float) -> str:
    """What limits this answer to `most`; see `levels.cap`."""
    return next((why for value, why in _limits(signals) if value <= most), _OF_NO_ONE)


def _short(words: int, every: int) -> str:
    if words < every:
        return f"it has only {words} words in sentences, beside a list of terms"
    return f"it has only {words} words" if words != 1 else "it is a single word"


def _limits(signals: Signals) -> Iterator[tuple[float, str]]:
    """What holds of the answer, each with the most that it leaves."""
    if not signals.text.strip():
        yield LOWEST, "nothing was said"
    if signals.reply in _NO_ANSWER:
        yield cap_of(empty=False, is_non_answer=True), _NO_ANSWER[signals.reply]
    words = signals.in_sentences
    if words < ENOUGH_WORDS:
        short = cap_of(empty=False, is_non_answer=False, words=words)
        yield short, _short(words, len(signals.words))
    if signals.unmentioned:
        yield levels.BESIDE, f"it does not mention {signals.unmentioned}"
