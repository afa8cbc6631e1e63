"""Qualities that somebody names of themselves and that nothing beside them shows."""

from __future__ import annotations

from core.interview.answers.findings import Found
from core.interview.answers.replies import Reply
from core.interview.answers.signals import Signals
from core.interview.feedback.remark import Remark, point_of
from core.interview.words.numbers import numbers
from core.interview.words.patterns import regex

CLAIM = "claim"
_END = r"(?=\s*(?:[,.;:!?]|$|and\b|but\b|so\b|person\b|worker\b|colleague\b|employee\b))"
_AM = r"\bI(?:\s+am|['\u2019]m)\s+(?:also\s+|just\s+|always\s+|known\s+(?:as|to\s+be)\s+)?"
_CLAIM = regex(
    rf"(?i){_AM}(?:an?\s+)?(?:(?:very|really|quite|extremely|highly|absolutely|totally|good|great)\s+)*"
    r"(?:reliable|(?:well[-\s]+)?organi[sz]ed|hard[-\s]?working|motivated|dedicated|passionate|punctual"
    r"|flexible|ambitious|creative|loyal|committed|trustworthy|outgoing|sociable|enthusiastic|adaptable"
    rf"|detail[-\s]oriented|proactive|resilient|dependable){_END}"
    rf"|{_AM}an?\s+(?:\w+\s+)?(?:hard[-\s]worker|team[-\s]player|people[-\s]person|(?:fast|quick)[-\s]learner"
    r"|perfectionist|good\s+communicator|natural\s+leader|self[-\s]starter|all[-\s]?rounder"
    r"|problem[-\s]solver)\b"
    r"|\bI\s+(?:always\s+)?(?:work\s+(?:very\s+|really\s+)?hard|give\s+(?:my\s+all|everything|(?:a|one)?\s*"
    r"(?:hundred|100|110)\s*(?:per\s*cent|%)))\b"
    r"|\b(?:people|everybody|everyone|colleagues|others|you|they|anybody|my\s+\w+)\s+(?:all\s+)?(?:know\s+(?:that\s+)?"
    r"(?:they|you)\s+)?can\s+(?:always\s+)?(?:rely|count|depend)\s+on\s+me\b"
    r"|\bI\s+get\s+(?:on|along)\s+(?:very\s+|really\s+)?well\s+with\s+(?:people|everybody|everyone|others|all)\b"
)
# A case beside it shows it, or at least leads to one.
_SHOWN = regex(
    r"(?i)\bI\s+(?:have\s+|had\s+)?(?:\w+ly\s+|also\s+)?(?:\w{2,}ed|built|wrote|made|ran|led|took|sold|taught|did"
    r"|kept|drove|drew|gave|found|came|went)\b|\b(?:for\s+(?:example|instance)|last\s+\w+|because|once)\b"
    r"|\bwhen\s+(?:I|we)\b|\b(?:19|20)\d\d\b"
)


def claimed(signals: Signals) -> str:
    """The first sentence that only names such a quality; empty where there is none."""
    if signals.reply is not Reply.CONTENT or signals.repeats:
        return ""
    told = signals.sentences
    bare = (s for at, s in enumerate(told) if _CLAIM.search(s) and not _is_shown(told[at : at + 2]))
    return next(bare, "")


def is_claim(sentence: str) -> bool:
    """Whether it names such a quality, with a case or without one."""
    return _CLAIM.search(sentence) is not None


def claim_of(signals: Signals, number: int) -> Remark | None:
    quote = claimed(signals)
    return Remark(CLAIM, point_of("missing", Found(CLAIM, quote), number)) if quote else None


def _is_shown(near: tuple[str, ...]) -> bool:
    """Whether the sentence or the one behind it tells what was done, or how much."""
    return any(_SHOWN.search(s) or numbers(_CLAIM.sub(" ", s)) for s in near)
