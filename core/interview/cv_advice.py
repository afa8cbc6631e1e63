"""Advice on the CV: what the advert asks for, what was said, and lines that say too little.

Nothing is invented: every suggestion stands on a line of the CV, of the advert or of an answer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain, islice, pairwise

from core.interview.numbers import numbers
from core.interview.reading import (
    CvReading,
    JobReading,
    gap_between,
    read_cv,
    read_job,
    shown_in,
)
from core.interview.skills import skill_names
from core.interview.tables import lexicon, phrases
from core.interview.text import clip, sentences
from core.models import InterviewSession, Suggestion

MOST = 6
LONGEST_QUOTE = 200
FEWEST_WORDS = 5
LONG_LINE = 60
_WEAK = (
    r"(?i)"
    r"(?:was\s+|were\s+)?(?:responsible\s+for|in\s+charge\s+of|helped(?:\s+(?:with|to|out))?"
    r"|worked\s+(?:on|with)|assisted(?:\s+(?:with|in))?|involved\s+in|participated\s+in"
    r"|duties\s+included|tasked\s+with|took\s+part\s+in|supported)\b"
)
_MARK = r"^(?:[-*•·▪◦●○■□➤►✓✔\u2013—]\s*)+"
_NO_WORK = (
    r"(?i)@|https?:|www\.|\b(?:graduated|educated|degree|diploma|ba|bsc|b\.sc|msc|m\.sc|mba|phd"
    r"|bachelor|master's|masters|university|college|school|dissertation|thesis|gcse|a-levels)\b"
)
_DENIAL = r"(?i)\b(?:not|never|no|n't|without|hardly|wish|would like to learn)\b|n['\u2019]t\b"


def suggestions(session: InterviewSession) -> tuple[Suggestion, ...]:
    """At most six: things said but not written, demands not found, lines that say too little."""
    text = session.cv.text if session.cv else ""
    if not text.strip():
        return ()
    cv, job = read_cv(text), read_job(session.job)
    said = _said(session)
    first = chain(
        islice(_said_only(said, job, cv), 1),
        islice(_not_found(job, cv, said), 2),
        islice(_weak_lines(text), 1),
        islice(_unmeasured_lines(text), 1),
        islice(_found(job, cv), 2),
    )
    return tuple(islice(first, MOST))


def _not_found(job: JobReading, cv: CvReading, said: dict[str, str]) -> Iterator[Suggestion]:
    """Demands that neither the CV shows nor an answer spoke of."""
    for need in job.must_haves:
        gap = gap_between(need, cv)
        was_said = any(name in said and name not in cv.skills for name in need.skills)
        if gap and not was_said:
            yield Suggestion(
                text=f"Not found in your CV: “{_bare(gap)}”. Add it only if it is true, and say "
                "where you did it.",
                job_quote=need.quote,
            )


def _found(job: JobReading, cv: CvReading) -> Iterator[Suggestion]:
    for need in job.must_haves:
        line = shown_in(need, cv)
        if line and not gap_between(need, cv):
            yield Suggestion(
                text="The advert asks for this and your CV shows it: have an example ready.",
                cv_quote=clip(line, LONGEST_QUOTE),
                job_quote=need.quote,
            )


def _said(session: InterviewSession) -> dict[str, str]:
    """The skills that an answer claims, each with its sentence."""
    said: dict[str, str] = {}
    for story in session.stories:
        for sentence in sentences(story.answer):
            if not re.search(_DENIAL, sentence):
                said |= {name: sentence for name in skill_names(sentence) if name not in said}
    return said


def _said_only(said: dict[str, str], job: JobReading, cv: CvReading) -> Iterator[Suggestion]:
    """Skills that the advert asks for, an answer claims and the CV does not show."""
    asked_for = {name: need.quote for need in reversed(job.needs) for name in need.skills}
    for name, sentence in said.items():
        if name in asked_for and name not in cv.skills:
            yield Suggestion(
                text=f"You spoke of {name} in the interview (“{_bare(sentence)}”), but it was not "
                "found in your CV. Add it if you have used it.",
                job_quote=asked_for[name],
            )


def _weak_lines(text: str) -> Iterator[Suggestion]:
    for line in _bullets(text):
        match = re.match(_WEAK, line)
        if match and not _tells_an_effect(line) and len(line.split()) >= FEWEST_WORDS - 2:
            yield Suggestion(
                text=f"“{match.group()}” does not say what you did. Try: [what you did] [how] "
                "[with what result?].",
                cv_quote=clip(line, LONGEST_QUOTE),
            )


def _unmeasured_lines(text: str) -> Iterator[Suggestion]:
    for line in _bullets(text):
        is_long = len(line.split()) >= FEWEST_WORDS
        tells = _begins_with_verb(line) and not re.match(_WEAK, line)
        if tells and is_long and not numbers(line) and not _tells_an_effect(line):
            yield Suggestion(
                text="This line does not say how much or with what effect. If you know it, "
                "add it: [how many?] [with what result?].",
                cv_quote=clip(line, LONGEST_QUOTE),
            )


def _bullets(text: str) -> Iterator[str]:
    """Whole lines about work: with a mark or a verb first, and neither wrapped nor schooling."""
    raws = [raw.strip() for raw in text.splitlines()]
    for raw, following in pairwise((*raws, "")):
        line = re.sub(_MARK, "", raw).strip()
        starts = line != raw or _begins_with_verb(line) or re.match(_WEAK, line)
        if line and starts and not _goes_on(raw, following) and not re.search(_NO_WORK, line):
            yield line


def _goes_on(line: str, following: str) -> bool:
    """Whether the next line is the rest of this one."""
    if not following or re.match(_MARK, following) or line.endswith((".", "!", ";")):
        return False
    return len(line) >= LONG_LINE or not following[0].isupper()


def _begins_with_verb(line: str) -> bool:
    first = line.split(None, 1)[0].lower() if line.strip() else ""
    is_verb = first.endswith("ed") or first in lexicon("past")
    return is_verb and first not in lexicon("state")


def _tells_an_effect(line: str) -> bool:
    return phrases("result").search(line) is not None


def _bare(quote: str) -> str:
    """The words as they go into quotation marks inside a sentence, without their own stop."""
    return clip(quote, LONGEST_QUOTE).rstrip(" .;,:")
