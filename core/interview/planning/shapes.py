"""What form a demand of the advert has, and the words of it that fit into a spoken sentence."""

from __future__ import annotations

from enum import StrEnum
from functools import cache

from core.interview.words.patterns import regex
from core.interview.words.tables import table

MOST_BEFORE = 6  # words before the one that says what is asked for
WORDS_OF_A_NAME = 4
_SPOKEN = regex(r"[\w\s,'\u2019/+#.&-]+")
_ABILITY = regex(
    r"(?i)(?:an?\s+|the\s+)?(?:(?:strong|proven|demonstrated|demonstrable|good)\s+)?"
    r"(?:ability|able|capacity)\s+to\s+(?P<task>[a-z].+)"
)
_ADDRESSED = regex(r"(?i)you(?:['\u2019]ll|\s+will|\s+would)?\s+")
_YEARS_ALONE = regex(r"(?i)(?:at\s+least\s+)?\d[\d\s+\u2013-]*\+?\s*(?:or\s+more\s+)?years?")
_ASIDE = regex(r"\b(?:what|who|how|where|when|which)\s+(?:is|are|was|were|has|can)\b")
_ARTICLE = regex(r"(?i)(?:an?|the)\s")
_NO_ARTICLE = regex(r"(?i)(?:at\s+least|minimum|\d|one\b|two\b|three\b|fluent)")
_VOWEL = regex(r"(?i)(?!uni|use|one|eu)[aeiou]|(?:MSc|MBA|MA|MS|NVQ|SQL|HGV|LLB)\b")


class Shape(StrEnum):
    """The groups of the bank's questions about a demand."""

    PRACTICE = "practice"
    PAPER = "paper"
    ABILITY = "ability"
    DUTY = "duty"
    NAME = "name"
    SAID = "said"


def shape_of(demand: str, *, is_name: bool) -> tuple[Shape, str]:
    """The form of a demand and how it stands in a question of that group.

    `is_name` tells that it is a skill and no more. Its words stay the advert's own, but for an
    article and a small first letter; whatever cannot be said so is only ever quoted.
    """
    forms = (
        (Shape.NAME, demand if is_name and len(demand.split()) <= WORDS_OF_A_NAME else ""),
        (Shape.ABILITY, _what_one_can(demand)),
        (Shape.DUTY, _what_one_does(demand)),
        (Shape.PRACTICE, _what_one_has_done(demand)),
        (Shape.PAPER, _what_one_has(demand)),
    )
    usable = ((shape, spoken) for shape, spoken in forms if spoken and _is_sayable(spoken))
    return next(usable, (Shape.SAID, demand))


def is_paper(demand: str) -> bool:
    """Whether it asks for a degree, a licence or years, of which there is little to tell."""
    return shape_of(demand, is_name=False)[0] is Shape.PAPER


def _is_sayable(spoken: str) -> bool:
    words = {word.strip(".,") for word in _ASIDE.sub(" ", spoken.lower()).split()}
    return _SPOKEN.fullmatch(spoken) is not None and words.isdisjoint(_words("sentence"))


def _what_one_can(demand: str) -> str:
    match = _ABILITY.fullmatch(demand)
    return match["task"] if match else ""


def _what_one_does(demand: str) -> str:
    task = _ADDRESSED.sub("", demand, count=1)
    return _small(task) if _first(task) in _words("tasks") and not _is_practice(demand) else ""


def _what_one_has_done(demand: str) -> str:
    return _with_article(demand, "counted") if _is_practice(demand) else ""


def _what_one_has(demand: str) -> str:
    if _YEARS_ALONE.fullmatch(demand):
        return f"{_small(demand)} of experience"
    return _with_article(demand, "paper") if _named(demand, "paper") else ""


def _is_practice(demand: str) -> bool:
    """Whether it begins with such a word, or with words that say what kind of it."""
    before = _before(_ARTICLE.sub("", demand, count=1), "practice")
    return before is not None and _words("kinds").issuperset(before)


def _named(demand: str, kind: str) -> bool:
    return _before(demand, kind) is not None


def _before(demand: str, kind: str) -> list[str] | None:
    """The words before the first one of this kind; None where there is none near the start."""
    joined = demand.lower().replace("track record", "track-record")
    spoken = [word.strip(",.") for word in joined.split()]
    places = (at for at, word in enumerate(spoken[: MOST_BEFORE + 1]) if word in _words(kind))
    place = next(places, None)
    return None if place is None else spoken[:place]


def _with_article(demand: str, counted: str) -> str:
    spoken = _small(demand)
    if _ARTICLE.match(spoken) or _NO_ARTICLE.match(spoken) or not _named(demand, counted):
        return spoken
    return f"{'an' if _VOWEL.match(spoken) else 'a'} {spoken}"


def _small(demand: str) -> str:
    """With a small first letter, unless the first word is a name or an abbreviation."""
    first = demand.split(maxsplit=1)[0]
    is_plain = first.lower() in _ordinary() or _ARTICLE.match(demand)
    return demand[0].lower() + demand[1:] if is_plain else demand


def _first(text: str) -> str:
    return text.split(maxsplit=1)[0].lower().strip(",") if text.split() else ""


@cache
def _ordinary() -> frozenset[str]:
    """Words that are no names."""
    known = frozenset[str]().union(*map(_words, ("practice", "kinds", "tasks", "paper", "plain")))
    return known - _words("names")


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(table("shapes")[name])
