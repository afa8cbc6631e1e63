"""How near an answer, and each sentence of it, is to what was asked.

Nearness is measured by shared words and by shared subjects (`subjects.py`), without the question's
own words where they are given back in one piece, and without the words in which questions are put.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from math import sqrt

from core.interview.answers.acts import is_practice
from core.interview.answers.thread import CARRIES_ON, Link, evidence, on_the_matter
from core.interview.answers.views import is_view
from core.interview.words.patterns import regex
from core.interview.words.subjects import TRADES, Vector, frames, likeness, vector
from core.interview.words.text import WORD, content_stems, words

RUN = 5  # words of the question in a row that are an echo
_FEWEST = 3  # words of a question that can be echoed
_LONGEST = 6  # letters of a stem that still add to its weight
_MIXED, _ASKED, _SHARED, _JOB, _AWAY = 0.42, 0.28, 0.5, 0.1, 0.3
_ALL_SHARED = 1.2
_TRADE = 3.0  # how much more of another line of work counts in full
_A_WORD = 0.7  # of another line of work, which anybody may use
# Nearness of a sentence that tells nothing either way.
USUAL, USUAL_OF_ONESELF, USUAL_IN_A_STORY = 0.13, 0.03, 0.0
USUAL_OF_A_LIFE = 0.08  # where the words that people speak of themselves with are of the subject
USUAL_OF_A_CASE = 0.05  # where it is said what is done in the case, or at the work, asked about
USUAL_OF_A_VIEW = 0.1  # where a story is asked for
_IMAGINED = regex(
    r"(?i)\b(?:I|we)(?:['\u2019]d|\s+(?:would|should|could))\b"
    r"|\bif\s+(?:it|that|this|there|he|she|they|not|so|nobody|somebody|someone)\b"
)
A_POINT = 1.0  # what a key point tells at least, in logarithms of odds
# Shares of the key points: what any answer of the trade has, and where they tell in full.
BY_CHANCE, MOST_POINTS = 0.4, 0.6


@dataclass(frozen=True)
class Asked:
    """What an answer is held against: the question, the job's title, and more of the subject.

    A question that asks for a story, or about the candidate, names its theme only: what is told may
    be about anything. Where the question makes up a case, it `is_imagined`, and where it is about a
    skill or has key points, it `is_of_work`: what somebody would do, or does, belongs to it.
    `points` are stems of what a full answer mentions, and `coverage` is the
    share of the points that the answer has: where it has most of them, a sentence with one belongs
    to the matter, and no other is thought far for its words alone.
    """

    question: str
    job: str = ""
    subject: frozenset[str] = frozenset()
    is_story: bool = False
    is_personal: bool = False
    is_opening: bool = False
    is_imagined: bool = False
    is_of_work: bool = False
    points: frozenset[str] = frozenset()
    coverage: float = 0.0

    @cached_property
    def stems(self) -> frozenset[str]:
        return content_stems(self.question)

    @cached_property
    def _theme(self) -> frozenset[str]:
        """The question without the words in which questions are put."""
        return self.stems - frames() or self.stems

    @cached_property
    def _own(self) -> Vector:
        return vector(self._theme)

    @cached_property
    def _mixed(self) -> Vector:
        return vector(self._theme | content_stems(self.job))

    @cached_property
    def _trades(self) -> frozenset[str]:
        return frozenset(self._mixed) & frozenset(TRADES)

    def _usual(self, *, is_told: bool) -> float:
        if self.is_story:
            return USUAL_IN_A_STORY if is_told else USUAL_OF_A_VIEW
        if self.is_opening:
            return USUAL_OF_A_LIFE
        return USUAL_OF_ONESELF if self.is_personal else USUAL

    def nearness(self, stems: frozenset[str]) -> float:
        """About 0.5 for words about what was asked, about 0 for others, less for another trade."""
        said = vector(stems, self._theme)
        known = self._theme | self.subject
        shared = _weight(stems & known) / max(2.0, sqrt(_weight(self._theme)) * 2)
        near = _MIXED * likeness(self._mixed, said) + _ASKED * likeness(self._own, said)
        near += _SHARED * min(_ALL_SHARED, shared)
        near += _JOB * bool(stems & content_stems(self.job))
        return near - _AWAY * self._away(said)

    def _away(self, said: Vector) -> float:
        """How much more is said about another line of work than about the one asked for."""
        if not self._trades:
            return 0.0
        other = max((v for name, v in said.items() if name in TRADES and name not in self._trades),
                    default=0.0)  # fmt: skip
        own = max((said.get(name, 0.0) for name in self._trades), default=0.0)
        return min(1.0, max(0.0, other - own - _A_WORD) / _TRADE)

    def sureness(self, sentences: Sequence[str]) -> tuple[float, ...]:
        """For each sentence how sure it is that it is on the matter, 0 to 1."""
        said = [content_stems(sentence) for sentence in sentences]
        before = [frozenset[str](), *said]
        return on_the_matter(list(map(self._link, sentences, said, before)))

    def _link(self, sentence: str, stems: frozenset[str], before: frozenset[str]) -> Link:
        is_told = self._is_told(sentence)
        is_part = self._is_part(sentence)
        usual = min(self._usual(is_told=is_told), USUAL_OF_A_CASE if is_part else 1.0)
        told = self._told(stems, usual=usual)
        return Link(told, is_tied=is_told or is_part or _carries_on(sentence, stems & before))

    def _told(self, stems: frozenset[str], *, usual: float) -> float:
        told = evidence(self.nearness(stems), usual=usual, words=len(stems))
        doubt = min(0.0, told) * (1.0 - self._informed)
        return max(told, doubt + A_POINT * self._informed * bool(stems & self.points))

    @cached_property
    def _informed(self) -> float:
        """How sure it is, 0 to 1, that the answer has its key points not by chance."""
        return max(0.0, min(1.0, (self.coverage - BY_CHANCE) / (MOST_POINTS - BY_CHANCE)))

    def _is_part(self, sentence: str) -> bool:
        """Whether it tells what is done in the case, or at the work, that is asked about."""
        if self.is_imagined:
            return _IMAGINED.search(sentence) is not None
        return self.is_of_work and is_practice(sentence)

    def _is_told(self, sentence: str) -> bool:
        """What happens in a story need not name its theme again."""
        return self.is_story and not is_view(sentence)


def _carries_on(sentence: str, shared: frozenset[str]) -> bool:
    return bool(shared - frames()) or CARRIES_ON.search(sentence) is not None


def _weight(stems: frozenset[str]) -> float:
    return sum(min(len(one), _LONGEST) for one in stems) / _LONGEST


def without_echo(text: str, question: str) -> str:
    """The text without runs of the question's own words: five that follow each other, or all."""
    asked = words(question)
    size = min(RUN, len(asked))
    runs = {tuple(asked[place : place + size]) for place in range(len(asked) - size + 1)}
    spans = [match.span() for match in WORD.finditer(text)]
    said = [text[start:end].lower().replace("\u2019", "'") for start, end in spans]
    starts = [p for p in range(len(said) - size + 1) if tuple(said[p : p + size]) in runs]
    if size < _FEWEST or not starts:
        return text
    echoed = {place + step for place in starts for step in range(size)}
    pieces, end = [], 0
    for place in sorted(echoed):
        pieces.append(text[end : spans[place][0]])
        end = spans[place][1]
    return "".join((*pieces, text[end:]))
