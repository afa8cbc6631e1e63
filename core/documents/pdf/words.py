"""Characters become words, and words become lines, by the gaps between them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from statistics import median

from core.documents.pdf.geometry import Char, Line, Word

# Shares of the letter's size. A gap above the first parts two words, and one above the second two
# pieces of text that happen to stand on one line.
_WORD_GAP = 0.15
_LINE_GAP = 1.6
_PLACED_GAP = 0.8  # the same as the second where the order of painting says nothing
_SCATTERED = 0.2  # of the words
_RAISED = 0.5  # how far a small letter may stand above or below the line: 1st, H2O
# Set tight, words stand closer than that; but then no gap lies between those of letters and words.
_LETTER_GAP = 0.05
_TIGHT_GAP = 0.08
# Spaced out, letters stand further apart than that, all alike.
_SPACED_FROM = 5
_SPACED_WORD = 0.12  # what the gap between spaced-out words has more
# Written out, since Python counts some control codes among the spaces, and they may be letters.
_WIDE = "".join(map(chr, range(0x2000, 0x200B)))
_BLANKS = f" \t\n\r\xa0\u1680{_WIDE}\u202f\u205f\u3000"

_Run = list[Char]  # between two blanks


def words_of(chars: Iterable[Char]) -> list[Word]:
    """The words in the order in which they are painted, each from left to right."""
    return [word for line in _painted_lines(chars) for word in _parted(line)]


def lines_of(words: Sequence[Word]) -> list[Line]:
    """Words that follow each other along a baseline, in the order in which they are painted.

    Where the words of a line are painted here and there, they are put together by their places.
    """
    placed = _placed(words)
    if _scattered(words, placed):
        return _joined(_glued(placed), _PLACED_GAP)
    return _joined(words, _LINE_GAP)


def _joined(words: Iterable[Word], limit: float) -> list[Line]:
    lines: list[Line] = []
    run: list[Word] = []
    for word in words:
        if run and not _follow(run[-1], word, limit):
            lines.append(_line(run))
            run = []
        run.append(word)
    if run:
        lines.append(_line(run))
    return lines


def _placed(words: Iterable[Word]) -> list[Word]:
    """Line by line down the page, and from left to right."""
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda word: word.baseline):
        if rows and _level(rows[-1][-1], word):
            rows[-1].append(word)
        else:
            rows.append([word])
    return [word for row in rows for word in sorted(row, key=lambda word: word.x0)]


def _scattered(words: Sequence[Word], placed: Sequence[Word]) -> bool:
    """Whether many words stand close behind one that is not painted next to them."""
    number = {id(word): place for place, word in enumerate(words)}
    apart = sum(
        _follow(one, other, _PLACED_GAP) and abs(number[id(one)] - number[id(other)]) > 1
        for one, other in pairwise(placed)
    )
    return apart > _SCATTERED * len(words)


def _glued(placed: Iterable[Word]) -> list[Word]:
    """Words whose letters are painted here and there too."""
    glued: list[Word] = []
    for word in placed:
        if glued and _follow(glued[-1], word, _LETTER_GAP):
            glued[-1] = Word.of((*glued[-1].chars, *word.chars))
        else:
            glued.append(word)
    return glued


def _painted_lines(chars: Iterable[Char]) -> Iterator[list[_Run]]:
    """Characters that follow each other along a baseline, parted where a blank is painted."""
    runs: list[_Run] = [[]]
    last: Char | None = None
    for char in chars:
        if not char.text.strip(_BLANKS):
            runs.append([])
            continue
        if last and not _near(last, char):
            yield runs
            runs = [[]]
        runs[-1].append(char)
        last = last if last and char.is_mark else char
    yield runs


def _parted(runs: Sequence[_Run]) -> Iterator[Word]:
    """Marks above and below a letter have no width and belong to the word that they stand in."""
    gaps = [[_gap(one, other) for one, other in pairwise(_spacing(run))] for run in runs]
    limit = _limit([gap for run in gaps for gap in run])
    for run, between in zip(runs, gaps, strict=True):
        if max(between, default=0.0) <= limit:
            if run:
                yield _word(run)
            continue
        word: _Run = []
        last: Char | None = None
        for char in run:
            if char.is_mark:
                word.append(char)
                continue
            if last and _gap(last, char) > limit:
                yield _word(word)
                word = []
            word.append(char)
            last = char
        yield _word(word)


def _spacing(run: _Run) -> list[Char]:
    return [char for char in run if not char.is_mark]


def _limit(gaps: Sequence[float]) -> float:
    """The gap that parts words on a line with these."""
    wide = [gap for gap in gaps if gap > _LETTER_GAP]
    if not wide:
        return _WORD_GAP
    if len(gaps) >= _SPACED_FROM and median(gaps) > _TIGHT_GAP:
        return max(_WORD_GAP, median(gaps) + _SPACED_WORD)
    if min(wide) > _TIGHT_GAP and 2 * len(wide) < len(gaps):
        return min(_WORD_GAP, min(wide) * 0.99)
    return _WORD_GAP


def _near(one: Char, other: Char) -> bool:
    size = max(one.size, other.size)
    return _gap(one, other) <= _LINE_GAP and abs(one.baseline - other.baseline) <= _RAISED * size


def _gap(one: Char, other: Char) -> float:
    """On either side: Arabic and Hebrew may be painted from right to left."""
    gap = max(other.x0 - one.x1, one.x0 - other.x1)
    return gap / (max(one.size, other.size) or 1.0)


def _follow(last: Word, word: Word, limit: float) -> bool:
    size = max(last.size, word.size)
    gap = max(word.x0 - last.x1, last.x0 - word.x1)
    return -_WORD_GAP * size <= gap <= limit * size and _level(last, word)


def _level(one: Word, other: Word) -> bool:
    return abs(one.baseline - other.baseline) <= _WORD_GAP * max(one.size, other.size)


def _word(run: _Run) -> Word:
    """Painted to the right, a word keeps its order, in which each mark follows its letter."""
    backwards = any(other.x0 < one.x0 for one, other in pairwise(_spacing(run)))
    return Word.of(sorted(run, key=lambda char: char.x0) if backwards else run)


def _line(run: list[Word]) -> Line:
    return Line.of(sorted(run, key=lambda word: word.x0))
