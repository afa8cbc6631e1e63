"""Whether a line of a CV or a sentence of an answer shows what the advert asks for.

The same finder serves the advice on the CV and the map of the demands. A quote has to show the
thing itself: years need years, a sum needs a sum, a licence its name, and talking needs those who
are talked to.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from math import ceil

from core.interview.answers.acts import OWN_ACT, is_act, is_practice, names_own_act
from core.interview.coverage.amounts import MONEY, amounts
from core.interview.coverage.requirement import Requirement, Sort
from core.interview.reading import years_named
from core.interview.skills import credentials, implied, skill_names
from core.interview.words.meaning import (
    objects_in,
    plain_traits,
    roots,
    suits,
    task_roots,
    times_in,
    traits_asked,
    traits_named,
    traits_shown,
)
from core.interview.words.numbers import numbers
from core.interview.words.patterns import regex

COVERED = 0.7  # share of a demand's roots that one sentence has to hold
SHORT = 10  # words, of a sentence that hardly tells anything
DEEDS = frozenset(("leading", "guiding"))  # traits that a line of a CV can tell as done
_NOT_DONE = regex(
    r"(?i)\b(?:not|never|no|without|hardly|wish|want to|like to|hope|if|plan to|heard|read about"
    r"|(?:might|may) have|dabbled|I think I|I guess|pretty sure|played around"
    r"|(?:good|best|great) at|(?:I|we|you|one)\s+(?:\w+ly\s+)?(?:would|could|should))\b"
    r"|\b(?:I|we|you)['\u2019]d\b|n['\u2019]t\b"
)
# To have watched, read or learned a thing is not to have done it.
_BESIDE = frozenset(
    ("saw", "seen", "heard", "read", "watched", "studied", "shadowed", "learned", "learnt")
)
_AND_DID = regex(r"(?i)(?:,|\band)\s+(?:then\s+|also\s+|later\s+)?([a-z]+)")
_DENIED = regex(r"(?i)\b(?:not|never|cannot|no(?!\s+problem))\b|n['\u2019]t\b")
_I = regex(r"\bI\b")
# "UI libraries", "safety standards": the skill alone is something else.
_KIND = regex(
    r"(?i)^\s+(?:[a-z]+\s+)?(librar(?:y|ies)|methodolog(?:y|ies)|guidelines|principles|standards|preprocessors)\b"
)
# Somebody else led or taught, and it was only seen or undergone.
_BY_OTHERS = regex(
    r"(?i)\b(?:(?:my|our|the|his|her)\s+(?:(?!and\b)\w+\s+)?(?!(?:and|then|also)\b)\w+"
    r"|he|she|they|who|was|were|been|being|got)\s+"
    r"(?:led|coached|mentored|trained|taught|supervised|managed|ran)\b"
    r"|\b(?:led|coached|mentored|trained|taught|supervised|managed|run)\s+by\b"
)
_CLAIM = regex(r"\bI(?:\s+am|['\u2019]m)\b")
# What others said to the speaker is no deed of the speaker's.
_TO_ME = regex(
    r"(?i)\b(?:asked|told|rang|called|phoned|showed|informed|wrote\s+to|explained\s+to|talked\s+to|spoke\s+to)\s+(?:me|us)\b"
)
_PIECE = regex(r"[,;]\s")
_FACT = regex(r"\d|\b(?:since|years?|months?|every (?:day|week|shift)|daily)\b")
_HOLDS = regex(r"\b(?:I(?:['\u2019]m| am|['\u2019]ve| have| hold)|[Mm]y)\b")
_ADDS = regex(
    r"(?i)\s(?:among|so that|that|which|who|where|with|across|including|in order to|what)\s|,\s"
)
_PAPERS = ("registr", "licen", "certif", "cours", "diplom", "qualif", "permit", "degree")
_SAYINGS = regex(r"(?i)\bof\s+course\b|\b(?:course|degree)\s+of\b|\bin\s+due\s+course\b")
_PAPER = regex(rf"(?i)(?<![a-z-])({'|'.join(_PAPERS)})")


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence of the answer to question `number`; `skills` with those that they imply."""

    text: str
    number: int
    skills: frozenset[str]
    answer: str = ""


