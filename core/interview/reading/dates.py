"""Periods in a CV, in the ways that people write them, and how long they last together."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from core.interview.words.patterns import regex
from core.interview.words.tables import table

MONTHS = 12
SHORT_YEAR = 2
_YEAR_ALONE = regex(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_YEAR = regex(r"(?:19|20)\d\d")
LONGEST_LIFE = 60 * MONTHS


@dataclass(frozen=True, slots=True)
class Period:
    """`text` stands verbatim in the line. Months are counted from year 0; `end` is not included.

    `end` is None where the job goes on.
    """

    text: str
    start: int
    end: int | None


def periods(line: str) -> list[Period]:
    """The periods named in a line, such as "03/2018 - 05/2021" or "since May 2019"."""
    found: list[Period] = []
    if not _YEAR.search(line):
        return found
    for match in _period().finditer(line):
        start = _months(match["start"] or match["since"], is_end=False)
        end = None
        if match["end"]:
            end = _months(_whole_year(match["end"], match["start"]), is_end=True)
        if end is None or start < end <= start + LONGEST_LIFE:
            found.append(Period(match.group().strip(), start, end))
    return found


def latest(text: str) -> int:
    """The latest year that the text names, in months; 0 when it names none."""
    return MONTHS * max(map(int, _YEAR_ALONE.findall(text)), default=0)


def years_in(found: Iterable[Period], until: int) -> float | None:
    """How many years the periods cover; what goes on counts up to `until`. None for nothing."""
    months: set[int] = set()
    for period in found:
        end = period.end if period.end is not None else until
        months.update(range(period.start, min(end, period.start + LONGEST_LIFE)))
    return round(len(months) / MONTHS, 1) if months else None


def _whole_year(end: str, start: str) -> str:
    """In "2019-21" the end is 2021."""
    if len(end) != SHORT_YEAR:
        return end
    year = _YEAR.search(start)
    return f"{year.group()[:SHORT_YEAR]}{end}" if year else end


def _months(point: str, *, is_end: bool) -> int:
    """A year alone means its beginning: "2019-2023" lasts four years at least."""
    year = int(_YEAR.findall(point)[0])
    rest = _YEAR.sub(" ", point).lower()
    named = [n for n, names in enumerate(table("cv")["words"]["months"]) if re.search(names, rest)]
    numbers = [int(number) for number in re.findall(r"\d+", rest)]
    if not named and not numbers:
        return MONTHS * year
    month = named[0] if named else min(max(numbers[-1], 1), MONTHS) - 1
    return MONTHS * year + month + (1 if is_end else 0)


@cache
def _period() -> re.Pattern[str]:
    told = table("cv")["words"]
    now = "|".join(map(re.escape, sorted(told["now"], key=len, reverse=True)))
    since = "|".join(map(re.escape, told["since"]))
    dash = r"\s*(?:-|\u2013|\u2014|\bto\b|\buntil\b|\btill\b|\bbis\b|\bà\b|\ba\b|\bhasta\b)\s*"
    ends = rf"(?P<end>{_POINT}|\d\d(?![\d./]))|(?:the )?(?:{now})\b"
    return re.compile(
        rf"(?P<start>{_POINT}){dash}(?:{ends})"
        rf"|\b(?:{since})\s+(?P<since>{_POINT})(?!{dash}\d)",
        re.IGNORECASE,
    )


_NAMED_MONTH = (
    r"(?:jan|feb|mar|mär|mrz|apr|may|mai|jun|jul|aug|sep|oct|okt|nov|dec|dez)[a-zä]*\.?,?\s+"
)
_POINT = (
    rf"(?<!\d)(?:(?:19|20)\d\d[-./](?:0[1-9]|1[0-2])(?!\d)"
    rf"|(?:\b{_NAMED_MONTH}|(?:\d{{1,2}}[./]\s?){{1,2}}|\b(?:spring|summer|autumn|fall|winter)\s+)?"
    r"(?:19|20)\d\d(?!\d))"
)
