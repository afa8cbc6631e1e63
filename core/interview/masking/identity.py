"""Words of gender, schools, ages, origins and ways of contact, and what stands in for them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from core.interview.words.offsets import Edit
from core.interview.words.tables import table, whole_words

_I_AM = r"(?:i am|i'm|i\u2019m|im|i was|i\u2019ve been|i've been)"
_UNITS = (
    r"(?:%|percent|per|seconds?|minutes?|hours?|days?|weeks?|months?|points?|people|miles?|km|kg"
    r"|st\b|nd\b|rd\b|th\b)"
)
_TENS = r"(?:twenty|thirty|forty|fifty|sixty|seventy)"
_SPELLED = (
    rf"(?:{_TENS}(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?"
    r"|sixteen|seventeen|eighteen|nineteen)"
)
_YEARS = rf"(?:1[5-9]|[2-7]\d|{_SPELLED})"
_MONTHS = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
_DATE = rf"(?:\d{{1,2}}[./ ](?:\d{{1,2}}|{_MONTHS})[./ ]|{_MONTHS} \d{{1,2}},? |{_MONTHS} )?"
_AGES = (
    (
        rf"{_I_AM} (?:now |currently |already |just |only |turning |about |nearly |almost )?"
        rf"(?P<a>{_YEARS}(?: years? (?:old|of age))?)(?![\w%.,-]*\d)(?=\s*(?:[.,;!?)\u2013—]|$|\n"
        r"|(?:and|but|so|now|when|with|which|this|i|years?|or|myself|today|then|at)\b))"
        rf"(?!\s*(?:and a half )?{_UNITS})"
    ),
    rf"(?:\bi (?:was|am|had)|\bbeing|\bme|\bwhen i was) aged? (?P<a>{_YEARS})\b",
    rf"(?:^|[.!?\n]\s{{0,9}})aged (?P<a>{_YEARS})\b",
    rf"\bat (?:the|my) age(?: of)? (?P<a>{_YEARS})\b|\bat age (?P<b>{_YEARS})\b",
    rf"\bi (?:have |had |just |recently |have just )*turn(?:ed)? (?P<a>{_YEARS})\b",
    rf"\bi(?: was|'m|\u2019m| am)(?: born)? (?P<a>born in|born on)? ?(?P<b>{_DATE}(?:19|20)\d\d)\b",
    rf"(?:^|[.!?\n]\s{{0,9}})born (?:in|on) (?P<a>{_DATE}(?:19|20)\d\d)\b",
    r"\b(?:date of birth|d\.?o\.?b\.?|born|age|geburtsdatum)\s*[:\u2013-]\s*(?P<a>[\w ./-]{1,24})",
    rf"(?:\bas an?|\b{_I_AM} an?|\bbeing an?) (?P<a>{_YEARS}[- ]years?[- ]old)\b",
    rf"\b(?:my|{_I_AM} in (?:my|the)|in my) (?:early |mid |late |mid-)?(?P<a>{_TENS[3:-1]}ies)\b",
    (
        r"\b(?:in|of) my (?P<a>(?:(?:early|mid|late)[ -])?(?:twenties|thirties|forties|fifties"
        r"|sixties|seventies|[2-7]0s))\b"
    ),
)
_CAPITAL = r"[A-Z\u00c0-\u00de][\w'\u2019&-]*"
_SCHOOL_WORDS = (
    r"(?:University|College|School|Academy|Polytechnic|Grammar School|High School|Sixth Form"
    r"|Business School|Institute of Technology|Universit\u00e4t|Universit\u00e9|Universidad"
    r"|Universidade|Universit\u00e0|Uniwersytet|Gymnasium|Lyc\u00e9e|Conservatoire)"
)
_SCHOOLS = (
    # "University of Leeds", in small letters too
    (
        rf"\b(?:University|Institute|College|School|Academy) of (?:the )?{_CAPITAL}"
        rf"(?:(?: (?:and|of|the))? {_CAPITAL}){{0,3}}"
    ),
    r"\buniversity of (?!(?:the|a|my|our|your|life|applied|course)\b)[^\W\d_]{3,}",
    (
        rf"\b(?:{_CAPITAL}(?: (?:of|and|the|&))? ){{1,4}}{_SCHOOL_WORDS}\b"
        r"(?! (?:Hospital|Hospitals|Board|District|Trust))"
    ),
    (
        r"\b(?:Oxbridge|Harvard|Yale|Princeton|Stanford|Caltech|UCLA|UCL|LSE|Eton|Harrow|Sorbonne"
        r"|Berkeley|Cornell|Dartmouth|Wharton|INSEAD|Sandhurst)\b"
    ),
    r"\b(?:IIT|IIM|NIT|ETH|TU|EPFL|KU|FH)[ -](?:[A-Z][a-z]+)\b",
    r"\b(?:MIT|ENA|HEC|EPFL)\b(?= (?:graduate|degree|alumn\w+|MBA|in\b))",
)
_STUDIED = (
    r"(?i:\b(?:studied|studying|graduated|graduate|degree|bachelor'?s?|master'?s?|mba|phd|doctorate"
    r"|diploma|a-levels|went to (?:school|university|college|uni)|educated|alumnus|alumna|alum"
    r"|attended|enrolled|bsc|ba|msc|ma)\b[^.!?\n]{0,40}? (?:at|from|in)) (?:the )?"
    rf"(?P<a>{_CAPITAL}(?: (?:of )?{_CAPITAL}){{0,3}})"
)
_ATTENDED = rf"(?i:\b(?:i|and) attended) (?P<a>{_CAPITAL}(?: (?:of )?{_CAPITAL}){{0,4}})"
_HOME = (
    rf"(?i:\b(?:i am|i'm|i\u2019m|im|i come|i came|i was born|i was born and raised|originally"
    r"|i grew up|born and raised|i was raised|i moved(?: here)?|i emigrated|my family (?:is|comes))"
    rf" (?:originally )?(?:from|in)) (?P<a>{_CAPITAL}(?: {_CAPITAL}){{0,2}})"
)
_CONTACTS = (
    r"[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,24}){1,4}",
    r"(?i:\b(?:https?://)?(?:www\.)?(?:linkedin\.com|github\.com|xing\.com)/[^\s,;)]+)",
)
_PRIVATE = (
    r"(?im)^[ \t]*(?:marital status|civil status|gender|sex|nationality|religion|place of birth"
    r"|familienstand|staatsangeh\u00f6rigkeit)[ \t]*[:\u2013-][ \t]*(?P<a>[^\n,;|]{1,40})"
)
_SPOKEN = {"[school]": "your school", "[age]": "your age", "[home]": "your home"}
_PHRASES = {"[origin]": "your origin", "[contact]": "your contact details", "[private]": "that"}


def edits_of(text: str) -> list[Edit]:
    """Everything but names that tells who somebody is, with its placeholder."""
    return [
        *_groups(_CONTACTS, text, "[contact]"),
        *_groups(_schools(), text, "[school]"),
        *_groups(_ages(), text, "[age]"),
        *_groups((_PRIVATE,), text, "[private]"),
        *_origins(text),
        *_gendered(text),
    ]


def spoken(placeholder: str) -> str:
    """What the candidate is told instead of a placeholder of ours; any other bracket stays."""
    told = {**_SPOKEN, **_PHRASES}.get(placeholder)
    inner = placeholder.strip("[]")
    return told or (inner if inner in table("identity")["words"] else placeholder)


def _groups(patterns: tuple[str, ...], text: str, placeholder: str) -> Iterator[Edit]:
    for pattern in patterns:
        for found in re.finditer(pattern, text):
            groups = [name for name, value in found.groupdict().items() if value]
            yield Edit(*(found.span(groups[-1]) if groups else found.span()), placeholder)


@cache
def _ages() -> tuple[str, ...]:
    return tuple(f"(?i){pattern}" for pattern in _AGES)


@cache
def _schools() -> tuple[str, ...]:
    return (*_SCHOOLS, _STUDIED, _ATTENDED)


def _origins(text: str) -> Iterator[Edit]:
    for pattern in _of_oneself():
        for found in pattern.finditer(text):
            yield Edit(*found.span("a"), "[origin]")
    for found in re.finditer(_HOME, text):
        yield Edit(*found.span("a"), "[home]")


@cache
def _of_oneself() -> tuple[re.Pattern[str], ...]:
    background = table("identity")["background"]
    people = "|".join(sorted(background["people"].split()))
    countries = "|".join(sorted(background["countries"], key=lambda name: (-len(name), name)))
    return tuple(
        re.compile(f"(?i){pattern}")
        for pattern in (
            (
                rf"\b(?:i am|i'm|i\u2019m|im|as) (?:an? |originally |half |part |proud |proudly )*"
                rf"(?P<a>(?:{people})(?:[- ](?:{people}))?)\b(?![- ](?:speaker|hat|box|belt|paper))"
            ),
            (
                rf"\bmy (?P<a>{people}) (?:background|heritage|accent|roots|family|culture"
                r"|upbringing|origin|origins|passport|nationality|citizenship)\b"
            ),
            (
                rf"\b(?:i am|i'm|i\u2019m|im|i come|i came(?: here)?|originally|moved(?: here)?"
                r"|emigrated|immigrated|arrived(?: here)?) (?:originally )?from (?:the )?"
                rf"(?P<a>{countries})\b"
            ),
            (
                rf"\b(?:born|raised|grew up|back home|school|home|family|parents?|my country,?"
                rf"|childhood) (?:and raised )?in (?:the )?(?P<a>{countries})\b"
            ),
            (
                r"\b(?:home country|native country|native|homeland|country of origin),?"
                r" (?:is |was )?"
                rf"(?P<a>{countries}|{people})\b(?! speaker)"
            ),
        )
    )


@cache
def _words() -> Mapping[str, str]:
    groups = table("identity")["words"]
    return {word: placeholder for placeholder, words in groups.items() for word in words}


def _gendered(text: str) -> Iterator[Edit]:
    """Words in capitals are abbreviations (HIS, HE), unless everything is in capitals."""
    is_shouted = text.isupper()
    for found in whole_words(tuple(_words())).finditer(text):
        word = found[0]
        if is_shouted or word[1:].islower():
            yield Edit(*found.span(), f"[{_words()[word.lower()]}]")
