"""What words of an advert, a question or an answer have in common beyond their spelling.

All lists stand in `content/asked_for.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from core.interview.words.patterns import regex
from core.interview.words.tables import lexicon, table
from core.interview.words.text import stem, words

_ENDINGS = regex(r"(?<=\w{4})(?:ation|at|ion|ment|ance|enc|er|or|al|ship|iz|is)$")
_FEWEST_LETTERS = 2
# "Tell me about", "describe": how a question begins, whatever it asks for.
_OPENS = regex(
    r"(?i)\b(?:(?:can|could|would|please)\s+(?:you\s+)?)?(?:tell|give|show|talk|walk|take)\s+(?:me|us)\b"
    r"|\bdescribe\b|\bexplain\s+(?=how\s+you|why\s+you|what\s+you)|\blead(?:s)?\s+(?=to\b)|\bled\s+(?=to\b)"
)
_PATIENTLY = regex(
    r"(?i)\b(?:and|or|be|is|are|very|being|stay(?:ed)?|was|calm,)\s+patient\b(?!\s+\w+ed\b)"
    r"|\bpatient(?=,?\s+(?:and|but|with)\b)"
)


@lru_cache(maxsize=20_000)
def roots(text: str) -> frozenset[str]:
    """The words that say what is meant, without endings: "forecasting" and "forecasts" are one."""
    spoken = (word.removesuffix("'s") for w in words(text) for word in w.split("-"))
    return frozenset(
        root(word)
        for word in spoken
        if len(word) > _FEWEST_LETTERS and word not in _idle() and not word.isdigit()
    )


@lru_cache(maxsize=20_000)
def root(word: str) -> str:
    told = _ENDINGS.sub("", stem(_forms().get(word, word)))
    return told.removesuffix("e")


@cache
def tasks() -> frozenset[str]:
    """Verbs that a task of an advert begins with."""
    return frozenset(table("asked_for")["tasks"]["verbs"])


@cache
def task_roots() -> frozenset[str]:
    return frozenset(map(root, tasks()))


@lru_cache(maxsize=5_000)
def traits_asked(text: str) -> frozenset[str]:
    """The traits that an advert's line or a question asks for."""
    return _having(_OPENS.sub(" ", text), "asked")


@lru_cache(maxsize=5_000)
def traits_shown(text: str) -> frozenset[str]:
    """The traits of which a sentence tells an instance."""
    return _having(text, "shown")


@lru_cache(maxsize=5_000)
def traits_named(text: str) -> frozenset[str]:
    """The traits of which a sentence tells an instance, or which it only names as one's task."""
    return _having(text, "named") | traits_shown(text)


@cache
def plain_traits() -> frozenset[str]:
    """Those whose words say enough wherever they stand."""
    traits = table("asked_for")["traits"].items()
    return frozenset(name for name, told in traits if told.get("anywhere"))


@lru_cache(maxsize=5_000)
def objects_in(text: str) -> frozenset[str]:
    """Whom or what a text speaks of; somebody who is patient is no patient."""
    bare = _PATIENTLY.sub(" ", text)
    return frozenset(kind for kind, said in _patterns("objects").items() if said.search(bare))


@cache
def serving_roots() -> frozenset[str]:
    return frozenset(map(root, table("asked_for")["serving"]["verbs"]))


def names_somebody(text: str) -> bool:
    """Whether a stranger comes in, who may be whom one works for."""
    return _somebody().search(text) is not None


@lru_cache(maxsize=5_000)
def events_in(text: str) -> frozenset[str]:
    """What happened and with whom, in the words of a question or of an answer."""
    bare = _OPENS.sub(" ", text)
    return objects_in(bare) | {kind for kind, said in _events().items() if said.search(bare)}


def has_event(kinds: frozenset[str]) -> bool:
    """Whether one of them is an event, and not only somebody or that it was told."""
    return not kinds.isdisjoint(table("asked_for")["events"]["plain"])


def kinds_asked(text: str) -> frozenset[str]:
    """The things that a text names of which kinds are known."""
    return frozenset(kind for kind, said in _kinds("asked").items() if said.search(text))


def kinds_told(text: str) -> frozenset[str]:
    """The things that a sentence names, or a kind of them."""
    told = (kind for kind, said in _kinds("told").items() if said.search(text))
    return kinds_asked(text).union(told)


@cache
def frame_roots() -> frozenset[str]:
    """The roots of words that fit nearly everywhere, as in "something new"."""
    return frozenset(map(root, table("subjects")["frames"]))


@cache
def object_roots() -> frozenset[str]:
    """The roots of the words for whom or what a demand is about."""
    return frozenset(root(word) for said in table("asked_for")["objects"].values() for word in said)


@cache
def kind_roots(kind: str) -> frozenset[str]:
    """The roots of the words that a line asks for it with."""
    return frozenset(map(root, table("asked_for")["kinds"][kind]["asked"]))


def times_in(text: str) -> frozenset[str]:
    """Days and times of day, in the singular; "on-call" is "on call"."""
    found = _times().findall(text)
    return frozenset(each.lower().replace("-", " ").removesuffix("s") for each in found)


def asks_when(text: str) -> bool:
    return _of_time("asks").search(text) is not None


def suits(text: str) -> bool:
    return _of_time("suits").search(text) is not None


def _having(text: str, kind: str) -> frozenset[str]:
    return frozenset(name for name, said in _traits(kind).items() if said.search(text))


@cache
def _traits(kind: str) -> dict[str, re.Pattern[str]]:
    told = table("asked_for")["traits"].items()
    inflected = kind != "asked"
    return {
        name: _any_of(lists[kind], inflected=inflected) for name, lists in told if kind in lists
    }


@cache
def _kinds(side: str) -> dict[str, re.Pattern[str]]:
    kinds = table("asked_for")["kinds"].items()
    return {kind: _any_of(lists[side]) for kind, lists in kinds}


@cache
def _patterns(kind: str) -> dict[str, re.Pattern[str]]:
    return {name: _any_of(said) for name, said in table("asked_for")[kind].items()}


@cache
def _somebody() -> re.Pattern[str]:
    return _any_of(table("asked_for")["somebody"]["words"])


@cache
def _events() -> dict[str, re.Pattern[str]]:
    told = table("asked_for")["events"].items()
    return {name: _any_of(said) for name, said in told if name != "plain"}


@cache
def _of_time(kind: str) -> re.Pattern[str]:
    return _any_of(table("asked_for")["time"][kind])


@cache
def _times() -> re.Pattern[str]:
    return _any_of(table("asked_for")["time"]["words"])


@cache
def _forms() -> dict[str, str]:
    forms: dict[str, str] = table("asked_for")["forms"]
    return forms


def _any_of(phrases: Iterable[str], *, inflected: bool = False) -> re.Pattern[str]:
    either = "|".join(map(re.escape, sorted(set(phrases), key=len, reverse=True)))
    return re.compile(rf"(?i)(?<![\w-])(?:{either}){'(?:ed|ing|s)?' if inflected else ''}(?![\w-])")


@cache
def _idle() -> frozenset[str]:
    """Words of a demand that say nothing about what is demanded, beside the everyday ones."""
    cues = table("cues")
    return lexicon("stop").union(
        cues["noise"], cues["generic"], table("asked_for")["idle"]["words"]
    )
