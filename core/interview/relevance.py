"""How near an answer, and each sentence of it, is to what was asked.

Nearness is measured by shared words and by shared subjects (`subjects.py`), without the question's
own words where they are given back in one piece. A sentence that is far from the question still
counts when it carries on from one that is near: stories have details.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from math import sqrt

from core.interview.subjects import TRADES, Vector, likeness, vector
from core.interview.text import content_stems, words

RUN = 5  # words of the question in a row that are an echo
_LONGEST = 6  # letters of a stem that still add to its weight
_MIXED, _ASKED, _SHARED, _JOB, _AWAY = 0.42, 0.28, 0.4, 0.15, 0.4
_OPEN = 0.1  # nearness from which on a sentence stands for itself
_FIRST = 0.7  # what the first sentence counts at least
_LINKED, _LOOSE = 0.9, 0.6
_TIED_STORY, _LOOSE_STORY = 1.0, 0.8
LEAST = 0.15
_FEWEST = 3  # words of a question that can be echoed
_WORD = re.compile(r"[^\W_]+(?:['\u2019-][^\W_]+)*")
_CARRIES_ON = re.compile(
    r"(?i)^\W*(?:and|but|so|then|because|therefore|however|also|finally|eventually|afterwards|after"
    r"|first|second|third|next|later|instead|it|its|this|that|these|those|they|them|he|she|his|her"
    r"|which|there|for example|for instance|as a result|in the end|in that|in this|at that)\b"
)


@dataclass(frozen=True)
class Asked:
    """What an answer is held against: the question, the job's title, and more of the subject.

    A question that asks for a story names its theme only, so the story may be about anything.
    """

    question: str
    job: str = ""
    subject: frozenset[str] = frozenset()
    is_story: bool = False

    @cached_property
    def stems(self) -> frozenset[str]:
        return content_stems(self.question)

    @cached_property
    def own(self) -> Vector:
        return vector(self.stems)

    @cached_property
    def mixed(self) -> Vector:
        return vector(self.stems | content_stems(self.job))

    @cached_property
    def trades(self) -> frozenset[str]:
        return frozenset(self.mixed) & frozenset(TRADES)

    def nearness(self, stems: frozenset[str]) -> float:
        """0 for words about something else, about 0.5 and more for words about what was asked."""
        said = vector(stems)
        known = self.stems | self.subject
        shared = _weight(stems & known) / max(2.0, sqrt(_weight(self.stems)) * 2)
        near = _MIXED * likeness(self.mixed, said) + _ASKED * likeness(self.own, said)
        near += _SHARED * min(1.0, shared)
        near += _JOB * bool(stems & content_stems(self.job))
        return max(0.0, min(1.0, near - _AWAY * self._away(said)))

    def _away(self, said: Vector) -> float:
        """How much more is said about another line of work than about the one asked for."""
        if not self.trades:
            return 0.0
        other = max((v for name, v in said.items() if name in TRADES and name not in self.trades),
                    default=0.0)  # fmt: skip
        own = max((said.get(name, 0.0) for name in self.trades), default=0.0)
        return min(1.0, max(0.0, other - own) / 3)

    def _tied(self, sentence: str, shared: frozenset[str]) -> bool:
        return bool(shared - self.stems) or _CARRIES_ON.search(sentence) is not None

    def _carries(self, *, tied: bool) -> float:
        if self.is_story:
            return _TIED_STORY if tied else _LOOSE_STORY
        return _LINKED if tied else _LOOSE

    def shares(self, sentences: Sequence[str]) -> tuple[float, ...]:
        """How far each sentence counts, 0.15 to 1: by its nearness, or by that of the one before.

        What carries on from a sentence counts nearly as much as it, what does not counts less; a
        sentence about another line of work counts little.
        """
        found: list[float] = []
        said = [content_stems(sentence) for sentence in sentences]
        for place, stems in enumerate(said):
            before = found[-1] if found else 1.0 if self.is_story else _FIRST
            ties = not found or self._tied(sentences[place], stems & said[place - 1])
            own = min(1.0, self.nearness(stems) / _OPEN)
            carried = before * self._carries(tied=ties)
            away = 0.0 if self.is_story and ties else self._away(vector(stems))
            found.append(max(LEAST, max(own, carried) * (1 - away)))
        return tuple(found)


def _weight(stems: frozenset[str]) -> float:
    return sum(min(len(one), _LONGEST) for one in stems) / _LONGEST


def without_echo(text: str, question: str) -> str:
    """The text without runs of the question's own words: five that follow each other, or all."""
    asked = words(question)
    size = min(RUN, len(asked))
    runs = {tuple(asked[place : place + size]) for place in range(len(asked) - size + 1)}
    spans = [match.span() for match in _WORD.finditer(text)]
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
