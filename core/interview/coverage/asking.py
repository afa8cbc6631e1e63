"""What the questions of an interview asked for, and what an answer as a whole shows of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from core.interview.answers.signals import read_answer
from core.interview.answers.stories import said
from core.interview.coverage.proof import proof
from core.interview.coverage.requirement import Requirement, Sort
from core.interview.coverage.shown import Told, covers, is_about_paper, objects_met, told
from core.interview.leading.difficulty import topics_put
from core.interview.words.meaning import objects_in, roots, times_in, traits_asked, traits_shown
from core.interview.words.numbers import numbers
from core.models import InterviewSession

BY_PROOF = 4  # as strong as a deed that is told without a figure
_EXPERIENCE = re.compile(r"(?i)\b(?:experience|years|how long|background)\b")
_GREETING = re.compile(r"^Hello and welcome\..*?questions? for you\.\s+", re.DOTALL)
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
    """Whether the question was planned for just this, or asked for it in its own words."""
    return question.was_planned_for(one) or asks_in_words(question, one)


def asks_in_words(question: Put, one: Requirement) -> bool:
    """Whether its own words ask for it, so that less has to be said in the answer."""
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


def proves(question: Put, one: Requirement) -> bool:
    """An answer as a whole shows what one does and how, and of a tool where it was asked by name.

    A sum, years and papers have to stand in the answer itself.
    """
    if one.sort is Sort.SKILL:
        return question.is_on_it and bool(one.skills.keys() & told(question.text, 0).skills)
    if one.sort not in (Sort.TRAIT, Sort.WORK) or not question.proof:
        return False
    is_about_it = bool(question.skill) and question.skill.casefold() in one.line.casefold()
    if question.style == "technical" and (is_about_it or question.was_planned_for(one)):
        return objects_met(one, f"{question.text} {question.answer}")
    return _says_something(question, one) and objects_met(one, question.answer)


def _says_something(question: Put, one: Requirement) -> bool:
    """Words that belong to what was asked for, or a figure where the question itself asked."""
    proved = question.proof
    if one.roots & roots(proved) or one.traits & traits_shown(proved):
        return True
    return bool(numbers(proved)) and asks_in_words(question, one)


def worth(question: Put, one: Requirement) -> int:
    """A question that asked for it in its own words counts for more than the plan's reason."""
    is_by_plan = question.style == "behavioural" and not asks_in_words(question, one)
    is_need = bool(question.need) and question.need in one.line
    return BY_PROOF - is_by_plan + is_need + bool(numbers(question.proof))


def proved(question: Put) -> Told:
    return told(question.proof, question.number, question.answer)


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
