"""What the interview tells of a line of the CV: its figure or its result, word for word.

An answer speaks of a line where most of the line's words stand in it, and several in one sentence.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from core.interview.coverage.amounts import amounts, units_of_time
from core.interview.words.meaning import roots
from core.interview.words.numbers import has_size
from core.interview.words.patterns import regex
from core.interview.words.tables import phrases

SAME, CLOSE = 0.6, 0.4  # share of the line's roots in the answer, and in its closest sentence
FEWEST = 3  # roots that both have
LONGEST_QUOTE = 240
LATE = 0.6  # of an answer, from where on a figure belongs to its end
_OTHER_DEED = regex(r"(?i),?\s+and\s+(?=(?:then|that|I|we|[a-z]+ed|built|led|made|won|wrote)\b)")
_CHANGED = regex(r"(?i)\bfrom\s+[^.]{1,40}\s+to\s+\w")
_CLOCK = regex(
    r"(?i)\b(?:half|quarter|ten|five|twenty)\s+(?:past|to)\s+\w+|\b(?:at|until|by|before|after)\s+"
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|noon)\b(?!\s+\w+s\b)"
)
_OPEN = regex(r"(?i)\b(?:would|should|if|goals?|targets?|wants?|wanted|hope[ds]?|maybe|perhaps)\b")


@dataclass(frozen=True, slots=True)
class Answer:
    """The sentences of one reply to question `number`; `is_story`: it keeps to one matter."""

    sentences: tuple[str, ...]
    number: int
    is_story: bool = True


@dataclass(frozen=True, slots=True)
class More:
    """A sentence of the answer to question `number`."""

    text: str
    number: int


Answers = Sequence[Answer]


def more_of(line: str, answers: Answers, *, for_size: bool) -> More | None:
    """The sentence that says most of what the line leaves open; None where none surely does.

    `for_size`: it lacks how much it was, so that a figure alone is more, too.
    """
    found = [
        (worth, answer, text)
        for answer in answers
        for worth, text in _telling(line, answer)
        if worth > (0 if for_size else 1)
    ]
    best = max(reversed(found), key=lambda each: each[0], default=None)
    return More(best[2], best[1].number) if best else None


def _telling(line: str, answer: Answer) -> Iterator[tuple[int, str]]:
    about = roots(line)
    whole = frozenset[str]().union(*map(roots, answer.sentences))
    near = [len(about & roots(sentence)) for sentence in answer.sentences]
    closest = max(near, default=0)
    is_same = len(about & whole) >= max(FEWEST, SAME * len(about))
    if not is_same or closest < max(FEWEST, CLOSE * len(about)):
        return
    start = near.index(closest)
    known = {amount.value for amount in amounts(line)}
    yield _figure_in(answer.sentences[start], about, known), answer.sentences[start]
    following = answer.sentences[start + 1 :] if answer.is_story else ()
    for place, sentence in enumerate(following, start + 1):
        is_late = place >= LATE * len(answer.sentences)
        if len(sentence) <= LONGEST_QUOTE and not _OPEN.search(sentence):
            yield _worth(sentence, known, is_late=is_late), sentence


def _figure_in(sentence: str, about: frozenset[str], known: set[float]) -> int:
    """A new figure, where the sentence itself tells of the line and not of something else too."""
    own = (clause for clause in _OTHER_DEED.split(sentence) if about & roots(clause))
    new = any(_new(clause, known) for clause in own)
    return int(new and len(sentence) <= LONGEST_QUOTE and not _OPEN.search(sentence))


def _worth(sentence: str, known: set[float], *, is_late: bool) -> int:
    """A change with its size tells most, then an end with a figure; 0 for no more."""
    is_end = phrases("result").search(sentence) is not None
    plain = _CLOCK.sub(" ", sentence)
    if has_size(plain) and is_end:
        return 4
    if _CHANGED.search(plain) and _new(plain, known):
        return 3
    return 2 if (is_end or is_late) and _new(plain, known) else 0


def _new(text: str, known: set[float]) -> bool:
    time = units_of_time()
    found = amounts(_CLOCK.sub(" ", text))
    return any(a.value not in known and a.value != 1 and a.unit not in time for a in found)


def without_clock(text: str) -> str:
    """The text without times of day, which are no size of anything."""
    return _CLOCK.sub(" ", text)
