"""Finding skills in a text by token look-up: linear in the length of the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from core.interview.tables import table

_TOKEN = re.compile(r"[^\W_]+[+#]*")
_JOINTS = ("", "-", "/", ".", "&", "'", "\u2019")
# After these an ordinary word follows, not a skill: "Excel at ...", "Access to ...", "Go the ..."
_NO_SKILL_BEFORE = frozenset(("at", "to", "the", "of", "extra", "ahead", "beyond", "out"))
# "Vitamin C", "Hepatitis C", "Grade C"
_NO_SKILL_AFTER = frozenset(
    ("vitamin", "hepatitis", "grade", "grades", "class", "category", "plan")
)


@dataclass(frozen=True, slots=True)
class Skill:
    name: str
    family: str


@dataclass(frozen=True, slots=True)
class Mention:
    """A skill at `text[start:end]`."""

    skill: Skill
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Spelling:
    tokens: tuple[str, ...]
    skill: Skill
    exact: str = ""


def find_skills(text: str) -> list[Mention]:
    """Every mention, in the order of the text; the longest name wins ("SQL Server" over "SQL")."""
    tokens = list(_TOKEN.finditer(text))
    lowered = [token.group().lower() for token in tokens]
    found: list[Mention] = []
    at = 0
    while at < len(tokens):
        spelling = _spelling_at(text, tokens, lowered, at)
        if spelling is None:
            at += 1
            continue
        last = at + len(spelling.tokens) - 1
        found.append(Mention(spelling.skill, tokens[at].start(), tokens[last].end()))
        at = last + 1
    return found


def skill_names(text: str) -> dict[str, Mention]:
    """The first mention of each skill by name."""
    first: dict[str, Mention] = {}
    for mention in find_skills(text):
        first.setdefault(mention.skill.name, mention)
    return first


@cache
def all_skills() -> tuple[Skill, ...]:
    return tuple({s.skill.name: s.skill for s in _spellings()}.values())


@cache
def credentials() -> frozenset[str]:
    """Names of registrations and licences, which one has rather than uses."""
    return frozenset(skill.name for skill in all_skills() if skill.family == "credentials")


def _spelling_at(
    text: str, tokens: list[re.Match[str]], lowered: list[str], at: int
) -> _Spelling | None:
    for spelling in _by_first_token().get(lowered[at], ()):
        size = len(spelling.tokens)
        if tuple(lowered[at : at + size]) != spelling.tokens:
            continue
        if not _joined(text, tokens[at : at + size]):
            continue
        if not spelling.exact or _is_name(text, tokens, at, spelling.exact):
            return spelling
    return None


def _joined(text: str, run: list[re.Match[str]]) -> bool:
    gaps = (text[a.end() : b.start()].strip() for a, b in pairwise(run))
    return all(gap in _JOINTS for gap in gaps)


def _is_name(text: str, tokens: list[re.Match[str]], at: int, exact: str) -> bool:
    """Whether an everyday word ("Go", "Excel", "R") stands here as the name of a skill."""
    token = tokens[at]
    if not text.endswith(exact, 0, token.end()) or token.group() != exact.lstrip("."):
        return False
    if text[token.end() : token.end() + 1] in tuple("&'\u2019"):
        return False
    if text[token.end() : token.end() + 1] == "." and len(exact) == 1:
        return not text[token.end() + 1 : token.end() + 3].strip()[:1].isupper()
    before = tokens[at - 1].group().lower() if at else ""
    after = tokens[at + 1].group().lower() if at + 1 < len(tokens) else ""
    if text[token.start() - 1 : token.start()] in ("&", "'", "\u2019"):
        return False
    return before not in _NO_SKILL_AFTER and after not in _NO_SKILL_BEFORE


@cache
def _by_first_token() -> dict[str, tuple[_Spelling, ...]]:
    index: dict[str, list[_Spelling]] = {}
    for spelling in _spellings():
        index.setdefault(spelling.tokens[0], []).append(spelling)
    return {
        token: tuple(sorted(spellings, key=lambda s: (-len(s.tokens), not s.exact)))
        for token, spellings in index.items()
    }


@cache
def _spellings() -> tuple[_Spelling, ...]:
    return tuple(
        spelling
        for family, lines in table("skills").items()
        for line in lines
        for spelling in _spellings_of(line, family)
    )


def _spellings_of(line: str, family: str) -> Iterator[_Spelling]:
    names = [name.strip() for name in line.split("|")]
    skill = Skill(names[0].lstrip("!"), family)
    for name in names:
        plain = name.lstrip("!")
        tokens = tuple(match.group().lower() for match in _TOKEN.finditer(plain))
        yield _Spelling(tokens, skill, plain if name.startswith("!") else "")