def told(text: str, number: int, answer: str = "") -> Told:
    names = frozenset(skill_names(text))
    return Told(text, number, names.union(*map(implied, names)), answer)


def strength(sentence: Told, one: Requirement, *, asked: bool) -> int:
    """How well a sentence shows it, 0 for not at all. `asked`: the question was about it.

    Orders to whoever rates and blame are no evidence; they are to be left out before.
    """
    text = sentence.text
    if one.sort is Sort.TIME:
        return int(any(suits_when(clause, one) for clause in _PIECE.split(text)))
    if one.sort is Sort.SUM:
        is_told = has_sum(text, one) and _in_answer(sentence, one)
        return is_told * (2 + 2 * bool(subject(one) & roots(text)) + asked)
    if text.endswith("?") or _NOT_DONE.search(text) or not _shows(sentence, one, asked=asked):
        return 0
    is_own = names_own_act(text)
    is_short = len(text.split()) < SHORT
    return max(1, 2 + 2 * is_own + asked + bool(numbers(text)) - 2 * is_short)


def names_deed(text: str, one: Requirement) -> bool:
    """Whether somebody says that they lead or teach, so that nobody can see what they did."""
    named = one.traits & DEEDS & traits_named(text)
    is_own = _I.search(text) is not None and not _BY_OTHERS.search(text)
    is_own = is_own and one.sort is Sort.TRAIT
    return bool(named) and is_own and not (_NOT_DONE.search(text) or _CLAIM.search(text))


def names_skill(sentence: Told, one: Requirement) -> bool:
    """Whether it names one of the skills, or has the advert's very words for it."""
    is_said = any(says(sentence.text, spelled) for spelled in one.skills.values())
    return is_said or bool(sentence.skills & one.skills.keys())


def objects_met(one: Requirement, text: str) -> bool:
    """Whether those whom it is about stand in the text, where it names any."""
    return one.is_open or not one.objects or bool(one.objects & objects_in(text))


def head_roots(one: Requirement) -> frozenset[str]:
    """The roots of its main clause, without what only adds to it."""
    return roots(_ADDS.split(one.text, maxsplit=1)[0]) or one.roots


def covers(text: str, one: Requirement) -> bool:
    """Whether a text holds most of its words, and of the things in it; of a choice one is enough.

    Managing and developing is done with anything: "backlogs" is what such a line is about.
    """
    asked = head_roots(one)
    things = asked - task_roots()
    return _has_most(asked, text, one) and (not things or _has_most(things, text, one))


def _has_most(asked: frozenset[str], text: str, one: Requirement) -> bool:
    least = max(1, ceil(COVERED * len(asked)) - one.is_open)
    return len(asked & roots(text)) >= least


def touches(text: str, one: Requirement) -> bool:
    """Whether a text has any word of it, so that it cannot be said to be left out."""
    if one.sort is Sort.TIME:
        return bool(times_in(one.text) & times_in(text))
    if one.traits & (traits_named(text) | traits_asked(text)):
        return True
    return one.sort is not Sort.TRAIT and bool(
        (one.roots - task_roots() or one.roots) & roots(text)
    )


def is_about(text: str, one: Requirement) -> bool:
    """Whether a text, such as a question, names the thing itself, as something done or not."""
    if one.sort is Sort.TIME:
        return bool(times_in(one.text) & times_in(text))
    if one.skills:
        return any(says(text, spelled) for spelled in one.skills.values())
    things = head_roots(one) - task_roots()
    return one.sort is not Sort.TRAIT and bool(things) and _has_most(things, text, one)


def is_about_paper(text: str, one: Requirement) -> bool:
    """Whether a text names the kind of paper, and what it is for."""
    return bool(papers(text) & papers(one.text)) and bool(subject(one) & roots(text))


