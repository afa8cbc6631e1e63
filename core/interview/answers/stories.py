"""What was said on one topic: without requests to ask again, for showing, and told before."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from core.interview.answers.acts import tells_own_steps
from core.interview.answers.follow_ups import adds
from core.interview.answers.replies import asks_about_terms, has_no_example, is_request
from core.interview.words.text import content_stems, sentences
from core.models import InterviewSession, Story

FEWEST_STEMS = 3  # of a sentence that can be recognised
ENOUGH_STEMS = 12  # of a whole answer whose words are compared
MOSTLY = 0.5
NEARLY_ALL = 0.85
MUCH_LONGER = 3
ASKED = "— You were asked: "
_ASKING = r"(?i)\bI(?:['\u2019]d|\s+would)\s+like\s+to\s+(?:ask|know)\b"
# What somebody did who asks for the question again.
_NOT_HEARD = frozenset({"missed", "zoned", "lost", "misheard", "got", "read", "misread", "skipped"})


def said(story: Story) -> str:
    """The replies that answer, without those that only ask for the question again."""
    given = (e for e in story.exchanges if e.answer)
    return "\n\n".join(e.answer for e in given if not only_asks(e.answer, e.question.content))


def told(story: Story) -> str:
    """What is rated: as `said`, without answers to follow-ups that add nothing to what stands.

    That there is no example takes no part where something is told after all.
    """
    first, *later = (replace(story, exchanges=(exchange,)) for exchange in story.exchanges)
    text = said(first)
    for one in later:
        reply = said(one)
        if reply and (not text or adds(reply, text, one.question)):
            is_first = not text or all(map(has_no_example, sentences(text)))
            text = reply if is_first else f"{text}\n\n{reply}"
    return text


def shown(story: Story) -> str:
    """All replies as they stand, each reply to a probe below the probe's question."""
    first, *probes = story.exchanges
    replies = [f"{ASKED}{e.question.content}\n{e.answer}" for e in probes if e.answer]
    return "\n\n".join(filter(None, (first.answer, *replies)))


def told_before(session: InterviewSession, story: Story) -> int:
    """The number of the earlier question that got largely the same answer, or 0."""
    now = said(story)
    earlier = (other for other in session.stories if other.number < story.number)
    return next((other.number for other in earlier if is_same(now, said(other))), 0)


def fresh(session: InterviewSession, story: Story) -> float:
    """The share, 0 to 1, of its words in sentences that no earlier answer has word for word."""
    earlier = (other for other in session.stories if other.number < story.number)
    known = {sentence for other in earlier for sentence in sentences(said(other))}
    lengths = [(one, len(one.split())) for one in sentences(said(story))]
    new = sum(length for one, length in lengths if one not in known)
    return new / max(1, sum(length for _, length in lengths))


def is_same(now: str, before: str) -> bool:
    """Most of its sentences were said before, or nearly all of its words."""
    ours, theirs = _known(now), _known(before)
    size = sum(map(len, ours))
    if size and sum(len(stems) for stems in ours if stems in theirs) >= MOSTLY * size:
        return True
    words, known = content_stems(now), content_stems(before)
    comparable = len(words) >= ENOUGH_STEMS and len(known) <= MUCH_LONGER * len(words)
    return comparable and len(words & known) >= NEARLY_ALL * len(words)


@lru_cache(maxsize=500)
def _known(text: str) -> frozenset[frozenset[str]]:
    """The sentences by their words; to have no example twice is to tell nothing twice."""
    found = (content_stems(one) for one in sentences(text) if not has_no_example(one))
    return frozenset(stems for stems in found if len(stems) >= FEWEST_STEMS)


@lru_cache(maxsize=500)
def only_asks(text: str, question: str = "") -> bool:
    """True where nothing is said but that the question be repeated or explained.

    What is asked about pay and the like counts too: it is no answer, and waits for the end.
    """
    asks = asks_about_terms(text, question) or is_request(text, question)
    return asks and not tells_own_steps(re.sub(_ASKING, " ", text), besides=_NOT_HEARD)
