"""Numbers and names in a question that nobody has mentioned."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Self

from core.interview.wording.tongues import is_mostly_in
from core.interview.words.tables import lexicon, table
from core.models import ENGLISH, Decision, InterviewSession

LONGEST_NAMED = 40  # characters of it that are repeated to a model
FREE_NUMBERS = 10  # counting to ten is a manner of speaking
FREE_NUMBERS_ELSEWHERE = 20  # number words are read in English only
LIKE = 5  # letters that make two words kin, such as Postgres and PostgreSQL
LIKE_ELSEWHERE = 4  # names change with the language: London, Londres
ENOUGH_TEXT = 20_000  # characters that tell which language the documents are in
_IN_THOUSANDS = r"(?<!\d)(\d{1,9})\s?[kK]\b"
_NUMBER = r"\d+(?:[.,' ]\d+)*"
_CASED = "A-Za-z\u00c0-\u024f\u0370-\u03ff\u0400-\u052f"  # scripts with capital letters
_NAME = rf"[{_CASED}][{_CASED}\d]*(?:[.&][{_CASED}\d]+)*"
_SENTENCE_START = r"(?:^|[.!?:;…¿¡“”\"«„(\u2018\u2013—\u3002\uff01\uff1f।])\s*$"
_INITIALS_OF = (
    r"(?:\b[A-Z][\w']*[\s-]+(?:(?:of|and|for|the|de|der|du|des|di|y|e|et|und|&)\s+)?)+[A-Z]\w*"
)
_CAPITALS_TELL = frozenset({"en", "ar", "hi", "ja", "zh"})  # where a capital letter shows a name
_CAPITALS_MAY_TELL = frozenset({"es", "fr", "it", "pt"})  # if the documents are in it too
_NUMBER_WORDS = {
    "eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen": range(11, 20),
    "twenty thirty forty fifty sixty seventy eighty ninety hundred": range(20, 101, 10),
    "dozen quarter half thousand": (12, 25, 50, 1000),
}
_SPELT = {
    word: str(number)
    for spelt, numbers in _NUMBER_WORDS.items()
    for word, number in zip(spelt.split(), numbers, strict=True)
}


@dataclass(frozen=True)
class Facts:
    """All texts that a question may take names and numbers from."""

    texts: tuple[str, ...]

    @classmethod
    def of(cls, session: InterviewSession, decision: Decision) -> Self:
        """The job, the CV, what was said so far, the plan and the decision."""
        planned = session.plan.questions if session.plan else ()
        return cls(
            (
                *(session.job.title, session.job.company, session.job.description),
                *(session.format.level.label, session.format.type.label),
                session.cv.text if session.cv else "",
                *(message.content for message in session.messages),
                *(text for one in planned for text in (one.text, one.reason, one.skill)),
                *(decision.wording, decision.because, decision.quote),
            )
        )

    @cached_property
    def text(self) -> str:
        return _readable("\n".join(self.texts))

    @cached_property
    def words(self) -> frozenset[str]:
        found = re.findall(rf"[{_CASED}\d]+", self.text)
        return frozenset(map(_bare, (*found, *re.findall(_NAME, self.text))))

    @cached_property
    def squeezed(self) -> str:
        return re.sub(r"[\W_]", "", _bare(self.text))

    @cached_property
    def numbers(self) -> frozenset[str]:
        digits = {_digits(number) for number in re.findall(_NUMBER, self.text)}
        parts = set(re.findall(r"\d+", self.text))
        spelt = {_SPELT[word] for word in self.words & _SPELT.keys()}
        thousands = {f"{number}000" for number in re.findall(_IN_THOUSANDS, self.text)}
        return frozenset(digits | parts | spelt | thousands)

    @cached_property
    def initials(self) -> frozenset[str]:
        """Of names in several words, as short forms are made of them."""
        names = re.findall(_INITIALS_OF, self.text)
        return frozenset("".join(re.findall(r"\b[A-Z]", name)).lower() for name in names)


def invented_in(question: str, facts: Facts, language: str) -> str:
    """The first number or name of the question that does not stand in the facts, or nothing."""
    text = _readable(question)
    found = (*_unknown_numbers(text, facts, language), *_unknown_names(text, facts, language))
    return found[0][:LONGEST_NAMED] if found else ""


def _unknown_numbers(text: str, facts: Facts, language: str) -> Iterator[str]:
    figures: list[str] = table("wording")["common"]["numbers"]
    free = FREE_NUMBERS if language == ENGLISH else FREE_NUMBERS_ELSEWHERE
    without = re.sub(rf"\b(?:{'|'.join(map(re.escape, figures))})\b(?!\s?%)", " ", text)
    for found in re.finditer(rf"([$£€¥]\s?)?({_NUMBER})(\s?[k%$£€¥])?", without):
        if re.search(rf"[{_CASED}]$", without[: found.start()]):
            continue  # a part of a name
        number = _digits(found[2])
        is_measure = bool(found[1] or found[3])
        is_free = len(number) < LIKE and int(number) <= free and not is_measure
        if not is_free and number not in facts.numbers and f"{number}000" not in facts.numbers:
            yield found[2]


def _unknown_names(text: str, facts: Facts, language: str) -> Iterator[str]:
    by_capital = language in _CAPITALS_TELL or (
        language in _CAPITALS_MAY_TELL and is_mostly_in(facts.text[:ENOUGH_TEXT], language)
    )
    if text.isupper():
        return
    for found in re.finditer(_NAME, text):
        name = found[0]
        begins = re.search(_SENTENCE_START, text[: found.start()]) and language not in ("ja", "zh")
        is_name = _is_short_form(name) or (by_capital and name[0].isupper() and not begins)
        if is_name and not _is_known(name, facts, language):
            yield name


def _is_short_form(name: str) -> bool:
    """AWS, PostgreSQL, S3."""
    rest = name[1:]
    return any(letter.isupper() for letter in rest) or (
        name[0].isupper() and any(letter.isdigit() for letter in rest)
    )


def _is_known(name: str, facts: Facts, language: str) -> bool:
    if len(name) == 1 or (name.isupper() and name.lower() in lexicon("stop")):
        return True  # plan B, or what did YOU do
    for form in _forms(name):
        if form in _common() or form in facts.words or form in facts.initials:
            return True
        if len(form) >= LIKE and form in facts.squeezed:
            return True
    return _has_kin(_bare(name), facts, LIKE if language == ENGLISH else LIKE_ELSEWHERE)


def _forms(name: str) -> tuple[str, ...]:
    bare = _bare(name)
    joined = re.sub(r"\W", "", bare)
    return (bare, joined, joined.removesuffix("s"))


def _has_kin(bare: str, facts: Facts, letters: int) -> bool:
    """Whether a word of the facts begins alike, in English as far as the shorter one goes."""
    if len(bare) < letters:
        return False
    start = bare[:letters]
    kin = (word for word in facts.words if word.startswith(start))
    if letters == LIKE_ELSEWHERE:
        return any(kin)
    return any(word.startswith(bare) or bare.startswith(word) for word in kin)


@cache
def _common() -> frozenset[str]:
    common = table("wording")["common"]
    return frozenset(map(_bare, (*common["names"], *common["acronyms"])))


def _bare(text: str) -> str:
    """In small letters, without accents."""
    apart = unicodedata.normalize("NFD", text.lower())
    return "".join(sign for sign in apart if unicodedata.category(sign) != "Mn")


def _readable(text: str) -> str:
    """With figures and letters of one kind, whatever they were written with."""
    plain = unicodedata.normalize("NFKC", text).replace("\u2019", "'")
    return "".join(_digit(sign) if sign.isdecimal() else sign for sign in plain)


def _digit(sign: str) -> str:
    return str(unicodedata.decimal(sign))


def _digits(number: str) -> str:
    return re.sub(r"\D", "", number)
