"""How far each thing that the advert asks for came up: asked about, and shown by an answer."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import groupby

from core.interview.blaming import blames
from core.interview.difficulty import topics_put
from core.interview.entries import whole
from core.interview.language import is_english
from core.interview.meaning import objects_in, roots, times_in, traits_asked, traits_shown
from core.interview.numbers import numbers
from core.interview.proof import proof
from core.interview.reading import read_job
from core.interview.replies import is_order
from core.interview.requirement import Requirement, Sort
from core.interview.requirements import requirements_in
from core.interview.shown import (
    Told,
    covers,
    is_about_paper,
    names_skill,
    objects_met,
    strength,
    told,
)
from core.interview.signals import read_answer
from core.interview.stories import said
from core.interview.text import clip, listed, sentences
from core.interview.written import WrittenCv
from core.models import Demand, InterviewSession, Shown, Wanted

MOST = 12
LONGEST_QUOTE, LONGEST_SENTENCE = 200, 400
BY_PROOF = 4  # as strong as a deed that is told without a figure
_EXPERIENCE = re.compile(r"(?i)\b(?:experience|years|how long|background)\b")
_GREETING = re.compile(r"^Hello and welcome\..*?questions? for you\.\s+", re.DOTALL)


@dataclass(frozen=True, slots=True)
class _Question:
    """What was asked on a topic, and the sentence by which its answer shows that as a whole.

    `need` and `rests_on` are words of the advert: what it asks for, and why it was planned.
    `is_on_it`: the answer is a proof and keeps to what the question names.
    """

    text: str
    number: int
    skill: str
    skills: frozenset[str]
    need: str
    rests_on: str
    proof: str
    answer: str
    is_on_it: bool


@dataclass(frozen=True, slots=True)
class Heard:
    """Where a requirement was asked about, and the sentence that shows it, if one does."""

    asked: tuple[int, ...]
    quote: str = ""
    number: int = 0


class Interview:
    """What was asked and told, looked through for one requirement after the other."""

    def __init__(self, session: InterviewSession) -> None:
        self._questions = list(_questions(session))
        self._told = list(_told(session))

    def names(self, one: Requirement) -> bool:
        """Whether an answer speaks of one of its skills, as done or not."""
        return any(names_skill(each, one) for each in self._told)

    def heard(self, one: Requirement) -> Heard:
        """Of all answers the sentence that shows it best, the earliest of equals."""
        asking = [question for question in self._questions if _asks(question, one)]
        numbers = tuple(dict.fromkeys(question.number for question in asking))
        found = [(strength(each, one, asked=each.number in numbers), each) for each in self._told]
        found += [(_worth(q, one), _proved(q)) for q in asking if _proves(q, one)]
        best, sentence = max(found, key=lambda pair: pair[0], default=(0, None))
        if not best or sentence is None:
            return Heard(numbers)
        return Heard(numbers, clip(sentence.text, LONGEST_SENTENCE), sentence.number)


@lru_cache(maxsize=4)  # for the map of the demands and for the advice on the CV
def interview_of(session: InterviewSession) -> Interview:
    return Interview(session)


@lru_cache(maxsize=4)
def cv_of(session: InterviewSession) -> WrittenCv:
    """The CV as far as it can be read: empty in another language than English."""
    text = session.cv.text if session.cv else ""
    return WrittenCv(text if is_english(text) else "", read_job(session.job).family)


@lru_cache(maxsize=4)
def required_of(session: InterviewSession) -> tuple[Requirement, ...]:
    """None for an advert in another language than English."""
    if not is_english(session.job.description):
        return ()
    return requirements_in(read_job(session.job), session.job.title)


def demands(session: InterviewSession) -> tuple[Demand, ...]:
    """Must-haves, duties and wishes; none for an advert in another language than English."""
    cv, interview = cv_of(session), interview_of(session)
    made = [_demand(one, cv, interview) for one in required_of(session)]
    return _shortest(list(_distinct(made)))


def _demand(one: Requirement, cv: WrittenCv, interview: Interview) -> Demand:
    heard = interview.heard(one)
    written = whole(clip(cv.line_for(one), LONGEST_QUOTE), cv.text)
    unproven = Shown.ASKED if heard.asked else Shown.NOT_ASKED
    is_open = one.sort is Sort.SKILL and bool(cv.text) and not (written or cv.may_hold(one))
    is_nowhere = is_open and not interview.names(one)
    return Demand(
        name=one.name,
        job_quote=one.line,
        state=Shown.EVIDENCED if heard.quote else unproven,
        asked=heard.asked,
        cv_quote=written,
        answer_quote=heard.quote,
        number=heard.number,
        wanted=one.wanted,
        note="Found neither in your CV nor in your answers." if is_nowhere else "",
    )


def _shortest(made: list[Demand]) -> tuple[Demand, ...]:
    """At most so many; duties that nobody asked about go first."""
    idle = [one for one in made if one.wanted is Wanted.DUTY and one.state is Shown.NOT_ASKED]
    left_out = [one for one in reversed(idle) if not one.note][: max(0, len(made) - MOST)]
    return tuple(one for one in made if one not in left_out)[:MOST]


def _distinct(made: Sequence[Demand]) -> Iterator[Demand]:
    """Parts of a line of which the same is to be said become one; what says no more is left out."""
    seen = set[tuple[str, str]]()
    for line, group in groupby(made, key=lambda one: one.job_quote):
        parts = list(group)
        alike: dict[tuple[str, ...], list[Demand]] = {}
        for one in parts:
            alike.setdefault((one.answer_quote, one.standing, *_written(one)), []).append(one)
        for same in alike.values():
            is_all = len(same) == len(parts) > 1
            name = line.rstrip(" .;") if is_all else listed([one.name for one in same])
            one = replace(same[0], name=name) if len(same) > 1 else same[0]
            by = _shown_by(one)
            if not (all(by) and by in seen and one.wanted is not Wanted.MUST):
                yield one
            seen.add(by)


def _written(one: Demand) -> tuple[str, str]:
    """Where an answer shows it the line of the CV counts, else only whether there is one."""
    return (one.cv_quote if one.answer_quote else str(bool(one.cv_quote))), one.note


def _shown_by(one: Demand) -> tuple[str, str]:
    return one.answer_quote, one.cv_quote


def _asks(question: _Question, one: Requirement) -> bool:
    """Whether the question asked for just this, for whatever reason it was planned."""
    if question.need and question.need in one.line:
        return one.text in question.need or question.need in one.text
    if one.sort in (Sort.SKILL, Sort.YEARS) and one.skills:
        is_open = one.sort is Sort.SKILL or question.skill or _EXPERIENCE.search(question.text)
        return bool(is_open) and bool(one.skills.keys() & question.skills)
    if one.sort is Sort.TRAIT:
        about = f"{question.text} {question.rests_on}"
        is_met = not one.objects or one.is_open or bool(one.objects & objects_in(about))
        return bool(one.traits & traits_asked(question.text)) and is_met
    if one.sort is Sort.TIME:
        return bool(times_in(one.text) & times_in(question.text))
    if one.sort is Sort.PAPER:
        return is_about_paper(question.text, one) or bool(one.skills.keys() & question.skills)
    return covers(question.text, one)


def _proves(question: _Question, one: Requirement) -> bool:
    """An answer as a whole shows what one does and how, and of a tool where it was asked by name.

    A sum, years and papers have to stand in the answer itself.
    """
    if one.sort is Sort.SKILL:
        return question.is_on_it and bool(one.skills.keys() & told(question.text, 0).skills)
    is_told = one.sort in (Sort.TRAIT, Sort.WORK) and _says_something(question.proof, one)
    return is_told and objects_met(one, question.answer)


def _says_something(proved: str, one: Requirement) -> bool:
    """A figure, or words that belong to what was asked for: no step of no matter what."""
    is_close = one.roots & roots(proved) or one.traits & traits_shown(proved)
    return bool(proved) and bool(is_close or numbers(proved))


def _worth(question: _Question, one: Requirement) -> int:
    is_planned = bool(question.need) and question.need in one.line
    return BY_PROOF + is_planned + bool(numbers(question.proof))


def _proved(question: _Question) -> Told:
    return told(question.proof, question.number, question.answer)


def _questions(session: InterviewSession) -> Iterator[_Question]:
    for story, topic in zip(session.stories, topics_put(session), strict=True):
        planned, answer = topic.question, said(story)
        signals = read_answer(answer, planned)
        shown = proof(signals)
        is_on_it = bool(shown) and not signals.unmentioned
        for exchange in story.exchanges:
            text = _GREETING.sub("", exchange.question.content)
            skills = told(f"{text} {planned.skill}", story.number).skills | {planned.skill}
            yield _Question(
                text=text,
                number=story.number,
                skill=planned.skill,
                skills=skills,
                need=planned.need,
                rests_on=planned.quote,
                proof=shown,
                answer=answer,
                is_on_it=is_on_it,
            )


def _told(session: InterviewSession) -> Iterator[Told]:
    """Each sentence where it was said first."""
    seen = set[str]()
    for story in session.stories:
        for exchange in story.exchanges:
            pieces = sentences(exchange.answer) if is_english(exchange.answer) else ()
            for text in pieces:
                if text not in seen and not (is_order(text) or blames(text)):
                    yield told(text, story.number, exchange.answer)
                seen.add(text)
