"""Lines of a document that read like orders to a language model."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from itertools import accumulate

# A line may end between two words, a paragraph not. Bounded, or a row of signs would take hours.
_GAP = r"(?:[^\w\n]{1,30}|[^\w\n]{0,30}\n[^\w\n]{0,30})"
_SOME = rf"(?:\w+{_GAP}){{0,4}}"
_LONGEST = 160  # characters that are quoted
_AROUND = 40  # of them in front of the order
_MARKUP = re.compile("[*_`~\"'\u2018\u2019\u201c\u201d]")


def suspicious_lines(text: str) -> tuple[str, ...]:
    """The lines of `text` that hold such orders, each once, in order; an order over two is one.

    Of a long line only the part around the order is quoted, with "…" where it is cut. Nothing is
    taken away from the text: the candidate is shown what stands in it.
    """
    lines = text.split("\n")
    plain = [_plain(line) for line in lines]
    starts = [0, *accumulate(len(line) + 1 for line in plain)]
    found: dict[int, str] = {}
    for start, end in sorted(_spans("\n".join(plain))):
        first, last = bisect_right(starts, start) - 1, bisect_right(starts, end - 1)
        if first not in found:  # one excerpt of a line is enough, and costs as much as it is long
            whole = " ".join(filter(None, map(str.strip, lines[first:last])))
            found[first] = _excerpt(whole, start - starts[first], end - start)
    return tuple(dict.fromkeys(found.values()))


def _excerpt(line: str, start: int, length: int) -> str:
    """The order with some words around it; its place is the one in the plain text."""
    if len(line) <= _LONGEST:
        return line
    places = list(accumulate(len(_plain(character)) for character in line))
    begin = max(0, bisect_right(places, start) - _AROUND)
    end = max(begin + _LONGEST, bisect_right(places, start + length) + _AROUND)
    words = line[begin:end].split(" ")
    if begin:
        words[0] = "…"  # it is cut in two
    if end < len(line):
        words[-1] = "…"
    return " ".join(words)


def _spans(plain: str) -> Iterator[tuple[int, int]]:
    for pattern in _compiled():
        for match in pattern.finditer(plain):
            blank = len(match[0]) - len(match[0].lstrip())
            yield match.start() + blank, match.end()


@cache
def _compiled() -> tuple[re.Pattern[str], ...]:
    import tomllib

    table = tomllib.loads(files(__package__).joinpath("orders.toml").read_text(encoding="utf-8"))
    words = {f"{{{name}}}": _one_line(word) for name, word in table["words"].items()}
    return tuple(
        re.compile(_written_out(_one_line(pattern), words))
        for patterns in table["patterns"].values()
        for pattern in patterns
    )


def _one_line(pattern: str) -> str:
    return re.sub(r"(?:\A|\n)  ", "", pattern)


def _written_out(pattern: str, words: dict[str, str]) -> str:
    for name, word in words.items():
        pattern = pattern.replace(name, word)
    return pattern.replace("~", _SOME).replace(" ", _GAP)


def _plain(line: str) -> str:
    """Small letters without accents and without the signs of Markdown."""
    letters = unicodedata.normalize("NFKD", _MARKUP.sub("", line)).casefold()
    return "".join(c for c in letters if not unicodedata.combining(c))
