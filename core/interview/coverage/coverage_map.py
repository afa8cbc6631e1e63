"""How far each thing that the advert asks for came up: asked about, and shown by an answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import groupby

from core.interview.answers.blaming import blames
from core.interview.answers.replies import is_order
from core.interview.answers.stories import told_before
from core.interview.coverage.asking import (
    BY_PROOF,
    Put,
    asks,
    asks_in_words,
    comes_near,
    is_from,
    proof_of,
    questions_put,
    worth,
)
from core.interview.coverage.requirement import Requirement, Sort
from core.interview.coverage.requirements import requirements_in
from core.interview.coverage.shown import (
    Told,
    names_skill,
    strength,
    told,
)
from core.interview.coverage.written import WrittenCv, is_list
from core.interview.reading import read_job
from core.interview.reading.entries import whole
from core.interview.words.language import is_english
from core.interview.words.text import clip, sentences
from core.models import Demand, InterviewSession, Shown, Wanted
from core.models.telling import listed

MOST = 24  # parts; must-haves, wishes and every duty
LONGEST_QUOTE, LONGEST_SENTENCE = 200, 400
MOST_ALSO = 2  # further answers that are named
SURE = 2  # how strong a sentence has to be, so that the question put for it goes before others


@dataclass(frozen=True, slots=True)
class Heard:
    """Where a requirement was asked about, and the sentence that shows it, if one does.

    `near` holds questions that were put because of it and asked for something else. Without a
    quote `number` is that of an answer which tells own steps and does not name it.
    """

    asked: tuple[int, ...]
    quote: str = ""
    number: int = 0
    also: tuple[int, ...] = ()
    near: tuple[int, ...] = ()


class Interview:
    """What was asked and told, looked through for one requirement after the other."""

    def __init__(self, session: InterviewSession) -> None:
        self._questions = list(questions_put(session))
        self._told = list(_told(session))
        told = ((told_before(session, story), story.number) for story in session.stories)
        self._again = {before: number for before, number in told if before}

    def again(self, number: int) -> int:
        """The later question that got the same story as this one, or 0."""
        return self._again.get(number, 0)

    def names(self, one: Requirement) -> bool:
        """Whether an answer speaks of one of its skills, as done or not."""
        return any(names_skill(each, one) for each in self._told)

    def heard(self, one: Requirement) -> Heard:
        """Of all answers the sentence that shows it best, the earliest of equals.

        The answer to the question that was put because of it goes before the others.
        """
        asking = [question for question in self._questions if asks(question, one)]
        asked = _numbers(asking)
        found = self._found(one)
        put = _numbers(question for question in self._questions if is_from(question, one))

        def rank(pair: tuple[int, Told]) -> tuple[bool, int]:
            return pair[1].number in put and pair[0] >= SURE, pair[0]

        best, sentence = max(found, key=rank, default=(0, None))
        if not best or sentence is None:
            near = _numbers(question for question in self._questions if comes_near(question, one))
            return Heard(asked, number=next((q.number for q in asking if q.proof), 0), near=near)
        strong = {told.number for worth, told in found if worth >= BY_PROOF}
        others = sorted(strong - {sentence.number} - set(self._again.values()))
        quote = clip(sentence.text, LONGEST_SENTENCE)
        return Heard(asked, quote, sentence.number, also=tuple(others[:MOST_ALSO]))

    def _found(self, one: Requirement) -> list[tuple[int, Told]]:
        """Each sentence that may show it, with how well."""
        named = set(_numbers(q for q in self._questions if asks_in_words(q, one)))
        found = [(strength(each, one, asked=each.number in named), each) for each in self._told]
        proofs = ((question, proof_of(question, one)) for question in self._questions)
        found += [(worth(q, one), told(text, q.number, q.answer)) for q, text in proofs if text]
        return found


def _numbers(questions: Iterable[Put]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(question.number for question in questions))


@lru_cache(maxsize=4)  # for the map of the demands and for the advice on the CV
def interview_of(session: InterviewSession) -> Interview:
    return Interview(session)


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
    if heard.quote and (again := interview.again(heard.number)):
        note = f"{note} You told that story again in answer {again}.".strip()
    unproven = Shown.ASKED if heard.asked else Shown.NOT_ASKED
    near = () if heard.quote else heard.near
    is_open = one.sort is Sort.SKILL and bool(cv.text) and not (written or cv.may_hold(one))
    is_nowhere = is_open and not interview.names(one)
    return Demand(
        name=one.name,
        job_quote=one.line,
        state=Shown.EVIDENCED if heard.quote else unproven,
        asked=heard.asked or near,
        cv_quote=written,
        answer_quote=heard.quote,
        number=heard.number,
        wanted=one.wanted,
        note="Found neither in your CV nor in your answers." if is_nowhere else note,
        also=heard.also,
    )


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


def _told(session: InterviewSession) -> Iterator[Told]:
    """Each sentence where it was said first."""
    seen = set[str]()
    for story in session.stories:
        for exchange in story.exchanges:
            pieces = sentences(exchange.answer) if is_english(exchange.answer) else ()
            for text in pieces:
                if text not in seen and not (is_order(text) or blames(text)):
                    yield told(text, story.number, exchange.answer)
                seen.add(text)
