"""What the advert asks for, beside the CV: found, not found, or told only in the interview.

The words stand in `content/cv_advice.toml`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from core.interview.coverage.coverage_map import cv_of, required_of
from core.interview.coverage.heard import Heard, Interview, interview_of
from core.interview.coverage.parts import parted
from core.interview.coverage.requirement import Requirement, Sort
from core.interview.coverage.written import is_list
from core.interview.reading.entries import whole
from core.interview.words.patterns import regex
from core.interview.words.tables import table
from core.interview.words.text import clip
from core.models import Advice, InterviewSession, Suggestion, Wanted
from core.models.telling import listed

LONGEST_QUOTE = 200
MOST_FOUND, MOST_SAID, MOST_MISSING = 4, 3, 3
_COURSE = regex(r"(?i)\b(?:course|degree|diploma|qualification)\b")
_YEAR = regex(r"(?:19|20)\d\d")
_ABLE = regex(
    r"(?i)^.*?\b(?:able|willing\w*|prepared|ready|happy|available|availability|can)\s+(?:to\s+|for\s+)?"
    r"(?:work\s+|do\s+)?(?:on\s+)?"
)


@dataclass(frozen=True, slots=True)
class _Compared:
    """A requirement with the line of the CV that shows it and what was said of it."""

    one: Requirement
    line: str
    heard: Heard
    years: float
    jobs: tuple[str, ...] = ()

    @property
    def _is_degree(self) -> bool:
        return any("degree" in skill.lower() for skill in self.one.skills)

    @property
    def kind(self) -> str:
        if self.one.sort is Sort.PAPER and (_COURSE.search(self.one.text) or self._is_degree):
            return "dated" if _YEAR.search(self.line) else "course"
        if self.one.sort is Sort.YEARS and self.line and self.years < self.one.least:
            return "said_so"
        return self.one.sort.name.lower()


def demanded(session: InterviewSession) -> tuple[Suggestion, ...]:
    """At most three told but not written, three missing and one for traits, four found."""
    compared = list(_compared(session))
    told = [_said(each) for each in compared if not each.line and each.heard.quote]
    open_ = [each for each in compared if not (each.line or each.heard.quote)]
    cv = cv_of(session)
    surely = [each for each in open_ if not cv.may_hold(each.one)]
    missing = [_missing(each) for each in surely if each.one.sort is not Sort.TRAIT]
    traits = [each.one for each in open_ if each.one.sort is Sort.TRAIT]
    found = [each for each in compared if each.line and each.one.wanted is Wanted.MUST]
    return (
        *told[:MOST_SAID],
        *missing[:MOST_MISSING],
        *_of_traits(traits),
        *map(_found, found[:MOST_FOUND]),
    )


def skills_judged(session: InterviewSession) -> frozenset[str]:
    """The skills of which the advice on the advert's demands speaks."""
    asked = required_of(session)
    return frozenset(skill for one in asked if _is_judged(one) for skill in one.skills)


def _compared(session: InterviewSession) -> Iterator[_Compared]:
    cv, interview = cv_of(session), interview_of(session)
    for one in required_of(session):
        if _is_judged(one):
            line = whole(clip(cv.line_for(one), LONGEST_QUOTE), cv.text)
            years = cv.years_for(one) if one.sort is Sort.YEARS else 0
            jobs = cv.jobs_for(one) if years else ()
            yield _Compared(one, line, _heard(one, interview), years, jobs)


def _heard(one: Requirement, interview: Interview) -> Heard:
    """What shows all of it; half of a line is none of it in a CV."""
    heard = interview.heard(one)
    halves = parted(one, heard, interview)
    return Heard(heard.asked) if halves and halves.note else heard


def _is_judged(one: Requirement) -> bool:
    """Must-haves, and of the duties the tools that they name."""
    return one.wanted is Wanted.MUST or (one.wanted is Wanted.DUTY and one.sort is Sort.SKILL)


def _found(each: _Compared) -> Suggestion:
    is_told = bool(each.heard.quote) and each.one.sort not in (Sort.YEARS, Sort.PAPER)
    is_listed = each.one.sort in (Sort.SKILL, Sort.WORK) and is_list(each.line)
    state = "both" if is_told else "listed" if is_listed else "found"
    text = _text(state, each.kind if state == "found" else "any", each)
    return Suggestion(text=text, cv_quote=each.line, job_quote=each.one.line, kind=Advice.FOUND)


def _said(each: _Compared) -> Suggestion:
    return Suggestion(
        text=_text("said", each.kind, each),
        job_quote=each.one.line,
        kind=Advice.SAID,
        answer_quote=clip(each.heard.quote, LONGEST_QUOTE),
        number=each.heard.number,
    )


def _missing(each: _Compared) -> Suggestion:
    return Suggestion(
        text=_text("missing", each.kind, each), job_quote=each.one.line, kind=Advice.NOT_FOUND
    )


def _of_traits(traits: list[Requirement]) -> Iterator[Suggestion]:
    """One piece of advice for all of them, since it is the same."""
    if traits:
        names = listed([f"“{one.name}”" for one in traits])
        text = table("cv_advice")["missing"]["trait"].format(names=names)
        yield Suggestion(text=text, job_quote=traits[0].line, kind=Advice.NOT_FOUND)


def _text(state: str, kind: str, each: _Compared) -> str:
    text: str = table("cv_advice")[state][kind]
    return text.format(
        name=each.one.name,
        number=each.heard.number,
        what=listed(list(each.one.skills.values()) or [each.one.name]),
        years=f"{each.years or each.one.least:g}",
        fact=_fact(each.one.text),
        jobs=listed([f"“{job}”" for job in each.jobs]) or "these jobs",
    )


def _fact(text: str) -> str:
    """What can stand in a CV of "able to work every second Saturday"."""
    bare = text.strip(" .;")
    when = _ABLE.sub("", bare, count=1)
    return f"available {when}" if when != bare and not when.startswith("travel") else bare
