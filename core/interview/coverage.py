"""How far each must-have of the advert came up: asked about, and shown by an answer."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from math import ceil

from core.interview.acts import OWN_ACT, is_act
from core.interview.blaming import blames
from core.interview.demands import can_be_quoted, demand_in
from core.interview.difficulty import topics_put
from core.interview.entries import whole
from core.interview.language import is_english
from core.interview.proof import proof
from core.interview.reading import CvReading, Need, gap_between, read_cv, read_job, shown_in
from core.interview.replies import is_order
from core.interview.signals import read_answer
from core.interview.skills import credentials, implied, skill_names
from core.interview.stories import said
from core.interview.tables import table
from core.interview.text import clip, content_stems, sentences, stem
from core.models import Demand, InterviewSession, Shown

MOST = 40
LONGEST_QUOTE, LONGEST_SENTENCE = 200, 400
COVERED = 0.6  # share of a demand's words that a sentence or a question has to hold
_OR = re.compile(r"(?i)\bor\b|/|such as|e\.g\.|\bone of\b|similar|equivalent")
_NOT_DONE = re.compile(
    r"(?i)\b(?:not|never|no|without|hardly|wish|would|could|should|want to|like to|hope|if|plan to"
    r"|heard|read about)\b|n['\u2019]t\b"
)
_HALF = re.compile(r"(?:what|who|whom|whatever|when|where|how|that|which)\b")
_I = re.compile(r"\bI\b")
_FACT = re.compile(r"\d|\b(?:since|years?|months?|every (?:day|week|shift)|daily)\b")
_HOLDS = re.compile(r"\bI(?:['\u2019]m| am|['\u2019]ve| have)\b")


@dataclass(frozen=True, slots=True)
class _Asked:
    """A must-have: one skill of the line, several to choose from, or none but its words."""

    name: str
    need: Need
    skills: frozenset[str]
    stems: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Sentence:
    """Of a question `rests_on` is the line of the advert that it was asked for.

    `proof` is the sentence by which its answer shows that as a whole.
    """

    text: str
    number: int
    skills: frozenset[str]
    stems: frozenset[str]
    rests_on: str = ""
    proof: str = ""


def demands(session: InterviewSession) -> tuple[Demand, ...]:
    """In the order of the advert; none for an advert in another language than English."""
    if not is_english(session.job.description):
        return ()
    job = read_job(session.job)
    must = [one for need in job.must_haves for one in _parts(need)][:MOST]
    text = session.cv.text if session.cv else ""
    cv = read_cv(text)
    questions, told = list(_questions(session)), list(_told(session))
    return tuple(
        _demand(one, whole(clip(_shown_in(cv, one), LONGEST_QUOTE), text), questions, told)
        for one in must
    )


def _parts(need: Need) -> Iterator[_Asked]:
    """Each skill of a line on its own, unless the line leaves the choice."""
    name = demand_in(need.quote) or clip(need.quote, LONGEST_QUOTE)
    if _HALF.match(name) and can_be_quoted(need.quote):
        name = clip(need.quote, LONGEST_QUOTE).rstrip(" .;")
    if not can_be_quoted(name):
        return
    stems = content_stems(need.quote) - _noise()
    if len(need.skills) > 1 and not _OR.search(need.quote):
        for skill, spelled in need.skills.items():
            yield _Asked(spelled, need, frozenset((skill,)), frozenset())
    elif need.skills or stems:
        yield _Asked(name, need, frozenset(need.skills), stems)


def _demand(
    one: _Asked, cv_quote: str, questions: Iterable[_Sentence], told: Iterable[_Sentence]
) -> Demand:
    asked = (q.number for q in questions if _is_about(q, one) or _rests_on(q, one))
    numbers = tuple(dict.fromkeys(asked))
    evidence = next((s for s in told if _is_about(s, one) and _is_shown(s.text, one)), None)
    evidence = evidence or next(
        (_proved(q) for q in questions if _rests_on(q, one) and q.proof), None
    )
    unproven = Shown.ASKED if numbers else Shown.NOT_ASKED
    return Demand(
        name=one.name,
        job_quote=one.need.quote,
        state=Shown.EVIDENCED if evidence else unproven,
        asked=numbers,
        cv_quote=cv_quote,
        answer_quote=clip(evidence.text, LONGEST_SENTENCE) if evidence else "",
        number=evidence.number if evidence else 0,
    )


def _shown_in(cv: CvReading, one: _Asked) -> str:
    """The line of the CV that shows what is asked for; empty where none does."""
    if one.skills:
        return _first(cv.skills, one.skills)
    return "" if gap_between(one.need, cv) else shown_in(one.need, cv)


def _first(lines: Mapping[str, str], skills: frozenset[str]) -> str:
    """The line of the CV with one of the skills, or with one that implies it."""
    names = (name for name in lines if skills & ({name} | implied(name)))
    return next((lines[name] for name in names), "")


def _rests_on(question: _Sentence, one: _Asked) -> bool:
    """The question was asked because of this line; of a line with skills it has to name one."""
    return not one.skills and bool(question.rests_on) and question.rests_on in one.need.quote


def _proved(question: _Sentence) -> _Sentence:
    return replace(question, text=question.proof)


def _is_about(sentence: _Sentence, one: _Asked) -> bool:
    if one.skills:
        return bool(one.skills & sentence.skills)
    return len(one.stems & sentence.stems) >= max(1, ceil(COVERED * len(one.stems)))


def _is_shown(text: str, one: _Asked) -> bool:
    """An own act, or a fact about oneself; of a licence it is enough to hold it."""
    if _NOT_DONE.search(text) or is_order(text) or blames(text):
        return False
    if any(map(is_act, re.findall(OWN_ACT, text))):
        return True
    if one.skills & credentials():
        return _HOLDS.search(text) is not None
    return _I.search(text) is not None and _FACT.search(text) is not None


def _questions(session: InterviewSession) -> Iterator[_Sentence]:
    """What was asked on each topic, with the demand and the skill that it was planned for."""
    for story, topic in zip(session.stories, topics_put(session), strict=True):
        aim = f"{topic.question.need} {topic.question.skill}"
        shown = proof(read_answer(said(story), topic.question))
        for exchange in story.exchanges:
            asked = _sentence(f"{exchange.question.content} {aim}", story.number)
            yield replace(asked, rests_on=topic.question.quote, proof=shown)


def _told(session: InterviewSession) -> Iterator[_Sentence]:
    for story in session.stories:
        for exchange in story.exchanges:
            if is_english(exchange.answer):
                for text in sentences(exchange.answer):
                    yield _sentence(text, story.number)


def _sentence(text: str, number: int) -> _Sentence:
    names = frozenset(skill_names(text))
    return _Sentence(text, number, names.union(*map(implied, names)), content_stems(text))


@cache
def _noise() -> frozenset[str]:
    """Words of a demand that say nothing about what is demanded."""
    return frozenset(map(stem, table("cues")["noise"]))
