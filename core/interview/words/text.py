"""Words, stems and sentences. Every piece that is handed out stands verbatim in the text."""

from __future__ import annotations

import re
from functools import lru_cache
from hashlib import sha256

from core.interview.words.patterns import regex
from core.interview.words.remembering import remembered
from core.interview.words.tables import lexicon

WORD = regex(r"[^\W_]+(?:['\u2019-][^\W_]+)*")
# Behind a stop that belongs to an abbreviation no sentence ends.
_BREAK = (
    r"[\r\n]|(?<=[.!?…])"
    r"(?<!\b(?:St|Dr|Mr|Ms|vs)\.)(?<!\b(?:Mrs|Jnr|Snr)\.)(?<!\bProf\.)"
    r"(?<!\b[EeIi]\.[GgEe]\.)(?<!\b(?:eg|ie|Eg|Ie)\.)"
    r"(?!(?<=\b[Nn]o\.)[ \t]\d)(?!(?<=\b[Ee]tc\.)[ \t][a-z\d(])(?!(?<=\bapprox\.)[ \t])"
    r"[ \t]"
)
_ENDINGS = ("ing", "ed", "es", "s", "ly")
_SHORTEST_STEM = 3


def words(text: str) -> list[str]:
    """The words in lower case, with straight apostrophes."""
    straight = text.replace("\u2019", "'")
    return [word.lower() for word in WORD.findall(straight)]


def sentences(text: str) -> list[str]:
    return [part.strip() for part in re.split(_BREAK, text) if part.strip()]


# British spelling and the American one that is meant by a stem.
_SPELT = (
    (regex(r"is(?=(?:e|es|ed|ing|ation|ations|er|ers)$)"), "iz"),
    (regex(r"ys(?=(?:e|es|ed|ing)$)"), "yz"),
    (regex(r"(?<=[a-z]{2})our(?=s|ed|ing|ite|ites|able|ful|er|ers|$)"), "or"),
    (regex(r"(?<=[a-z]{2}[bt])re(?=s?$)"), "er"),
    (regex(r"ogue(?=s?$)"), "og"),
    (
        regex(r"(?:(?<=[aeiou][^aeiou]e)|(?<=[aeiou][^aeiou]{2}e))ll(?=(?:ed|ing|ers?|ors?)$)"),
        "l",
    ),
    (regex(r"(?<=gra)mme(?=s?$)"), "m"),
    (regex(r"(?:(?<=defen)|(?<=offen)|(?<=licen)|(?<=practi))ce(?=s?$)"), "se"),
    (regex(r"(?<=[a-z]{3})ie$"), "y"),
    (regex(r"^(learn|burn|dream|lean|spoil)t$"), r"\1ed"),
)


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """A rough English stem: one for "planned" and "planning", for "colour" and "color"."""
    for pattern, spelt in _SPELT:
        word = pattern.sub(spelt, word)
    return plain_stem(word)


@lru_cache(maxsize=50_000)
def plain_stem(word: str) -> str:
    """The same, with the spelling as it is."""
    word = word.removesuffix("'s")
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            if ending == "s" and word.endswith(("ss", "us", "is")):
                break
            word = word.removesuffix(ending)
            break
    if len(word) > _SHORTEST_STEM and word[-1] == word[-2] and word[-1] not in "sl":
        word = word[:-1]
    if word.endswith("i"):
        return word[:-1] + "y"
    return word.removesuffix("e") if len(word) > _SHORTEST_STEM else word


@lru_cache(maxsize=1)
def _stop_words() -> frozenset[str]:
    return lexicon("stop")


@lru_cache(maxsize=1)
def hollow_stems() -> frozenset[str]:
    """Stems of words that sound like an answer and say nothing."""
    return frozenset(map(stem, lexicon("hollow")))


@remembered
def content_stems(text: str) -> frozenset[str]:
    stop = _stop_words()
    return frozenset(stem(word) for word in words(text) if word not in stop and len(word) > 1)


def clip(text: str, limit: int) -> str:
    """The beginning of the text, at most `limit` characters, ending with a whole word."""
    text = text.strip()
    if len(text) <= limit:
        return text
    cut = text[: limit + 1].rsplit(None, 1)
    return (cut[0] if len(cut) > 1 else text[:limit]).rstrip(" ,;:-\u2013—")


def clip_clause(text: str, limit: int) -> str:
    """As `clip`, and where a comma stands in the second half, ending there."""
    clipped = clip(text, limit)
    if len(clipped) == len(text.strip()):
        return clipped
    at = max(clipped.rfind(mark) for mark in (", ", "; ", ": ", " \u2013 "))
    return clipped[:at].rstrip(" ,;:-\u2013—") if 2 * at >= limit else clipped


def first_words(text: str, count: int) -> str:
    """The first `count` words of the text as they stand there."""
    ends = [match.end() for match in re.finditer(r"\S+", text)]
    return text if len(ends) <= count else text[: ends[count - 1]].rstrip(" ,;:-\u2013—.(")


def pick(seed: str, options: tuple[str, ...]) -> str:
    """One of several equally good texts: always the same for a seed, spread over seeds."""
    return min(
        options,
        key=lambda option: sha256(f"{seed}\n{option}".encode("utf-8", "surrogatepass")).digest(),
    )
