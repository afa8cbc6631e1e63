"""What the questions of an interview asked for, and what an answer as a whole shows of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from core.interview.answers.acts import is_own_act
from core.interview.answers.signals import read_answer
from core.interview.answers.stories import said
from core.interview.coverage.proof import proof
from core.interview.coverage.requirement import Requirement, Sort
from core.interview.coverage.shown import covers, is_about_paper, objects_met, told
from core.interview.leading.difficulty import topics_put
from core.interview.words.meaning import (
    roots,
    task_roots,
    times_in,
    traits_asked,
    traits_shown,
)
from core.interview.words.numbers import numbers
from core.interview.words.patterns import regex
from core.interview.words.text import sentences
from core.models import InterviewSession

BY_PROOF = 4  # as strong as a deed that is told without a figure
HALF, FEWEST = 0.5, 2  # of a line's roots in a step that an answer to another question tells
_EXPERIENCE = regex(r"(?i)\b(?:experience|years|how long|background)\b")
_GREETING = regex(r"^Hello and welcome\..*?questions? for you\.\s+", re.DOTALL)
_ABOUT_WORK = ("behavioural", "technical", "situational")
_BY_ITSELF = (Sort.TIME, Sort.PAPER, Sort.SUM, Sort.YEARS)
_BECAUSE = "because the advert"  # and not only as one task among others


@dataclass(frozen=True, slots=True)
class Put:
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
    reason: str
    style: str
    proof: str
    answer: str
    is_on_it: bool

    def was_planned_for(self, one: Requirement) -> bool:
        """Whether this line of the advert is the reason that the candidate was given for it.

        Of a line in parts a date, a paper or a sum has to be asked for by itself.
        """
        if _BECAUSE not in self.reason or self.style not in _ABOUT_WORK or not self.rests_on:
            return False
        is_whole = one.text.strip(" .;") == one.line.strip(" .;")
        return self.rests_on in one.line and (is_whole or one.sort not in _BY_ITSELF)


def asks(question: Put, one: Requirement) -> bool:
    """Whether the question asked for it in its own words, or was planned for it and speaks of it.

    What was planned about the work itself asks for the work, whatever its words are.
    """
    if asks_in_words(question, one):
        return True
    if not question.was_planned_for(one):
        return False
    return question.style == "technical" or _speaks_of(question.text, one)


def asks_outright(question: Put, one: Requirement) -> bool:
    """Whether its words ask for it, so that an answer without it can be said to lack it.

    Of a question that was only planned for it two words of the line have to stand there.
    """
    if asks_in_words(question, one):
        return True
    things = one.roots - task_roots()
    telling = things if len(things) >= FEWEST else one.roots
    shared = telling & roots(question.text)
    return question.was_planned_for(one) and len(shared) >= min(FEWEST, len(telling))


def counts_as_asked(question: Put, one: Requirement) -> bool:
    """Also what was planned about the work itself: it asks for the work in other words."""
    is_work = question.style == "technical" and question.was_planned_for(one)
    return is_work or asks_outright(question, one)


def comes_near(question: Put, one: Requirement) -> bool:
    """Whether it was planned for this line of the advert and asked for something else."""
    is_plain = one.sort in (Sort.TRAIT, Sort.WORK)
    return is_plain and question.was_planned_for(one) and not counts_as_asked(question, one)


def is_from(question: Put, one: Requirement) -> bool:
    """Whether it was put because of this line of the advert."""
    is_need = bool(question.need) and question.need in one.line
    return is_need or question.was_planned_for(one)


def _speaks_of(text: str, one: Requirement) -> bool:
    """Whether a question names those whom the line is about, or what it is about."""
    if one.sort is Sort.TRAIT:
        return bool(one.traits & traits_asked(text)) and objects_met(one, text)
    if one.objects and not one.is_open:
        return objects_met(one, text)
    return bool(one.roots & roots(text))


def asks_in_words(question: Put, one: Requirement) -> bool:
    """Whether its own words ask for it, so that less has to be said in the answer."""
    if question.need and question.need in one.line:
        return one.text in question.need or question.need in one.text
    if one.sort in (Sort.SKILL, Sort.YEARS) and one.skills:
        is_open = one.sort is Sort.SKILL or question.skill or _EXPERIENCE.search(question.text)
        return bool(is_open) and bool(one.skills.keys() & question.skills)
    if one.sort is Sort.TRAIT:
        return bool(one.traits & traits_asked(question.text)) and objects_met(one, question.text)
    if one.sort is Sort.TIME:
        return bool(times_in(one.text) & times_in(question.text))
    if one.sort is Sort.PAPER:
        return is_about_paper(question.text, one) or bool(one.skills.keys() & question.skills)
    return covers(question.text, one)


def proof_of(question: Put, one: Requirement) -> str:
    """The sentence by which an answer as a whole shows what one does and how; empty for none.

    Of a tool only where it was asked by name. A sum, years and papers have to stand in the answer.
    """
    if one.sort is Sort.SKILL:
        is_named = one.skills.keys() & told(question.text, 0).skills
        return question.proof if question.is_on_it and is_named else ""
    if one.sort not in (Sort.TRAIT, Sort.WORK) or not question.proof:
        return ""
    is_about_it = bool(question.skill) and question.skill.casefold() in one.line.casefold()
    if question.style == "technical" and (is_about_it or question.was_planned_for(one)):
        is_met = objects_met(one, f"{question.text} {question.answer}")
        return question.proof if is_met else ""
    if not objects_met(one, question.answer) or not asks(question, one):
        return ""
    return question.proof if _says_something(question, one) else _deed_of(question, one)


def _says_something(question: Put, one: Requirement) -> bool:
    """Words that belong to what was asked for in the question's own words, or a figure."""
    proved = question.proof
    if one.traits & traits_shown(proved):
        return True
    is_near = bool(one.roots & roots(proved) or numbers(proved))
    return is_near and asks_in_words(question, one)


def _deed_of(question: Put, one: Requirement) -> str:
    """A step with half of the line's words, where the question was only planned for it."""
    least = max(FEWEST, HALF * len(one.roots))
    steps = (s for s in sentences(question.answer) if is_own_act(s, "behavioural"))
    return next((s for s in steps if len(one.roots & roots(s)) >= least), "")


def worth(question: Put, one: Requirement) -> int:
    """A question that asked for it in its own words counts for more than the plan's reason."""
    is_by_plan = question.style == "behavioural" and not asks_in_words(question, one)
    return BY_PROOF - is_by_plan + bool(numbers(question.proof))


def questions_put(session: InterviewSession) -> Iterator[Put]:
    for story, topic in zip(session.stories, topics_put(session), strict=True):
        planned, answer = topic.question, said(story)
        signals = read_answer(answer, planned)
        shown = proof(signals)
        is_on_it = bool(shown) and not signals.unmentioned
        for exchange in story.exchanges:
            text = _GREETING.sub("", exchange.question.content)
            skills = told(f"{text} {planned.skill}", story.number).skills | {planned.skill}
            yield Put(
                text=text,
                number=story.number,
                skill=planned.skill,
                skills=skills,
                need=planned.need,
                rests_on=planned.quote,
                reason=planned.reason,
                style=planned.style,
                proof=shown,
                answer=answer,
                is_on_it=is_on_it,
            )
