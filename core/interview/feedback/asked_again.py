"""Whether a story came only with a follow-up, and whether there is an event in an answer at all."""

from __future__ import annotations

from collections.abc import Iterator

from core.interview.answers.acts import names_act
from core.interview.answers.denying import is_smaller, says_never
from core.interview.answers.findings import Found
from core.interview.answers.missed import left_open, missed
from core.interview.answers.parts import is_untold
from core.interview.answers.replies import Reply, kind_of
from core.interview.answers.signals import Signals
from core.interview.answers.stories import only_asks
from core.interview.answers.talk import is_deed
from core.interview.feedback.gaps import tells_nothing
from core.interview.feedback.praise import is_empty
from core.interview.words.patterns import regex
from core.interview.words.tables import phrases
from core.interview.words.text import content_stems, sentences
from core.models import Story

_OUTSIDE = regex(
    r"(?i)\boutside\s+(?:of\s+)?work\b|\b(?:I|we|us|our|my)\b[^.,;]{0,30}\bat\s+home\b|\bneighbours?\b|\b(?:football|sports?|hockey"
    r"|handball)\s+team\b|\b\w+\s+club\b|\bchoir\b|\ballotments?\b|\bmy\s+(?:little\s+)?"
    r"(?:brother|sister|mother|father|son|daughter|children|wife|husband)\b"
)
OTHER = "asked_other"  # what was told in the end is not what was asked for
OPEN = "asked_open"  # and what may not be it
WELL_BELOW = 1.5  # points between the first answer and the whole
WORTH_BEGINNING_WITH = 4.0  # the score of a whole from which on something was told in the end
FEWEST_STEMS = 4  # words of substance in a sentence that an answer can begin with
FEWEST_TELLING = 2  # sentences that tell something, from which on there is a story


def asked_again(
    story: Story, signals: Signals, score: float, unaided: float | None
) -> tuple[Found, ...]:
    """That help was needed, with the first telling sentence of a later answer; else nothing.

    A story that misses the question is none to begin with, and that is said of it.
    """
    if unaided is None or score < WORTH_BEGINNING_WITH or signals.reply is not Reply.CONTENT:
        return ()
    if signals.question.style == "behavioural" and not tells_event(signals):
        return ()
    first, *later = [e.answer for e in story.exchanges if e.answer]
    gave_none = kind_of(first, tells=False, is_solid=True) is Reply.NO_EXAMPLE
    is_other = missed(signals) is not None
    if is_other and gave_none:
        return ()
    if score - unaided < WELL_BELOW and not (gave_none and score > unaided):
        return ()
    told = [one for one in later if not only_asks(one)]
    telling = list(_telling("\n".join(told), signals))
    if len(telling) < FEWEST_TELLING:
        return ()
    late = _late_kind(telling[0], gave_none=gave_none)
    if not gave_none and (word := left_open(signals)) and word.case:
        late = OPEN
    return (Found(OTHER if is_other else late, telling[0]),)


def denied(story: Story, signals: Signals) -> tuple[Found, ...]:
    """That the first words deny flatly what was asked about, where more was told after them."""
    if signals.reply is not Reply.CONTENT:
        return ()
    given = [exchange.answer for exchange in story.exchanges if exchange.answer]
    opening = next(iter(sentences(given[0])), "") if len(given) > 1 else ""
    is_flat = says_never(opening) and not is_smaller(opening)
    return (Found("denied", opening),) if is_flat else ()


def _late_kind(opening: str, *, gave_none: bool) -> str:
    """Where no example came to mind at first, a better first sentence is no help."""
    is_outside = _OUTSIDE.search(opening) is not None
    if gave_none:
        return "asked_none_outside" if is_outside else "asked_none"
    return "asked_outside" if is_outside else "asked_again"


def tells_event(signals: Signals) -> bool:
    """Whether a step is told that somebody took, in words that say which."""
    if signals.reply is not Reply.CONTENT or signals.is_hollow or signals.is_too_short:
        return False
    if signals.repeats or is_untold(signals):
        return False
    deeds = (sentence for sentence in signals.sentences if is_deed(sentence, signals))
    return not all(is_empty(deed) or tells_nothing(deed) for deed in deeds)


def _telling(text: str, signals: Signals) -> Iterator[str]:
    """The sentences that an answer could begin with."""
    for sentence in sentences(text):
        is_scene = phrases("situation").search(sentence) is not None
        stems = content_stems(sentence) & signals.solid
        is_event = is_scene or names_act(sentence) or len(stems) > FEWEST_STEMS
        if is_event and len(stems) >= FEWEST_STEMS and not tells_nothing(sentence):
            yield sentence
