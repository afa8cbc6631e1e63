"""What suits the job best: of the field's questions, the CV's skills and the advert's demands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cache
from math import log

from core.interview.planning.bank import RoleQuestion
from core.interview.planning.demands import WORDS_OF_A_DEMAND, demand_in
from core.interview.planning.shapes import is_paper
from core.interview.reading import CvReading, JobReading, Need, is_plainly_missing
from core.interview.skills import credentials
from core.interview.words.tables import table
from core.interview.words.text import content_stems, stem, words
from core.models import Competency

ROOT = 5  # letters that "medicines" and "medication" have in common
OF_THE_POINTS = 3  # what all key points together are worth, beside words of the question


def closeness(questions: Sequence[RoleQuestion], job: JobReading) -> dict[str, float]:
    """How much each question, by its text, has to do with what the advert asks for; 0 for nothing.

    Words that many of the questions have tell little of any of them.
    """
    asked = frozenset(r for line in job.lines if line.is_asked for r in _roots(line.text))
    said = asked or frozenset(r for line in job.lines for r in _roots(line.text))
    held = {q.text: (_roots(q.text), _short(_points(q))) for q in questions}
    spread = Counter(root for own, points in held.values() for root in own | points)
    worth = {root: log((len(held) + 1) / count) for root, count in spread.items()}

    def sum_of(roots: frozenset[str]) -> float:
        return sum(worth[root] for root in sorted(roots))

    return {
        text: sum_of(own & said) + OF_THE_POINTS * sum_of(points & said) / (sum_of(points) or 1)
        for text, (own, points) in held.items()
    }


def by_rank(skills: Sequence[str], job: JobReading) -> list[str]:
    """Skills of the advert, those first that it names in most lines, and then earliest."""
    texts = [line.text for line in job.lines]

    def rank(name: str) -> tuple[int, int]:
        forms = {name, *(need.skills[name] for need in job.needs if name in need.skills)}
        naming = [at for at, text in enumerate(texts) if any(_names(text, form) for form in forms)]
        told = job.skills[name]
        first = texts.index(told) if told in texts else len(texts)
        return -max(len(naming), 1), min([*naming, first])

    return sorted(skills, key=rank)


def is_the_job(skill: str, title: str) -> bool:
    """Whether it is the whole field or the job itself, such as nursing to a nurse."""
    if skill.lower() in table("cues")["sectors"]:
        return True
    spoken = words(title)
    literal = all(word in spoken for word in words(skill))
    return not literal and {stem(w) for w in words(skill)} <= {stem(w) for w in spoken}


def clearest_first(needs: Sequence[Need], cv: CvReading) -> list[Need]:
    """What makes the clearest question comes first: a skill that one uses, in a short line."""
    return sorted(needs, key=lambda need: (*_is_unclear(need), not is_plainly_missing(need, cv)))


def is_soft(need: Need) -> bool:
    """Whether it asks for what every story shows anyway, such as "communication skills"."""
    return not need.skills and not _soft_stems().isdisjoint(content_stems(need.quote))


def _is_unclear(need: Need) -> tuple[bool, bool, bool, bool]:
    is_used = any(skill not in credentials() for skill in need.skills)
    is_long = len(need.quote.split()) > WORDS_OF_A_DEMAND
    return is_soft(need), is_paper(demand_in(need.quote)), not is_used, is_long


def _names(text: str, skill: str) -> bool:
    return f" {' '.join(words(skill))} " in f" {' '.join(words(text))} "


def _points(question: RoleQuestion) -> frozenset[str]:
    return frozenset[str]().union(*(point.stems for point in question.points))


def _roots(text: str) -> frozenset[str]:
    return _short(content_stems(text))


def _short(stems: frozenset[str]) -> frozenset[str]:
    return frozenset(each[:ROOT] for each in stems)


@cache
def _soft_stems() -> frozenset[str]:
    told = table("cues")["telling"].items()
    lists = (said for name, said in told if name != Competency.ROLE_KNOWLEDGE.value)
    return frozenset(stem(word) for said in lists for word in said)
