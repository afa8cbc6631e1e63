"""`python -m evals.plan_figures FOLDER`: figures of the plan over many job descriptions.

The baseline follows no rules: it draws as many questions from the whole bank, as a list of common
interview questions would; competencies are those that the bank files them under.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, combinations
from pathlib import Path
from random import Random
from statistics import fmean, quantiles
from time import process_time
from typing import Any

from core.interview.planning import bank
from core.interview.planning.alike import are_alike
from core.interview.planning.demands import quotable
from core.interview.planning.plan import QuestionKind, kind_of, make_plan
from core.interview.planning.slots import top_competencies
from core.interview.planning.topics import Topics
from core.interview.reading import read_job
from core.interview.wording import fault_of
from core.models import (
    Competency,
    Format,
    InterviewSession,
    InterviewType,
    Level,
    PlannedQuestion,
)
from evals.figures import Figure
from evals.plan import session_of

ADVERTS, WITH_CV = "jds_skillspan.jsonl", "synthetic_interviews_open.jsonl"
MILLISECONDS = 50
SHOWN = 9
HALF, MOST = 49, 94  # of the 99 points between 100 equal parts
ELSEWHERE = (
    Format(type=InterviewType.BEHAVIOURAL, level=Level.ENTRY, question_count=15),
    Format(type=InterviewType.TECHNICAL, level=Level.SENIOR, question_count=10),
    Format(type=InterviewType.SCREENING, level=Level.LEAD, question_count=5),
)


@dataclass(frozen=True, slots=True)
class Planned:
    """A plan with what it was made of, and the CPU time it took, in milliseconds."""

    session: InterviewSession
    questions: Sequence[PlannedQuestion]
    milliseconds: float = 0.0

    @property
    def covers(self) -> float:
        """The share of the top competencies, 0 to 1, that a question is about."""
        weights = read_job(self.session.job).weights
        top = set(top_competencies(weights, self.session.format))
        return len(top & {question.competency for question in self.questions}) / len(top)

    @property
    def pairs_alike(self) -> int:
        texts = [question.text for question in self.questions]
        return sum(are_alike(*pair) for pair in combinations(texts, 2))

    @property
    def well_founded(self) -> int:
        """Questions whose reason holds a quote that stands in a document."""
        cv = self.session.cv.text if self.session.cv else ""
        documents = (self.session.job.description, cv)
        return sum(
            bool(q.quote) and q.quote in q.reason and any(q.quote in text for text in documents)
            for q in self.questions
        )

    @property
    def misses_a_demand(self) -> bool:
        """A must-have was not found in the CV, and no question is about any or quotes it."""
        if any(kind_of(q) is QuestionKind.MUST_HAVE_MISSING for q in self.questions):
            return False
        quotes = {question.quote for question in self.questions}
        return any(quotable(n.quote) not in quotes for n in Topics(self.session).open_needs())


def measure(folder: Path) -> Iterator[Figure | str]:
    """The figures on the files in `folder` that are there."""
    sessions = list(_sessions(folder))
    if not sessions:
        yield f"  No {ADVERTS} or {WITH_CV} in {folder}."
        return
    plans = [_plan(session) for session in sessions]
    yield f"  {len(plans)} job descriptions, {sum(p.session.cv is not None for p in plans)} with CV"
    yield from _quality(plans)
    yield _demands(plans)
    yield from _speed(plans)
    others = [_plan(_with(session, format_)) for session in sessions for format_ in ELSEWHERE]
    yield "  In three other kinds, levels and lengths"
    yield from _quality(others)
    yield "  Baseline: as many questions of the bank at random"
    for figure in _quality([_at_random(session) for session in sessions]):
        yield f"  {figure.name:<62}{figure.value:>8.3f}"


def _sessions(folder: Path) -> Iterator[InterviewSession]:
    """Adverts in the order of their files; a title that is missing stands in the first line."""
    for row in _rows(folder / ADVERTS):
        yield session_of({"id": row["id"], "job_description": row["text"]})
    for row in _rows(folder / WITH_CV):
        job = {"id": row["id"], "job_title": row["role"], "job_description": row["jd"]}
        yield session_of(job)
        yield session_of({**job, "cv": row["resume"]})


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    if path.exists():
        with path.open(encoding="utf-8") as lines:
            yield from map(json.loads, lines)


def _plan(session: InterviewSession) -> Planned:
    start = process_time()
    questions = make_plan(session).questions
    return Planned(session, questions, 1000 * (process_time() - start))


def _with(session: InterviewSession, format_: Format) -> InterviewSession:
    return replace(session, format=format_)


def _at_random(session: InterviewSession) -> Planned:
    filed = [(text, group) for group, texts in bank.every_question().items() for text in texts]
    drawn = Random(session.id).sample(filed, session.question_count)  # noqa: S311 - no secret
    questions = [
        PlannedQuestion(text=text, competency=_competency(group), reason="")
        for text, group in drawn
    ]
    return Planned(session, questions)


def _competency(group: str) -> Competency | None:
    if group.startswith(("technical", "skill")):
        return Competency.ROLE_KNOWLEDGE
    return next((competency for competency in Competency if competency in group), None)


def _quality(plans: Sequence[Planned]) -> Iterator[Figure]:
    questions = list(chain.from_iterable(plan.questions for plan in plans))
    founded = sum(plan.well_founded for plan in plans)
    faulty = sum(fault_of(question.text) is not None for question in questions)
    alike = sum(plan.pairs_alike for plan in plans)
    yield Figure("plan: top competencies covered", fmean(plan.covers for plan in plans), 1.0)
    yield Figure("plan: questions with reason and quote", founded / len(questions), 1.0)
    yield Figure("plan: pairs of questions alike", alike, 0, at_most=True)
    yield Figure("plan: questions that may not be asked", faulty, 0, at_most=True)


def _demands(plans: Sequence[Planned]) -> Figure:
    missed = [plan.session.id for plan in plans if plan.misses_a_demand]
    name = "plan: demands not in the CV and not asked"
    return Figure(name, len(missed), 0, at_most=True, files=missed[:SHOWN])


def _speed(plans: Sequence[Planned]) -> Iterator[Figure]:
    points = quantiles([plan.milliseconds for plan in plans], n=100)
    for name, point in (("median", points[HALF]), ("95 of 100", points[MOST])):
        yield Figure(f"plan: CPU, {name}, milliseconds", point, MILLISECONDS, at_most=True)


if __name__ == "__main__":
    for line in measure(Path(sys.argv[1])):
        print(line, flush=True)
