"""One thing that an advert asks for, and what kind of thing it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from core.interview.reading import Need
from core.interview.words.meaning import objects_in, roots, traits_asked
from core.interview.words.patterns import regex
from core.models import Wanted

_OR = regex(
    r"(?i)\bor\b(?!\s+more)|/|such as|e\.g\.|\bone of\b|similar|equivalent|\bprefer\w*"
    r"|\bideally\b|\blike\b|\("
)
_YOU = regex(r"(?i)^(?:you(?:\s+will|['\u2019]ll)?|to)\s+")


class Sort(StrEnum):
    """By what a requirement is shown."""

    PAPER = "a licence, a registration or a course"
    YEARS = "years of something"
    SUM = "an amount of money"
    TIME = "when somebody can work"
    SKILL = "a tool or a skill with a name"
    TRAIT = "how somebody works"
    WORK = "something done"


@dataclass(frozen=True, slots=True)
class Requirement:
    """`line` and `text` stand verbatim in the advert; `text` is the part that asks for this.

    `skills` maps skills to their spelling, `least` is the number of years or the sum of money.
    `like` is the text of a must-have that asks for the same as this duty.
    """

    name: str
    line: str
    text: str
    wanted: Wanted
    sort: Sort
    skills: Mapping[str, str]
    least: float = 0
    like: str = ""

    @property
    def need(self) -> Need:
        """The part as a need of its own."""
        return Need(self.text, self.wanted is Wanted.MUST, dict(self.skills))

    @property
    def roots(self) -> frozenset[str]:
        return roots(self.text)

    @property
    def traits(self) -> frozenset[str]:
        return traits_asked(self.text)

    @property
    def objects(self) -> frozenset[str]:
        return objects_in(self.text)

    @property
    def is_open(self) -> bool:
        """Whether it leaves a choice."""
        return leaves_a_choice(self.text)


def without_you(text: str) -> str:
    """As a bare deed: "keep the records" for "You will keep the records"."""
    return _YOU.sub("", text)


def leaves_a_choice(text: str) -> bool:
    """Whether one of several is enough, or some are only examples."""
    return _OR.search(text) is not None
