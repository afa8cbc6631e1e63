"""What the questions of an interview asked for, and what an answer as a whole shows of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from core.interview.answers.acts import is_own_act
from core.interview.answers.event import asks_for_a_case
from core.interview.answers.signals import read_answer
from core.interview.answers.stories import said
from core.interview.answers.talk import is_talk
from core.interview.coverage.proof import proof, score_of
from core.interview.coverage.requirement import Requirement, Sort
from core.interview.coverage.shown import (
    DEEDS,
    covers,
    head_roots,
    is_about_paper,
    objects_met,
    told,
)
from core.interview.leading.difficulty import topics_put
from core.interview.reading.competencies import competency_stems
from core.interview.words.meaning import (
    frame_roots,
    names_somebody,
    object_roots,
    roots,
    serving_roots,
    task_roots,
    times_in,
    traits_asked,
    traits_shown,
)
from core.interview.words.numbers import numbers
from core.interview.words.patterns import regex
from core.interview.words.text import content_stems, sentences
from core.models import Competency, InterviewSession

BY_PROOF = 4  # as strong as a deed that is told without a figure
GOOD = 6.0  # of 10, for an answer that shows something as a whole
COPIED = 0.5  # share of an answer's sentences that stand in earlier answers, word for word
BY_PLAN = 2  # less, where all that it has in common with the line is whom it is about
HALF, FEWEST = 0.5, 2  # of a line's roots in a step that an answer to another question tells
_EXPERIENCE = regex(r"(?i)\b(?:experience|years|how long|background)\b")
_GREETING = regex(r"^Hello and welcome\..*?questions? for you\.\s+", re.DOTALL)
_ABOUT_WORK = ("behavioural", "technical", "situational")
_BY_ITSELF = (Sort.TIME, Sort.PAPER, Sort.SUM, Sort.YEARS)
_LACKING = "not found in your CV"
_BECAUSE = "because the advert"  # and not only as one task among others


@dataclass(frozen=True, slots=True)
class Put:
    """What was asked on a topic, and the sentence by which its answer shows that as a whole.

    `need` and `rests_on` are words of the advert: what it asks for, and why it was planned.
    `subject`: the stems of the competency that it is about.
    `is_on_it`: the answer is a proof and keeps to what the question names. `is_good`: by its score.
    `is_beside`: an event was asked for, and the answer is talk in which nothing happens.
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
    subject: frozenset[str]
    is_on_it: bool
    is_good: bool
    is_beside: bool = False

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
    return (
        _is_of_work(question, one) or is_bare_trait(question, one) or _speaks_of(question.text, one)
    )


def is_bare_trait(question: Put, one: Requirement) -> bool:
    """Whether it is a trait that is wanted towards nobody and nothing in particular.

    A question on the subject that was planned for it asks for it in the words of a story.
    """
    is_bare = one.sort is Sort.TRAIT and not one.objects
    return is_bare and bool(content_stems(one.text) & question.subject)


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
    is_it = _is_of_work(question, one) and not _is_on_other_matter(question, one)
    return (is_it and question.was_planned_for(one)) or asks_outright(question, one)


def aims_at(question: Put, one: Requirement) -> bool:
    """Whether it was planned for this line of the advert, in words that ask for something else."""
    has_story = one.sort not in (Sort.TIME, Sort.PAPER)
    return has_story and question.was_planned_for(one) and not counts_as_asked(question, one)


def _is_of_work(question: Put, one: Requirement) -> bool:
    """Whether it asks for the work itself; of a line in parts a tool has to be named."""
    is_part = one.text.strip(" .;") != one.line.strip(" .;")
    return question.style == "technical" and not (one.sort is Sort.SKILL and is_part)


def _is_on_other_matter(question: Put, one: Requirement) -> bool:
    """Whether all that they share is whom it is about: a rule for customers is not serving them."""
    shared = one.roots & roots(question.text)
    return bool(shared) and shared <= object_roots()


def is_from(question: Put, one: Requirement) -> bool:
    """Whether it was put because of this line of the advert."""
    is_need = bool(question.need) and question.need in one.line
    return is_need or question.was_planned_for(one)


def fills_a_gap(question: Put, one: Requirement) -> bool:
    """Whether it was put because of this line, and the candidate was told that the CV lacks it."""
    return is_from(question, one) and _LACKING in question.reason


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
    if _shows_as_a_whole(question, one):
        return question.proof
    if not objects_met(one, question.answer) or not asks(question, one):
        return ""
    return question.proof if _says_something(question, one) else _deed_of(question, one)


def _shows_as_a_whole(question: Put, one: Requirement) -> bool:
    """Whether a good answer shows what has no thing of its own: to serve people, to be somehow."""
    if not (question.is_on_it and question.is_good):
        return False
    is_planned = question.was_planned_for(one)
    is_asked = asks_in_words(question, one)
    deeds = one.traits & DEEDS & traits_asked(question.text)
    is_asked = is_asked or (is_planned and bool(deeds))
    if one.sort is Sort.TRAIT and is_asked:
        return objects_met(one, question.answer)
    if not is_planned:
        return False
    if is_for_people(one) and objects_met(one, question.text):
        return objects_met(one, question.answer) or names_somebody(question.answer)
    return is_bare_trait(question, one) and asks(question, one)


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


def is_for_people(one: Requirement) -> bool:
    """Whether it names nothing but those whom one works for: "serve customers", "help guests"."""
    plain = serving_roots() | object_roots() | frame_roots()
    return one.sort is Sort.WORK and bool(one.objects) and head_roots(one) <= plain


def worth(question: Put, one: Requirement) -> int:
    """A question that asked for it in its own words counts for more than the plan's reason."""
    is_by_plan = question.style == "behavioural" and not asks_in_words(question, one)
    less = BY_PLAN if _is_on_other_matter(question, one) else int(is_by_plan)
    return BY_PROOF - less + bool(numbers(question.proof))


def questions_put(session: InterviewSession) -> Iterator[Put]:
    """An answer of which half was said before, word for word, proves nothing of its question."""
    before = set[str]()
    for story, topic in zip(session.stories, topics_put(session), strict=True):
        planned, answer = topic.question, said(story)
        signals = read_answer(answer, planned)
        told_now = sentences(answer)
        is_new = COPIED * len(told_now) > sum(each in before for each in told_now)
        before.update(told_now)
        shown = proof(signals) if is_new else ""
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
                subject=_stems(planned.competency),
                is_on_it=is_on_it,
                is_good=is_on_it and score_of(signals) >= GOOD,
                is_beside=asks_for_a_case(planned) and is_talk(signals),
            )


def _stems(competency: Competency | None) -> frozenset[str]:
    return competency_stems(competency) if competency else frozenset()
