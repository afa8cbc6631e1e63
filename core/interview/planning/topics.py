"""Turning a slot of the plan into a question with its reason and the words it rests on."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from itertools import cycle
from typing import TypeVar

from core.interview.planning import bank, reasons
from core.interview.planning.alike import are_alike
from core.interview.planning.demands import (
    can_be_quoted,
    demand_in,
    is_fair,
    is_plain_name,
    quotable,
)
from core.interview.planning.fit import by_rank, clearest_first, closeness, is_soft, is_the_job
from core.interview.planning.shapes import Shape, shape_of
from core.interview.planning.slots import Slot, ranked
from core.interview.planning.sources import Ground, Sources
from core.interview.reading import (
    Need,
    gap_between,
    is_plainly_missing,
    read_cv,
    read_job,
    shows,
    spellings,
)
from core.interview.skills import credentials
from core.interview.wording import fault_of
from core.interview.words.text import content_stems, pick
from core.models import Competency, InterviewSession, Level, PlannedQuestion

Item = TypeVar("Item")
ByLevel = Callable[[Level], tuple[str, ...]]
RESERVED = 2  # demands whose lines are kept for the questions about them
CLOSE = 0.75  # of the closest fit: whatever comes that near fits equally well
_INSTEAD = {
    Slot.NEED: (Slot.CLAIM, Slot.ROLE),
    Slot.CLAIM: (Slot.ROLE, Slot.NEED),
    Slot.ROLE: (Slot.CLAIM, Slot.NEED),
}


class Topics:
    """Hands out one topic after the other, and never one that is like an earlier one.

    `kept` are questions that are there already: none of them is asked again.
    """

    def __init__(self, session: InterviewSession, kept: Sequence[PlannedQuestion] = ()) -> None:
        self._id, self._format, self._company = session.id, session.format, session.job.company
        self._title = session.job.title
        self.job = read_job(session.job)
        self.cv = read_cv(session.cv.text if session.cv else "")
        self._kept = kept
        self._sources = Sources(session.job, self.job, self.cv, {topic.quote for topic in kept})
        self._texts = [topic.text for topic in kept]
        self._templates: set[str] = set()
        open_needs = tuple(self.open_needs())
        needs = tuple(need for need in open_needs if not is_soft(need)) or open_needs
        self._sources.reserve(need.quote for need in needs[:RESERVED])
        self._needs = (need for need in needs if not self._sources.is_used(need.quote))
        self._claims = self.claimed_skills()
        self._turns = cycle(self._in_turn())
        self._makers = {
            Slot.OPENING: self._opening,
            Slot.PAST: lambda: self.past(next(self._turns)),
            Slot.CLAIM: lambda: _next(self._claims, self.claim),
            Slot.NEED: lambda: _next(self._needs, self.need),
            Slot.ROLE: self._role,
            Slot.SITUATION: lambda: self.imagined(next(self._turns)),
            Slot.CLOSING: self._closing,
        }

    def fill(self, slot: Slot) -> PlannedQuestion:
        """The next topic of this kind, or of the kind that stands in for it.

        Where the documents name nothing that one could know, it is asked what the candidate
        knows of the field.
        """
        for kind in (slot, *_INSTEAD.get(slot, ())):
            question = self._makers[kind]()
            if question is not None:
                return question
        return self.past(Competency.ROLE_KNOWLEDGE) or self._any_story()

    def past(self, competency: Competency) -> PlannedQuestion | None:
        """A story from the past; at entry level a situation where the CV shows no such history."""
        if self._format.level is Level.ENTRY and not shows(self.cv, competency):
            return self.imagined(competency)
        return self._story(self._suited(bank.behavioural, competency), competency)

    def imagined(self, competency: Competency) -> PlannedQuestion | None:
        return self._story(self._suited(bank.situational, competency), competency, "situational")

    def _suited(self, questions: Callable[..., tuple[str, ...]], competency: Competency) -> ByLevel:
        return partial(questions, competency, family=self.job.family)

    def need(self, need: Need) -> PlannedQuestion | None:
        """About a demand of the advert, or that part of it that was not found in the CV."""
        asked_for = demand_in(gap_between(need, self.cv) or need.quote)
        text = self._about(asked_for, is_name=asked_for in need.skills.values())
        if not text:
            return None
        ground = self._sources.of_demand(need.quote)
        part = "" if asked_for == demand_in(need.quote) else asked_for
        return PlannedQuestion(
            text=text,
            competency=Competency.ROLE_KNOWLEDGE,
            reason=reasons.of_demand(
                ground,
                part,
                has_cv=bool(self.cv.lines),
                is_missing=is_plainly_missing(need, self.cv),
            ),
            quote=ground.quote,
            style="technical",
            need=asked_for,
        )

    def _about(self, asked_for: str, *, is_name: bool) -> str:
        """A question about this demand; one that quotes it where nothing else can be asked."""
        shaped = (shape_of(asked_for, is_name=is_name), (Shape.SAID, asked_for))
        made = (self._demanded(shape, spoken) for shape, spoken in shaped)
        return next(filter(None, made), "")

    def _demanded(self, shape: Shape, spoken: str) -> str:
        templates = bank.about_a_demand(shape, self._format.level)
        askable = (t for t in templates if fault_of(_filled(t, {"{need}": spoken})) is None)
        return self._fresh(tuple(askable), {"{need}": spoken})

    def claim(self, skill: str) -> PlannedQuestion | None:
        """About a skill that the CV names."""
        line = self.cv.skills[skill]
        spelled = _spelled(skill, line)
        text = self._fresh(
            bank.about_claimed_skill(self._format.level), {"{skill}": spelled or skill}
        )
        if not text:
            return None
        ground = self._sources.of_claim(line, spelled)
        return PlannedQuestion(
            text=text,
            competency=Competency.ROLE_KNOWLEDGE,
            reason=reasons.of_claim(ground, spelled or skill, is_wanted=skill in self.job.skills),
            quote=ground.quote,
            skill=skill,
            style="technical",
        )

    def spelled(self, skill: str) -> str:
        """A skill of the CV as the CV writes it."""
        return _spelled(skill, self.cv.skills[skill]) or skill

    def _opening(self) -> PlannedQuestion | None:
        own = dict.fromkeys(_own(bank.openings, self._format.level), 1)
        text = self._fresh(bank.openings(self._format.level), closeness=own)
        ground = self._sources.of_opening()
        return _personal(text, reasons.of_opening(ground), ground, "opening")

    def _closing(self) -> PlannedQuestion | None:
        name = self._company.strip()
        named = {"{company}": name if is_plain_name(name) else "this employer"}
        text = self._fresh(bank.closings(self._format.level), named)
        ground = self._sources.of_job()
        return _personal(text, reasons.of_motivation(ground), ground, "motivation")

    def _role(self) -> PlannedQuestion | None:
        """A question of the job's field, one of those that suit what the advert speaks of."""
        questions = bank.role_questions(self.job.family)
        suited = tuple(q.text for q in questions if self._format.level in q.levels)
        text = self._fresh(suited, closeness=closeness(questions, self.job))
        if not text:
            return None
        hints = frozenset[str]().union(*(point.stems for point in bank.key_points(text)))
        ground = self._sources.of_question(text, hints)
        return PlannedQuestion(
            text=text,
            competency=Competency.ROLE_KNOWLEDGE,
            reason=reasons.of_field(ground, self.job.family),
            quote=ground.quote,
            style="technical",
        )

    def _story(
        self, by_level: ByLevel, competency: Competency, style: str = "behavioural"
    ) -> PlannedQuestion | None:
        texts, own = by_level(self._format.level), _own(by_level, self._format.level)
        ground = self._sources.of_competency(competency)
        told = content_stems(ground.quote)
        close = {text: 2 * len(content_stems(text) & told) + (text in own) for text in texts}
        text = self._fresh(texts, closeness=close)
        if not text:
            return None
        return PlannedQuestion(
            text=text,
            competency=competency,
            reason=reasons.of_competency(ground, competency),
            quote=ground.quote,
            style=style,
        )

    def _any_story(self) -> PlannedQuestion:
        """For a long interview on next to nothing: whatever the bank still has."""
        made = (make(c) for make in (self.past, self.imagined) for c in Competency)
        return next(question for question in made if question)

    def _fresh(
        self,
        templates: tuple[str, ...],
        filled: Mapping[str, str] | None = None,
        *,
        closeness: Mapping[str, float] | None = None,
    ) -> str:
        """One of the closest texts that is like none before; empty when all are used up."""
        texts = {_filled(t, filled or {}): t for t in templates if t not in self._templates}
        unused = [t for t in texts if not any(are_alike(t, used) for used in self._texts)]
        if not unused:
            return ""
        near = {t: (closeness or {}).get(t, 0) for t in unused}
        enough = CLOSE * max(near.values())
        suited = tuple(t for t in unused if near[t] >= enough)
        text = pick(f"{self._id}:{self._format.level}:{len(self._texts)}", suited)
        self._texts.append(text)
        self._templates.add(texts[text])
        return text

    def _in_turn(self) -> list[Competency]:
        """The competencies by weight, those that nothing is asked about yet before the others."""
        covered = {topic.competency for topic in self._kept}
        return sorted(ranked(self.job.weights, self._format), key=lambda each: each in covered)

    def open_needs(self) -> Iterator[Need]:
        """Must-haves that the CV does not show and that can be quoted in a fair question.

        Those that make the clearest questions come first.
        """
        asked_before = {topic.need for topic in self._kept}
        for need in clearest_first(self.job.must_haves, self.cv):
            asked_for = demand_in(gap_between(need, self.cv))
            is_new = asked_for not in asked_before
            if is_new and can_be_quoted(asked_for) and is_fair(quotable(need.quote)):
                yield need

    def claimed_skills(self) -> Iterator[str]:
        """Skills of the CV: first those that the advert names most, then as the CV lists them."""
        left_out = credentials().union(topic.skill for topic in self._kept)
        usable = [
            name
            for name in self.cv.skills
            if name not in left_out and _spelled(name, self.cv.skills[name])
            if not is_the_job(name, self._title)
        ]
        yield from by_rank([name for name in usable if name in self.job.skills], self.job)
        yield from (name for name in usable if name not in self.job.skills)


def _personal(text: str, reason: str, ground: Ground, style: str) -> PlannedQuestion | None:
    if not text:
        return None
    return PlannedQuestion(
        text=text, competency=None, reason=reason, quote=ground.quote, style=style
    )


def _next(
    items: Iterator[Item], make: Callable[[Item], PlannedQuestion | None]
) -> PlannedQuestion | None:
    item = next(items, None)
    return None if item is None else make(item)


def _filled(template: str, filled: Mapping[str, str]) -> str:
    for slot, words in filled.items():
        template = template.replace(slot, words)
    return template


def _spelled(skill: str, line: str) -> str:
    """The skill as the line writes it; empty where it goes by another name there."""
    named = re.search(re.escape(skill), line, re.IGNORECASE)
    return spellings(line).get(skill) or (named.group() if named else "")


def _own(by_level: ByLevel, level: Level) -> frozenset[str]:
    """The questions that are made for this level, and do not suit everybody."""
    for_all = frozenset(by_level(level)).intersection(*(by_level(each) for each in Level))
    return frozenset(by_level(level)) - for_all
