"""The next interview for the same job: what the last one left open is asked about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from core.interview.planning.drafting import ADDED, named
from core.interview.planning.plan import make_plan
from core.interview.planning.topics import Topics
from core.interview.reading import Need, spellings
from core.models import Demand, Draft, InterviewSession, Origin, PlannedQuestion, Shown

_LEFT_OPEN = {
    Shown.NOT_ASKED: "your last interview did not come to it",
    Shown.ASKED: "no answer in your last interview showed it",
    Shown.SPOKEN_OF: "your last interview only touched on it",
    Shown.PARTLY: "your last interview showed a part of it",
}
_STAYS = ("opening", "motivation")


def open_demands(demands: Sequence[Demand]) -> tuple[Demand, ...]:
    """What the next interview should ask about: what was never asked, then what was not shown."""
    return tuple(
        one for state in _LEFT_OPEN for one in demands if _reached(one) is state and one.is_open
    )


def next_draft(session: InterviewSession, left_open: Sequence[Demand]) -> Draft | None:
    """The plan of a new `session` with questions about these demands, at most half of them.

    They take the places of questions about the same, then of questions about the work that have the
    lowest weight. None where no question about any of them can be asked.
    """
    questions = list(make_plan(session).questions)
    wanted = list(_one_for_each(Topics(session, questions), left_open))[: len(questions) // 2]
    if not wanted:
        return None
    places = sorted(_places(questions, wanted)[: len(wanted)])
    added = dict(zip(places, wanted, strict=False))
    return Draft(
        type=session.format.type,
        level=session.format.level,
        questions=tuple(
            named(added[at], Origin.ADDED) if at in added else named(one)
            for at, one in enumerate(questions)
        ),
    )


def _reached(demand: Demand) -> Shown:
    """What a question aimed at in other words was come to, if not shown."""
    is_aimed = demand.state is Shown.NOT_ASKED and demand.asked
    return Shown.ASKED if is_aimed else demand.state


def _places(questions: Sequence[PlannedQuestion], wanted: Sequence[PlannedQuestion]) -> list[int]:
    """Where a question can go, the one first that is missed least."""
    subjects = {(one.need, one.skill) for one in wanted}

    def missed(at: int) -> tuple[bool, bool, float]:
        one = questions[at]
        return (one.need, one.skill) not in subjects, one.style == "behavioural", one.weight

    return sorted((at for at, one in enumerate(questions) if one.style not in _STAYS), key=missed)


def _tool(demand: Demand, topics: Topics) -> Need | None:
    """A tool that a duty names, which is no need of the advert's own."""
    skills = spellings(demand.name)
    is_there = demand.job_quote in topics.job.duties
    return Need(demand.job_quote, must=True, skills=skills) if skills and is_there else None


def _one_for_each(topics: Topics, demands: Iterable[Demand]) -> Iterator[PlannedQuestion]:
    """One question for each line of the advert, in the order of the demands."""
    needs = {need.quote: need for need in topics.job.must_haves}
    asked: set[str] = set()
    for demand in demands:
        need = needs.get(demand.job_quote) or _tool(demand, topics)
        if need is None or demand.job_quote in asked:
            continue
        claimed = [skill for skill in need.skills if topics.cv.skills.get(skill)]
        made = topics.claim(claimed[0]) if claimed else topics.need(need)
        if made:
            asked.add(demand.job_quote)
            reason = (
                f"Asked because the advert says “{demand.job_quote}”, and "
                f"{_LEFT_OPEN[_reached(demand)]}."
            )
            yield replace(made, reason=reason, weight=ADDED)
