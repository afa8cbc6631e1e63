"""An answer cut into units, each of which says one thing: its sentences, or clauses of speech."""

from __future__ import annotations

import re
from collections.abc import Iterator

from core.interview.words.patterns import regex
from core.interview.words.text import sentences

LONGEST_SENTENCE = 30  # words; what is longer was spoken without full stops
LONGEST_OPEN = 12  # words of a line that no full stop ends
LONGEST_CLAUSE = 20
SHORTEST_UNIT = 4
_STOPS = ".!?\u2026:\"\u201d'\u2019)"
_OPENERS = r"(?:and|but|so|then|because|cause|anyway|eventually|finally|afterwards)"
_STARTS = (
    r"(?:i|i'm|i'd|i've|we|we'd|we've|he|she|they|it|it's|you|that|that's|this|there|there's|the|my"
    r"|our|what|after|in|now|everybody|everyone|nobody|people|one|basically|um|uh|like|yeah"
    r"|obviously)"
)
# Words with which somebody who speaks begins the next clause. Two of them, as in "and so", stay
# together, and so does the purpose in "so they could".
_CLAUSE = regex(
    r"(?<=\s)(?:"
    rf"{_OPENERS}(?=\s+(?:{_OPENERS}\s+)?{_STARTS}\b(?!\s+(?:could|can|would)\b))"
    r"|(?:so\s+basically|so\s+anyway|in\s+the\s+end|after\s+that|as\s+a\s+result|and\s+then"
    r"|but\s+then|so\s+then|so\s+yeah|what\s+i\s+did|which\s+meant|turned\s+out|i\s+ended\s+up"
    r"|we\s+ended\s+up|since\s+then|and\s+eventually)\b"
    r")",
    re.IGNORECASE,
)
# A new subject begins a clause too, unless the word before it ties it to what was said.
_SUBJECT = regex(
    r"(?<!\S)(?P<before>\S+)\s+(?=(?:i|we|he|she|they)(?:'\w+)?\s+[a-z])", re.IGNORECASE
)
_TIES = frozenset({
    "a", "about", "after", "also", "and", "as", "because", "before", "both", "but", "by",
    "cause", "did", "do", "does", "ever", "every", "for", "had", "has", "if", "in", "like",
    "now", "of", "once", "or", "since", "so", "than", "that", "then", "thing", "things",
    "though", "time", "times", "unless", "until", "was", "way", "what", "whatever", "when",
    "where", "whether", "which", "while", "who", "whom", "whose", "why", "with",
})  # fmt: skip


def units(text: str) -> tuple[str, ...]:
    """The sentences, those that run on cut where a clause begins. Each stands verbatim in `text`.

    Together they hold every word, in order. Linear in the length of the text.
    """
    return tuple(piece for sentence in sentences(text) for piece in _clauses(sentence))


def _clauses(sentence: str) -> Iterator[str]:
    count = len(sentence.split())
    if count <= LONGEST_OPEN or (count <= LONGEST_SENTENCE and sentence[-1] in _STOPS):
        yield sentence
        return
    for clause in _cut(sentence, (match.start() for match in _CLAUSE.finditer(sentence))):
        if len(clause.split()) <= LONGEST_CLAUSE:
            yield clause
        else:
            yield from _cut(clause, _new_subjects(clause))


def _new_subjects(clause: str) -> Iterator[int]:
    for match in _SUBJECT.finditer(clause):
        if match["before"].lower().strip(",") not in _TIES:
            yield match.end()


def _cut(text: str, places: Iterator[int]) -> Iterator[str]:
    """The text cut at these places, except where a piece would have too few words."""
    start = 0
    for place in places:
        before = text[start:place].strip()
        if len(before.split()) >= SHORTEST_UNIT:
            yield before
            start = place
    yield text[start:].strip()
