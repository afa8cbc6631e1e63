"""What the advert asks for, beside the CV: found, not found, or told only in the interview.

The words stand in `content/cv_advice.toml`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from core.interview.coverage.coverage_map import cv_of, required_of
from core.interview.coverage.heard import Heard, Interview, interview_of
from core.interview.coverage.parts import parted
from core.interview.coverage.requirement import Requirement, Sort
from core.interview.coverage.shown import DEEDS
from core.interview.coverage.written import is_list
from core.interview.cv.belongs import belonging
from core.interview.cv.told import outcome_in
from core.interview.reading.entries import whole
from core.interview.words.patterns import regex
from core.interview.words.tables import table
from core.interview.words.text import clip
from core.models import Advice, InterviewSession, Suggestion, Wanted
from core.models.telling import listed

LONGEST_QUOTE = 200
MOST_FOUND, MOST_SAID, MOST_MISSING, MOST_TRAITS = 4, 3, 3, 1
MOST_NEAR, FEWEST_ROOTS = 2, 3  # more words than a bare trait has
_IN_ONE = ("skill", "work")  # kinds of which several can be named in one sentence
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
    for_gap: bool = False  # told in answer to a question that was put because the CV lacks it

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


def demanded(
    session: InterviewSession, taken: frozenset[int] = frozenset()
) -> tuple[Suggestion, ...]:
    """At most three told but not written, three missing and one for traits, four found.

    What was told where the CV was known to lack it comes first, also of a duty.
    `taken` are the numbers of answers that tell of a line of the CV: what they show of somebody is
    no new line.
    """
    everything = list(_compared(session))
    told = list(_told(session, sorted(everything, key=lambda each: not each.for_gap), taken))
    compared = [each for each in everything if _is_judged(each.one)]
    open_ = [each for each in compared if not (each.line or each.heard.quote)]
    cv = cv_of(session)
    surely = [each for each in open_ if not cv.may_hold(each.one)]
    missing = [each for each in surely if each.one.sort is not Sort.TRAIT]
    near = dict(_near(interview_of(session), open_))
    joined = dict(
        _joined(tuple(cv.reading.lines), [one for one in open_ if one.one.text not in near])
    )
    placed = near.keys() | joined.keys()
    missing = [each for each in missing if each.one.text not in placed]
    traits = [
        each.one for each in open_ if each.one.sort is Sort.TRAIT and each.one.text not in placed
    ]
    found = [each for each in compared if each.line and each.one.wanted is Wanted.MUST]
    return (
        *told[:MOST_SAID],
        *islice(near.values(), MOST_NEAR),
        *_missing(missing[:MOST_MISSING]),
        *_of_traits(traits),
        *map(_found, found[:MOST_FOUND]),
        *joined.values(),
    )


def skills_judged(session: InterviewSession) -> frozenset[str]:
    """The skills of which the advice on the advert's demands speaks."""
    asked = required_of(session)
    return frozenset(skill for one in asked if _is_judged(one) for skill in one.skills)


def _compared(session: InterviewSession) -> Iterator[_Compared]:
    cv, interview = cv_of(session), interview_of(session)
    for one in required_of(session):
        gap = interview.put_for_gap(one)
        if _is_judged(one) or gap:
            line = whole(clip(cv.line_for(one), LONGEST_QUOTE), cv.text)
            years = cv.years_for(one) if one.sort is Sort.YEARS else 0
            jobs = cv.jobs_for(one) if years else ()
            heard = _heard(one, interview)
            yield _Compared(one, line, heard, years, jobs, for_gap=heard.number in gap)


def _heard(one: Requirement, interview: Interview) -> Heard:
    """What shows all of it; half of a line is none of it in a CV."""
    heard = interview.largest(one) if one.sort is Sort.SUM else interview.heard(one)
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


