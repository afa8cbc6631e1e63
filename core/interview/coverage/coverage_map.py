"""How far each thing that the advert asks for came up: asked about, and shown by an answer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import groupby

from core.interview.coverage.heard import Heard, Interview, interview_of
from core.interview.coverage.parts import Parted, parted, parts_of
from core.interview.coverage.requirement import Requirement, Sort
from core.interview.coverage.requirements import requirements_in
from core.interview.coverage.written import WrittenCv, is_list
from core.interview.reading import read_job
from core.interview.reading.entries import whole
from core.interview.words.language import is_english
from core.interview.words.text import clip
from core.models import Demand, InterviewSession, Shown, Wanted
from core.models.telling import listed

MOST = 24  # parts; must-haves, wishes and every duty
LONGEST_QUOTE = 200


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
    required = required_of(session)
    by_text = {one.text: one for one in required}
    made = [_demand(one, by_text.get(one.like), cv, interview) for one in required]
    return _shortest(list(_distinct(made)))


def _demand(
    one: Requirement, like: Requirement | None, cv: WrittenCv, interview: Interview
) -> Demand:
    """`like` is the must-have that asks for the same as this duty, and is shown by the same."""
    heard, note = interview.heard(one), ""
    if like and not heard.quote and (shown := interview.heard(like)).quote:
        heard, note = shown, f"“{like.name}” asks for the same."
    written = whole(clip(cv.line_for(one), LONGEST_QUOTE), cv.text)
    if one.sort is Sort.YEARS and written and not heard.quote:
        heard, note = _by_skill(one, heard, cv, interview)
    elif one.wanted is Wanted.NICE and cv.text and not (written or heard.quote):
        note = _nearest(one, cv)
    elif one.wanted is Wanted.DUTY and not (heard.quote or note) and is_list(written):
        note = "It stands there in a list: a line can say where, how often and with what result."
    halves = parted(one, heard, interview)
    if halves:
        heard, note = halves.heard, halves.note
        written = written if _all_written(one, cv) else ""
    if heard.quote and (again := interview.again(heard.number)):
        note = f"{note} You told that story again in answer {again}.".strip()
    is_open = one.sort is Sort.SKILL and bool(cv.text) and not (written or cv.may_hold(one))
    is_nowhere = is_open and not interview.names(one)
    return Demand(
        name=one.name,
        job_quote=one.line,
        state=_state(heard, halves),
        asked=heard.asked or heard.near,
        cv_quote=written,
        answer_quote=heard.quote,
        number=heard.number,
        wanted=one.wanted,
        note="Found neither in your CV nor in your answers." if is_nowhere else note,
        also=heard.also,
    )


def _state(heard: Heard, halves: Parted | None) -> Shown:
    if heard.quote:
        return Shown.PARTLY if halves and halves.note else Shown.EVIDENCED
    return Shown.ASKED if heard.asked else Shown.NOT_ASKED


def _all_written(one: Requirement, cv: WrittenCv) -> bool:
    """Whether the CV has a line for each part."""
    return all(cv.line_for(part) for part in parts_of(one))


def _by_skill(
    one: Requirement, heard: Heard, cv: WrittenCv, interview: Interview
) -> tuple[Heard, str]:
    """Where the CV shows the years, an answer need only show the skill; with a note on each."""
    parts = [
        replace(one, name=said, text=said, sort=Sort.SKILL, skills={skill: said}, least=0)
        for skill, said in one.skills.items()
    ]
    told = {part.name: interview.heard(part) for part in parts}
    shown = {name: each for name, each in told.items() if each.quote}
    if not shown:
        return heard, ""
    where = [f"“{name}” is shown in answer {each.number}" for name, each in shown.items()]
    where += [
        f"“{part.name}” in your CV"
        for part in parts
        if part.name not in shown and cv.line_for(part)
    ]
    best = next(iter(shown.values()))
    return replace(best, asked=heard.asked), f"{listed(where)}." if len(parts) > 1 else ""


def _nearest(one: Requirement, cv: WrittenCv) -> str:
    """What a CV has instead of a wish, where it surely has not the thing itself."""
    if cv.may_hold(one):
        return ""
    if near := whole(clip(cv.nearest(one), LONGEST_QUOTE), cv.text):
        return f"Not found in your CV; the nearest there is “{near}”."
    return "Not found in your CV."


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
            if not (all(by) and by in seen and one.wanted is Wanted.NICE):
                yield one
            seen.add(by)


def _written(one: Demand) -> tuple[str, str]:
    """Where an answer shows it the line of the CV counts, else only whether there is one."""
    return (one.cv_quote if one.answer_quote else str(bool(one.cv_quote))), one.note


def _shown_by(one: Demand) -> tuple[str, str]:
    return one.answer_quote, one.cv_quote
