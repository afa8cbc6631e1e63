"""Advice on the CV: what the advert asks for, what was said, and lines that say too little.

Nothing is invented: every suggestion stands on a line of the CV, of the advert or of an answer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain, islice

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
from core.interview.tables import lexicon
from core.interview.text import clip, sentences
from core.models import InterviewSession, Suggestion

MOST = 6
LONGEST_QUOTE = 200
FEWEST_WORDS = 5
_WEAK = (
    r"(?i)"
    r"(?:was\s+|were\s+)?(?:responsible\s+for|in\s+charge\s+of|helped(?:\s+(?:with|to|out))?"
    r"|worked\s+(?:on|with)|assisted(?:\s+(?:with|in))?|involved\s+in|participated\s+in"
    r"|duties\s+included|tasked\s+with|took\s+part\s+in|supported)\b"
)
_DENIAL = r"(?i)\b(?:not|never|no|n't|without|hardly|wish|would like to learn)\b|n['\u2019]t\b"


def suggestions(session: InterviewSession) -> tuple[Suggestion, ...]:
    """At most six: demands not found, things said but not written, weak lines, matches."""
    text = session.cv.text if session.cv else ""
    if not text.strip():
        return ()
    cv, job = read_cv(text), read_job(session.job)
    first = chain(
        islice(_not_found(job, cv), 2),
        islice(_said_only(session, job, cv), 1),
        islice(_weak_lines(cv), 1),
        islice(_unmeasured_lines(cv), 1),
        islice(_found(job, cv), 2),
    )
    return tuple(islice(first, MOST))


def _not_found(job: JobReading, cv: CvReading) -> Iterator[Suggestion]:
    for need in job.must_haves:
        gap = gap_between(need, cv)
        if gap:
            short = clip(gap, LONGEST_QUOTE)
            yield Suggestion(
                text=f"Not found in your CV: “{short}”. Add it only if it is true, and say where "
                "you did it.",
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


def _said_only(session: InterviewSession, job: JobReading, cv: CvReading) -> Iterator[Suggestion]:
    """Skills that an answer claims and the CV does not; those the advert names come first."""
    said: dict[str, str] = {}
    for story in session.stories:
        for sentence in sentences(story.answer):
            if not re.search(_DENIAL, sentence):
                said |= {name: sentence for name in skill_names(sentence) if name not in said}
    missing = [name for name in said if name not in cv.skills]
    for name in sorted(missing, key=lambda name: name not in job.skills):
        words = clip(said[name], LONGEST_QUOTE)
        yield Suggestion(
            text=f"You spoke of {name} in the interview (“{words}”), but it was not found in your "
            "CV. Add it if you have used it.",
            job_quote=job.skills.get(name, ""),
        )


def _weak_lines(cv: CvReading) -> Iterator[Suggestion]:
    for line in cv.lines:
        match = re.match(_WEAK, line)
        if match and len(line.split()) >= FEWEST_WORDS - 2:
            yield Suggestion(
                text=f"“{match.group()}” does not say what you did. Try: [what you did] [how] "
                "[with what result?].",
                cv_quote=clip(line, LONGEST_QUOTE),
            )


def _unmeasured_lines(cv: CvReading) -> Iterator[Suggestion]:
    for line in cv.lines:
        first = line.split(None, 1)[0].lower()
        tells = first.endswith("ed") or first in lexicon("past")
        is_long = len(line.split()) >= FEWEST_WORDS
        if tells and is_long and not numbers(line) and not re.match(_WEAK, line):
            yield Suggestion(
                text="This line does not say how much or with what effect. If you know it, "
                "add it: [how many?] [with what result?].",
                cv_quote=clip(line, LONGEST_QUOTE),
            )
