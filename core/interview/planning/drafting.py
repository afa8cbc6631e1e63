"""The plan before the start: what the candidate sees of it, and every change to it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from hashlib import sha256
from itertools import islice

from core.exceptions import PlanChanged, ValidationError
from core.interview.planning.alike import are_alike
from core.interview.planning.demands import demand_in
from core.interview.planning.plan import kind_of, make_plan
from core.interview.planning.slots import Slot
from core.interview.planning.topics import Topics
from core.interview.reading import gap_between
from core.interview.wording import fault_of
from core.interview.words.patterns import regex
from core.models import (
    MAX_QUESTIONS,
    MIN_QUESTIONS,
    Choice,
    Competency,
    Draft,
    DraftQuestion,
    InterviewSession,
    Origin,
    PlannedQuestion,
)

FIELD = "question"
ADDED = 0.97  # weighs more than what was planned, so that no follow-up takes its place
MOST_CHOICES = 12
_SLOTS = {
    "opening": Slot.OPENING,
    "past": Slot.PAST,
    "situational": Slot.SITUATION,
    "technical": Slot.ROLE,
    "skill_claimed": Slot.CLAIM,
    "must_have_missing": Slot.NEED,
    "motivation": Slot.CLOSING,
}
_IMAGINED = regex(r"(?i)\b(?:would|imagine|suppose|if)\b")
_PAST = regex(r"(?i)\b(?:did|was|were|have\s+you|has|had|a\s+time|an\s+example)\b")
_HOLDS = "An interview has {} questions at {}, so {} first."


def proposed(session: InterviewSession) -> Draft:
    """The plan as it stands now: as it was made, or as the candidate has changed it.

    Questions of the candidate's own always stay; so does the order. A planned question goes when
    the words it rests on are no longer in the documents, or when type or level have changed, and
    another one takes its place; `replaced` names it.
    """
    draft = session.draft
    if draft is None:
        questions = tuple(named(planned) for planned in make_plan(session).questions)
        return Draft(type=session.format.type, level=session.format.level, questions=questions)
    same = (draft.type, draft.level) == (session.format.type, session.format.level)
    stays = [
        _stands(q, session) and (same or q.origin is not Origin.PLANNED) for q in draft.questions
    ]
    if all(stays):
        return draft
    pairs = list(zip(draft.questions, stays, strict=True))
    topics = Topics(session, [question.planned for question, stay in pairs if stay])
    return Draft(
        type=session.format.type,
        level=session.format.level,
        questions=tuple(q if stay else _instead(q, topics) for q, stay in pairs),
        version=draft.version,
        replaced=tuple(question.planned.text for question, stay in pairs if not stay),
    )


def without(draft: Draft, question_id: str) -> Draft:
    """The draft without this question; the same when it is gone already.

    Raises `ValidationError` when no fewer questions are allowed.
    """
    left = tuple(question for question in draft.questions if question.id != question_id)
    if len(left) < min(MIN_QUESTIONS, len(draft.questions)):
        raise ValidationError(FIELD, _HOLDS.format(MIN_QUESTIONS, "least", "add another one"))
    return replace(draft, questions=left)


def moved(draft: Draft, question_id: str, place: int) -> Draft:
    """The draft with this question at `place`, counted from 0 and held within the plan.

    Raises `PlanChanged` when the question is not there any more.
    """
    chosen = next((q for q in draft.questions if q.id == question_id), None)
    if chosen is None:
        raise PlanChanged
    others = [question for question in draft.questions if question is not chosen]
    others.insert(min(max(place, 0), len(others)), chosen)
    return replace(draft, questions=tuple(others))


def with_own(draft: Draft, text: str) -> Draft:
    """The draft with a question in the candidate's words; the same when it holds it already.

    Raises `ValidationError` when it cannot be asked or is like another, and for a full plan.
    """
    text = " ".join(text.replace("\0", "").split())
    if any(question.planned.text == text for question in draft.questions):
        return draft
    if fault := fault_of(text):
        raise ValidationError(FIELD, f"This cannot be asked as it stands. {fault}")
    planned = PlannedQuestion(
        text=text,
        competency=None,
        reason="Asked because you have added this question yourself.",
        style=_style(text),
        weight=ADDED,
    )
    return _with(draft, planned, Origin.OWN)


def choices(session: InterviewSession, draft: Draft) -> tuple[Choice, ...]:
    """What one more question can be about: competencies, skills of the CV, demands not found there.

    Skills and demands that are asked about already are left out.
    """
    topics = Topics(session, draft.plan.questions)
    return tuple(choice for choice, _ in _choices(topics))


def with_choice(session: InterviewSession, draft: Draft, choice_id: str) -> Draft:
    """The draft with a question of the bank about this choice.

    Raises `PlanChanged` when it cannot be chosen any more, `ValidationError` for a full plan or
    when the bank has no other question about it.
    """
    topics = Topics(session, draft.plan.questions)
    made = next((make for choice, make in _choices(topics) if choice.id == choice_id), None)
    if made is None:
        raise PlanChanged
    planned = made()
    if planned is None:
        raise ValidationError(FIELD, "There is no other question about this. Please choose again.")
    return _with(draft, replace(planned, weight=ADDED), Origin.ADDED)


def _with(draft: Draft, planned: PlannedQuestion, origin: Origin) -> Draft:
    """One more question, at the end but before the closing one."""
    if len(draft.questions) >= MAX_QUESTIONS:
        raise ValidationError(FIELD, _HOLDS.format(MAX_QUESTIONS, "most", "remove another one"))
    alike = (q.planned.text for q in draft.questions if are_alike(q.planned.text, planned.text))
    if same := next(alike, ""):
        raise ValidationError(FIELD, f"The plan has a question much like it: “{same}”")
    at = len(draft.questions)
    if draft.questions and draft.questions[-1].planned.style == "motivation":
        at -= 1
    new = named(planned, origin)
    return replace(draft, questions=(*draft.questions[:at], new, *draft.questions[at:]))


def named(planned: PlannedQuestion, origin: Origin = Origin.PLANNED) -> DraftQuestion:
    digest = sha256(planned.text.encode("utf-8", "replace")).hexdigest()
    return DraftQuestion(id=digest[:12], planned=planned, origin=origin)


def _stands(question: DraftQuestion, session: InterviewSession) -> bool:
    quote = question.planned.quote
    return quote in session.job.description or bool(session.cv and quote in session.cv.text)


def _instead(question: DraftQuestion, topics: Topics) -> DraftQuestion:
    planned = topics.fill(_SLOTS[kind_of(question.planned)])
    return named(replace(planned, weight=question.planned.weight), question.origin)


def _style(text: str) -> str:
    """What kind of answer a question of the candidate's own calls for."""
    if _IMAGINED.search(text):
        return "situational"
    return "behavioural" if _PAST.search(text) else "technical"


def _choices(topics: Topics) -> Iterator[tuple[Choice, Callable[[], PlannedQuestion | None]]]:
    for competency in Competency:
        choice = Choice(id=competency, group="Competency", label=competency.label)
        yield choice, partial(topics.past, competency)
    for need in islice(topics.open_needs(), MOST_CHOICES):
        label = demand_in(gap_between(need, topics.cv))
        choice = Choice(id=f"need {label}", group="Not found in your CV", label=label)
        yield choice, partial(topics.need, need)
    for skill in islice(topics.claimed_skills(), MOST_CHOICES):
        choice = Choice(id=f"skill {skill}", group="In your CV", label=topics.spelled(skill))
        yield choice, partial(topics.claim, skill)
