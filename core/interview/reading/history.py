"""The CV as a list of jobs: which line belongs to which, and when each was."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from core.interview.reading.claims import section_of
from core.interview.reading.dates import Period, periods
from core.interview.words.patterns import regex

MOST_LINES = 4_000
LONGEST_HEAD = 160
NEAR = 1  # lines above a dated one that may name the title or the employer
_MARK = regex(r"^(?:[-+*\u2022\u00b7\u25aa\u25e6\u25cf\u2013\u2014]\s*)+")
_PLACE = regex(
    r"\b(?:[Aa]t|[Ff]or|[Ww]ith|[Jj]oined|[Ll]eft)\s+(?:the\s+)?"
    r"([A-Z][\w&.'\u2019-]*(?:\s+(?:of\s+|and\s+|&\s+)?(?!I\b)[A-Z][\w&'\u2019-]*){0,4})"
)
_NO_PLACE = frozenset(
    (
        *("I", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
        *("Christmas", "Easter", "Excel", "English"),
    )
)


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One line of the CV. `job` is the number of the job it belongs to, 0 for none."""

    text: str
    at: int
    job: int
    is_head: bool
    periods: tuple[Period, ...] = ()


@dataclass(frozen=True)
class History:
    """A CV read line by line. A job begins with a dated line, or with the line above it."""

    text: str

    @cached_property
    def lines(self) -> tuple[HistoryLine, ...]:
        found: list[HistoryLine] = []
        job, jobs, section = 0, 0, ""
        raws = [raw.strip() for raw in self.text.splitlines()[:MOST_LINES]]
        plain_heads = any(_dated(raw) for raw in raws if not _MARK.match(raw))
        for at, raw in enumerate(raws):
            line = _MARK.sub("", raw).strip()
            opened, _ = section_of(line)
            section, job = (opened, 0) if opened else (section, job)
            if not line or opened:
                continue
            dated = () if section == "study" or (plain_heads and _MARK.match(raw)) else _dated(line)
            jobs += bool(dated)
            job = jobs if dated else job
            found.append(HistoryLine(line, at, job, bool(dated), dated))
        return tuple(found)

    @property
    def jobs(self) -> int:
        return len({line.job for line in self.lines if line.job})

    def around(self, line: HistoryLine) -> str:
        """All that belongs to the job of a line, with the line above its dates."""
        return self._by_job.get(line.job, line.text) if line.job else line.text

    def of_employer(self, name: str) -> list[HistoryLine]:
        """The dated lines of the jobs whose head names the employer."""
        heads = (line for line in self.lines if line.is_head)
        return [line for line in heads if _names(self._heads[line.job], name)]

    @cached_property
    def _by_job(self) -> dict[int, str]:
        told: dict[int, list[str]] = {}
        before = ""
        for line in self.lines:
            if line.is_head:
                told.setdefault(line.job, []).append(before)
            told.setdefault(line.job, []).append(line.text)
            before = line.text
        return {job: "\n".join(lines) for job, lines in told.items()}

    @cached_property
    def _heads(self) -> dict[int, str]:
        """The dated line with its neighbours, which may name the title and the employer."""
        return {
            line.job: "\n".join(
                other.text
                for other in self.lines[max(place - NEAR, 0) : place + NEAR + 1]
                if len(other.text) <= LONGEST_HEAD and (other is line or not other.is_head)
            )
            for place, line in enumerate(self.lines)
            if line.is_head
        }

    def head(self, line: HistoryLine) -> str:
        return self._heads[line.job]


def _dated(line: str) -> tuple[Period, ...]:
    return tuple(periods(line)) if len(line) <= LONGEST_HEAD else ()


def employers_in(sentence: str) -> set[str]:
    """Names behind "at", "for", "with", "joined" or "left"."""
    found = (match.group(1).rstrip(".'\u2019") for match in _PLACE.finditer(sentence))
    return {name for name in found if name.split()[0] not in _NO_PLACE}


def _names(text: str, name: str) -> bool:
    return re.search(rf"(?i)(?<!\w){re.escape(name)}(?!\w)", text) is not None
