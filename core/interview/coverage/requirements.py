"""What the advert asks for, each thing once and of the form that it has: years, a sum, a licence.

A line falls into two only where both halves can be shown on their own ("medication rounds and wound
care"); "a cloud platform, preferably AWS" and "business-to-business sales" stay one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache
from itertools import pairwise

from core.interview.coverage.amounts import MONEY, amounts
from core.interview.coverage.requirement import Requirement, Sort, leaves_a_choice
from core.interview.planning.demands import can_be_quoted, demand_in
from core.interview.planning.fit import is_the_job
from core.interview.reading import JobReading, Need, Section, is_held, spellings, years_named
from core.interview.skills import all_skills, credentials, implied, known_by_name
from core.interview.words.meaning import (
    asks_when,
    roots,
    task_roots,
    tasks,
    times_in,
    traits_asked,
)
from core.interview.words.patterns import regex
from core.interview.words.text import clip, words
from core.models import Wanted

MOST = 24  # lines
MOST_MUSTS = 9
ALIKE, MOSTLY = 0.6, 0.4  # share of the fewer and of the more roots by which two say the same
LONGEST_NAME = 200
FEWEST_BEFORE = 2  # skills before examples that they are none of
FEWEST_ROOTS = 2  # of a half of a duty
# Behind one of these stand examples; what stands far before it is what they are examples of.
_EXAMPLES = regex(r"(?i)[,(\s]+(?:such\s+as|like|e\.g\.?|for\s+example|including|prefer\w*)\s")
_TOGETHER = regex(r"[\s-]*")
_LEAD = regex(
    r"(?i)^.*?\b(?:experience|knowledge|understanding|command|background|skills?|confiden\w+)"
    r"\s+(?:with|of|in)\s+(?:the\s+|both\s+)?"
)
# "As a nurse, you will be responsible for the ward": the title is no demand.
_AS_WHO = regex(
    r"(?i)^as\s+(?:an?|our|the)\s+[^,.;]{3,60},\s+(?:you\s+(?:will|shall|are)\s+(?:be\s+)?)?"
    r"(?:responsible\s+for\s+)?"
)
_AND = regex(r"\s+and\s+|\s*&\s*")
_AND_ABLE = regex(
    r"(?<!\bable)(?<!\bwilling)(?<!\bready),?\s+and\s+"
    r"(?=(?:able|willing|prepared|available|ready|happy)\b)"
)
_AND_DOES = regex(r",?\s+and\s+(?=[a-z]+\s)")
_MORE = regex(
    r"(?i)\b(?:of|with|in|for|to|at|on|by|from|that|which|who|or|is|are|be|would)\b|[,;:()]"
)
_HALF = regex(r"(?:what|who|whom|whatever|when|where|how|that|which)\b")
_PAPER = regex(
    r"(?i)\b(?:(?<!\bof\s)(?<!\bdue\s)course(?!\s+of)|diploma|certificat(?:e|ion)|qualification|licen[cs]e"
    r"|permit|degree(?!\s+of))\b"
)
_ODD = regex(r"[A-Z]{2}|\d|[a-z][A-Z]")
LONGEST_HALF = 3  # words


def requirements_in(job: JobReading, title: str = "") -> tuple[Requirement, ...]:
    """Must-haves, main duties and wishes in the advert's order, from at most 24 of its lines.

    Of the duties those come first that name a tool; a skill that is the whole job of this title is
    left out. A duty that a must-have asks for already says so.
    """
    sections = {line.text: line.section for line in job.lines}
    musts, duties = list[Need](), list[str](line for line in job.duties)
    for need in job.must_haves:
        is_duty = need.quote in duties and sections.get(need.quote) is Section.DUTY
        if not (is_duty and _is_loose(need)):
            musts.append(need)
    wanted = list(_each(musts[:MOST_MUSTS], Wanted.MUST, title))
    asked = [need.quote for need in musts]
    wishes = list(_each(job.nice_to_haves, Wanted.NICE, title))
    known = frozenset(skill for one in wanted for skill in one.skills)
    tasks = [one for line in duties if line not in asked for one in _duty(line, known, wanted)]
    named = [one for one in tasks if one.sort is Sort.SKILL]
    plain = [one for one in tasks if one.sort is not Sort.SKILL]
    lines = list(dict.fromkeys(one.line for one in (*wanted, *named, *wishes, *plain)))[:MOST]
    return tuple(one for one in _once([*wanted, *tasks, *wishes]) if one.line in lines)


def _is_loose(need: Need) -> bool:
    """A task that only reads like a demand: it names no years, no paper and no "experience"."""
    has_years = years_named(need.quote) is not None
    return not (has_years or is_held(need) or re.search(r"(?i)\bexperience|\bmust\b", need.quote))


def _each(needs: Iterable[Need], wanted: Wanted, title: str) -> Iterator[Requirement]:
    for need in needs:
        kept = _asked_for(need)
        before = {skill: said for skill, said in need.skills.items() if skill not in kept}
        if len(before) < FEWEST_BEFORE:
            yield from _parts(replace(need, skills=kept), wanted, title)
            continue
        # "HTML, CSS, and frameworks such as React": the examples are only of the last of them.
        yield from _parts(Need(need.quote, need.must, before), wanted, title, is_list=True)
        text = need.quote[min(need.quote.find(spelled) for spelled in kept.values()) :]
        yield _made(_name(text), need.quote, text, kept, wanted)


def _asked_for(need: Need) -> dict[str, str]:
    """Its skills; of "CSS preprocessors like Sass" it is not CSS that is asked for."""
    examples = _EXAMPLES.search(need.quote)
    if examples is None:
        return need.skills
    kept = {
        skill: spelled
        for skill, spelled in need.skills.items()
        if need.quote.find(spelled) + len(spelled) >= examples.start()
    }
    return kept or need.skills


def _parts(
    need: Need, wanted: Wanted, title: str, *, is_list: bool = False
) -> Iterator[Requirement]:
    """One, or one for each part that can be shown on its own; none where it cannot be quoted."""
    if not can_be_quoted(_name(need.quote)):
        return
    if _counts(need.quote) is None and not is_held(need):
        is_list = is_list or not (leaves_a_choice(need.quote) or _is_one(need))
        if len(need.skills) > 1 and is_list:
            for skill, spelled in need.skills.items():
                if not is_the_job(skill, title):
                    yield _made(spelled, need.quote, spelled, {skill: spelled}, wanted)
            return
        halves = _halves(need)
        yield from (_made(half, need.quote, half, _within(half, need), wanted) for half in halves)
        if halves:
            return
    text = _AS_WHO.sub("", need.quote)
    one = _made(_name(text), need.quote, text, _within(text, need), wanted)
    if one.skills or one.roots:
        yield one


def _made(
    name: str, line: str, text: str, skills: Mapping[str, str], wanted: Wanted
) -> Requirement:
    counted = _counts(text)
    sort, least = counted or (_sort(text, skills), 0.0)
    return Requirement(name, line, text, wanted, sort, skills, least)


def _counts(text: str) -> tuple[Sort, float] | None:
    years = years_named(text)
    if years is not None:
        return Sort.YEARS, float(years)
    sums = [amount.value for amount in amounts(text) if amount.unit == MONEY]
    return (Sort.SUM, max(sums)) if sums else None


def _sort(text: str, skills: Mapping[str, str]) -> Sort:
    if asks_when(text) and (times_in(text) or "travel" in text.lower()):
        return Sort.TIME
    if is_held(Need(text, must=True, skills=dict(skills))) or _PAPER.search(text):
        return Sort.PAPER
    if credentials() & skills.keys():
        return Sort.PAPER
    if skills.keys() - _soft():
        return Sort.SKILL
    return Sort.TRAIT if traits_asked(text) else Sort.WORK


def _halves(need: Need) -> tuple[str, ...]:
    """The two parts of a line, where each is a thing of its own; empty for a line that is one."""
    line = need.quote.strip(" .;,")
    if cut := _AND_ABLE.search(line):
        return line[: cut.start()].strip(" ,"), line[cut.end() :]
    lead = _LEAD.match(line)
    parts = _AND.split(line[lead.end() :]) if lead else []
    if len(parts) != len(("left", "right")) or any(_MORE.search(part) for part in parts):
        return ()
    left, _ = parts
    is_named = bool(_within(left, need))
    is_whole = is_named or len(words(left)) > 1
    return tuple(parts) if is_whole and all(len(words(p)) <= LONGEST_HALF for p in parts) else ()


def _within(half: str, need: Need) -> dict[str, str]:
    return {skill: spelled for skill, spelled in need.skills.items() if spelled in half}


def _is_one(need: Need) -> bool:
    """Whether its skills stand side by side and so name one thing."""
    places = sorted((need.quote.find(s), s) for s in need.skills.values())
    return all(
        _TOGETHER.fullmatch(need.quote[at + len(spelled) : following])
        for (at, spelled), (following, _) in pairwise(places)
    )


def _duty(line: str, known: frozenset[str], wanted: Iterable[Requirement]) -> Iterator[Requirement]:
    """Each tool that the line names and no demand does; else the line as a whole."""
    text = _AS_WHO.sub("", line)
    name = _name(text)
    named = {s: spelled for s, spelled in spellings(text).items() if _is_tool(s, spelled, text)}
    covered = known.union(*map(implied, known))
    same = (one.text for one in wanted if one.sort is not Sort.YEARS)
    like = next((demand for demand in same if _says_the_same(line, demand)), "")
    if not can_be_quoted(name):
        return
    if named.keys() <= covered:
        yield replace(_made(name, line, text, {}, Wanted.DUTY), like=like)
        return
    for half in steps_in(text):
        tools = {s: spelled for s, spelled in named.items() if spelled in half}
        for skill, spelled in tools.items():
            if skill not in covered:
                yield _made(spelled, line, spelled, {skill: spelled}, Wanted.DUTY)
        if not tools and roots(half) - task_roots():
            yield _made(_name(half), line, half, {}, Wanted.DUTY)


def _is_tool(skill: str, spelled: str, line: str) -> bool:
    """Known by its name, which is written as one: "Snowflake" and no "data quality"."""
    is_name = _ODD.search(skill) or (spelled[:1].isupper() and not line.startswith(spelled))
    return bool(is_name) and skill in known_by_name()


def steps_in(line: str) -> tuple[str, ...]:
    """The line, or its two halves where "and" joins two things that one does."""
    for cut in _AND_DOES.finditer(line):
        halves = line[: cut.start()], line[cut.end() :].rstrip(" .;")
        first = halves[1].split(None, 1)[0]
        is_task = not spellings(line).keys() & spellings(first).keys() and first in tasks()
        if is_task and all(len(roots(half)) >= FEWEST_ROOTS for half in halves):
            return halves
    return (line,)


def part_of(one: Requirement, text: str) -> Requirement:
    """What a part of its line asks for; the part stands in the line word for word."""
    return replace(_made(_name(text), one.line, text, _within(text, one.need), one.wanted), like="")


def _says_the_same(line: str, demand: str) -> bool:
    asked, told = roots(demand), roots(line)
    shared, sizes = len(asked & told), sorted((len(asked), len(told)))
    return shared > 0 and shared >= ALIKE * sizes[0] and shared >= MOSTLY * sizes[1]


def _name(text: str) -> str:
    name = demand_in(text) or clip(text, LONGEST_NAME)
    if _HALF.match(name) and can_be_quoted(text):
        name = clip(text, LONGEST_NAME)
    return name.rstrip(" .;")


def _once(found: Iterable[Requirement]) -> Iterator[Requirement]:
    seen = set[tuple[str, ...]]()
    for one in found:
        key = tuple(sorted(one.skills)) or (one.text.lower(),)
        if key not in seen:
            seen.add(key)
            yield one


@cache
def _soft() -> frozenset[str]:
    return frozenset(skill.name for skill in all_skills() if skill.family == "soft")
