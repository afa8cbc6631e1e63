"""Amounts in a text: how many of what, so that two statements can be compared."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from core.interview.reading.claims import name_words
from core.interview.words.patterns import regex
from core.interview.words.tables import lexicon
from core.interview.words.text import content_stems, stem

MONEY, SHARE = "money", "percent"
MOST_UNIT_WORDS = 3
AROUND = 120  # characters
LONGEST_NOUN = 4  # letters of a word such as "bed" that only looks like a verb
_ONES = [
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen"),
    *("eighteen", "nineteen"),
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_POWERS = {
    "hundred": 1e2,
    "thousand": 1e3,
    "k": 1e3,
    "million": 1e6,
    "mio": 1e6,
    "mn": 1e6,
    "m": 1e6,
    "billion": 1e9,
    "bn": 1e9,
}
_SMALL = {word: float(at) for at, word in enumerate(_ONES)} | {
    word: 10.0 * (at + 2) for at, word in enumerate(_TENS)
}
_DIGITS = r"\d{1,3}(?:[, ]\d{3})+(?:\.\d+)?(?!\d)|\d+(?:\.\d+)?"
_WORDS = "|".join(sorted(_SMALL, key=len, reverse=True))
_POWER = r"hundred|thousand|million|billion|mio|mn|bn|[km](?![\w'\u2019])"
_AMOUNT = regex(
    r"(?<![\w.,/-])(?<!\d\s)(?!am\b)(?P<sign>[£$€])?"
    rf"(?:(?P<digits>{_DIGITS})|(?P<half>half\s+an?)|(?P<some>(?:{_WORDS})(?:[-\s](?:{_WORDS}))?|an?))"
    rf"(?:[\s-]?(?P<power>(?:(?:hundred|thousand)\s+)?(?:{_POWER})))?"
    r"(?P<more>\s+and\s+a\s+half(?:\s+(?:million|billion|thousand))?)?"
    r"(?P<share>\s?%|\s?(?:percent|per\s+cent)\b)?(?![\w/%]|[.,:-]\d)",
    re.IGNORECASE,
)
_CURRENCIES = {"£": "pound", "$": "dollar", "€": "euro"}
_COINS = {"pound", "dollar", "euro"}
_MONTHS = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b"
)
_MONTH = regex(rf"(?i)\s*{_MONTHS}")
_BEFORE_MONTH = regex(rf"(?i)\b{_MONTHS}\.?\s*$")
_OF = regex(r"(?i)\b([a-z]+)\s+of\s+(?:(?:about|around|roughly|over|almost|nearly|up\s+to)\s+)?$")
_TOWARDS = regex(r"(?i)\b(by|to|from|of|than|between|and|or|under|below)\s+(?:\w+\s+)?$")
_RATE = regex(
    r"(?i)(?:per|an?|each|every)\s+(hour|day|night|shift|week|month|quarter|year|term)\b"
    r"|\b(daily|weekly|monthly|yearly|annual|annually|quarterly)\b"
)
_RATES = {"daily": "day", "weekly": "week", "monthly": "month", "quarterly": "quarter"} | {
    "yearly": "year",
    "annual": "year",
    "annually": "year",
}
_WORD = regex(r"\s*[-]?\s*([A-Za-z][\w'\u2019-]*)")
_ENDS_A_UNIT = frozenset(("across", "per", "within", "between", "against", "every", "each"))


@dataclass(frozen=True, slots=True)
class Amount:
    """`unit` is the stem of what is counted, `MONEY`, `SHARE`, or empty; `rate` is "week" or "".

    `whole` is the stem of what the amount is the size of, as in "a team of 12"; `toward` the word
    before it, as in "by 20 percent". The amount stands at `start` to `end`.
    """

    value: float
    unit: str
    start: int
    end: int
    whole: str = ""
    rate: str = ""
    toward: str = ""
    coin: str = ""


def amounts(sentence: str) -> Iterator[Amount]:
    """The amounts in one sentence, without dates, versions, ranges and numbers that only name."""
    for match in _AMOUNT.finditer(sentence):
        value = _value(match)
        if value is not None and not _only_names(sentence, match):
            yield _amount(sentence, match, value)


def _amount(sentence: str, match: re.Match[str], value: float) -> Amount:
    before, rest = _around(sentence, match)
    unit, coin = _unit(match, rest)
    whole = _OF.search(before) or re.match(r"-[A-Za-z]+\s+([A-Za-z]+)", rest)
    toward = _TOWARDS.search(before)
    rate = _RATE.search(f"{before[-24:]} {rest[:40]}")
    rate_word = next(filter(None, rate.groups()), "").lower() if rate else ""
    return Amount(
        value,
        unit,
        match.start(),
        match.end(),
        whole=stem(whole.group(1).lower()) if whole else "",
        rate=_RATES.get(rate_word, rate_word),
        toward=toward.group(1).lower() if toward and not whole else "",
        coin=coin,
    )


def _around(sentence: str, match: re.Match[str]) -> tuple[str, str]:
    """What stands right before and behind it: all of it would be read again for each amount."""
    start, end = match.span()
    return sentence[max(0, start - AROUND) : start], sentence[end : end + AROUND]


def _value(match: re.Match[str]) -> float | None:
    """None where "a" or "one" stands alone, which counts nothing, and for a bare year."""
    power, told = match["power"], match["some"]
    if told and told.lower() in ("a", "an", "one", "zero") and not power:
        return None
    if match["half"]:
        return 0.5 * _factor(power) if power else None
    number = _small(told) if told else float(re.sub(r"[, ]", "", match["digits"]))
    if not power and not match["sign"] and re.fullmatch(r"(?:19|20)\d\d", match["digits"] or ""):
        return None
    half = match["more"] or ""
    added = 0.5 if half else 0.0
    behind = half.split()[-1] if half and half.split()[-1] != "half" else ""
    return (number + added) * _factor(power or behind)


def _small(told: str) -> float:
    return sum(1.0 if word in ("a", "an") else _SMALL[word] for word in _split(told.lower()))


def _split(told: str) -> list[str]:
    return re.split(r"[-\s]", told)


def _factor(power: str | None) -> float:
    factor = 1.0
    for word in (power or "").lower().split():
        factor *= _POWERS[word]
    return factor


def _only_names(sentence: str, match: re.Match[str]) -> bool:
    """A date, a version or grade, an ordinal, a range, or a length such as "3m wide"."""
    before, rest = _around(sentence, match)
    words_before = before.lower().split()
    is_name = bool(words_before) and words_before[-1].strip(".:#") in name_words()
    is_date = _MONTH.match(rest) is not None or _BEFORE_MONTH.search(before) is not None
    is_range = (
        re.match(r"\s*(?:-|\u2013|to|or)\s*\d|\s*[ap]\.?m\b|\s*o['\u2019]clock", rest) is not None
    )
    is_range = (
        is_range
        or re.search(r"\d\s*(?:-|\u2013|to|or)\s*$|\bbetween\s+(?:\S+\s+and\s+)?$", before)
        is not None
    )
    return is_name or is_date or is_range


def _unit(match: re.Match[str], rest: str) -> tuple[str, str]:
    """What is counted, and the currency of money."""
    if match["share"]:
        return SHARE, ""
    if match["sign"]:
        return MONEY, _CURRENCIES[match["sign"]]
    if joined := re.match(r"-([A-Za-z]+)", rest):  # "a 12-bed ward"
        return stem(joined.group(1).lower()), ""
    run = list(_run(rest))
    if run and run[0] in _COINS:
        return MONEY, run[0]
    return (run[-1] if run else ""), ""


def _run(rest: str) -> Iterator[str]:
    """The stems of the words behind the amount that name what is counted: "12 junior engineers"."""
    at, count = 0, 0
    if of := re.match(r"(?i)\s+of\s+(?:the|our|my)\s+", rest):
        at = of.end()
    while count < MOST_UNIT_WORDS and (match := _WORD.match(rest, at)):
        word = match.group(1).lower()
        if not content_stems(word) or (count and _is_verb(word)) or word in _ENDS_A_UNIT:
            return
        yield stem(word)
        at, count = match.end(), count + 1


def _is_verb(word: str) -> bool:
    looks_so = len(word) > LONGEST_NOUN and word.endswith(("ed", "ing"))
    return looks_so or word in lexicon("past")


def coins() -> frozenset[str]:
    return frozenset(_COINS)


@cache
def units_of_time() -> frozenset[str]:
    return frozenset(map(stem, ("hours", "days", "weeks", "months", "years", "minutes")))