def _told(
    session: InterviewSession, compared: Sequence[_Compared], taken: frozenset[int]
) -> Iterator[Suggestion]:
    """What an answer shows and the CV does not; of what somebody is like one with its outcome."""
    interview, traits = interview_of(session), 0
    for each in compared:
        if each.line or not each.heard.quote or not (_is_judged(each.one) or each.for_gap):
            continue
        if each.one.sort is not Sort.TRAIT:
            yield _said(each, each.kind, each.heard.quote)
            continue
        if each.heard.number in taken or traits == MOST_TRAITS:
            continue
        if each.one.traits & DEEDS:
            traits += 1
            yield _said(each, "deed", each.heard.quote)
        elif outcome := outcome_in(interview.told_in(each.heard.number)):
            traits += 1
            yield _said(each, each.kind, outcome)


def _said(each: _Compared, kind: str, quote: str, *, state: str = "said") -> Suggestion:
    return Suggestion(
        text=_text(state, kind, each),
        job_quote=each.one.line,
        kind=Advice.SAID,
        answer_quote=clip(quote, LONGEST_QUOTE),
        number=each.heard.number,
    )


def _near(interview: Interview, open_: Sequence[_Compared]) -> Iterator[tuple[str, Suggestion]]:
    """By its text what no line and no answer shows, with the answer that comes near it."""
    for each in open_:
        quote, number = interview.nearest(each.one)
        if quote:
            found = replace(each, heard=Heard(each.heard.asked, quote, number))
            yield each.one.text, _said(found, "any", quote, state="near")


def _joined(lines: Sequence[str], open_: Sequence[_Compared]) -> Iterator[tuple[str, Suggestion]]:
    """By its text what no answer shows, with the line of the CV that belongs to it."""
    for each in open_:
        if found := belonging(each.one.text, lines):
            text = table("cv_advice")["joined"]["any"].format(name=each.one.name, add=found.to_add)
            yield (
                each.one.text,
                Suggestion(
                    text=text,
                    cv_quote=clip(found.line, LONGEST_QUOTE),
                    job_quote=each.one.line,
                    kind=Advice.FOUND,
                ),
            )


def _missing(missing: Sequence[_Compared]) -> Iterator[Suggestion]:
    """What can be said of several is said once."""
    alike: dict[str, list[_Compared]] = {}
    for each in missing:
        alike.setdefault(each.kind if each.kind in _IN_ONE else each.one.name, []).append(each)
    for same in alike.values():
        first = same[0]
        names = listed([f"“{each.one.name}”" for each in same])
        what = [said for each in same for said in each.one.skills.values()]
        lines = {each.one.line for each in same}
        yield Suggestion(
            text=_text("missing", first.kind, first, names=names, what=what),
            job_quote=first.one.line if len(lines) == 1 else "",
            kind=Advice.NOT_FOUND,
        )


def _of_traits(traits: list[Requirement]) -> Iterator[Suggestion]:
    """One piece of advice for all of them that are bare words, and one for the others."""
    for kind, is_bare in (("bare", True), ("trait", False)):
        alike = [one for one in traits if (len(one.roots) < FEWEST_ROOTS) is is_bare]
        if alike:
            names = listed([f"“{one.name}”" for one in alike])
            text = table("cv_advice")["missing"][kind].format(names=names)
            yield Suggestion(text=text, job_quote=alike[0].line, kind=Advice.NOT_FOUND)


def _text(
    state: str, kind: str, each: _Compared, *, names: str = "", what: Sequence[str] = ()
) -> str:
    text: str = table("cv_advice")[state][kind]
    return text.format(
        name=each.one.name,
        names=names,
        number=each.heard.number,
        what=_either(what or list(each.one.skills.values()) or [each.one.name]),
        years=f"{each.years or each.one.least:g}",
        fact=_fact(each.one.text),
        jobs=listed([f"“{job}”" for job in each.jobs]) or "these jobs",
    )


def _either(names: Sequence[str]) -> str:
    *most, last = names
    return f"{', '.join(most)} or {last}" if most else last


def _fact(text: str) -> str:
    """What can stand in a CV of "able to work every second Saturday"."""
    bare = text.strip(" .;")
    when = _ABLE.sub("", bare, count=1)
    return f"available {when}" if when != bare and not when.startswith("travel") else bare
