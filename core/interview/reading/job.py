"""What a job description asks for, each thing with the words that it rests on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from core.interview.reading.competencies import stems_of, weigh
from core.interview.reading.families import family_of
from core.interview.reading.line import Line
from core.interview.reading.lines import read_lines
from core.interview.reading.needs import Need
from core.interview.reading.seniority import level_of, years_named
from core.interview.skills import Mention, find_skills
from core.interview.words.patterns import regex
from core.interview.words.text import content_stems, words
from core.models import Competency, Job, Level

MOST_NEEDS = 200
MOST_LINES = 4_000
_SEEKS = regex(r"(?i)\b(?:look(?:s|ing)?\s+for|seek(?:s|ing)?|hiring|recruiting|wanted)\b")


@dataclass(frozen=True, slots=True)
class JobReading:
    """Every quote stands verbatim in the advert.

    `family` is empty when none was recognised. `weights` are shares that add up to about 1.
    `skills` maps each skill that the advert names to its line. `level` is None when neither the
    title nor the text says it; `level_quote` is what says it. `lines` are those that are no
    boilerplate.
    """

    needs: tuple[Need, ...]
    family: str
    skills: dict[str, str]
    weights: dict[Competency, float]
    quotes: dict[Competency, str]
    duties: tuple[str, ...] = ()
    level: Level | None = None
    level_quote: str = ""
    lines: tuple[Line, ...] = ()

    @property
    def must_haves(self) -> tuple[Need, ...]:
        return tuple(need for need in self.needs if need.must)

    @property
    def nice_to_haves(self) -> tuple[Need, ...]:
        return tuple(need for need in self.needs if not need.must)


@lru_cache(maxsize=8)  # a plan and a feedback ask for it many times
def read_job(job: Job) -> JobReading:
    """One pass over the advert: the time grows with its length, and skills are looked up once."""
    advert = job.description
    lines = list(read_lines(advert, content_stems(f"{job.title} {job.company}")))[:MOST_LINES]
    named = _skills_by_line(advert, lines)
    relevant = [line for line in lines if not line.is_boilerplate]
    weights, quotes = weigh(relevant, _words_of_skills(advert, named))
    level, level_quote = level_of(job.title, advert, lines)
    return JobReading(
        needs=_needs(advert, [x for x in relevant if not _names_the_job(x, job, named)], named),
        family=family_of(job.title, advert, relevant, skill_families(relevant, named)),
        skills={
            mention.skill.name: line.text
            for line in reversed(relevant)
            for mention in named.get(line.start, ())
        },
        weights=weights,
        quotes=quotes,
        duties=tuple(dict.fromkeys(line.text for line in relevant if line.is_duty)),
        level=level,
        level_quote=level_quote,
        lines=tuple(relevant),
    )


def skill_families(lines: Sequence[Line], named: Mapping[int, Sequence[Mention]]) -> Counter[str]:
    """How many different skills of each family the lines name."""
    mentions = (mention for line in lines for mention in named.get(line.start, ()))
    families = {mention.skill.name: mention.skill.family for mention in mentions}
    return Counter(families.values())


def _needs(
    advert: str, lines: Sequence[Line], named: Mapping[int, Sequence[Mention]]
) -> tuple[Need, ...]:
    """What is asked for, each thing once. Where it is too much, the wishes go first."""
    needs: dict[str, Need] = {}
    for line in lines:
        if line.text not in needs and (line.is_must or line.is_nice):
            mentions = reversed(named.get(line.start, ()))
            skills = {m.skill.name: advert[m.start : m.end] for m in mentions}
            needs[line.text] = Need(line.text, line.is_must, dict(reversed(skills.items())))
    kept = sorted(needs.values(), key=lambda need: not need.must)[:MOST_NEEDS]
    quotes = {need.quote for need in kept}
    return tuple(need for need in needs.values() if need.quote in quotes)


def _names_the_job(line: Line, job: Job, named: Mapping[int, Sequence[Mention]]) -> bool:
    """Whether it says which job it is, and asks for nothing beside: "We look for a nurse"."""
    if not _SEEKS.search(line.text) or years_named(line.text) is not None:
        return False
    asked = [job.description[m.start : m.end] for m in named.get(line.start, ())]
    return bool(asked) and set(words(" ".join(asked))) <= set(words(job.title))


def _skills_by_line(advert: str, lines: Sequence[Line]) -> dict[int, list[Mention]]:
    """The skills inside each line, by the place where the line begins."""
    named: dict[int, list[Mention]] = {}
    rest = iter(lines)
    line = next(rest, None)
    for mention in find_skills(advert):
        while line and line.start + len(line.text) < mention.end:
            line = next(rest, None)
        if line and line.start <= mention.start:
            named.setdefault(line.start, []).append(mention)
    return named


def _words_of_skills(
    advert: str, named: Mapping[int, Sequence[Mention]]
) -> dict[int, frozenset[str]]:
    return {
        start: stems_of(word for m in mentions for word in words(advert[m.start : m.end]))
        for start, mentions in named.items()
    }
