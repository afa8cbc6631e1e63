"""The CV, looked through for what the advert asks for; see `shown` for what counts."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from math import ceil

from core.interview.coverage.requirement import Requirement, Sort
from core.interview.coverage.shown import (
    COVERED,
    DEEDS,
    has_sum,
    head_roots,
    objects_met,
    papers,
    says,
    subject,
    suits_when,
    tells_years,
    told,
)
from core.interview.reading import CvReading, line_naming, read_cv, shown_in
from core.interview.reading.dates import latest, years_in
from core.interview.reading.entries import begins_with_verb
from core.interview.reading.families import NAME, best_vote, votes_by_title
from core.interview.reading.history import History, HistoryLine
from core.interview.skills import all_skills, credentials, known_by_name
from core.interview.words.meaning import roots, task_roots, traits_named
from core.interview.words.numbers import has_size, numbers
from core.interview.words.patterns import regex

MOST_LINES = 1_000
MOST_COMMAS = 3  # in a line that is no list
_PIECES = regex(r"[,:;|\n]|\s[-\u2013]\s")


@dataclass(frozen=True)
class WrittenCv:
    """A CV in English, looked through for one requirement after the other. Quotes are verbatim.

    `family` is that of the job which is applied for.
    """

    text: str
    family: str = ""

    @cached_property
    def reading(self) -> CvReading:
        return read_cv(self.text)

    @cached_property
    def _history(self) -> History:
        return History(self.text)

    @cached_property
    def _lines(self) -> tuple[str, ...]:
        """Those that tell something, without the dated heads of jobs."""
        heads = {line.text for line in self._history.lines if line.is_head}
        return tuple(line for line in self.reading.lines if line not in heads)[:MOST_LINES]

    def line_for(self, one: Requirement) -> str:
        """The line that shows it, or an empty string."""
        match one.sort:
            case Sort.YEARS:
                return self._by_years(one)
            case Sort.PAPER:
                return self._by_paper(one)
            case Sort.SKILL:
                return self._by_skill(one)
            case Sort.TRAIT:
                return self._first(one) if one.traits & DEEDS else ""
            case _:
                return self._first(one)

    def nearest(self, one: Requirement) -> str:
        """A deed on what a paper would be for, or an empty string."""
        about = subject(one) if one.sort is Sort.PAPER else frozenset[str]()
        near = (line for line in self._lines if about & roots(line))
        return next((line for line in near if begins_with_verb(line)), "")

    def may_hold(self, one: Requirement) -> bool:
        """Whether it cannot be said to be missing, since its words stand there, if apart."""
        if one.sort is Sort.SKILL:
            names = [roots(spelled) for spelled in one.skills.values()]
            return any(name and name <= self._roots for name in names)
        return one.sort is Sort.WORK and not self._roots.isdisjoint(head_roots(one))

    @cached_property
    def _roots(self) -> frozenset[str]:
        return frozenset[str]().union(*map(roots, self.reading.lines))

    def _first(self, one: Requirement) -> str:
        showing = [line for line in self._lines if _written(line, one)]
        return max(showing, key=_telling, default="")

    def _by_skill(self, one: Requirement) -> str:
        naming = [
            line
            for line in self.reading.lines
            if any(says(line, spelled) for spelled in one.skills.values())
        ]
        return max(naming, key=_telling, default="") or line_naming(one.need, self.reading)

    def _by_paper(self, one: Requirement) -> str:
        if credentials() & one.skills.keys():
            return line_naming(one.need, self.reading)
        about = subject(one)
        showing = (line for line in self.reading.lines if papers(line) & papers(one.text))
        return next((line for line in showing if about & roots(line)), "") or (
            shown_in(one.need, self.reading) if papers(one.text) & {"registr", "licen"} else ""
        )

    def _by_years(self, one: Requirement) -> str:
        """The job that fits and lasts longest, where all that fit last long enough together."""
        plain = next((line for line in self._lines if tells_years(line, one)), "")
        jobs = self._jobs(one)
        until = latest(self.text)
        lasts = {line.text: years_in(line.periods, until) or 0 for line in jobs}
        total = years_in((period for line in jobs for period in line.periods), until) or 0
        return plain or (max(lasts, key=lambda line: lasts[line]) if total >= one.least else "")

    def jobs_for(self, one: Requirement) -> tuple[str, ...]:
        """The lines of the dated jobs that surely fit."""
        return tuple(line.text for line in self._jobs(one))

    def _jobs(self, one: Requirement) -> list[HistoryLine]:
        return [line for line in self._history.lines if line.is_head and self._fits(line, one)]

    def years_for(self, one: Requirement) -> float:
        """How long the dated jobs that surely fit last together."""
        jobs = self._jobs(one)
        periods = (period for line in jobs for period in line.periods)
        return years_in(periods, latest(self.text)) or 0

    def _fits(self, head: HistoryLine, one: Requirement) -> bool:
        """The job is of the trade that is asked for, or every skill that is named stands there."""
        titles = _PIECES.split(self._history.head(head))
        votes = [votes_by_title(title) for title in titles if title.strip()]
        trades = self._trades(one)
        is_trade = any(each.get(trade, 0) >= NAME for each in votes for trade in trades)
        if not one.skills:
            return is_trade or bool(subject(one) & roots(self._history.head(head)))
        around = told(self._history.around(head), 0).skills
        is_named = one.skills.keys() <= around or (one.is_open and one.skills.keys() & around)
        return bool(is_named) or (is_trade and _is_whole_trade(one))

    def _trades(self, one: Requirement) -> frozenset[str]:
        """The job families of what is asked for; that of the job where nothing is named."""
        if one.skills:
            return frozenset(skill.family for skill in all_skills() if skill.name in one.skills)
        named = frozenset(f for f, count in votes_by_title(one.text).items() if count >= NAME)
        return named if named or subject(one) else frozenset((self.family,)) - {""}


def _written(line: str, one: Requirement) -> bool:
    """Whether a line of the CV, which has no "I", shows it."""
    match one.sort:
        case Sort.SUM:
            return has_sum(line, one) and bool(subject(one) & roots(line))
        case Sort.TIME:
            return suits_when(line, one)
        case Sort.TRAIT:
            found = one.traits & traits_named(line) & DEEDS
            return bool(found) and objects_met(one, line) and begins_with_verb(line)
        case _:
            return _names_all(line, one) and objects_met(one, line)


def _names_all(line: str, one: Requirement) -> bool:
    """A CV often leaves out the verb: "41 new customers" for "win new customers"."""
    things = head_roots(one) - task_roots()
    asked = things if len(things) > 1 else head_roots(one)
    least = max(1, ceil(COVERED * len(asked)) - one.is_open)
    return bool(asked) and len(asked & roots(line)) >= least


def is_list(line: str) -> bool:
    """Names side by side that say nothing of what was done."""
    is_plain = not (begins_with_verb(line) or has_size(line) or line.endswith("."))
    return is_plain and len(line.split(",")) >= MOST_COMMAS


def _telling(line: str) -> tuple[bool, bool, bool]:
    """A deed tells more than a list."""
    return line.count(",") < MOST_COMMAS, begins_with_verb(line), bool(numbers(line))


def _is_whole_trade(one: Requirement) -> bool:
    """Years in sales or nursing, which a title says, and no single tool."""
    wide = one.skills.keys() - known_by_name()
    return bool(wide) and any(best_vote(s) > 0 for s in wide)
