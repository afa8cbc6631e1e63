"""What the interview tells of a line of the CV: its figure or its result, word for word.

An answer speaks of a line where most of the line's words stand in it, and several in one sentence.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from core.interview.answers.acts import is_own_act
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
_MAKES = regex(r"(?i)(?:built|wrote|made|created|drew|designed|set\s+up|developed|introduced)\b")
_MADE = regex(
    r"(?i)\bI\s+(?:\w+ly\s+|then\s+|also\s+)?(?:built|wrote|made|created|drew|designed|set\s+up|developed)\s+"
    r"(?:the|all|my|our|these|those)\s+(?P<thing>[a-z]{3,}s)\b"
)
_COUNTED = regex(
    r"(?i)\bthere\s+(?:were|are)\s+(?:now\s+|about\s+|in\s+all\s+)?(?P<count>(?:\d[\d,]*|[a-z]+(?:[-\s](?:hundred|thousand|[a-z]+))?)"
    r"\s+(?P<thing>[a-z]{3,}s))\b"
)
_CHANGED = regex(r"(?i)\bfrom\s+[^.]{1,40}\s+to\s+\w")
_CLOCK = regex(
    r"(?i)\b(?:half|quarter|ten|five|twenty)\s+(?:past|to)\s+\w+|\b(?:at|until|by|before|after)\s+"
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|noon)\b(?!\s+\w+s\b)"
)
_OPEN = regex(r"(?i)\b(?:would|should|if|goals?|targets?|wants?|wanted|hope[ds]?|maybe|perhaps)\b")

# What a sentence points back with is lost where it stands in a CV.
POINTS_BACK = regex(r"(?i)^(?:and\s+|so\s+|but\s+)*(?:it|that|this|these|those|there)\b")
_FEELS = regex(
    r"(?i)\b(?:passion\w*|excit\w+|interest(?:s|ed|ing)?\s+me|interested|love[ds]?|enjoy\w*|proud"
    r"|happy|glad|fun|look(?:ing)?\s+forward|I\s+(?:like[ds]?|feel|felt|notice[ds]?\s+that\s+I"
    r"|found\s+that\s+I|learn(?:ed|t)\s+that\s+I)|I\s+am\s+(?:good|best)\s+at)\b"
)


@dataclass(frozen=True, slots=True)
class Answer:
    """The sentences of one reply to question `number`; `is_story`: it keeps to one matter."""

    sentences: tuple[str, ...]
    number: int
    is_story: bool = True


@dataclass(frozen=True, slots=True)
class More:
    """A sentence of the answer to question `number`, or the clause of it that is about the line.

    `is_end`: it tells what came of it, and not only how much it was. `count` is how many of what
    was made stands in the same answer, as in "sixty rules", or empty.
    """

    text: str
    number: int
    is_end: bool = True
    count: str = ""


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
    if best is None:
        return None
    count = _count_in(best[1].sentences, line)
    return More(best[2], best[1].number, is_end=best[0] > 1, count=count)


def _count_in(told: Sequence[str], line: str) -> str:
    """How many, of a thing that the line names or that was made for it; empty where unsure."""
    text = "\n".join(told)
    is_made = _MAKES.match(line) is not None
    things = roots(line) | {each for s in told for each in _made_in(s) if is_made}
    found = (match["count"] for match in _COUNTED.finditer(text) if roots(match["thing"]) & things)
    counts = tuple(dict.fromkeys(each for each in found if any(amounts(each))))
    return counts[0] if len(counts) == 1 else ""


def _made_in(sentence: str) -> frozenset[str]:
    """The roots of what somebody says that they made."""
    return frozenset[str]().union(*(roots(match["thing"]) for match in _MADE.finditer(sentence)))


def outcome_in(told: Sequence[str]) -> str:
    """Of the second half of an answer what says best, with a figure, how it ended; or empty.

    A sentence that begins with "it" or "that" comes after all others.
    """
    late = [each for each in told[len(told) // 2 :] if _suits(each) and not _is_step(each)]
    found = [(_worth(each, set(), is_late=True), each) for each in late]
    plain = [(worth, each) for worth, each in found if worth > 1 and not POINTS_BACK.search(each)]
    open_ = [(worth, each) for worth, each in found if worth > 1]
    return max(reversed(plain or open_), key=lambda each: each[0], default=(0, ""))[1]


def _is_step(sentence: str) -> bool:
    """What somebody did themselves, which is no end of it."""
    return is_own_act(sentence, "behavioural") and not phrases("result").search(sentence)


def is_about(line: str, answer: Answer) -> bool:
    """Whether an answer tells of what this line is about."""
    about = roots(line)
    whole = frozenset[str]().union(*map(roots, answer.sentences))
    closest = max((len(about & roots(sentence)) for sentence in answer.sentences), default=0)
    is_same = len(about & whole) >= max(FEWEST, SAME * len(about))
    return is_same and closest >= max(FEWEST, CLOSE * len(about))


def _telling(line: str, answer: Answer) -> Iterator[tuple[int, str]]:
    if not is_about(line, answer):
        return
    about = roots(line)
    near = [len(about & roots(sentence)) for sentence in answer.sentences]
    start = near.index(max(near))
    known = {amount.value for amount in amounts(line)}
    if clause := _with_figure(answer.sentences[start], about, known):
        yield 1, clause
    following = answer.sentences[start + 1 :] if answer.is_story else ()
    for place, sentence in enumerate(following, start + 1):
        is_late = place >= LATE * len(answer.sentences)
        if _suits(sentence):
            yield _worth(sentence, known, is_late=is_late), sentence


def _with_figure(sentence: str, about: frozenset[str], known: set[float]) -> str:
    """The clause with a new figure that tells of the line, and not of something else too."""
    own = (clause for clause in _OTHER_DEED.split(sentence) if about & roots(clause))
    return next((clause for clause in own if _new(clause, known) and _suits(clause)), "")


def _suits(text: str) -> bool:
    """Whether a CV could hold it: no wish, no feeling, and no longer than a line or two."""
    return len(text) <= LONGEST_QUOTE and not (_OPEN.search(text) or feels(text))


def feels(text: str) -> bool:
    """Whether somebody tells what they feel, like or have become aware of."""
    return _FEELS.search(text) is not None


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
