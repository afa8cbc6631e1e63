"""Replies to a follow-up that add nothing: the second chance to tell a story, not taken."""

from __future__ import annotations

from collections.abc import Iterator

from core.interview.answers.findings import Found
from core.interview.answers.follow_ups import adds
from core.interview.answers.replies import Reply, kind_of
from core.interview.answers.signals import Signals
from core.interview.answers.stories import only_asks
from core.interview.words.language import is_english
from core.interview.words.patterns import regex
from core.interview.words.text import content_stems, sentences
from core.models import Exchange, InterviewSession, Story

IN_VAIN, SAME = "vain", "vain_same"
ENOUGH = 6.0  # the score from which on an answer does without a second chance
FEWEST_STEMS = 3  # of a reply that is recognised when it comes again
_NOTHING_SPECIAL = regex(r"(?i)\bnothing\s+(?:special|much|really|in\s+particular)\b")


def asked_in_vain(
    session: InterviewSession, story: Story, signals: Signals, score: float
) -> tuple[Found, ...]:
    """The first reply to a follow-up that says nothing new, with its quote; else nothing.

    That no example came to mind is an honest reply, and one that asks back is none.
    """
    if score >= ENOUGH or signals.reply is not Reply.CONTENT:
        return ()
    return tuple(_in_vain(session, story))[:1]


def _in_vain(session: InterviewSession, story: Story) -> Iterator[Found]:
    before = story.exchanges[0].answer or ""
    for exchange in story.exchanges[1:]:
        reply = exchange.answer or ""
        if _is_reply(reply, exchange) and not adds(reply, before, exchange.question.content):
            earlier = _said_before(session, story, reply)
            kind, about = (SAME, str(earlier)) if earlier else (IN_VAIN, "")
            yield Found(kind, sentences(reply)[0], about)
        before = f"{before}\n{reply}"


def _is_reply(reply: str, exchange: Exchange) -> bool:
    if not reply.strip() or only_asks(reply, exchange.question.content) or not is_english(reply):
        return False
    kind = kind_of(reply, tells=False, is_solid=True)
    return kind is Reply.CONTENT or _NOTHING_SPECIAL.search(reply) is not None


def _said_before(session: InterviewSession, story: Story, reply: str) -> int:
    """The number of the earlier question at which the same was replied, or 0."""
    stems = content_stems(reply)
    if len(stems) < FEWEST_STEMS:
        return 0
    earlier = (other for other in session.stories if other.number < story.number)
    same = (
        other.number
        for other in earlier
        if any(content_stems(one.answer or "") == stems for one in other.exchanges)
    )
    return next(same, 0)
