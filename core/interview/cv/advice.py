"""Advice on the CV: what the advert asks for, what was said, and lines that say too little.

Nothing is invented: every suggestion stands on a line of the CV, of the advert or of an answer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from core.interview.answers.acts import OWN_ACT, is_act, names_own_act
from core.interview.answers.blaming import blames
from core.interview.answers.replies import is_order
from core.interview.cv.demands import demanded, skills_judged
from core.interview.cv.lines import line_advice
from core.interview.cv.once import said_once
from core.interview.cv.told import Answer, Answers, feels, is_about, without_clock
from core.interview.leading.difficulty import topics_put
from core.interview.planning.fit import is_the_job
from core.interview.reading import (
    CvReading,
    JobReading,
    read_cv,
    read_job,
    spellings,
)
from core.interview.reading.entries import entries
from core.interview.skills import all_skills, implied, skill_names
from core.interview.words.language import is_english
from core.interview.words.numbers import has_size, numbers
from core.interview.words.patterns import regex
from core.interview.words.tables import phrases
from core.interview.words.text import clip, content_stems, sentences
from core.models import Advice, Exchange, InterviewSession, Suggestion

MOST_SAID_SKILLS, MOST_SAID_MEASURES = 2, 1
MOST_ENTRIES = 200
FAR = 8  # words between an act and what was used for it
LONGEST_QUOTE = 200
_DENIAL = regex(
    r"(?i)\b(?:not|never|no|without|hardly|wish|would|could|should|want to|learn(?:ing)?|heard"
    r"|read about|if)\b|n['\u2019]t\b"
)
_ASIDE = regex(r"[,;:(]|\b(?:who|which|that|because|when|while|where)\b")


@dataclass(frozen=True, slots=True)
class _Said:
    """A sentence of the answer to question `number`."""

    text: str
    number: int


def suggestions(session: InterviewSession) -> tuple[Suggestion, ...]:
    """Told but not written, asked for but not found, lines that say too little, what is shown.

    A few of each and at most five lines; none for a CV in another language than English.
    """
    text = session.cv.text if session.cv else ""
    if not text.strip() or not is_english(text):
        return ()
    cv, job = read_cv(text), read_job(session.job)
    answers = tuple(_answers(session))
    asked = demanded(session, _told_of(text, answers))
    judged = skills_judged(session)
    said = {name: told for name, told in _said(session).items() if name not in judged}
    used = {one.answer_quote for one in asked}
    lines = line_advice(text, answers)
    used |= {one.answer_quote for one in lines}
    measures = (one for one in _measures_only(session, text) if one.answer_quote not in used)
    found = (
        *(one for one in asked if one.kind is Advice.SAID),
        *islice(_said_only(said, job, cv, session.job.title), MOST_SAID_SKILLS),
        *islice(measures, MOST_SAID_MEASURES),
        *(one for one in asked if one.kind is Advice.NOT_FOUND),
        *lines,
        *(one for one in asked if one.kind is Advice.FOUND),
    )
    return tuple(said_once(found))


def _told_of(text: str, answers: Answers) -> frozenset[int]:
    """The numbers of the answers that tell of something which stands in the CV."""
    lines = [entry.text for entry in islice(entries(text), MOST_ENTRIES)]
    stories = (answer for answer in answers if answer.is_story)
    return frozenset(
        answer.number for answer in stories if any(is_about(line, answer) for line in lines)
    )


def _answers(session: InterviewSession) -> Iterator[Answer]:
    for story, topic in zip(session.stories, topics_put(session), strict=True):
        is_story = topic.question.style not in ("opening", "motivation")
        for exchange in story.exchanges:
            told = tuple(each.text for each in _sentences_of(exchange, story.number))
            yield Answer(told, story.number, is_story)


def _said(session: InterviewSession) -> dict[str, _Said]:
    """The skills with which an answer tells own acts, each with its sentence."""
    said: dict[str, _Said] = {}
    for sentence in _sentences(session):
        if not (feels(sentence.text) or _DENIAL.search(sentence.text)):
            for name, found in skill_names(sentence.text).items():
                if _is_used(sentence.text[: found.start]):
                    said.setdefault(name, sentence)
    return said


def _is_used(before: str) -> bool:
    """Whether what stands before a skill is an own act on it, and no list in passing."""
    if not re.search(OWN_ACT, before):
        return False
    *_, verb, behind = re.split(OWN_ACT, before)
    is_near = len(behind.split()) <= FAR and not _ASIDE.search(behind)
    return is_near and (is_act(verb) or verb == "used")


def _sentences(session: InterviewSession) -> Iterator[_Said]:
    for story in session.stories:
        for exchange in story.exchanges:
            yield from _sentences_of(exchange, story.number)


def _sentences_of(exchange: Exchange, number: int) -> Iterator[_Said]:
    if is_english(exchange.answer):
        for sentence in sentences(exchange.answer):
            if not (is_order(sentence) or blames(sentence)):
                yield _Said(sentence, number)


def _said_only(
    said: dict[str, _Said], job: JobReading, cv: CvReading, title: str
) -> Iterator[Suggestion]:
    """Skills of the job or its trade that an answer claims and the CV does not show."""
    quotes = {name: need.quote for need in reversed(job.needs) for name in need.skills}
    asked = quotes.keys() | job.skills.keys()
    trade = {skill.name for skill in all_skills() if job.family and skill.family == job.family}
    written = _with_implied(cv)
    fitting = [
        name
        for name in said
        if name in asked | trade and name not in written
        if not (is_the_job(name, title) or _is_named(_spelled(name, said[name]), cv))
    ]
    for name in sorted(fitting, key=lambda name: name not in asked):
        yield Suggestion(
            text=f"You spoke of {_spelled(name, said[name])} in the interview, and it was not "
            "found in your CV. If it is part of your work, name it in the line of that job, with "
            "what you did with it.",
            job_quote=quotes.get(name, ""),
            kind=Advice.SAID,
            answer_quote=clip(said[name].text, LONGEST_QUOTE),
            number=said[name].number,
        )


def _is_named(skill: str, cv: CvReading) -> bool:
    """Whether its words stand in the CV, if not as a skill."""
    stems = content_stems(skill)
    return bool(stems) and stems <= cv.stems


def _spelled(name: str, said: _Said) -> str:
    return spellings(said.text).get(name, name)


def _with_implied(cv: CvReading) -> frozenset[str]:
    """The skills of the CV with those that they imply."""
    return frozenset(cv.skills).union(*map(implied, cv.skills))


def _measures_only(session: InterviewSession, text: str) -> Iterator[Suggestion]:
    """Outcomes with a figure that somebody told as their own and that the CV does not hold."""
    written = {number.lower() for number in numbers(text)}
    for sentence in _sentences(session):
        told = sentence.text
        told_size = without_clock(told)
        figures = [number.lower() for number in numbers(told_size)]
        is_new = has_size(told_size) and not any(figure in written for figure in figures)
        is_own = names_own_act(told)
        is_own = is_own and phrases("result").search(told) is not None
        if is_new and is_own and len(told) <= LONGEST_QUOTE and not _DENIAL.search(told):
            yield Suggestion(
                text="You told of this in the interview, and its figure was not found in your CV. "
                "If it belongs to a job in your CV, add it there.",
                kind=Advice.SAID,
                answer_quote=told,
                number=sentence.number,
            )
