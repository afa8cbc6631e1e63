"""How hard the next question of a competency is, and which question that makes.

It follows from the answers so far each time it is asked for; nothing about it is stored.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache, partial
from statistics import fmean

from core.interview.answers.signals import read_answer
from core.interview.answers.stories import said, told_before
from core.interview.planning import bank
from core.interview.planning.alike import are_alike
from core.interview.planning.plan import make_plan
from core.interview.rating.levels import ratings
from core.interview.reading import read_job
from core.interview.wording import fault_of
from core.interview.words.text import pick
from core.models import Competency, InterviewSession, Level, Plan, PlannedQuestion, Quality, Story

STRONG, WEAK = 3.8, 2.0  # mean level of an answer, 1 to 5; 3 is a sound one
IN_A_ROW = 2
FEWEST = IN_A_ROW + 1  # topics of a competency, from which on a step can be taken
_LEVELS = tuple(Level)


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic as it is really put: the planned question, or a harder or easier one in its place.

    `level` and `because` are there only where it differs.
    """

    question: PlannedQuestion
    level: Level | None = None
    because: str = ""


@lru_cache(maxsize=8)  # asked for by each story of the session
def topics_put(session: InterviewSession) -> tuple[Topic, ...]:
    """One for each story of the session."""
    return _Course(session).topics


def topic_to_put(session: InterviewSession, topic: int) -> Topic:
    """How this topic of the plan, the next one, is put after the answers so far."""
    return _Course(session).put(topic)


def _unplanned(story: Story) -> PlannedQuestion:
    return PlannedQuestion(text=story.question, competency=None, reason="")


@dataclass(slots=True)
class _Run:
    """Strong or weak answers in a row on one competency, and the level they have led to."""

    level: Level
    strong: int = 0
    weak: int = 0
    because: str = ""

    def take(self, mean: float, name: str) -> None:
        self.strong = self.strong + 1 if mean >= STRONG else 0
        self.weak = self.weak + 1 if mean <= WEAK else 0
        if self.strong == IN_A_ROW:
            self._step(1, f"one level up, after two strong answers on {name}")
        elif self.weak == IN_A_ROW:
            self._step(-1, f"one level down, after two short or weak answers on {name}")

    def _step(self, by: int, because: str) -> None:
        place = min(max(_LEVELS.index(self.level) + by, 0), len(_LEVELS) - 1)
        if _LEVELS[place] is not self.level:
            self.level, self.because = _LEVELS[place], because
        self.strong = self.weak = 0


@dataclass
class _Course:
    """The interview so far, topic by topic."""

    session: InterviewSession
    plan: Plan = field(init=False)
    topics: tuple[Topic, ...] = ()
    asked: tuple[str, ...] = ()
    runs: dict[Competency, _Run] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.plan = self.session.plan or make_plan(self.session)
        base = self.session.format.level
        counts = Counter(question.competency for question in self.plan.questions)
        self.runs = {c: _Run(base) for c, count in counts.items() if c and count >= FEWEST}
        for story in self.session.stories:
            is_planned = story.topic < len(self.plan.questions)
            topic = self.put(story.topic) if is_planned else Topic(_unplanned(story))
            self.topics = (*self.topics, topic)
            self.asked += tuple(exchange.question.content for exchange in story.exchanges)
            self._learn(story, topic.question)

    @cached_property
    def family(self) -> str:
        return read_job(self.session.job).family

    def put(self, topic: int) -> Topic:
        planned = self.plan.questions[topic]
        run = self.runs.get(planned.competency) if planned.competency else None
        if run is None or run.level is self.session.format.level:
            return Topic(planned)
        text = self._drawn(planned, run.level)
        return (
            Topic(replace(planned, text=text), run.level, run.because) if text else Topic(planned)
        )

    def _learn(self, story: Story, question: PlannedQuestion) -> None:
        run = self.runs.get(question.competency) if question.competency else None
        told = said(story)
        if run is None or question.competency is None or not told.strip():
            return
        signals = read_answer(told, question, repeats=told_before(self.session, story))
        if signals.is_english and not signals.repeats:  # the same story is not strong twice
            rated = ratings(signals)
            mean = fmean(r.level for r in rated if r.item is not Quality.RELEVANCE)
            run.take(mean, question.competency.label.lower())

    def _drawn(self, planned: PlannedQuestion, level: Level) -> str:
        """A question of that level that nobody would take for one of the interview's others."""
        others = (
            *(question.text for question in self.plan.questions),
            *(topic.question.text for topic in self.topics),
            *self.asked,
        )
        usable = tuple(
            text
            for text in self._of_level(planned, level)
            if not fault_of(text) and not any(are_alike(text, other) for other in others)
        )
        return pick(f"{self.session.id}:{planned.text}", usable) if usable else ""

    def _of_level(self, planned: PlannedQuestion, level: Level) -> tuple[str, ...]:
        """The bank's questions for this level that are not for the interview's own."""
        base, competency = self.session.format.level, planned.competency
        if planned.style == "technical" and bank.key_points(planned.text):
            questions = bank.role_questions(self.family)
            return tuple(q.text for q in questions if level in q.levels and base not in q.levels)
        lists = {"behavioural": bank.behavioural, "situational": bank.situational}
        if planned.style not in lists or competency is None:
            return ()
        draw = partial(lists[planned.style], competency, family=self.family)
        return tuple(text for text in draw(level) if text not in draw(base))
