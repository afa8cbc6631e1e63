"""A text in the form in which skills are looked up: one spelling for many.

"Front-end", "front end" and "Front  End" become one, as do "modelling" and "modeling", "databases"
and "database", "CI/CD" and "ci cd". Between two words that cannot be one name stands a bar.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from core.interview.words.patterns import regex

_TOKEN = regex(
    r"[^\W_]+(?:['\u2019]s(?![^\W_]))?[+#]*"
    r"|(?<![a-z0-9])\.(?:NET|Net|net)\b"
    r"|(?<!\S)\. (?:NET|(?:Net|net)(?=\s(?:[Cc]ore|[Ff]ramework|MVC|[Uu]nit|[,)/])))\b"
)
_OWNER = regex(r"['\u2019]s$")
_OR_NEWER = regex(r"(?<=\d)\++$")  # "ES6+"
_JOINTS = frozenset(("", "-", "/", ".", "'", "\u2019", "\u2010", "\u2011", "\xad", " / ", "_"))
_AND = regex(r"\s?&\s?")
_BRITISH = (
    (regex(r"(?<=\w{2})is(ation|e|ed|ing|er)$"), r"iz\1"),
    (regex(r"(?<=\w{3})our(al|ing|)$"), r"or\1"),
    (regex(r"lling$"), "ling"),
    (regex(r"yse$"), "yze"),
    (regex(r"tre$"), "ter"),
    (regex(r"ogue$"), "og"),
    (regex(r"^programme$"), "program"),
    (regex(r"(?<=\w)aed(?=[io])"), "ed"),
    (regex(r"na(?=ecolog)|a(?=emat|esth)"), lambda found: found.group()[:-1]),
)
_WIDEST_GAP = 3
_SHORTEST_PLURAL = 4
_LONGEST_INITIALS = 5  # "PALS" is no plural


@dataclass(frozen=True, slots=True)
class Reading:
    """A text with its words at `spans`, and its `form`.

    `first` and `last` tell which word begins, or ends, at a place in the form.
    """

    text: str
    spans: list[tuple[int, int]]
    form: str
    first: dict[int, int]
    last: dict[int, int]

    def word(self, number: int) -> str:
        """The word of that number as it stands in the text; empty beyond its ends."""
        if not 0 <= number < len(self.spans):
            return ""
        start, end = self.spans[number]
        return self.text[start:end]


def read(text: str) -> Reading:
    parts = [" "]
    first: dict[int, int] = {}
    last: dict[int, int] = {}
    spans: list[tuple[int, int]] = []
    size, end = 1, 0
    for number, token in enumerate(_TOKEN.finditer(text)):
        start = token.start()
        joint = _joint(text[end:start]) if end and start - end <= _WIDEST_GAP else "| "
        end = token.end()
        bare = base(token.group())
        first[size + len(joint) - 1] = number
        size += len(joint) + len(bare) + 1
        last[size - 1] = number
        parts += (joint, bare, " ")
        spans.append((start, end))
    return Reading(text, spans, "".join(parts), first, last)


def key(spelling: str) -> str:
    """The form of one spelling, as it stands within the form of a text."""
    return read(spelling).form.replace("| ", "", 1)


def keys(spelling: str) -> Iterator[str]:
    """The form of a spelling, and that of its two words written as one."""
    form = key(spelling)
    yield form
    words = form.split()
    if len(words) == 2 and len(form) > len("  node js"):  # noqa: PLR2004 - two words
        yield f" {''.join(words)} "


@lru_cache(maxsize=50_000)
def base(word: str) -> str:
    """A word in lower case, as one and in American spelling: roughly, but always alike."""
    is_initials = word.isupper() and len(word) <= _LONGEST_INITIALS
    word = _OWNER.sub("", word.lower())
    if word.startswith("."):
        return ".net"
    word = _OR_NEWER.sub("", word)
    if len(word) >= _SHORTEST_PLURAL and word.endswith("s") and not is_initials:
        word = _singular(word)
    for british, american in _BRITISH:
        word = british.sub(american, word)
    return word


def _singular(word: str) -> str:
    if word.endswith("ies"):
        return f"{word[:-3]}y"
    if word.endswith(("sses", "shes", "ches", "xes")):
        return word[:-2]
    return word if word.endswith(("ss", "us", "is", "ics")) else word[:-1]


@lru_cache(maxsize=1_000)
def _joint(gap: str) -> str:
    if gap in _JOINTS or (gap.isspace() and gap.count("\n") <= 1):
        return ""
    return "and " if _AND.fullmatch(gap) else "| "
