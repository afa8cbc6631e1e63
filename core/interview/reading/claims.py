"""What a CV claims: roles, skills, measures and dates, each with its verbatim line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from core.interview.reading.dates import Period, latest, periods, years_in
from core.interview.reading.families import NAME, best_vote
from core.interview.words.numbers import has_size, numbers
from core.interview.words.patterns import regex
from core.interview.words.tables import table
from core.interview.words.text import sentences, words

ClaimKind = Literal["role", "skill", "measure", "dates"]
MOST_LINES = 4_000
LONGEST_ROLE_WORDS, FEWEST_ROLE_LETTERS = 14, 3
LONGEST_MEASURE_WORDS = 28
NEAR = 2  # lines beside a dated one that may belong to it
LONGEST_HEADING_WORDS = 4
_MARK = regex(r"^(?:[-+*•·▪◦●○■□➤►✓✔\u2013—\uf0b7]\s*)+")
_EDGES = " \t,;:|-\u2013—()[]*_•·"
_WORKED = regex(
    r"(?i)\b(?:work(?:ed|ing)?|employed|job|serv(?:ed|ing)|position|career|arbeite(?:te)?)"
    r" (?:as|als) (?:an?\s+|the\s+|eine?\s+)?([^,.;:()]{3,60}?)"
    r"(?=[,.;:()]|\s(?:at|in|for|with|from|since|where|and|bei)\s|$)"
)
_NO_WORK = regex(r"(?i)\S@\S|https?:|www\.|\.com\b|\+?\d[\d ()/-]{8,}\d|date of birth|geboren")
_PARTS = regex(r"[;:()\t|]|, (?!\d)|\s\u2013\s|\s-\s|\.\s|\b(?:and|which|but|while)\s")
_DIGIT = regex(r"\d")
_FIGURE = regex(r"[£$€]?\d+(?:[.,]\d+)*\s?(?:%|\+|k\b|m\b|bn\b|x\b)?")


@dataclass(frozen=True, slots=True)
class Claim:
    """`text` says what is claimed in the CV's words, `quote` is its line. Both stand in the CV.

    A role is a title or employer, a measure the part of a line with a figure and what it counts.
    The text of a skill is the skill's own name.
    """

    kind: ClaimKind
    text: str
    quote: str


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    section: str
    is_item: bool
    periods: tuple[Period, ...]


def claims_of(text: str, skills: dict[str, str]) -> tuple[tuple[Claim, ...], float | None]:
    """Roles and dates first, in the order of the CV, then measures, then skills.

    And the years of the dated jobs, at least: one that goes on counts up to the latest year named.
    """
    lines = list(_lines(text))
    claims = [
        *_roles(lines),
        *(Claim("dates", p.text, line.text) for line in lines for p in line.periods),
        *_measures(lines),
        *(Claim("skill", name, line) for name, line in skills.items()),
    ]
    jobs = [period for line in lines if _is_work(line) for period in line.periods]
    return tuple(dict.fromkeys(claims)), years_in(jobs, latest(text))


def _lines(text: str) -> Iterator[_Line]:
    section = ""
    for raw in text.splitlines()[:MOST_LINES]:
        stripped = raw.strip()
        bare = _MARK.sub("", stripped).strip(" \t*_#")
        opened, rest = section_of(bare)
        section = opened or section
        if rest:
            is_item = _MARK.match(stripped) is not None and not stripped.startswith("**")
            yield _Line(rest, section, is_item, tuple(periods(rest)))


def section_of(line: str) -> tuple[str, str]:
    """What a heading opens, and what stands behind its colon on the same line."""
    head, colon, rest = line.partition(":")
    spoken = words(head)
    if not spoken or len(spoken) > LONGEST_HEADING_WORDS or (colon and spoken[-1].isdigit()):
        return "", line
    name = " ".join(spoken)
    kind = next((kind for kind, names in table("cv")["sections"].items() if name in names), "")
    return (kind, rest.strip(" *_")) if kind else ("", line)


def _is_work(line: _Line) -> bool:
    """Whether its dates are those of a job: not under education, and no degree by its words."""
    return line.section not in ("study", "skills") and not _STUDY.search(line.text)


_STUDY = regex(
    r"(?i)\b(?:university|universität|college|school|schule|gymnasium|b\.?sc|m\.?sc|ba|bachelor|master"
    r"|mba|ph\.?d|diploma|diplom|abitur|gcse|a-levels|degree|studium|nvq|btec|certificate|course)\b"
)
_TEACHES = regex(
    r"(?i)\b(?:teacher|lecturer|tutor|professor|assistant|nurse|lehrer\w*|manager|head)\b"
)


def _roles(lines: Sequence[_Line]) -> Iterator[Claim]:
    for number, line in enumerate(lines):
        if line.section in ("study", "skills"):
            continue
        told = _WORKED.search(line.text)
        if told:
            yield Claim("role", told.group(1).strip(_EDGES), line.text)
        elif line.periods:
            yield from _dated_role(lines, number)
        elif line.section == "work" and _could_be_a_role(line) and best_vote(line.text) >= NAME:
            near = lines[max(number - NEAR, 0) : number + NEAR + 1]
            if not any(other.periods for other in near):
                yield Claim("role", line.text, line.text)


def _dated_role(lines: Sequence[_Line], number: int) -> Iterator[Claim]:
    """The line without its dates, or the neighbour that names a job where this one does not."""
    line = lines[number]
    rest = _without_dates(line)
    is_short = len(rest) >= FEWEST_ROLE_LETTERS and len(rest.split()) <= LONGEST_ROLE_WORDS
    if _STUDY.search(line.text) and not _TEACHES.search(line.text):
        return
    if not (is_short and best_vote(rest)):
        for place in (number + 1, number - 1, number - 2):
            other = lines[place] if 0 <= place < len(lines) else line
            if not other.periods and _could_be_a_role(other) and best_vote(other.text) >= NAME:
                yield Claim("role", other.text, other.text)
                return
    if is_short:
        yield Claim("role", rest, line.text)


def _without_dates(line: _Line) -> str:
    """The longest piece of the line beside its dates."""
    pieces = [line.text]
    for period in line.periods:
        pieces = [part for piece in pieces for part in piece.split(period.text)]
    bare = [piece.strip(_EDGES) for piece in pieces]
    return max(bare, key=len, default="")


def _could_be_a_role(line: _Line) -> bool:
    is_short = len(line.text.split()) <= LONGEST_ROLE_WORDS
    return is_short and not line.text.endswith(".") and not line.is_item


def _measures(lines: Sequence[_Line]) -> Iterator[Claim]:
    for line in lines:
        if line.section in ("study", "skills") or not _DIGIT.search(line.text):
            continue
        if _NO_WORK.search(line.text):
            continue
        for sentence in sentences(line.text):
            plain = sentence
            for period in line.periods:
                plain = plain.replace(period.text, " " * len(period.text))
            for start, end in _parts_of(plain):
                part = sentence[start:end].strip(_EDGES + ".")
                if part and _is_measure(plain[start:end]):
                    yield Claim("measure", part, line.text)


def _parts_of(sentence: str) -> Iterator[tuple[int, int]]:
    cuts = [match.span() for match in _PARTS.finditer(sentence)]
    starts = [0, *(end for _, end in cuts)]
    ends = [*(start for start, _ in cuts), len(sentence)]
    yield from zip(starts, ends, strict=True)


def _is_measure(part: str) -> bool:
    """A figure with what it counts; "Grade 5" and "Python 3" count nothing."""
    if len(part.split()) > 2 * LONGEST_MEASURE_WORDS or not any(
        map(str.isdigit, " ".join(numbers(part)))
    ):
        return False
    if has_size(part):
        return True
    return any(_counts(part, match) for match in _FIGURE.finditer(part))


def _counts(part: str, figure: re.Match[str]) -> bool:
    before, after = part[: figure.start()].split(), part[figure.end() :].split()
    if before and (before[-1].lower().strip(".:") in name_words() or before[-1][-1] in "/-."):
        return False
    if before and before[-1][0].isupper() and len(before) > 1:
        return False
    follows = bool(after) and after[0][0].isalpha()
    return follows or (bool(before) and before[-1].lower() in ("of", "by", "to"))


@cache
def name_words() -> frozenset[str]:
    return frozenset(table("cv")["words"]["names"])
