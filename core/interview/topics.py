"""Turning a slot of the plan into a question with its reason and the words it rests on."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import cycle

from core.interview import bank
from core.interview.alike import are_alike
from core.interview.reading import Need, gap_between, read_cv, read_job, shows, spellings
from core.interview.skills import credentials
from core.interview.slots import Slot
from core.interview.text import clip, first_words, pick
from core.interview.wording import fault_of
from core.models import Competency, InterviewSession, InterviewType, Level, PlannedQuestion

WORDS_OF_A_NEED = 14
WORDS_OF_A_COMPANY = 5
LONGEST_REASON_QUOTE = 240
OPENING, CLOSING, FIRST, STEP = 1.0, 0.95, 0.9, 0.06
NEED, CLAIM, ROLE, SITUATION = 0.86, 0.7, 0.68, 0.5
MAIN_THING = 0.2  # what a question of knowledge weighs more in a technical interview
LEADING_BY_LEVEL = {Level.ENTRY: 0.5, Level.MID: 0.8, Level.SENIOR: 1.1, Level.LEAD: 1.8}
_INSTEAD = {
    Slot.NEED: (Slot.CLAIM, Slot.ROLE, Slot.PAST),
    Slot.CLAIM: (Slot.ROLE, Slot.NEED, Slot.PAST),
    Slot.ROLE: (Slot.CLAIM, Slot.NEED, Slot.PAST),
}


class Topics:
    """Hands out one topic after the other, and never one that is like an earlier one."""

    def __init__(self, session: InterviewSession) -> None:
        self._id, self._format, self._company = session.id, session.format, session.job.company
        self._job = read_job(session.job)
        self._cv = read_cv(session.cv.text if session.cv else "")
        self._knowledge = MAIN_THING if session.format.type is InterviewType.TECHNICAL else 0.0
        self._texts: list[str] = []
        self._needs = self._open_needs()
        self._claims = self._claimed_skills()
        self._turns = enumerate(cycle(self._ranked()))
        self._makers = {
            Slot.OPENING: self._opening,
            Slot.PAST: self._past,
            Slot.CLAIM: self._claim,
            Slot.NEED: self._need,
            Slot.ROLE: self._role,
            Slot.SITUATION: self._situation,
            Slot.CLOSING: self._closing,
        }

    def fill(self, slot: Slot) -> PlannedQuestion:
        """The next topic of this kind, or of the kind that stands in for it."""
        makers = (self._makers[kind] for kind in (slot, *_INSTEAD.get(slot, ())))
        made = (make() for make in makers)
        question = next(question for question in made if question and question.text)
        self._texts.append(question.text)
        return question

    def _opening(self) -> PlannedQuestion:
        return PlannedQuestion(
            text=self._fresh(bank.openings(self._format.level)),
            competency=None,
            reason="Asked first so that you can introduce yourself in your own words.",
            weight=OPENING,
            style="opening",
        )

    def _closing(self) -> PlannedQuestion:
        name = self._company.strip()
        plain = len(name.split()) <= WORDS_OF_A_COMPANY and not fault_of(f"About {name}?")
        texts = bank.closings(self._format.level)
        named = tuple(t.replace("{company}", name if plain else "this employer") for t in texts)
        return PlannedQuestion(
            text=self._fresh(named),
            competency=None,
            reason="Asked because your own reasons and plans count in any interview.",
            weight=CLOSING,
            style="motivation",
        )

    def _past(self) -> PlannedQuestion:
        rank, competency = next(self._turns)
        weight = max(FIRST - STEP * rank, SITUATION)
        if self._format.level is Level.ENTRY and not shows(self._cv, competency):
            return self._imagined(competency, weight)
        return PlannedQuestion(
            text=self._fresh(bank.behavioural(competency, self._format.level)),
            competency=competency,
            reason=self._why(competency),
            quote=self._quote(competency),
            weight=weight,
        )

    def _situation(self) -> PlannedQuestion:
        return self._imagined(next(self._turns)[1], SITUATION)

    def _imagined(self, competency: Competency, weight: float) -> PlannedQuestion:
        return PlannedQuestion(
            text=self._fresh(bank.situational(competency, self._format.level)),
            competency=competency,
            reason=self._why(competency),
            quote=self._quote(competency),
            weight=weight,
            style="situational",
        )

    def _need(self) -> PlannedQuestion | None:
        need = next(self._needs, None)
        if need is None:
            return None
        asked_for = _short(gap_between(need, self._cv))
        texts = (text.replace("{need}", asked_for) for text in bank.about_needed_skill())
        quote = _quotable(need.quote)
        missing = "which" if asked_for == _short(need.quote) else f"and “{asked_for}”"
        return PlannedQuestion(
            text=self._fresh(tuple(texts)),
            competency=Competency.ROLE_KNOWLEDGE,
            reason=f"Asked because the advert says “{quote}”, {missing} was not found in your CV.",
            quote=quote,
            weight=NEED + self._knowledge,
            style="technical",
        )

    def _claim(self) -> PlannedQuestion | None:
        skill = next(self._claims, None)
        if skill is None:
            return None
        line = self._cv.skills[skill]
        spelled = spellings(line).get(skill, skill)
        texts = (text.replace("{skill}", spelled) for text in bank.about_claimed_skill())
        quote = _quotable(line)
        return PlannedQuestion(
            text=self._fresh(tuple(texts)),
            competency=Competency.ROLE_KNOWLEDGE,
            reason=f"Asked because your CV mentions “{quote}”.",
            quote=quote,
            skill=skill,
            weight=CLAIM + self._knowledge,
            style="technical",
        )

    def _role(self) -> PlannedQuestion:
        questions = bank.role_questions(self._job.family)
        texts = tuple(q.text for q in questions if self._format.level in q.levels)
        field = self._job.family.replace("_", " ")
        return PlannedQuestion(
            text=self._fresh(texts),
            competency=Competency.ROLE_KNOWLEDGE,
            reason=f"Asked because the advert describes a job in {_FIELDS.get(field, field)}.",
            weight=ROLE + self._knowledge,
            style="technical",
        )

    def _fresh(self, texts: tuple[str, ...]) -> str:
        """One of the texts that is like none before, or an empty string when all are used up."""
        unused = tuple(t for t in texts if not any(are_alike(t, used) for used in self._texts))
        return pick(f"{self._id}:{len(self._texts)}", unused) if unused else ""

    def _why(self, competency: Competency) -> str:
        quote = self._quote(competency)
        if quote:
            return f"Asked because the advert says “{quote}”."
        return "Asked because this is part of most interviews for this kind of job."

    def _quote(self, competency: Competency) -> str:
        return _quotable(self._job.quotes.get(competency, ""))

    def _ranked(self) -> list[Competency]:
        """The competencies by weight. Role knowledge has its own questions, so it comes last."""
        weights = dict(self._job.weights)
        weights[Competency.LEADING] *= LEADING_BY_LEVEL[self._format.level]
        weights[Competency.ROLE_KNOWLEDGE] = 0.0
        return sorted(weights, key=lambda competency: -weights[competency])

    def _open_needs(self) -> Iterator[Need]:
        """Must-haves that the CV does not show and that can be quoted in a fair question.

        Those that name a skill come first, then short ones, since they make the clearest questions.
        """
        for need in sorted(self._job.must_haves, key=_is_unclear):
            gap = gap_between(need, self._cv)
            if gap and not fault_of(f"About {_short(gap)}: what?"):
                yield need

    def _claimed_skills(self) -> Iterator[str]:
        """Skills of the CV: first those that the advert names too, then as the CV lists them."""
        usable = [name for name in self._cv.skills if name not in credentials()]
        wanted = [name for name in usable if name in self._job.skills]
        seed = f"{self._id}:skill"
        while wanted:
            wanted.remove(chosen := pick(seed, tuple(wanted)))
            yield chosen
        yield from (name for name in usable if name not in self._job.skills)


_FIELDS = {"hr": "human resources", "data": "data work", "health": "health care"}


def _is_unclear(need: Need) -> tuple[bool, bool]:
    return not need.skills, len(need.quote.split()) > WORDS_OF_A_NEED


def _quotable(line: str) -> str:
    return clip(line, LONGEST_REASON_QUOTE).rstrip(" .;,:")


def _short(need: str) -> str:
    return first_words(need.strip().strip("“”\"'"), WORDS_OF_A_NEED).rstrip(" .;,:!")