def _shows(sentence: Told, one: Requirement, *, asked: bool) -> bool:
    text = sentence.text
    match one.sort:
        case Sort.YEARS:
            return tells_years(text, one) and _I.search(text) is not None
        case Sort.PAPER:
            is_named = bool(sentence.skills & one.skills.keys() & credentials())
            is_named = is_named or is_about_paper(text, one)
            return is_named and _HOLDS.search(text) is not None
        case Sort.SKILL:
            is_own = _is_own(text, asked=asked) and not _only_met(text)
            return is_own and names_skill(sentence, one) and is_of_kind(text, one)
        case Sort.TRAIT:
            is_claim = _CLAIM.search(text) is not None and not names_own_act(text)
            is_own = _is_own(text, asked=asked) and not is_claim
            return is_own and _shows_trait(sentence, one, asked=asked)
        case _:
            is_own = _is_own(text, asked=asked) and not _only_met(text)
            return is_own and covers(text, one) and objects_met(one, text)


def _shows_trait(sentence: Told, one: Requirement, *, asked: bool) -> bool:
    """How somebody is shows only where it was asked for, or where those stand whom it is about.

    In an answer to a question that asked for it they may stand in another sentence.
    """
    text = sentence.text
    others = DEEDS if _BY_OTHERS.search(text) else frozenset[str]()
    found = (one.traits & traits_shown(_TO_ME.sub(" ", text))) - others
    is_said = asked or "explain" not in one.roots or "explain" in roots(text)
    is_bound = asked or bool(one.objects) or bool(found & plain_traits())
    is_met = objects_met(one, sentence.answer if asked else text)
    return bool(found) and is_bound and is_said and is_met


def _is_own(text: str, *, asked: bool) -> bool:
    is_fact = _I.search(text) is not None and _FACT.search(text) is not None
    return names_own_act(text) or is_fact or (asked and is_practice(text))


def is_of_kind(text: str, one: Requirement) -> bool:
    """Whether the kind of thing stands there too, where the line asks for one of a skill."""
    behind = [one.text[one.text.find(said) + len(said) :] for said in one.skills.values()]
    kinds = [kind.group(1) for kind in map(_KIND.match, behind) if kind]
    return len(kinds) < len(behind) or any(roots(kind) & roots(text) for kind in kinds)


def _only_met(text: str) -> bool:
    """Whether all that was done is to watch, read or learn it."""
    acts = [verb.lower() for verb in re.findall(OWN_ACT, text) if is_act(verb)]
    is_beside = bool(acts) and _BESIDE.issuperset(acts)
    return is_beside and not any(map(is_act, _AND_DID.findall(text)))


def tells_years(text: str, one: Requirement) -> bool:
    years = years_named(text)
    if years is None or years < one.least:
        return False
    names = frozenset(skill_names(text))
    if one.skills:
        return bool(one.skills.keys() & names.union(*map(implied, names)))
    about = subject(one)
    return not about or bool(about & roots(text))


def has_sum(text: str, one: Requirement) -> bool:
    return any(a.unit == MONEY and a.value >= one.least for a in amounts(text))


def largest_sum(text: str) -> float:
    """Of money, 0 for none."""
    return max((a.value for a in amounts(text) if a.unit == MONEY), default=0)


def _in_answer(sentence: Told, one: Requirement) -> bool:
    """A sum may stand in another sentence than the deed, of the same answer."""
    return names_own_act(sentence.answer) and bool(subject(one) & roots(sentence.answer))


def suits_when(text: str, one: Requirement) -> bool:
    asked = times_in(one.text)
    return bool(asked & times_in(text)) and suits(text) and not _DENIED.search(text)


def papers(text: str) -> frozenset[str]:
    """The kinds of paper that a text names, each by the beginning of its word."""
    return frozenset(match.lower() for match in _PAPER.findall(_SAYINGS.sub(" ", text)))


def subject(one: Requirement) -> frozenset[str]:
    """The roots of what it is about, without the words for years and papers."""
    return frozenset(
        each for each in one.roots if not each.startswith(_PAPERS) and each not in ("year", "clear")
    )


def says(line: str, spelled: str) -> bool:
    """With capitals where the advert has them: "Excel" is no verb."""
    return _words_of(spelled).search(line) is not None


@lru_cache(maxsize=2_000)
def _words_of(spelled: str) -> re.Pattern[str]:
    flags = re.IGNORECASE if spelled.islower() else 0
    return re.compile(rf"(?<![\w-]){re.escape(spelled)}(?![\w-])", flags)
