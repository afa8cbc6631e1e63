"""What a listener asks first of a short story: what the matter was, and who "we" were."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from core.interview.answers.event import asks_for_a_case
from core.interview.answers.findings import Found
from core.interview.answers.missed import missed
from core.interview.answers.replies import Reply
from core.interview.answers.signals import Signals
from core.interview.words.patterns import regex, stands_in
from core.interview.words.tables import table

MATTER, WE = "matter", "we"
LONGEST = 70  # words of a story that may leave out what the matter was
_SHARED = regex(
    r"\b[Ww]e\s+(?:\w+ly\s+|all\s+|then\s+|also\s+|just\s+|both\s+)?(?!(?:needed|used|wanted|liked|noticed|seemed"
    r"|happened|stayed|moved\s+to|lived|called\s+it)\b)(?:\w{2,}ed|found|did|made|got|went|took|put|built|wrote"
    r"|drew|ran|held|gave|told|rang|sent|brought|kept|began|set|cut|sold|led|met|spoke|came\s+up)\b"
)
# "I" with a word that tells no part of one's own: "I think", "I was there", "I would say".
_OWN = regex(
    r"\bI(?:['\u2019]\w+)?\s+(?:\w+ly\s+|also\s+|then\s+)?(?!(?:think|thought|guess|suppose|mean|remember|recall|believe|would"
    r"|am|was|feel|felt|hope|know|knew|say|must|can|could|do|liked?|see|saw)\b)[a-z]+|\b[Mm]y\s+(?:part|job|task|own)\b"
    r"|\b(?:by\s+myself|me\s+and|and\s+me|and\s+I)\b"
)


@dataclass(frozen=True, slots=True)
class Matter:
    """What is open, what to add, and the slot that asks for it."""

    text: str
    advice: str
    slot: str


def openings(signals: Signals) -> Iterator[Found]:
    """What comes before any other remark; nothing where another story is called for."""
    if signals.reply is not Reply.CONTENT or signals.repeats or not _asks_for_a_story(signals):
        return
    if missed(signals):
        return
    if matter := matter_of(signals):
        yield Found(MATTER, about=matter.text)
    if quote := only_we(signals):
        yield Found(WE, quote)


def matter_of(signals: Signals) -> Matter | None:
    """What a short story without a fact does not say of its matter; None where unsure."""
    if signals.facts or len(signals.text.split()) > LONGEST or not signals.sentences:
        return None
    for entry in table("matters")["matters"]:
        if stands_in(entry["question"], signals.question.text):
            is_open = not stands_in(entry["told"], signals.text)
            return Matter(entry["text"], entry["advice"], entry["slot"]) if is_open else None
    return None


def only_we(signals: Signals) -> str:
    """The first step of a "we" in a story in which no step is told with "I", or an empty string."""
    if not _asks_for_a_story(signals) or _OWN.search(signals.text):
        return ""
    return next((s for s in signals.sentences if _SHARED.search(s)), "")


def _asks_for_a_story(signals: Signals) -> bool:
    return asks_for_a_case(signals.question)
