"""How far each thing that the advert asks for came up: asked about, and shown by an answer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import groupby

from core.interview.coverage.heard import MOST_ALSO, Heard, Interview, interview_of
from core.interview.coverage.parts import Parted, parted, parts_of
from core.interview.coverage.requirement import Requirement, Sort
from core.interview.coverage.requirements import requirements_in
from core.interview.coverage.shown import names_deed
from core.interview.coverage.spoken import is_everyday
from core.interview.coverage.written import WrittenCv, is_list
from core.interview.reading import read_job
from core.interview.reading.entries import whole
from core.interview.words.language import is_english
from core.interview.words.text import clip
from core.models import Demand, InterviewSession, Shown, Wanted
from core.models.telling import listed

MOST = 24  # parts; must-haves, wishes and every duty
LONGEST_QUOTE = 200
_READY = "Have an example ready."
_CURIOUS = "You asked about it at the end: a listener hears that you have read the advert."
_CASE = "Have an example ready: with whom, what you did and what came of it."
_NOWHERE = "Found neither in your CV nor in your answers."
_LISTED = "It stands there in a list: a line can say where, how often and with what result."
_SPOKEN = "Say what you have seen or done of it, and how you would learn the rest."
_UNWRITTEN = " It was not found in your CV: what you did of it can stand there."


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


@dataclass(frozen=True, slots=True)
class _Found:
    """What was found of a requirement: in the answers, and `written` as a line of the CV."""

    heard: Heard
    state: Shown
    written: str
    note: str = ""


def _demand(
    one: Requirement, like: Requirement | None, cv: WrittenCv, interview: Interview
) -> Demand:
    found = _found(one, like, cv, interview)
    if not found.heard.quote:
        found = _unshown(one, found, cv, interview)
    elif again := interview.again(found.heard.number):
        told_again = f"{found.note} You told that story again in answer {again}."
        found = replace(found, note=told_again.strip())
    return Demand(
        name=one.name,
        job_quote=one.line,
        state=found.state,
        asked=found.heard.asked or found.heard.aimed,
        cv_quote=found.written,
        answer_quote=found.heard.quote,
        number=found.heard.number,
        wanted=one.wanted,
        note=found.note,
        also=found.heard.also,
    )


def _found(
    one: Requirement, like: Requirement | None, cv: WrittenCv, interview: Interview
) -> _Found:
    """`like` is the must-have that asks for the same as this duty, and is shown by the same."""
    heard, note = interview.heard(one, on_path=False), ""
    written = whole(clip(cv.line_for(one), LONGEST_QUOTE), cv.text)
    if halves := parted(one, heard, interview):
        state = Shown.PARTLY if halves.note else Shown.EVIDENCED
        written = written if _all_written(one, cv) else ""
        note = _with_nearest(one, halves, interview) if halves.note else ""
        return _Found(halves.heard, state, written, note)
    if like and not heard.quote and (shown := interview.heard(like, on_path=False)).quote:
        heard, note = shown, f"“{like.name}” asks for the same."
    if one.sort is Sort.YEARS and written and not heard.quote:
        heard, note = _by_skill(one, heard, cv, interview)
    unproven = Shown.ASKED if heard.asked else Shown.NOT_ASKED
    return _Found(heard, Shown.EVIDENCED if heard.quote else unproven, written, note)


def _with_nearest(one: Requirement, halves: Parted, interview: Interview) -> str:
    """The note on what is open, with a further answer that comes near a part."""
    named = (halves.heard.number, *halves.heard.also)
    found = (interview.nearest(part, besides=named) for part in parts_of(one))
    number = next((number for _, number in found if number), 0)
    return f"Answer {number} comes near it too. {halves.note}" if number else halves.note


def _unshown(one: Requirement, found: _Found, cv: WrittenCv, interview: Interview) -> _Found:
    """With what was said of it all the same, or what is found in the CV instead."""
    is_missing = bool(cv.text) and not (found.written or cv.may_hold(one))
    spoken, number = interview.spoken(one)
    if spoken:
        heard = replace(found.heard, quote=spoken, number=number)
        note = _on_spoken(spoken, one) + _UNWRITTEN * is_missing
        return replace(found, heard=heard, state=Shown.SPOKEN_OF, note=note)
    same, number = interview.retold(one)
    if same:
        heard = replace(found.heard, quote=same, number=number)
        return replace(found, heard=heard, state=Shown.EVIDENCED)
    near, number = interview.nearest(one)
    if near:
        heard = replace(found.heard, quote=near, number=number)
        return replace(found, heard=heard, note=_READY + _UNWRITTEN * is_missing)
    is_curious = is_missing and interview.is_asked_about(one)
    if one.sort is Sort.SKILL and is_missing and not interview.names(one):
        return replace(found, note=f"{_NOWHERE} {_CURIOUS}" if is_curious else _NOWHERE)
    note = _still_to_do(one, found, cv, is_missing=is_missing)
    return replace(found, note=f"{note} {_CURIOUS}".strip() if is_curious else note)


def _on_spoken(spoken: str, one: Requirement) -> str:
    if names_deed(spoken, one):
        return _CASE
    return _READY if is_everyday(spoken) else _SPOKEN


def _still_to_do(one: Requirement, found: _Found, cv: WrittenCv, *, is_missing: bool) -> str:
    if found.heard.aimed and not found.heard.asked:
        return _READY
    if one.wanted is Wanted.NICE and is_missing:
        return _nearest(one, cv)
    is_named = one.wanted is Wanted.DUTY and is_list(found.written)
    return _LISTED if is_named else found.note


def _all_written(one: Requirement, cv: WrittenCv) -> bool:
    """Whether the CV has a line for each part."""
    return all(cv.line_for(part) for part in parts_of(one))


def _by_skill(
    one: Requirement, heard: Heard, cv: WrittenCv, interview: Interview
) -> tuple[Heard, str]:
    """Where the CV shows the years, an answer need only show the skill; of the others a note."""
    parts = [
        replace(one, name=said, text=said, sort=Sort.SKILL, skills={skill: said}, least=0)
        for skill, said in one.skills.items()
    ]
    told = {part.name: interview.heard(part) for part in parts}
    shown = {name: each for name, each in told.items() if each.quote}
    if not shown:
        return heard, ""
    written = [part for part in parts if part.name not in shown and cv.line_for(part)]
    note = f"{listed([f'“{part.name}”' for part in written])} only in your CV." if written else ""
    best = next(iter(shown.values()))
    numbers = {each for one in shown.values() for each in (one.number, *one.also)}
    also = tuple(sorted(numbers - {best.number})[:MOST_ALSO])
    return replace(best, asked=heard.asked, also=also), note


def _nearest(one: Requirement, cv: WrittenCv) -> str:
    """What a CV has instead of a wish that it surely has not."""
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
