"""Whether an everyday word ("Go", "Excel", "R") stands somewhere as the name of a skill."""

from __future__ import annotations

from enum import Enum, auto

from core.interview.skills.entries import Spelling
from core.interview.skills.forms import Reading
from core.interview.words.patterns import regex
from core.interview.words.tables import table

_BETWEEN = regex(
    r"[\s,;/|()\[\]\u2022\u00b7&+:*-]*"
    r"(?:\b(?:and/or|and|or|as well as|e\.g\.?|i\.e\.?|etc\.?|plus|like)\b[\s,;/(&:]*)?"
)
_WIDEST = 16
_LONGEST_TITLE = 2
_ENDINGS = (".com", ".org", ".io/", ".net/", ".co.", "@")
_OPENINGS = ("@", "www.", "://")
_FORBIDDEN_AROUND = frozenset("&'\u2019@#$%")


class Link(Enum):
    """What stands between two names: a space, the marks of a list, or something else."""

    NONE = auto()
    SPACE = auto()
    LIST = auto()


def link(text: str, end: int, start: int) -> Link:
    if start - end > _WIDEST:
        return Link.NONE
    gap = text[end:start]
    if "\n\n" in gap or not _BETWEEN.fullmatch(gap):
        return Link.NONE
    return Link.LIST if gap.strip() else Link.SPACE


def is_address(text: str, start: int, end: int) -> bool:
    """Whether it is a part of a web or mail address."""
    return text.startswith(_ENDINGS, end) or text.endswith(_OPENINGS, 0, start)


def can_be_a_name(reading: Reading, first: int, last: int, spelling: Spelling) -> bool:
    """Whether nothing forbids it: "R&D", "C. Smith", "C-level"; "a team" is never "Teams"."""
    start, end = reading.spans[first][0], reading.spans[last][1]
    text = reading.text
    surface = text[start:end].lstrip(". ")
    if surface.casefold() != spelling.text.casefold().lstrip(". "):
        return False
    if spelling.strict and surface != spelling.text:
        return False
    if text[end : end + 1] in _FORBIDDEN_AROUND or text[start - 1 : start] in _FORBIDDEN_AROUND:
        return False
    return end - start > 1 or _stands_alone(text, start, end)


def is_name(reading: Reading, first: int, last: int, exact: str) -> bool:
    """Whether it is written exactly so, and not only because a sentence begins with it."""
    start, end = reading.spans[first][0], reading.spans[last][1]
    text = reading.text
    if not text.endswith(exact, 0, end) or not is_free(reading, first, last):
        return False
    before, after = reading.word(first - 1).lower(), reading.word(last + 1)
    words = table("skill_context")
    if len(exact) == 1:
        return before in words["letter_after"] or after.lower() in words["letter_before"]
    opens = (
        not text[max(0, start - 9) : start].rstrip(" \t*#\"'(\u2022\u00b7-")[-1:].strip(".:!?;\n")
    )
    if opens and after and _is_near(reading, last):
        return not after.islower() or after in words["letter_before"]
    return True


def is_free(reading: Reading, first: int, last: int) -> bool:
    """Whether no word beside it makes it an everyday one: "Vitamin C", "Go to", "access to"."""
    words = table("skill_context")
    if _is_near(reading, last) and reading.word(last + 1).lower() in words["never_before"]:
        return False
    near = first and _is_near(reading, first - 1)
    return not (near and reading.word(first - 1).lower() in words["never_after"])


def names_a_person(reading: Reading, last: int) -> bool:
    """Whether a job title or an organisation follows: "sales manager", "Java Software Engineer"."""
    bearers = table("skill_context")["bearers"]
    for number in range(last, last + 1 + _LONGEST_TITLE):
        if not _is_near(reading, number):
            return False
        word = reading.word(number + 1)
        if word.lower() in bearers:
            return True
        if not word[:1].isupper():
            return False
    return False


def _stands_alone(text: str, start: int, end: int) -> bool:
    """A letter that is neither an initial nor a part of a word: "C. Smith", "C-level", "m/f/d"."""
    following = text[end : end + 3]
    if following[:1] == "-" or text[start - 1 : start] in ("-", "."):
        return False
    return not (following[:1] == "." and following[1:].strip()[:1].isupper())


def _is_near(reading: Reading, number: int) -> bool:
    """Whether the next word follows in the same breath."""
    if number + 1 >= len(reading.spans):
        return False
    gap = reading.text[reading.spans[number][1] : reading.spans[number + 1][0]]
    return gap in (" ", "-", "\u00a0")
