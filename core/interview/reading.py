"""What the job description asks for and what the CV claims, each with its verbatim quote."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache

from core.interview.advert import Line, Section, is_boilerplate, is_must, is_nice, read_lines
from core.interview.skills import Mention, find_skills, skill_names
from core.interview.tables import table
from core.interview.text import clip, content_stems, sentences, stem, words
from core.models import Competency, Job

LONGEST_QUOTE = 200
MOST_NEEDS = 60
MOST_LINES = 4_000
COVERED = 0.6  # share of a need's words that one line of the CV has to show
TITLE_WEIGHT = 5
SKILL_WEIGHT = 2
LEAST_SHARE, MOST_SHARE = 0.1, 0.3
_OR = r"(?i)\bor\b|/|such as|e\.g\."


@dataclass(frozen=True, slots=True)
class Need:
    """One line of the advert that asks for something. `must` is False for a wish.

    `skills` maps the skills that it names to their spelling in the line.
    """

    quote: str
    must: bool
    skills: dict[str, str]


@dataclass(frozen=True, slots=True)
class JobReading:
    """`family` is empty when none was recognised; `weights` are shares that add up to about 1."""

    needs: tuple[Need, ...]
    family: str
    skills: dict[str, str]
    weights: dict[Competency, float]
    quotes: dict[Competency, str]

    @property
    def must_haves(self) -> tuple[Need, ...]:
        return tuple(need for need in self.needs if need.must)


@dataclass(frozen=True, slots=True)
class CvReading:
    """`skills` maps each claimed skill to the line that it stands in; `lines` have their stems."""

    lines: dict[str, frozenset[str]]
    skills: dict[str, str]
    stems: frozenset[str]


def read_job(job: Job) -> JobReading:
    title = content_stems(f"{job.title} {job.company}")
    lines = list(read_lines(job.description, title))[:MOST_LINES]
    needs = [
        Need(line.text, is_must(line), spellings(line.text))
        for line in lines
        if is_must(line) or is_nice(line)
    ]
    relevant = [line for line in lines if not is_boilerplate(line)]
    weights, quotes = _competencies(relevant)
    skills = {name: line.text for line in relevant for name in skill_names(line.text)}
    return JobReading(
        needs=tuple(needs[:MOST_NEEDS]),
        family=_family(job.title, relevant),
        skills=skills,
        weights=weights,
        quotes=quotes,
    )


def read_cv(text: str) -> CvReading:
    bare = (line.strip(" \t-*•·▪◦●\u2013") for line in text.splitlines())
    lines = list(dict.fromkeys(filter(None, bare)))[:MOST_LINES]
    skills = {name: _line_of(text, mention) for name, mention in skill_names(text).items()}
    return CvReading({line: content_stems(line) for line in lines}, skills, content_stems(text))


def gap_between(need: Need, cv: CvReading) -> str:
    """What the need asks for and the CV does not show, in the advert's words; empty when it does.

    Of several skills in one line all are asked for, unless the line says "or".
    """
    missing = [spelled for name, spelled in need.skills.items() if name not in cv.skills]
    if not need.skills:
        return "" if shown_in(need, cv) else need.quote
    if len(missing) == len(need.skills):
        return need.quote
    has_choice = re.search(_OR, need.quote) is not None
    return "" if has_choice or not missing else missing[0]


def shown_in(need: Need, cv: CvReading) -> str:
    """A line of the CV that shows what the need asks for, or an empty string."""
    for skill in need.skills:
        if skill in cv.skills:
            return cv.skills[skill]
    asked = content_stems(need.quote) - _need_noise()
    if need.skills or not asked or len(asked & cv.stems) < COVERED * len(asked):
        return ""
    best = max(cv.lines, key=lambda line: len(asked & cv.lines[line]))
    found = len(asked & cv.lines[best])
    return clip(best, LONGEST_QUOTE) if found >= COVERED * len(asked) else ""


def spellings(line: str) -> dict[str, str]:
    """The skills named in a line, as they are spelled there."""
    return {name: line[m.start : m.end] for name, m in skill_names(line).items()}


def shows(cv: CvReading, competency: Competency) -> bool:
    """Whether anything in the CV speaks for a history in this competency."""
    return not cv.stems.isdisjoint(competency_stems(competency))


@cache
def competency_stems(competency: Competency) -> frozenset[str]:
    return frozenset(map(stem, table("cues")["competency"][competency.value]))


@cache
def _telling_stems(competency: Competency) -> frozenset[str]:
    return frozenset(map(stem, table("cues")["telling"][competency.value]))


def _bare_stems(line: str) -> frozenset[str]:
    """The stems outside the names of skills: "Advanced Life Support" speaks of no support."""
    found = find_skills(line)
    ends = [0, *(mention.end for mention in found)]
    starts = [*(mention.start for mention in found), len(line)]
    kept = (line[end:start] for end, start in zip(ends, starts, strict=True))
    return content_stems(" ".join(kept))


@cache
def _need_noise() -> frozenset[str]:
    """Words of a demand that say nothing about what is demanded."""
    return frozenset(map(stem, table("cues")["noise"]))


def _line_of(text: str, mention: Mention) -> str:
    """The line around a mention, or its sentence where the line is very long.

    Of an endless sentence only the name itself is left, since no piece of it can stand alone.
    """
    start = text.rfind("\n", 0, mention.start) + 1
    end = text.find("\n", mention.end)
    line = text[start : end if end >= 0 else len(text)].strip(" \t\r-*•·▪◦●\u2013")
    if len(line) <= LONGEST_QUOTE:
        return line
    name = text[mention.start : mention.end]
    around = (s for s in sentences(line) if name in s and len(s) <= LONGEST_QUOTE)
    return next(around, name)


def _family(title: str, lines: list[Line]) -> str:
    """The job family whose words the title and the description use most."""
    in_title = f" {' '.join(words(title))} "
    counts = Counter(word for line in lines for word in words(line.text))
    used = f" {' '.join(counts)} "
    skills = skill_families(lines)

    def votes(family: str) -> float:
        named = [t for t in table("families")[family]["titles"] if f" {t} " in in_title]
        said = sum(f" {word} " in used for word in table("families")[family]["words"])
        longest = max((len(name.split()) for name in named), default=0)
        return TITLE_WEIGHT * (longest + len(named)) + said + skills[family] / SKILL_WEIGHT

    best = max(table("families"), key=votes)
    return best if votes(best) >= SKILL_WEIGHT else ""


def skill_families(lines: list[Line]) -> Counter[str]:
    mentions = {n: m for line in lines for n, m in skill_names(line.text).items()}
    return Counter(mention.skill.family for mention in mentions.values())


def _competencies(lines: list[Line]) -> tuple[dict[Competency, float], dict[Competency, str]]:
    """Cue words counted over the duties and demands, demands twice, each share between 10 and 30 %.

    After the blueprint of structured interviewing: weigh by what the job asks for, but let nothing
    take over and nothing vanish.
    """
    counts = dict.fromkeys(Competency, 1.0)
    quotes: dict[Competency, tuple[int, str]] = {}
    for line in lines:
        stems = content_stems(line.text)
        factor = 2 if is_must(line) or line.section is Section.MUST else 1
        for competency in Competency:
            hits = len(stems & competency_stems(competency))
            counts[competency] += hits * factor
            told = factor * len(_bare_stems(line.text) & _telling_stems(competency))
            if told > quotes.get(competency, (0, ""))[0]:
                quotes[competency] = (told, line.text)
    total = sum(counts.values())
    shares = {c: min(max(n / total, LEAST_SHARE), MOST_SHARE) for c, n in counts.items()}
    whole = sum(shares.values())
    weights = {competency: share / whole for competency, share in shares.items()}
    return weights, {competency: quote for competency, (_, quote) in quotes.items()}
