"""Checking quotes and claims against the candidate's own words."""

from __future__ import annotations

import re

from core.interview.skills import implied, known_by_name, skill_names
from core.interview.words.language import is_english

SHORTEST_QUOTE = 8
_SAME = str.maketrans(
    dict.fromkeys("\u2018\u2019\u201a", "'")
    | dict.fromkeys("\u201c\u201d\u201e\u00ab\u00bb", '"')
    | dict.fromkeys("\u2010\u2011\u2013\u2014", "-")
    | {"\u00a0": " "}
)
_EDGES = " \t\r\n\"'“”\u2018\u2019«»„….,;:"
_NUMBER = r"\d+(?:[.,]\d+)*"
_BIG_WORDS = (
    r"(?i)"
    r"\b(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|millions?"
    r"|billions?|doubled|tripled|halved)\b"
)
_NAME = r"(?<![.!?:…]\s)(?<![\"“'\u2018(\[\n])(?<!^)\b[A-Z][\w'\u2019-]*"
_ODD_NAME = r"\b(?:[A-Z]{2,}\w*|[A-Za-z]+\d\w*|[A-Z]?[a-z]+[A-Z]\w*)\b"
# Words that advice may use without the candidate having said them.
_OURS = frozenset(("i", "cv", "star", "i'd", "i've", "i'm", "ok"))


def find_quote(quote: str, text: str) -> str:
    """The quote as it stands in the text, or an empty string when it does not stand there.

    White space, typographic quotes and dashes, and the case of letters may differ.
    """
    span = find_span(quote, text)
    return text[slice(*span)] if span else ""


def find_span(quote: str, text: str) -> tuple[int, int] | None:
    """Where the quote stands in the text (see `find_quote`)."""
    wanted = _plain(quote.strip(_EDGES))[0].strip()
    if not wanted:
        return None
    plain, places = _plain(text)
    start = plain.find(wanted)
    while start >= 0:
        end = start + len(wanted)
        if _is_whole(plain, start, end) and (
            len(wanted) >= SHORTEST_QUOTE or wanted == plain.strip()
        ):
            return places[start], places[end - 1] + 1
        start = plain.find(wanted, start + 1)
    return None


def invents(text: str, sources: str) -> bool:
    """True when the text holds a number, a name or a skill that the sources do not hold."""
    known = _in_small(sources)
    known_words = set(re.findall(r"[\w'-]+", known))
    numbers = set(re.findall(_NUMBER, sources))
    said = _in_small(text)
    new_number = any(number not in numbers for number in re.findall(_NUMBER, text))
    new_amount = any(word not in known_words for word in re.findall(_BIG_WORDS, said))
    # Other languages capitalise ordinary nouns, so there only odd spellings count as names.
    plain_text_names = re.findall(_NAME, text) if is_english(text) else []
    names = {*plain_text_names, *re.findall(_ODD_NAME, text)}
    plain_names = (_in_small(name).removesuffix("'s") for name in names)
    new_name = any(name not in known_words and name not in _OURS for name in plain_names)
    named = known_by_name().intersection(skill_names(text))
    in_sources = frozenset(skill_names(sources)) if named else frozenset()
    new_skill = bool(named - in_sources.union(*map(implied, in_sources)))
    return new_number or new_amount or new_name or new_skill


def _in_small(text: str) -> str:
    """As `_plain`, without the places."""
    if not text.isascii():
        return _plain(text)[0]
    return re.sub(r"\s+", " ", text.translate(_SAME).lower())


def _plain(text: str) -> tuple[str, list[int]]:
    """The text in lower case with single spaces and plain quotes, and where each sign came from."""
    signs: list[str] = []
    places: list[int] = []
    for place, sign in enumerate(text.translate(_SAME)):
        lowered = sign.lower()
        plain = lowered if len(lowered) == 1 else sign
        if plain.isspace():
            if signs and signs[-1] == " ":
                continue
            plain = " "
        signs.append(plain)
        places.append(place)
    return "".join(signs), places


def _is_whole(plain: str, start: int, end: int) -> bool:
    """The piece neither begins nor ends in the middle of a word."""
    begins = start == 0 or not (plain[start - 1].isalnum() and plain[start].isalnum())
    ends = end == len(plain) or not (plain[end - 1].isalnum() and plain[end].isalnum())
    return begins and ends
