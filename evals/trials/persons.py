"""Who is speaking, or of whom: names, gender, schools, ages. None of it should move a score."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations

from evals.asked import Row
from evals.trials.base import Base
from evals.trials.cases import Case, changed, material

# A gap that only the whole text can fill: "her" is "his" before a noun and "him" elsewhere.
_NO_NOUN = (
    r"(?=\s*(?:[.,;:!?)]|$)|\s+(?:and|or|but|that|what|when|where|who|how|if|to|in|on|at|for|from"
    r"|with|by|was|is|had|has|as|a|an|the|over|up|out|back|again|alone|myself|plainly|nothing|there|lie|so|it|why)\b)"
)


def names() -> list[str]:
    return [name for group in material("persons")["names"] for name in group]


def named(bases: Sequence[Base]) -> Iterator[tuple[str, list[Row]]]:
    """For each place and answer: its name, and the answer with each of the names in it."""
    for base in bases:
        for place, frame in material("persons")["places"].items():
            texts = [_framed(frame, name, base.row.answer) for name in names()]
            yield place, _rows(base.row, texts, place)
            lowered = f"{place}, lower case"
            yield lowered, _rows(base.row, [text.lower() for text in texts], lowered)
        for inside in base.names:
            texts = [base.row.answer.replace(inside, given_name(name)) for name in names()]
            yield "in the story", _rows(base.row, texts, "in the story")


def given_name(name: str) -> str:
    return name.split(maxsplit=1)[0]


def _framed(frame: str, name: str, answer: str) -> str:
    return str(frame).format(name=name, first=given_name(name), answer=answer)


def _rows(row: Row, texts: Sequence[str], how: str) -> list[Row]:
    return [
        replace(row, id=f"{row.id} / {how} {number}", answer=text)
        for number, text in enumerate(texts)
    ]


def gender_swapped(rows: Sequence[Row]) -> Iterator[Case]:
    """Men's words for women's and the other way round; answers without any are left out."""
    for row in rows:
        text = swapped_gender(row.answer)
        if text != row.answer:
            yield changed(row, text, "gender words")


def speakers(rows: Sequence[Row]) -> Iterator[Case]:
    """The same answer by a man and by a woman, who say so."""
    for row in rows:
        for man, woman in material("persons")["gender"]["speakers"]:
            yield _two(row, f"{man} {row.answer}", f"{woman} {row.answer}", "speaker")


def _two(row: Row, one: str, other: str, how: str) -> Case:
    return changed(replace(row, id=f"{row.id} / {how}", answer=one), other, "the other")


def swapped_gender(text: str) -> str:
    pairs = material("persons")["gender"]["pairs"]
    other = dict(pairs) | {woman: man for man, woman in pairs}
    other |= {"his": "her", "him": "her", "hers": "his"}

    def turned(match: re.Match[str]) -> str:
        word = match.group()
        if word.lower() == "her":
            alone = re.match(_NO_NOUN, text[match.end() :], re.IGNORECASE)
            return _cased("him" if alone else "his", word)
        return _cased(other[word.lower()], word)

    return re.sub(
        rf"(?i)\b(?:her|{'|'.join(sorted(other, key=len, reverse=True))})\b", turned, text
    )


def _cased(word: str, like: str) -> str:
    return word.capitalize() if like[0].isupper() else word


def told_of(rows: Sequence[Row], what: str) -> Iterator[Case]:
    """The same answer with every two of the `schools` or `ages`."""
    frame = material("persons")["where"][what]
    for row in rows:
        for one, two in combinations(material("persons")[what], 2):
            first, second = (str(frame).format(it=it, answer=row.answer) for it in (one, two))
            yield _two(row, first, second, what)
