"""The list of skills: `content/skills/*.txt`, one skill a line.

The file is named for the family. What stands in `<family>.tools.txt` is known by its name (a
product, a standard); `content/skill_context.toml` says in which families all else is a wide term.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from core.interview.words.tables import table

EXACT, GENERAL = "!", "?"
_HAD_NOT_USED = frozenset(("credentials", "degrees"))


@dataclass(frozen=True, slots=True)
class Skill:
    """`parents` are what this skill implies: "SQL Server" implies "SQL"."""

    name: str
    family: str
    parents: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Spelling:
    """`exact`: an everyday word that counts in this spelling, or in a list beside another skill.

    `strict`: in this spelling only. `general`: a wide term that counts only where a text speaks of
    skills. `wide`: such a term in adverts, where much is said of the company.
    """

    text: str
    skill: Skill
    exact: bool
    strict: bool
    general: bool
    wide: bool


@cache
def all_spellings() -> tuple[Spelling, ...]:
    folder = files("core.interview").joinpath("content", "skills")
    names = sorted(file.name for file in folder.iterdir() if file.name.endswith(".txt"))
    return tuple(
        spelling
        for name in names
        for line in folder.joinpath(name).read_text("utf-8").splitlines()
        for spelling in _spellings_of(line, *name.split(".")[:-1])
    )


@cache
def all_skills() -> tuple[Skill, ...]:
    return tuple({spelling.skill.name: spelling.skill for spelling in all_spellings()}.values())


@cache
def credentials() -> frozenset[str]:
    """Names of registrations, licences and degrees, which one has rather than uses."""
    return frozenset(skill.name for skill in all_skills() if skill.family in _HAD_NOT_USED)


@cache
def known_by_name() -> frozenset[str]:
    """Names of tools and credentials: who speaks of one means just that one."""
    wide = {s.skill.name for s in all_spellings() if s.wide or s.general}
    return frozenset(skill.name for skill in all_skills()) - wide


@cache
def implied(name: str) -> frozenset[str]:
    """The names of all skills that this one implies, its parents and theirs; never itself."""
    skill = _by_name().get(name)
    if skill is None:
        return frozenset()
    return frozenset(skill.parents).union(*map(implied, skill.parents))


@cache
def _wide_families() -> frozenset[str]:
    return frozenset(table("skill_context")["wide_families"])


@cache
def _by_name() -> dict[str, Skill]:
    return {skill.name: skill for skill in all_skills()}


def _spellings_of(line: str, family: str, subset: str = "") -> Iterator[Spelling]:
    """The spellings of "Name | alias | alias > parent, parent"; none of a remark."""
    line = line.partition("  #")[0].strip()
    if not line or line.startswith("#"):
        return
    left, _, right = line.partition(" > ")
    spelled = [part.strip() for part in left.split("|")]
    parents = tuple(part.strip() for part in right.split(",") if part.strip())
    skill = Skill(spelled[0].lstrip(EXACT + GENERAL), family, parents)
    for part in spelled:
        text = part.lstrip(EXACT + GENERAL)
        marks = part[: len(part) - len(text)]
        yield Spelling(
            text,
            skill,
            exact=EXACT in marks,
            strict=EXACT * 2 in marks,
            general=GENERAL in marks,
            wide=not subset and family in _wide_families(),
        )
